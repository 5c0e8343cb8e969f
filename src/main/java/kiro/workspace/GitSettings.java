package kiro.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.process.Capture;
import kiro.process.Command;
import kiro.process.CommandRunner;

/// Reads the settings of git that a repository brings: its own files, and whatever of the project a person's own settings include.
final class GitSettings {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int WORDS_OF_ONE = 3;

    /// Words without which a repository's own file names no program, and leads git nowhere.
    private static final Pattern TELLING =
            Pattern.compile(
                    "(?i)\\[\\s*(include|filter|diff|gpg|trailer|credential)|worktree\\s*=|external|program|command|helper|uploadpack"
                            + "|receivepack|vcs|driver|askpass|gitproxy|ignorerevsfile|difffilter");

    private static final Pattern INCLUDES = Pattern.compile("(?i)\\[\\s*include");

    private final Path root;
    private final CommandRunner commands;
    private final GitProgram git;

    GitSettings(Path root, CommandRunner commands) {
        this(root, new GitProgram(root, commands));
    }

    /// @param root a folder of the project that git is called for
    GitSettings(Path root, GitProgram git) {
        this.root = root;
        this.commands = git.commands();
        this.git = git;
    }

    /// @param key as git writes it: without capitals, but for the name in the middle
    record Setting(String key, String value) {}

    /// Those that may make git run a program, or look elsewhere. Mostly there are none, which a look at the files tells.
    List<Setting> telling() throws InterruptedException {
        return mayTell() ? all() : List.of();
    }

    /// All that the repository brings; none where git cannot read them, as it then does nothing else either.
    List<Setting> all() throws InterruptedException {
        Command asking =
                git.call(
                                root,
                                LIMIT,
                                List.of(
                                        "config",
                                        "--list",
                                        "--includes",
                                        "--show-scope",
                                        "--show-origin",
                                        "-z"))
                        .withEnvironment(GitEnvironment.unattended())
                        .withEnvironment(Map.of("LC_ALL", "C"));
        var settings = new ArrayList<Setting>();
        if (commands.capture(asking) instanceof Capture.Ended ended && ended.code() == 0) {
            String[] words = new String(ended.output(), StandardCharsets.UTF_8).split("\0", -1);
            for (int i = 0; i + WORDS_OF_ONE <= words.length; i += WORDS_OF_ONE) {
                if (isProjects(words[i], words[i + 1])) {
                    settings.add(setting(words[i + 2]));
                }
            }
        }
        return List.copyOf(settings);
    }

    private static Setting setting(String entry) {
        int end = entry.indexOf('\n');
        return end < 0
                ? new Setting(entry, "true")
                : new Setting(entry.substring(0, end), entry.substring(end + 1));
    }

    private boolean isProjects(String scope, String origin) {
        return switch (scope) {
            case "command" -> false;
            case "system", "global" -> isWithin(origin.replaceFirst("^file:", ""));
            default -> true;
        };
    }

    private boolean isWithin(String origin) {
        try {
            Path file = root.resolve(origin).toRealPath();
            return file.startsWith(entry().map(Path::getParent).orElse(root));
        } catch (IOException | InvalidPathException nowhere) {
            return false;
        }
    }

    private boolean mayTell() {
        Optional<Path> entry = entry();
        return entry.isPresent()
                && (own(entry.get()).anyMatch(file -> has(file, TELLING))
                        || persons().anyMatch(file -> has(file, INCLUDES)));
    }

    /// `.git` of the repository around the workspace.
    Optional<Path> entry() {
        for (Path at = root; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return Optional.of(at.resolve(".git"));
            }
        }
        return Optional.empty();
    }

    private static Stream<Path> own(Path entry) {
        Path folder = folder(entry);
        return Stream.of(
                folder.resolve("config"),
                folder.resolve("config.worktree"),
                common(entry).resolve("config"));
    }

    /// Where a repository's `.git` leads.
    static Path folder(Path entry) {
        return Files.isDirectory(entry) ? entry : named(entry, "^gitdir: *");
    }

    /// Where what all worktrees of a repository share lies.
    static Path common(Path entry) {
        Path common = folder(entry).resolve("commondir");
        return Files.isRegularFile(common) ? named(common, "^") : folder(entry);
    }

    /// The folder that a file of one line names.
    private static Path named(Path file, String before) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8).strip();
            return file.resolveSibling(text.replaceFirst(before, "")).normalize();
        } catch (IOException | InvalidPathException unreadable) {
            return file;
        }
    }

    private Stream<Path> persons() {
        Optional<String> home = commands.variable("HOME");
        Optional<String> moved = commands.variable("XDG_CONFIG_HOME");
        return Stream.of(
                        commands.variable("GIT_CONFIG_GLOBAL"),
                        home.map(folder -> folder + "/.gitconfig"),
                        moved.or(() -> home.map(folder -> folder + "/.config"))
                                .map(folder -> folder + "/git/config"))
                .flatMap(Optional::stream)
                .map(Path::of);
    }

    /// What cannot be read may say anything.
    private static boolean has(Path file, Pattern words) {
        try {
            return Files.exists(file)
                    && words.matcher(Files.readString(file, StandardCharsets.ISO_8859_1)).find();
        } catch (IOException unreadable) {
            return true;
        }
    }
}
