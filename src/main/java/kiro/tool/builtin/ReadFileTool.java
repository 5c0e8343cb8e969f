package kiro.tool.builtin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.List;
import java.util.Optional;
import kiro.text.Hash;
import kiro.text.TextDocument;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.ToolResult;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Shows a file to the model.
final class ReadFileTool implements BuiltinTool {
    private static final int MAX_BYTES = 8 * 1024 * 1024;

    private final Workspace workspace;
    private final PathReader paths;
    private final WorkspaceFiles files;
    private final SimilarFiles similar;
    private final SeenFiles seen;

    ReadFileTool(
            Workspace workspace,
            PathReader paths,
            WorkspaceFiles files,
            SimilarFiles similar,
            SeenFiles seen) {
        this.workspace = workspace;
        this.paths = paths;
        this.files = files;
        this.similar = similar;
        this.seen = seen;
    }

    @Override
    public String name() {
        return "read_file";
    }

    @Override
    public boolean isLooking() {
        return true;
    }

    @Override
    public boolean isParallel() {
        return true;
    }

    @Override
    public Preparation prepare(Arguments arguments) throws InterruptedException {
        return switch (paths.read(arguments.text("path"))) {
            case PathReading.Root _ ->
                    Preparation.Refused.looking("the path is a folder: use list_directory");
            case PathReading.Refused refused -> Preparation.Refused.looking(refused.text());
            case PathReading.Inside inside -> prepare(inside.path(), arguments);
        };
    }

    private Preparation prepare(WorkspacePath path, Arguments arguments)
            throws InterruptedException {
        int start = arguments.number("start_line", 1);
        int end = arguments.number("end_line", Integer.MAX_VALUE);
        if (end < start) {
            return Preparation.Refused.looking(
                    "end_line %d lies before start_line %d".formatted(end, start));
        }
        Optional<String> objection = objection(path);
        if (objection.isPresent()) {
            return Preparation.Refused.looking(objection.get());
        }
        boolean isWhole = start == 1 && end == Integer.MAX_VALUE;
        String range =
                isWhole
                        ? ""
                        : " from line " + start + (end == Integer.MAX_VALUE ? "" : " to " + end);
        return new Preparation.Ready(
                new Effect.Read(List.of(path)),
                "read " + path + range,
                () -> run(path, new Excerpt(start, end)));
    }

    private Optional<String> objection(WorkspacePath path) throws InterruptedException {
        Optional<String> secret = Secrecy.objection(path);
        if (secret.isPresent()) {
            return secret;
        }
        if (Files.isDirectory(workspace.absolute(path), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(path + " is a folder: use list_directory");
        }
        if (!Files.isRegularFile(workspace.absolute(path), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(similar.notFound(path));
        }
        return Optional.empty();
    }

    private ToolResult run(WorkspacePath path, Excerpt excerpt) {
        try {
            Optional<byte[]> bytes = files.read(path);
            return bytes.isEmpty()
                    ? new ToolResult.Failed(path + " is not there any more")
                    : show(path, bytes.get(), excerpt);
        } catch (IOException unreadable) {
            return new ToolResult.Failed(String.valueOf(unreadable.getMessage()));
        }
    }

    private ToolResult show(WorkspacePath path, byte[] bytes, Excerpt excerpt) {
        seen.saw(path, Hash.of(bytes));
        if (bytes.length > MAX_BYTES) {
            return new ToolResult.Failed(
                    "%s has more than %d MiB: look into it with run_command"
                            .formatted(path, MAX_BYTES >> 20));
        }
        return TextDocument.read(bytes)
                .map(text -> excerpt.of(path, text))
                .orElseGet(() ->
                        new ToolResult.Failed(
                                "%s is not text, but binary (%,d bytes): look into it with run_command"
                                        .formatted(path, bytes.length)));
    }
}
