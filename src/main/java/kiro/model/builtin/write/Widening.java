package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.code.JavaEditor;
import kiro.code.JavaReader;
import kiro.code.JavaReading;
import kiro.model.builtin.ground.NewEnum;
import kiro.model.builtin.ground.NewProperty;
import kiro.model.builtin.ground.NewTable;
import kiro.model.builtin.ground.WiderStore;
import kiro.model.builtin.ground.WiderTable;
import kiro.model.builtin.ground.WiderType;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;

/// Draws what changes where a stored type gets more properties: the type, all places where such objects are made, the
/// table, the statements of its store. Nothing changes where one of these cannot be changed.
final class Widening {
    private final JavaReader reader;
    private final SpringProject project;
    private final Storage storage;
    private final List<NewProperty> properties;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<String> reasons = new ArrayList<>();

    Widening(
            JavaReader reader,
            SpringProject project,
            Storage storage,
            List<NewProperty> properties) {
        this.reader = reader;
        this.project = project;
        this.storage = storage;
        this.properties = List.copyOf(properties);
        draw();
    }

    /// The texts of the files that change, by path; none where not all of them can.
    Map<String, String> files() {
        return reasons.isEmpty() ? files : Map.of();
    }

    List<String> reasons() {
        return List.copyOf(reasons);
    }

    private void draw() {
        DomainType type = storage.resource();
        var wider = new WiderType(reader, project.sources(), project.style(), type, properties);
        reasons.addAll(wider.reasons());
        files.putAll(wider.files());
        for (NewProperty property : properties) {
            if (!property.constants().isEmpty()) {
                var made = new NewEnum(project.sources(), type.type(), property);
                files.put(
                        GroundPlan.path(type.type(), type.type().packageName(), property.type()),
                        project.style().apply(made.code(type.type().packageName())));
            }
        }
        table();
        if (storage.backing() instanceof Backing.Sql sql) {
            rows(sql);
        }
    }

    private String imported(String path, String text) {
        return switch (reader.read(path, text)) {
            case JavaReading.Whole whole ->
                    new JavaEditor(reader).withImport(whole.file(), "java.sql.Timestamp").text();
            case JavaReading.Broken _ -> text;
        };
    }

    private void table() {
        boolean isInTable =
                storage.kind() == Storage.Kind.REPOSITORY
                        || storage.backing() instanceof Backing.Sql
                        || storage.backing() instanceof Backing.Entities;
        if (!isInTable) {
            return;
        }
        Optional<String> table =
                StoredTables.names(storage).stream()
                        .filter(one -> NewTable.isMade(project.sources(), one))
                        .findFirst();
        if (table.isEmpty()) {
            if (!StoredTables.areMadeByHibernate(project, storage)) {
                reasons.add(
                        "what makes the table of %s is not evident"
                                .formatted(storage.resource().name()));
            }
            return;
        }
        switch (new WiderTable(project.sources(), properties).with(table.get())) {
            case NewTable.Outcome.Script script -> files.put(script.path(), script.text());
            case NewTable.Outcome.Impossible impossible -> reasons.add(impossible.reason());
        }
    }

    private void rows(Backing.Sql sql) {
        var store = new WiderStore(sql, storage.resource(), properties);
        String path = sql.in().path();
        String text = store.widened(files.getOrDefault(path, sql.in().file().text()));
        files.put(path, text.contains("Timestamp.from(") ? imported(path, text) : text);
        reasons.addAll(store.reasons());
    }
}
