package kiro.tool.builtin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.edit.EditResult;
import kiro.edit.PatchEngine;
import kiro.tool.Preparation;
import kiro.workspace.WorkspacePath;

/// Applies a patch over several files.
final class ApplyPatchTool implements BuiltinTool {
    private final PathReader paths;
    private final PatchEngine engine;
    private final Editing editing;

    ApplyPatchTool(PathReader paths, PatchEngine engine, Editing editing) {
        this.paths = paths;
        this.engine = engine;
        this.editing = editing;
    }

    @Override
    public String name() {
        return "apply_patch";
    }

    @Override
    public Preparation prepare(Arguments arguments) {
        var touched = new LinkedHashSet<WorkspacePath>();
        var refusals = new ArrayList<String>();
        return editing.prepare(
                touched,
                () -> {
                    EditResult result =
                            engine.patch(
                                    arguments.text("patch"), text -> path(text, touched, refusals));
                    return refusals.isEmpty()
                            ? result
                            : new EditResult.Refused(String.join("\n", refusals));
                });
    }

    private Optional<WorkspacePath> path(
            String text, Set<WorkspacePath> touched, List<String> refusals) {
        return switch (paths.read(text)) {
            case PathReading.Inside inside -> {
                touched.add(inside.path());
                yield Optional.of(inside.path());
            }
            case PathReading.Root _ -> {
                refusals.add(text + " is the workspace itself: give a file");
                yield Optional.empty();
            }
            case PathReading.Refused refused -> {
                refusals.add(refused.text());
                yield Optional.empty();
            }
        };
    }
}
