package kiro.steering.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kiro.code.Grammar;
import kiro.steering.rule.Subject;
import kiro.steering.source.NameUse;
import kiro.steering.source.ProjectIndex;

/// A file with all that rules ask of it, each found once.
///
/// @param names where the names that rules look for are used
record FileWork(CheckedFile file, Engine engine, Map<Subject.Name, List<NameUse>> names) {

    static FileWork of(CheckedFile file, Engine engine, NameIndex index) {
        var names = new HashMap<Subject.Name, List<NameUse>>();
        if (!index.isEmpty() && file.tree().isPresent()) {
            Grammar language = file.tree().get().language();
            for (NameUse use : engine.project().uses(file.path(), file.tree().get())) {
                for (SoughtName sought : index.of(use, language)) {
                    List<NameUse> uses =
                            names.computeIfAbsent(sought.name(), _ -> new ArrayList<>());
                    boolean isKnown = !uses.isEmpty() && uses.getLast().node().equals(use.node());
                    if (!isKnown) {
                        uses.add(use);
                    }
                }
            }
        }
        return new FileWork(file, engine, names);
    }

    /// What all files of a check have in common.
    record Engine(
            ProjectIndex project,
            Parts parts,
            Shapes shapes,
            ImportGraph imports,
            InfrastructureCheck infrastructure) {}

    ProjectIndex project() {
        return engine.project();
    }

    Parts parts() {
        return engine.parts();
    }

    Shapes shapes() {
        return engine.shapes();
    }

    String path() {
        return file.path();
    }

    List<NameUse> uses(Subject.Name name) {
        return names.getOrDefault(name, List.of());
    }
}
