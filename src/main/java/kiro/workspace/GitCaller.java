package kiro.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.process.Capture;
import kiro.process.Command;
import kiro.process.CommandRunner;

/// Calls git to look at something, so that it starts nothing which the repository names.
final class GitCaller {
    private static final int UNUSABLE = 128;

    /// Commands that show differences, by programs where some are named.
    private static final Set<String> OF_DIFFERENCES =
            Set.of("diff", "log", "show", "diff-tree", "diff-index", "diff-files");

    private static final String NO_HOOKS = "/dev/null";

    private final Path root;
    private final CommandRunner commands;
    private final Map<String, String> bounds;

    /// @param bounds where git may look for the repository, as variables of its environment
    GitCaller(Path root, CommandRunner commands, Map<String, String> bounds) {
        this.root = root;
        this.commands = commands;
        this.bounds = Map.copyOf(bounds);
    }

    Capture look(Duration limit, List<String> arguments, Map<String, String> more)
            throws InterruptedException {
        return look(arguments, command(limit, arguments).withEnvironment(more));
    }

    /// The same for several questions at once, none of which asks for exact contents. Empty where they are to be asked one by one.
    Optional<List<Capture.Ended>> lookAll(
            GitShell shell, Duration limit, List<List<String>> questions, Map<String, String> more)
            throws InterruptedException {
        GitBatch batch = GitBatch.of(questions.stream().map(GitCaller::guarded).toList());
        Command git = command(limit, List.of()).withEnvironment(more);
        var settings = new GitSettings(root, commands);
        List<GitSettings.Setting> told = settings.telling();
        return elsewhere(settings.entry(), told).isPresent()
                ? Optional.empty()
                : shell.ask(batch, looking(git, told, false));
    }

    /// @param input a file that git reads
    Capture look(Duration limit, List<String> arguments, Path input) throws InterruptedException {
        return look(arguments, command(limit, arguments).withInput(input));
    }

    private Command command(Duration limit, List<String> arguments) {
        return new GitProgram(root, commands)
                .call(root, limit, guarded(arguments))
                .withEnvironment(bounds);
    }

    private Capture look(List<String> arguments, Command command) throws InterruptedException {
        var settings = new GitSettings(root, commands);
        List<GitSettings.Setting> told = settings.telling();
        Optional<String> elsewhere = elsewhere(settings.entry(), told);
        if (elsewhere.isPresent()) {
            return new Capture.Ended(UNUSABLE, new byte[0], "fatal: " + elsewhere.get());
        }
        return commands.look(looking(command, told, arguments.contains("--filters")));
    }

    /// @param isExact whether contents are asked for as they are committed
    private Command looking(Command command, List<GitSettings.Setting> told, boolean isExact) {
        var programs = new GitPrograms(told);
        var counting = new ArrayList<>(programs.forLooking(isExact));
        counting.add(Map.entry("core.hooksPath", NO_HOOKS));
        return command.withEnvironment(GitEnvironment.unattended(root, counting))
                .withEnvironment(
                        programs.abroad().isPresent()
                                ? Map.of("GIT_ALLOW_PROTOCOL", "none")
                                : Map.of());
    }

    /// The line with what keeps differences from being shown by programs.
    static List<String> guarded(List<String> arguments) {
        var line = new ArrayList<>(arguments);
        int at = verb(arguments);
        if (at < line.size() && OF_DIFFERENCES.contains(line.get(at))) {
            line.addAll(at + 1, List.of("--no-ext-diff", "--no-textconv"));
        }
        return line;
    }

    /// Where the command stands behind git's own options.
    static int verb(List<String> arguments) {
        int at = 0;
        while (at < arguments.size() && arguments.get(at).startsWith("-")) {
            at += arguments.get(at).equals("-c") || arguments.get(at).equals("-C") ? 2 : 1;
        }
        return at;
    }

    /// Why git is not asked at all: the settings have it take another folder for its files, which may be anywhere.
    static Optional<String> elsewhere(Optional<Path> entry, List<GitSettings.Setting> settings) {
        Optional<String> tree =
                settings.stream()
                        .filter(setting -> setting.key().equals("core.worktree"))
                        .map(GitSettings.Setting::value)
                        .reduce((_, last) -> last);
        if (entry.isEmpty() || tree.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path folder = GitSettings.folder(entry.get());
            boolean isShared =
                    Files.exists(folder.resolve("commondir"))
                            && !Files.exists(folder.resolve("config.worktree"));
            Path own = entry.get().resolveSibling(".").toRealPath();
            return isShared || folder.resolve(tree.get()).toRealPath().equals(own)
                    ? Optional.empty()
                    : Optional.of(elsewhere(tree.get()));
        } catch (IOException | InvalidPathException nowhere) {
            return Optional.of(elsewhere(tree.get()));
        }
    }

    private static String elsewhere(String tree) {
        return "the repository's settings (core.worktree) take %s for its files, which is not this folder"
                .formatted(tree);
    }
}
