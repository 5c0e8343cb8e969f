package kiro.model.builtin.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes the SQL that gives a caller a token, and makes the caller where there is none.
final class TokenRow {
    private static final String ENDS = "(?i).*(expir|valid_?(un)?til|valid_?to|\\bends?_|until).*";
    private static final String GOOD = "(?i)(is_?)?(active|valid|enabled|open|confirmed|verified)";

    private final Sources sources;
    private final Optional<DomainType> caller;
    private final TokenQuery query;

    TokenRow(Sources sources, Optional<DomainType> caller, TokenQuery query) {
        this.sources = sources;
        this.caller = caller;
        this.query = query;
    }

    /// Empty where a column needs a value that is not known.
    Optional<Credentials.Holder> holder(SeededUsers.User user, String token) {
        var known = new LinkedHashMap<>(user.values());
        if (query.isOfUsers()) {
            known.put(query.token().name(), token);
        }
        Optional<String> made =
                user.row().isPresent() ? Optional.empty() : insert(query.users(), known, user);
        Optional<String> row = query.isOfUsers() ? Optional.empty() : row(user, token);
        boolean isWhole =
                made.isPresent() == user.row().isEmpty() && row.isEmpty() == query.isOfUsers();
        return isWhole
                ? Optional.of(
                        new Credentials.Holder(
                                user.name(),
                                user.id(),
                                user.roles(),
                                token,
                                made,
                                row.stream().toList()))
                : Optional.empty();
    }

    private Optional<String> row(SeededUsers.User user, String token) {
        var own = new LinkedHashMap<String, String>();
        own.put(query.token().name(), token);
        own.put(query.user().name(), user.id());
        shared(user).forEach(own::putIfAbsent);
        return insert(query.table(), own, user);
    }

    /// What the token's row repeats of the caller's: columns of the same names.
    private Map<String, String> shared(SeededUsers.User user) {
        Map<String, String> theirs = user.row().map(Seeds.Row::values).orElseGet(user::values);
        return theirs.entrySet().stream()
                .filter(one -> query.table().column(one.getKey()).isPresent())
                .filter(one ->
                        query.users()
                                .key()
                                .filter(key -> key.name().equals(one.getKey()))
                                .isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Optional<String> insert(Table table, Map<String, String> known, SeededUsers.User user) {
        var values = new LinkedHashMap<String, String>();
        for (Table.Column column : table.columns()) {
            String value = known.get(column.name());
            boolean isNeeded =
                    !column.isNullable() && !column.isGenerated() && !column.hasStandard();
            boolean isSaid = value != null || isNeeded || column.name().matches(ENDS);
            if (!isSaid) {
                continue;
            }
            Optional<String> literal =
                    value != null ? Optional.of(literal(column, value)) : made(column, user);
            if (literal.isEmpty()) {
                return Optional.empty();
            }
            values.put(column.name(), literal.get());
        }
        Table.Column told =
                table.equals(query.users()) ? query.told().orElseThrow() : query.token();
        return Optional.of(
                "insert into %s (%s) select %s where not exists (select 1 from %s where %s = %s)"
                        .formatted(
                                table.name(),
                                String.join(", ", values.keySet()),
                                String.join(", ", values.values()),
                                table.name(),
                                told.name(),
                                values.get(told.name())));
    }

    private static String literal(Table.Column column, String value) {
        boolean isBare =
                column.type()
                        .matches(
                                "(small|big)?int(eger)?|bigserial|serial|boolean|bool|decimal|numeric");
        return isBare ? value : "'" + value.replace("'", "''") + "'";
    }

    /// A value for a column of which nothing is known; empty where none is sure to do.
    private Optional<String> made(Table.Column column, SeededUsers.User user) {
        boolean isEnd = column.name().matches(ENDS);
        List<String> constants =
                new SeededUsers(sources, caller, query.users()).constants(column.name());
        if (column.references().isPresent()) {
            return Optional.empty();
        }
        if (!constants.isEmpty()) {
            return Optional.of("'" + constants.getFirst() + "'");
        }
        return switch (column.type()) {
            case "varchar", "character", "char", "text", "varchar2", "nvarchar", "clob" ->
                    Optional.of(
                            "'"
                                    + user.name().toLowerCase(Locale.ROOT)
                                    + (column.isUnique() ? user.id() : "")
                                    + "'");
            case "timestamp", "timestamptz", "datetime" ->
                    Optional.of(isEnd ? "timestamp '2999-01-01 00:00:00'" : "current_timestamp");
            case "date" -> Optional.of(isEnd ? "date '2999-01-01'" : "current_date");
            case "bigint" -> Optional.of(isEnd ? "32472144000000" : "0");
            case "int", "integer", "smallint", "numeric", "decimal" -> Optional.of("0");
            case "boolean", "bool" -> Optional.of(String.valueOf(column.name().matches(GOOD)));
            default -> Optional.empty();
        };
    }
}
