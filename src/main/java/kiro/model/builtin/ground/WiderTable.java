package kiro.model.builtin.ground;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kiro.model.builtin.project.Sources;

/// Gives a table one more column for each of some properties: in the script that makes it, in the next migration, in a
/// change set. Rows that are there have no value in them.
public final class WiderTable {
    private final Scripts scripts;
    private final Migrations migrations;
    private final List<NewProperty> properties;

    public WiderTable(Sources sources, List<NewProperty> properties) {
        this.scripts = new Scripts(sources);
        this.migrations = new Migrations(scripts);
        this.properties = List.copyOf(properties);
    }

    public NewTable.Outcome with(String table) {
        List<Scripts.Creation> made = scripts.of(table);
        if (made.size() != 1) {
            return new NewTable.Outcome.Impossible(
                    "which script makes the table %s is not evident".formatted(table));
        }
        if (scripts.says("\\binsert\\s+into\\s+" + table + "\\s+(values|select)\\b")) {
            return new NewTable.Outcome.Impossible(
                    "a script fills the table %s by the order of its columns".formatted(table));
        }
        Scripts.Creation creation = made.getFirst();
        boolean isChanged =
                Migrations.isVersioned(creation.path())
                        || migrations.isOfChangeSets(creation.path());
        return isChanged ? altered(creation) : widened(creation);
    }

    private NewTable.Outcome altered(Scripts.Creation creation) {
        String alter =
                properties.stream()
                        .map(one ->
                                (creation.isUpper()
                                                        ? "ALTER TABLE %s ADD COLUMN "
                                                        : "alter table %s add column ")
                                                .formatted(creation.table())
                                        + Renaming.snake(one.name())
                                        + " "
                                        + type(creation, one)
                                        + ";")
                        .collect(Collectors.joining("\n"));
        String words =
                "add_"
                        + properties.stream()
                                .map(one -> Renaming.snake(one.name()))
                                .collect(Collectors.joining("_and_"))
                        + "_to_"
                        + creation.table();
        Migrations.Written written = migrations.with(creation.path(), alter, words);
        return new NewTable.Outcome.Script(written.path(), written.text());
    }

    private String type(Scripts.Creation creation, NewProperty property) {
        return new SqlTypes(scripts, creation.isUpper()).of(property);
    }

    private NewTable.Outcome widened(Scripts.Creation creation) {
        String text = scripts.text(creation.path());
        String body = text.substring(creation.bodyStart(), creation.bodyEnd());
        List<String> columns =
                creation.parts().stream()
                        .filter(part ->
                                !part.toLowerCase(Locale.ROOT)
                                        .matches(
                                                "(?s)(constraint|primary|unique|foreign|check|key|index)\\b.*"))
                        .toList();
        int at = columns.isEmpty() ? -1 : body.indexOf(columns.getLast());
        if (at < 0) {
            return new NewTable.Outcome.Impossible(
                    "where the columns of %s end is not evident".formatted(creation.table()));
        }
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        int width = columns.getFirst().replaceFirst("(?s)^(\\S+\\s+).*$", "$1").length();
        String indent = body.replaceFirst("(?s)^\\s*?\\n?([ \\t]*)\\S.*$", "$1");
        var added = new StringBuilder();
        for (NewProperty property : properties) {
            String name = Renaming.snake(property.name());
            String padded = name + " ".repeat(Math.max(1, width - name.length()));
            boolean isAligned = columns.stream().anyMatch(one -> one.matches("(?s)\\w+ {2,}.*"));
            added.append(",")
                    .append(end)
                    .append(indent)
                    .append(isAligned ? padded : name + " ")
                    .append(type(creation, property));
        }
        int place = creation.bodyStart() + at + columns.getLast().length();
        return new NewTable.Outcome.Script(
                creation.path(), text.substring(0, place) + added + text.substring(place));
    }
}
