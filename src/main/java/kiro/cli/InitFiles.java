package kiro.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// What a project's `.kiro` folder begins with. It makes what is missing and touches nothing that is there, but for
/// the lines that git's list of ignored files lacks.
final class InitFiles {
    private static final WorkspacePath IGNORED = WorkspacePath.of(".gitignore");

    /// Git keeps no empty folder, so each begins with a file.
    private static final String KEEP = ".gitkeep";

    private final Workspace workspace;
    private final WorkspaceFiles files;

    InitFiles(Workspace workspace) {
        this.workspace = workspace;
        this.files = new WorkspaceFiles(workspace);
    }

    enum Outcome {
        MADE,
        KEPT,
        CHANGED
    }

    /// @param what what it is for, or what was done to it
    record Made(String path, Outcome outcome, String what) {}

    List<Made> make() throws IOException {
        var made = new ArrayList<Made>();
        made.add(folder(".kiro/specs", "specs, a Markdown file each"));
        made.add(
                folder(
                        ".kiro/steering",
                        "what your team has agreed on: style, architecture, security"));
        made.add(folder(".kiro/templates", "spec templates of your team"));
        made.add(
                file(
                        ".kiro/hooks.yaml",
                        "hooks.yaml",
                        "work that starts on events; nothing is active"));
        made.add(
                file(
                        ".kiro/memory.json",
                        "memory.json",
                        "what is remembered between sessions; not committed"));
        made.add(ignoreList());
        return made;
    }

    private Made folder(String path, String what) throws IOException {
        Path folder = workspace.root().resolve(path);
        if (Files.isDirectory(folder)) {
            return new Made(path + "/", Outcome.KEPT, what);
        }
        files.write(WorkspacePath.of(path).child(KEEP), new byte[0]);
        return new Made(path + "/", Outcome.MADE, what);
    }

    private Made file(String path, String resource, String what) throws IOException {
        if (Files.exists(workspace.root().resolve(path), LinkOption.NOFOLLOW_LINKS)) {
            return new Made(path, Outcome.KEPT, what);
        }
        files.write(WorkspacePath.of(path), resource(resource));
        return new Made(path, Outcome.MADE, what);
    }

    private Made ignoreList() throws IOException {
        Optional<byte[]> before = files.read(IGNORED);
        GitIgnore list = GitIgnore.of(before.orElse(new byte[0]));
        if (list.missing().isEmpty()) {
            return new Made(IGNORED.value(), Outcome.KEPT, "names memory and sessions already");
        }
        files.write(IGNORED, list.completed());
        return new Made(
                IGNORED.value(),
                before.isEmpty() ? Outcome.MADE : Outcome.CHANGED,
                "ignores " + String.join(" and ", list.missing()));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = InitFiles.class.getResourceAsStream("/kiro/init/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return in.readAllBytes();
        }
    }
}
