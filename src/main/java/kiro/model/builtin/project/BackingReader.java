package kiro.model.builtin.project;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.code.JavaField;
import kiro.code.JavaType;

/// Finds out what a store of the project's own keeps its objects in.
final class BackingReader {
    private static final Map<String, Backing.Client> CLIENTS =
            Map.of(
                    "JdbcClient", Backing.Client.CLIENT,
                    "JdbcTemplate", Backing.Client.TEMPLATE,
                    "JdbcOperations", Backing.Client.TEMPLATE,
                    "NamedParameterJdbcTemplate", Backing.Client.NAMED,
                    "NamedParameterJdbcOperations", Backing.Client.NAMED);
    private static final Pattern TABLE =
            Pattern.compile("(?i)\\b(?:from|into|update)\\s+([\\w.\"`]+)");
    private static final Pattern READ =
            Pattern.compile(
                    "^(?:[A-Z]\\w*\\.\\w+\\(\\s*|new [A-Z]\\w*\\(\\s*)?[a-z]\\w*\\.get\\w+\\(\\s*\"(\\w+)\"");

    private final Sources sources;
    private final Tables tables;

    BackingReader(Sources sources) {
        this.sources = sources;
        this.tables = Tables.read(sources);
    }

    /// The class that does the work of a store: itself, or what alone implements it.
    Optional<ProjectType> working(ProjectType store) {
        if (store.type().kind() == JavaType.Kind.CLASS) {
            return store.type().is("abstract") ? Optional.empty() : Optional.of(store);
        }
        List<ProjectType> found =
                sources.types().stream()
                        .filter(type -> type.type().kind() == JavaType.Kind.CLASS)
                        .filter(type ->
                                type.type().supertypes().stream()
                                        .anyMatch(name ->
                                                TypeName.of(name).raw().equals(store.name())))
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    Backing of(ProjectType store, DomainType resource) {
        return working(store).map(type -> in(type, resource)).orElseGet(Backing.Unknown::new);
    }

    private Backing in(ProjectType type, DomainType resource) {
        for (JavaField field : type.type().fields()) {
            TypeName name = TypeName.of(field.type());
            Backing.Client client = CLIENTS.get(name.raw());
            if (client != null) {
                return sql(type, field.name(), client, resource).orElseGet(Backing.Unknown::new);
            }
            if (name.raw().equals("EntityManager")) {
                return new Backing.Entities(type, field.name());
            }
            boolean isMap =
                    name.raw().endsWith("Map")
                            && name.arguments().size() == 2
                            && name.arguments().getLast().raw().equals(resource.name());
            if (isMap) {
                return new Backing.Memory(type, field);
            }
        }
        return new Backing.Unknown();
    }

    private Optional<Backing> sql(
            ProjectType type, String client, Backing.Client kind, DomainType resource) {
        Set<String> names = new LinkedHashSet<>();
        Matcher named = TABLE.matcher(type.file().text());
        while (named.find()) {
            names.add(named.group(1));
        }
        Optional<Table> best = Optional.empty();
        int most = 1;
        for (String name : names) {
            Optional<Table> table = tables.named(name);
            int fitting = table.map(one -> columns(type, resource, one).size()).orElse(0);
            if (fitting > most) {
                best = table;
                most = fitting;
            }
        }
        return best.map(table ->
                new Backing.Sql(type, client, kind, table, columns(type, resource, table)));
    }

    /// The column of each property: by its name, or by what the rows are read with.
    private static Map<Property, Table.Column> columns(
            ProjectType type, DomainType resource, Table table) {
        var columns = new LinkedHashMap<Property, Table.Column>();
        for (Property property : resource.properties()) {
            annotated(resource, property)
                    .flatMap(table::column)
                    .or(() -> table.column(property.name()))
                    .or(() -> mapped(type, resource, property).flatMap(table::column))
                    .ifPresent(column -> columns.put(property, column));
        }
        return columns;
    }

    private static Optional<String> annotated(DomainType resource, Property property) {
        return resource.type()
                .type()
                .field(property.name())
                .flatMap(field -> field.annotation("Column"))
                .flatMap(use -> use.argument("name").or(() -> use.argument("value")))
                .map(text -> text.replace("\"", ""));
    }

    /// The column that stands where the property is given when an object is made from a row.
    private static Optional<String> mapped(
            ProjectType type, DomainType resource, Property property) {
        return Stream.concat(
                        type.type().fields().stream()
                                .flatMap(field ->
                                        MadeObject.in(field.creations(), resource).stream()),
                        type.type().methods().stream()
                                .flatMap(method -> MadeObject.in(method, resource).stream()))
                .map(made -> READ.matcher(made.values().getOrDefault(property.name(), "")))
                .filter(Matcher::find)
                .map(read -> read.group(1))
                .findFirst();
    }
}
