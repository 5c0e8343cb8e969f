package kiro;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import kiro.process.ChildEnvironment;
import kiro.process.CommandRunner;
import kiro.workspace.Git;
import kiro.workspace.ProjectLayout;
import kiro.workspace.Workspace;

/// What a run sees of its project when it begins. In a large repository that takes time, so it begins before anything else
/// is made ready.
///
/// @param begun by the clock that measures spans
/// @param view the files, which are what git knows or what lies in the folder, and what git says of them
record FirstLook(Path root, long begun, Ahead<Git.View> view, Ahead<ProjectLayout> layout) {
    private static final Set<String> COMMANDS = Set.of("agent", "chat");
    private static final Set<String> WORDS_ONLY = Set.of("--help", "-h");

    /// A person may have been asked something meanwhile, and have changed files.
    private static final Duration FRESH = Duration.ofSeconds(2);

    /// The look that a command line will need, before it is read; empty where it needs none.
    static Optional<FirstLook> early(Outside outside, String[] args) {
        if (args.length == 0
                || !COMMANDS.contains(args[0])
                || Arrays.stream(args).anyMatch(WORDS_ONLY::contains)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    begin(outside, Workspace.around(outside.directory(), outside.home())));
        } catch (IOException unreadable) {
            // Whoever opens the workspace says what is wrong with it.
            return Optional.empty();
        }
    }

    /// Whether it shows the workspace as it is.
    boolean isOf(Workspace workspace) {
        return root.equals(workspace.root()) && System.nanoTime() - begun < FRESH.toNanos();
    }

    static FirstLook begin(Outside outside, Workspace workspace) {
        var git =
                new Git(
                        workspace,
                        new CommandRunner(
                                ChildEnvironment.of(outside.environment()), outside.temporary()));
        Ahead<Git.View> view = Ahead.begin("project", git::view);
        return new FirstLook(
                workspace.root(),
                System.nanoTime(),
                view,
                Ahead.begin("layout", () -> ProjectLayout.of(view.get().files())));
    }
}
