package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kiro.code.JavaType;

/// Those who may call a project, by the rows that its scripts put into their table, or that a test can put there.
final class SeededUsers {
    private static final String ROLE =
            "(?i)(is_?)?(role|rank|authorit|group|position|function|job)\\w*";
    private static final String NAME = "(?i)(user_?|login_?|nick_?|full_?)?(name|login|handle)";
    private static final List<String> NAMES =
            List.of("ADA", "BEN", "CLEO", "DAN", "EVE", "FINN", "GUS", "HAL");
    private static final int FIRST = 9001;
    private static final int MOST = 8;

    private final Sources sources;
    private final Optional<DomainType> caller;
    private final Table table;
    private final Optional<Table.Column> told;

    /// Those whom their table's key tells apart.
    SeededUsers(Sources sources, Optional<DomainType> caller, Table table) {
        this(sources, caller, table, table.key());
    }

    /// @param told the column that tells them apart
    private SeededUsers(
            Sources sources,
            Optional<DomainType> caller,
            Table table,
            Optional<Table.Column> told) {
        this.sources = sources;
        this.caller = caller;
        this.table = table;
        this.told = told;
    }

    /// Those whom a query finds by their tokens.
    static SeededUsers foundBy(TokenQuery query, Sources sources, Optional<DomainType> caller) {
        return new SeededUsers(sources, caller, query.users(), query.told());
    }

    /// Somebody who may call.
    ///
    /// @param name a name for a constant
    /// @param row the row that is there from the start; empty where a test has to make it
    /// @param values of the columns that are known of a row that is not there yet
    record User(
            String name,
            String id,
            List<String> roles,
            Optional<Seeds.Row> row,
            Map<String, String> values) {
        User {
            roles = List.copyOf(roles);
            values = Map.copyOf(values);
        }
    }

    List<User> all() {
        var users = new ArrayList<User>();
        for (Seeds.Row row : Seeds.read(sources).all()) {
            boolean isTheirs = row.table().equals(table.name());
            Optional<String> id = isTheirs ? id(row) : Optional.empty();
            id.ifPresent(one ->
                    users.add(
                            new User(
                                    name(row, users.size()),
                                    one,
                                    roles(row),
                                    Optional.of(row),
                                    Map.of())));
        }
        return users;
    }

    Optional<User> of(String id) {
        return all().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private Optional<String> id(Seeds.Row row) {
        return told.flatMap(column ->
                row.value(column.name())
                        .or(() ->
                                column.isGenerated()
                                        ? Optional.of(String.valueOf(row.number()))
                                        : Optional.empty()));
    }

    private String name(Seeds.Row row, int index) {
        return row.values().entrySet().stream()
                .filter(one -> one.getKey().matches(NAME))
                .map(Map.Entry::getValue)
                .map(value -> value.strip().split("[^A-Za-z0-9]+")[0].toUpperCase(Locale.ROOT))
                .filter(value -> value.matches("[A-Z][A-Z0-9]*"))
                .sorted()
                .findFirst()
                .orElseGet(() -> NAMES.get(index % NAMES.size()));
    }

    private List<String> roles(Seeds.Row row) {
        return row.values().entrySet().stream()
                .flatMap(one -> role(one.getKey(), one.getValue()))
                .map(role -> role.replaceFirst("^ROLE_", ""))
                .toList();
    }

    /// The value of a column for roles, or the name of a flag that is set.
    private Stream<String> role(String column, String value) {
        if (value.equalsIgnoreCase("true")) {
            return Stream.of(column.replaceFirst("^is_", ""));
        }
        return isRole(column) ? Stream.of(value) : Stream.of();
    }

    private boolean isRole(String column) {
        return column.matches(ROLE) || constants(column).stream().findAny().isPresent();
    }

    /// The constants that a column may have, by the property of callers that is read from it.
    List<String> constants(String column) {
        return caller.flatMap(type ->
                        type.properties().stream()
                                .filter(one -> Table.plain(one.name()).equals(Table.plain(column)))
                                .findFirst()
                                .flatMap(one -> sources.resolve(one.type(), type.type().file())))
                .filter(type -> type.type().kind() == JavaType.Kind.ENUM)
                .map(type -> type.type().constants())
                .orElseGet(List::of);
    }

    /// Two for each role, or two where there is none, as rows that a test makes; none where the key is no number or
    /// text.
    List<User> made() {
        Optional<Table.Column> key =
                told.filter(one ->
                        one.type().matches("(big)?int(eger)?|bigserial|serial|identity|varchar"));
        if (key.isEmpty()) {
            return List.of();
        }
        Optional<Table.Column> role =
                table.columns().stream().filter(one -> isRole(one.name())).findFirst();
        List<String> values =
                role.map(one -> constants(one.name()))
                        .filter(one -> !one.isEmpty())
                        .or(() -> role.map(_ -> texts()))
                        .orElseGet(List::of);
        var users = new ArrayList<User>();
        for (String value : values.isEmpty() ? List.of("") : values) {
            for (int i = 0; i < 2 && users.size() < MOST; i++) {
                users.add(made(users.size(), key.get(), role, value));
            }
        }
        return users;
    }

    private static User made(
            int index, Table.Column key, Optional<Table.Column> role, String value) {
        String name = NAMES.get(index);
        String id =
                key.type().equals("varchar")
                        ? name.toLowerCase(Locale.ROOT)
                        : String.valueOf(FIRST + index);
        var known = new TreeMap<String, String>();
        known.put(key.name(), id);
        role.ifPresent(one -> known.put(one.name(), value));
        return new User(
                name,
                id,
                value.isEmpty() ? List.of() : List.of(value.replaceFirst("^ROLE_", "")),
                Optional.empty(),
                known);
    }

    /// The roles that the project has as texts.
    private List<String> texts() {
        return sources.types().stream()
                .filter(type -> type.name().matches("(?i)(user)?roles?"))
                .flatMap(type ->
                        type.type().fields().stream()
                                .map(field ->
                                        new Constants(sources).text(field.name(), type.file())))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
