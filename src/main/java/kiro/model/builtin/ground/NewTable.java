package kiro.model.builtin.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Sources;

/// Draws a table after the model of the one that the model's objects are kept in.
public final class NewTable {
    private final Scripts scripts;
    private final Migrations migrations;
    private final Renaming names;
    private final List<NewProperty> properties;

    public NewTable(Sources sources, Renaming names, List<NewProperty> properties) {
        this.scripts = new Scripts(sources);
        this.migrations = new Migrations(scripts);
        this.names = names;
        this.properties = List.copyOf(properties);
    }

    /// What comes of it.
    public sealed interface Outcome {
        /// A script as it is to be.
        record Script(String path, String text) implements Outcome {}

        record Impossible(String reason) implements Outcome {}
    }

    /// Whether a script of the project makes a table of this name.
    public static boolean isMade(Sources sources, String table) {
        return !new Scripts(sources).of(table).isEmpty();
    }

    /// @param table the model's, which a script makes
    /// @param model the type that is kept there
    /// @param parent the table of what the objects belong to
    public Outcome after(String table, DomainType model, Optional<String> parent) {
        List<Scripts.Creation> made = scripts.of(table);
        if (made.size() > 1) {
            return new Outcome.Impossible(
                    "several scripts make the table %s (%s)"
                            .formatted(
                                    table,
                                    made.stream()
                                            .map(Scripts.Creation::path)
                                            .collect(Collectors.joining(", "))));
        }
        Scripts.Creation like = made.getFirst();
        if (!names.fits(table)) {
            return new Outcome.Impossible(
                    "what a table beside %s would be called is not evident".formatted(table));
        }
        Optional<String> id = id(like, model);
        if (id.isEmpty()) {
            return new Outcome.Impossible("the id of the table %s was not found".formatted(table));
        }
        String statement = statement(like, model, id.get(), parent);
        Migrations.Written written =
                migrations.with(like.path(), statement, "create_" + names.of(table));
        return new Outcome.Script(written.path(), written.text());
    }

    private static Optional<String> id(Scripts.Creation like, DomainType model) {
        return model.id()
                .map(Property::name)
                .map(Renaming::snake)
                .flatMap(name ->
                        like.definition(name).or(() -> like.definition(name.replace("_", ""))));
    }

    private String statement(
            Scripts.Creation like, DomainType model, String id, Optional<String> parent) {
        var rows = new ArrayList<String[]>();
        for (NewProperty property : properties) {
            String column = Renaming.snake(property.name());
            rows.add(
                    new String[] {
                        like.isUpper() && like.parts().getFirst().matches("[A-Z_]+\\s.*")
                                ? column.toUpperCase(Locale.ROOT)
                                : column,
                        property.role() == NewProperty.Role.ID
                                ? id
                                : definition(property, column, like.isUpper(), parent)
                    });
        }
        boolean isAligned =
                like.parts().stream().anyMatch(part -> part.matches("(?s)\\w+ {2,}\\S.*"));
        int width = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
        String lines =
                rows.stream()
                        .map(row ->
                                (isAligned ? row[0] + " ".repeat(width - row[0].length()) : row[0])
                                        + " "
                                        + row[1])
                        .collect(Collectors.joining(",\n    "));
        String keys =
                id.toLowerCase(Locale.ROOT).contains("primary key")
                        ? ""
                        : like.parts().stream()
                                .filter(part ->
                                        part.matches(
                                                "(?is)(constraint\\s+\\S+\\s+)?primary\\s+key.*"))
                                .map(part -> ",\n    " + key(part, model))
                                .collect(Collectors.joining());
        return names.of(like.head()) + "\n    " + lines + keys + "\n" + like.tail() + ";";
    }

    /// The constraint of the key, for the new table.
    private String key(String part, DomainType model) {
        String own = Renaming.snake(model.id().orElseThrow().name());
        String other =
                properties.stream()
                        .filter(one -> one.role() == NewProperty.Role.ID)
                        .map(one -> Renaming.snake(one.name()))
                        .findFirst()
                        .orElse(own);
        return names.of(part).replaceAll("\\b" + own + "\\b", other);
    }

    private String definition(
            NewProperty property, String column, boolean isUpper, Optional<String> parent) {
        boolean isReference =
                property.role() == NewProperty.Role.LINK
                        || property.role() == NewProperty.Role.CALLER;
        if (isReference) {
            Optional<String> known = scripts.definition(column);
            if (known.isPresent()) {
                return known.get().replaceFirst("(?i)\\s+unique\\b", "");
            }
        }
        String type =
                property.role() == NewProperty.Role.LINK
                        ? parent.flatMap(this::keyType)
                                .orElse(new SqlTypes(scripts, isUpper).of(property))
                        : new SqlTypes(scripts, isUpper).of(property);
        String reference =
                property.role() == NewProperty.Role.LINK
                        ? parent.flatMap(this::reference)
                                .map(text ->
                                        " "
                                                + (isUpper
                                                        ? text.replaceFirst(
                                                                "^references", "REFERENCES")
                                                        : text))
                                .orElse("")
                        : "";
        String rest =
                (property.isNullable() ? "" : " not null") + (property.isUnique() ? " unique" : "");
        return type + (isUpper ? rest.toUpperCase(Locale.ROOT) : rest) + reference;
    }

    private Optional<String> reference(String table) {
        return keyOf(table).flatMap(key -> scripts.reference(table, key));
    }

    private Optional<String> keyOf(String table) {
        return scripts.of(table).stream()
                .flatMap(one -> one.parts().stream())
                .filter(part -> part.matches("(?is).*\\bprimary\\s+key\\b.*"))
                .map(part ->
                        part.matches("(?is)(constraint|primary)\\b.*")
                                ? part.replaceFirst("(?is)^.*?key\\s*\\(\\s*(\\w+).*$", "$1")
                                : Scripts.name(part))
                .findFirst();
    }

    /// The type of a table's key, without what makes its values.
    private Optional<String> keyType(String table) {
        return keyOf(table)
                .flatMap(key -> scripts.of(table).getFirst().definition(key))
                .map(definition ->
                        definition
                                .replaceFirst(
                                        "(?is)\\s+(generated|auto_increment|identity|primary|not\\s+null|default|unique|constraint)\\b.*$",
                                        "")
                                .replaceFirst("(?i)^bigserial$", "bigint")
                                .replaceFirst("(?i)^serial$", "integer"));
    }
}
