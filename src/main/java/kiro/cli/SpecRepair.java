package kiro.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import kiro.spec.Spec;
import kiro.spec.SpecReader;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.spec.rule.Fixed;
import kiro.spec.rule.SpecFixer;
import kiro.text.TextDocument;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Writes to specs what can be repaired without asking, and says what it did.
final class SpecRepair {
    private final Console console;
    private final Workspace workspace;

    SpecRepair(Console console, Workspace workspace) {
        this.console = console;
        this.workspace = workspace;
    }

    /// Repairs one spec; answers whether it was changed. One that cannot be read may have a heading to blame.
    boolean repair(SpecReading reading) throws IOException {
        return switch (reading) {
            case SpecReading.Whole whole -> spec(whole.spec());
            case SpecReading.Broken broken -> headings(broken.findings().getFirst().file());
        };
    }

    private boolean spec(Spec spec) throws IOException {
        Fixed fixed = SpecFixer.fix(spec);
        if (fixed.lines() == 0) {
            return false;
        }
        new SpecStore(workspace).write(spec, fixed.document());
        say(spec.path().value(), fixed);
        return true;
    }

    private boolean headings(String file) throws IOException {
        Optional<WorkspacePath> path =
                workspace
                        .resolve(file)
                        .filter(each -> each.value().endsWith(".md"))
                        .filter(each -> Files.isRegularFile(workspace.absolute(each)));
        if (path.isEmpty() || Files.size(workspace.absolute(path.get())) > SpecReader.MAX_BYTES) {
            return false;
        }
        var files = new WorkspaceFiles(workspace);
        Optional<TextDocument> document = files.read(path.get()).flatMap(TextDocument::decode);
        Optional<Fixed> fixed = document.map(SpecFixer::headings).filter(each -> each.lines() > 0);
        if (fixed.isEmpty()) {
            return false;
        }
        files.write(path.get(), fixed.get().document().bytes());
        say(file, fixed.get());
        return true;
    }

    private void say(String path, Fixed fixed) {
        console.note(
                "repaired %s: %s changed (%s)"
                        .formatted(
                                path,
                                Counted.of(fixed.lines(), "line"),
                                String.join(", ", fixed.done())));
    }
}
