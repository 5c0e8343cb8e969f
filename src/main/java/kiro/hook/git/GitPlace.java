package kiro.hook.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.process.Capture;
import kiro.process.Command;
import kiro.process.CommandRunner;
import kiro.workspace.GitEnvironment;
import kiro.workspace.GitProgram;

/// A repository, asked through the git command from its top folder.
///
/// @param top its top folder
/// @param folder of the workspace, from the top: empty for itself, else with a slash at its end
/// @param own the folder with what git keeps of this worktree
/// @param hooks the folder with its hooks, which may not be there
record GitPlace(CommandRunner commands, Path top, String folder, Path own, Path hooks) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// The repository around a workspace.
    static Optional<GitPlace> around(Path root, CommandRunner commands)
            throws InterruptedException {
        List<String> lines =
                ask(
                                commands,
                                root,
                                "rev-parse",
                                "--show-toplevel",
                                "--absolute-git-dir",
                                "--git-path",
                                "hooks",
                                "--show-prefix")
                        .map(text -> text.lines().toList())
                        .orElse(List.of());
        if (lines.size() < 3) {
            return Optional.empty();
        }
        return Optional.of(
                new GitPlace(
                        commands,
                        Path.of(lines.get(0)),
                        lines.size() > 3 ? lines.get(3) : "",
                        Path.of(lines.get(1)),
                        root.resolve(lines.get(2)).normalize()));
    }

    Optional<String> ask(String... arguments) throws InterruptedException {
        return ask(commands, top, arguments);
    }

    /// The names that git lists, with zeros between them; nothing where it cannot.
    List<String> names(String... arguments) throws InterruptedException {
        return ask(arguments).stream()
                .flatMap(text -> Stream.of(text.split("\0", -1)))
                .map(name -> name.startsWith("\n") ? name.substring(1) : name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /// Whether something of this worktree is there, such as `MERGE_HEAD`.
    boolean has(String name) {
        return Files.exists(own.resolve(name));
    }

    /// Whether a file is one of the project's, which others get too.
    boolean isShared(Path file) throws InterruptedException {
        return file.startsWith(top)
                && !file.startsWith(own)
                && !file.startsWith(top.resolve(".git"))
                && ask("check-ignore", "-q", file.toString()).isEmpty();
    }

    private static Optional<String> ask(CommandRunner commands, Path folder, String... arguments)
            throws InterruptedException {
        Command asking =
                new GitProgram(folder, commands)
                        .call(folder, LIMIT, List.of(arguments))
                        .withEnvironment(GitEnvironment.looking(folder, commands))
                        .withEnvironment(Map.of("LC_ALL", "C"));
        return commands.capture(asking) instanceof Capture.Ended ended && ended.code() == 0
                ? Optional.of(new String(ended.output(), StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
