package kiro.tool.builtin;

import java.nio.file.Files;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.ToolResult;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Lists what lies in a folder, without what git ignores.
final class ListDirectoryTool implements BuiltinTool {
    private static final int MAX_LINES = 1_000;
    private static final int DEPTH = 2;

    private final Workspace workspace;
    private final PathReader paths;
    private final Git git;

    ListDirectoryTool(Workspace workspace, PathReader paths, Git git) {
        this.workspace = workspace;
        this.paths = paths;
        this.git = git;
    }

    @Override
    public String name() {
        return "list_directory";
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
    public Preparation prepare(Arguments arguments) {
        int depth = arguments.number("depth", DEPTH);
        return switch (paths.read(arguments.optionalText("path").orElse("."))) {
            case PathReading.Refused refused -> Preparation.Refused.looking(refused.text());
            case PathReading.Root _ -> ready(List.of(), "", depth);
            case PathReading.Inside inside -> {
                WorkspacePath path = inside.path();
                if (Files.isDirectory(workspace.absolute(path))) {
                    yield ready(List.of(path), path + "/", depth);
                }
                boolean isFile = Files.exists(workspace.absolute(path));
                yield Preparation.Refused.looking(
                        isFile ? path + " is a file: use read_file" : "there is no folder " + path);
            }
        };
    }

    private Preparation ready(List<WorkspacePath> read, String prefix, int depth) {
        String folder = prefix.isEmpty() ? "the workspace" : prefix;
        return new Preparation.Ready(
                new Effect.Read(read), "list " + folder, () -> list(prefix, depth));
    }

    private ToolResult list(String prefix, int depth) throws InterruptedException {
        SequencedSet<String> entries = new TreeSet<>();
        for (WorkspacePath file : git.files()) {
            if (file.value().startsWith(prefix) && !paths.isKept(file)) {
                addEntries(entries, file.value(), prefix.length(), depth);
            }
        }
        if (entries.isEmpty()) {
            return new ToolResult.Done("[no files, apart from what git ignores]");
        }
        List<String> shown = entries.stream().limit(MAX_LINES).map(Names::listed).toList();
        String note =
                shown.size() == entries.size()
                        ? ""
                        : "\n[%d of %,d entries: list a folder of it, or with less depth]"
                                .formatted(shown.size(), entries.size());
        return new ToolResult.Done(String.join("\n", shown) + note);
    }

    /// The folders on the way to a file, and the file itself, as deep as is asked for.
    private static void addEntries(
            SequencedSet<String> entries, String file, int start, int depth) {
        int from = start;
        for (int level = 1; level <= depth; level++) {
            int slash = file.indexOf('/', from);
            if (slash < 0) {
                entries.add(file);
                return;
            }
            entries.add(file.substring(0, slash + 1));
            from = slash + 1;
        }
    }
}
