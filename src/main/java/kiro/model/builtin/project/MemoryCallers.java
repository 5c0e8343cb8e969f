package kiro.model.builtin.project;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.code.JavaField;

/// Finds callers of a project that keeps its sessions in a map: those whom a method of it can open one for.
final class MemoryCallers {
    private final Sources sources;
    private final Optional<DomainType> caller;

    /// @param caller what the project knows of its callers
    MemoryCallers(Sources sources, Optional<DomainType> caller) {
        this.sources = sources;
        this.caller = caller;
    }

    Optional<Credentials> of(ReachedCode code, String header, String prefix) {
        String maps =
                code.types()
                        .flatMap(type -> type.type().fields().stream())
                        .filter(field -> field.type().matches("(\\w+\\.)*\\w*Map<String,.*"))
                        .map(JavaField::name)
                        .filter(name -> code.text().matches("(?s).*\\b" + name + "\\.\\w+\\(.*"))
                        .distinct()
                        .collect(Collectors.joining("|"));
        if (maps.isEmpty() || caller.isEmpty()) {
            return Optional.empty();
        }
        Table table = table(caller.get());
        var users = new SeededUsers(sources, caller, table);
        List<SeededUsers.User> all = users.all();
        return new SessionOpeners(
                        sources,
                        caller,
                        table,
                        all.isEmpty() ? users.made() : all,
                        caller.get().name() + "Id")
                .of(code, "(?s).*\\b(" + maps + ")\\.put(IfAbsent)?\\(.*", header, prefix);
    }

    /// The callers' table; where they have none, one of their properties.
    private Table table(DomainType type) {
        String name = type.name().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_");
        Tables tables = Tables.read(sources);
        return Stream.of(name, name + "s", "app_" + name, "app_" + name + "s")
                .flatMap(one -> tables.named(one).stream())
                .filter(one -> one.key().isPresent())
                .findFirst()
                .orElseGet(() -> new Table(name, columns(type), List.of()));
    }

    private static List<Table.Column> columns(DomainType type) {
        Optional<Property> id = CallerReader.identifying(type);
        return type.properties().stream()
                .map(property ->
                        new Table.Column(
                                property.name(),
                                property.type().matches("[Ll]ong|int|Integer")
                                        ? "bigint"
                                        : "varchar",
                                false,
                                false,
                                Optional.empty(),
                                false,
                                id.filter(property::equals).isPresent(),
                                Optional.empty()))
                .toList();
    }
}
