package kiro.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kiro.process.Capture;
import kiro.process.Command;

/// What git could start in a repository: its hooks, and the programs that its settings name, or those of repositories within it.
///
/// @param top the folder of its files
/// @param settings those that the repository brings
record GitStarts(
        Path top, List<Hook> hooks, List<GitSettings.Setting> settings, GitPrograms programs) {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MOST_WITHIN = 200;

    /// @param text what the script says, with what it reads in from beside it
    record Hook(String name, Path file, String text) {}

    GitStarts {
        hooks = List.copyOf(hooks);
        settings = List.copyOf(settings);
    }

    static GitStarts in(GitProgram git) throws InterruptedException {
        Path root = git.root();
        List<GitSettings.Setting> settings = new GitSettings(root, git).all();
        var programs = new GitPrograms(settings);
        List<String> places =
                ask(git, root, "--show-toplevel", "--git-path", "hooks").lines().toList();
        if (places.size() < 2) {
            return new GitStarts(root, List.of(), settings, programs);
        }
        Path top = Path.of(places.get(0));
        // What `core.hooksPath` names is told from the top folder.
        String hooks =
                top.equals(root) ? places.get(1) : ask(git, top, "--git-path", "hooks").strip();
        return new GitStarts(
                top, hooks(top.resolve(hooks)), settings, programs.and(within(top, git)));
    }

    private static String ask(GitProgram git, Path folder, String... arguments)
            throws InterruptedException {
        return answer(
                git,
                folder,
                Stream.concat(
                                Stream.of("rev-parse", "--path-format=absolute"),
                                Stream.of(arguments))
                        .toList());
    }

    private static String answer(GitProgram git, Path folder, List<String> arguments)
            throws InterruptedException {
        Command asking =
                git.call(folder, LIMIT, arguments)
                        .withEnvironment(GitEnvironment.unattended(folder))
                        .withEnvironment(Map.of("LC_ALL", "C"));
        return git.commands().capture(asking) instanceof Capture.Ended ended && ended.code() == 0
                ? new String(ended.output(), StandardCharsets.UTF_8)
                : "";
    }

    /// Git looks into repositories within this one, and is led by their settings then.
    private static GitPrograms within(Path top, GitProgram git) throws InterruptedException {
        List<Path> others =
                Stream.of(answer(git, top, List.of("ls-files", "-s", "-z")).split("\0"))
                        .filter(entry -> entry.startsWith("160000 "))
                        .map(entry -> top.resolve(entry.substring(entry.indexOf('\t') + 1)))
                        .filter(folder -> Files.exists(folder.resolve(".git")))
                        .limit(MOST_WITHIN)
                        .toList();
        GitPrograms all = GitPrograms.NONE;
        for (Path other : others) {
            all = all.and(new GitPrograms(new GitSettings(other, git).all()));
        }
        return all;
    }

    private static List<Hook> hooks(Path folder) {
        // Husky has one for each step, which becomes the script in the folder around it, if there
        // is one.
        boolean isHuskys = folder.endsWith(Path.of(".husky", "_"));
        var hooks = new ArrayList<Hook>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                Path script = isHuskys ? folder.resolveSibling(name) : file;
                if (name.matches("[a-z]+(-[a-z]+)*")
                        && Files.isRegularFile(file)
                        && Files.isExecutable(file)
                        && Files.exists(script)) {
                    hooks.add(new Hook(name, file, text(file) + (isHuskys ? text(script) : "")));
                }
            }
            return hooks;
        } catch (IOException none) {
            return List.of();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException none) {
            return "";
        }
    }
}
