package kiro.tool.builtin;

import java.util.List;
import kiro.edit.PatchEngine;
import kiro.tool.Preparation;

/// Replaces a text in a file.
final class EditFileTool implements BuiltinTool {
    private final PathReader paths;
    private final PatchEngine engine;
    private final Editing editing;

    EditFileTool(PathReader paths, PatchEngine engine, Editing editing) {
        this.paths = paths;
        this.engine = engine;
        this.editing = editing;
    }

    @Override
    public String name() {
        return "edit_file";
    }

    @Override
    public Preparation prepare(Arguments arguments) {
        return switch (paths.read(arguments.text("path"))) {
            case PathReading.Root _ ->
                    refused("the path is the workspace itself: give a file", arguments);
            case PathReading.Refused refused -> refused(refused.text(), arguments);
            case PathReading.Inside inside ->
                    editing.prepare(
                            List.of(inside.path()),
                            () ->
                                    engine.replace(
                                            inside.path(),
                                            arguments.text("old_text"),
                                            arguments.text("new_text")));
        };
    }

    private static Preparation refused(String text, Arguments arguments) {
        return Preparation.Refused.changing(text, List.of(arguments.text("path")));
    }
}
