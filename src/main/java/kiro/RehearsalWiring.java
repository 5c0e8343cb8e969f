package kiro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kiro.cli.Rehearsals;
import kiro.evidence.ScratchProject;
import kiro.process.Capture;
import kiro.process.ChildEnvironment;
import kiro.process.CommandRunner;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Copies projects into scratch folders, each with a repository that knows what was copied.
final class RehearsalWiring implements Rehearsals {
    /// Nothing of the person's own git: no hooks, no signatures, no name.
    private static final List<String> PLAIN =
            List.of(
                    "-c",
                    "core.hooksPath=/dev/null",
                    "-c",
                    "commit.gpgSign=false",
                    "-c",
                    "core.autocrlf=false",
                    "-c",
                    "user.name=kiro",
                    "-c",
                    "user.email=kiro@localhost");

    private static final String ADDED = ".git/kiro-added";

    private final Outside outside;

    RehearsalWiring(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Rehearsal open(Workspace workspace) throws IOException, InterruptedException {
        var commands =
                new CommandRunner(ChildEnvironment.of(outside.environment()), outside.temporary());
        List<WorkspacePath> paths = new Git(workspace, commands).files();
        ScratchProject copy = ScratchProject.of(workspace, paths, outside.temporary());
        try {
            var copied = new Workspace(copy.folder().toRealPath());
            var git = new Git(copied, commands);
            run(git, List.of("init", "-q"));
            add(copied, git, paths);
            run(git, List.of("commit", "-q", "--allow-empty", "--no-verify", "-m", "as it was"));
            return new Copy(copy, copied, git);
        } catch (IOException | InterruptedException cause) {
            copy.close();
            throw cause;
        }
    }

    /// What is copied is added by name: it may be ignored and tracked all the same.
    private static void add(Workspace copied, Git git, List<WorkspacePath> paths)
            throws IOException, InterruptedException {
        Path list = copied.root().resolve(ADDED);
        Files.writeString(
                list,
                paths.stream()
                        .filter(path -> Files.isRegularFile(copied.absolute(path)))
                        .map(WorkspacePath::value)
                        .collect(Collectors.joining("\0")));
        if (Files.size(list) > 0) {
            run(git, List.of("add", "-f", "--pathspec-from-file=" + ADDED, "--pathspec-file-nul"));
        }
    }

    private static String run(Git git, List<String> arguments)
            throws IOException, InterruptedException {
        var all = new ArrayList<String>(PLAIN);
        all.addAll(arguments);
        return switch (git.run(all)) {
            case Capture.Failed failed -> throw new IOException(failed.reason());
            case Capture.Ended ended when ended.code() != 0 ->
                    throw new IOException(
                            "git %s: %s".formatted(arguments.getFirst(), ended.errors().strip()));
            case Capture.Ended ended -> new String(ended.output(), StandardCharsets.UTF_8);
        };
    }

    /// A copy with its repository.
    private record Copy(ScratchProject copy, Workspace workspace, Git git) implements Rehearsal {
        @Override
        public String changes() throws IOException, InterruptedException {
            run(git, List.of("add", "-A"));
            return run(
                    git,
                    List.of(
                            "diff",
                            "--cached",
                            "--no-color",
                            "--no-ext-diff",
                            "HEAD",
                            "--",
                            ".",
                            ":(exclude).kiro/sessions",
                            ":(exclude).kiro/plans"));
        }

        @Override
        public void close() {
            copy.close();
        }
    }
}
