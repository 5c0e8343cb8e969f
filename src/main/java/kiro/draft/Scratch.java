package kiro.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.finding.Finding;
import kiro.spec.Spec;
import kiro.spec.SpecForm;
import kiro.spec.SpecName;
import kiro.spec.SpecReader;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.text.TextDocument;
import kiro.workspace.WorkspacePath;

/// Reads a spec that is not written yet, as it would be read from its place.
record Scratch(SpecName name, SpecForm form) {
    /// Empty where it holds no spec yet.
    Optional<Spec> read(SequencedMap<String, TextDocument> files) {
        return switch (reading(files)) {
            case SpecReading.Whole whole -> Optional.of(whole.spec());
            case SpecReading.Broken broken -> broken.draft();
        };
    }

    SpecReading reading(SequencedMap<String, TextDocument> files) {
        var documents = new LinkedHashMap<WorkspacePath, TextDocument>();
        files.forEach((file, document) -> documents.put(path(file), document));
        return SpecReader.read(name, documents);
    }

    /// What keeps it from being a spec.
    static List<Finding> faults(SpecReading reading) {
        return switch (reading) {
            case SpecReading.Whole _ -> List.of();
            case SpecReading.Broken broken -> broken.findings();
        };
    }

    WorkspacePath path(String file) {
        return switch (form) {
            case FILE -> SpecStore.FOLDER.child(file);
            case FOLDER -> SpecStore.FOLDER.child(name.value()).child(file);
        };
    }
}
