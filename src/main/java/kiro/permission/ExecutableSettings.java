package kiro.permission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.text.Hash;

/// Finds the files of a project that say what runs on the machine of whoever works on it: hooks, servers,
/// agents, settings, rules, and the scripts that they name.
final class ExecutableSettings {
    private static final List<String> PLACES =
            List.of(
                    ".kiro/config.yaml",
                    ".kiro/permissions.yaml",
                    ".kiro/hooks.yaml",
                    ".kiro/hooks",
                    ".kiro/mcp.yaml",
                    ".kiro/mcp.json",
                    ".kiro/settings",
                    ".kiro/agents",
                    ".kiro/skills",
                    ".kiro/scripts",
                    ".kiro/workflows",
                    ".kiro/sandbox.json",
                    "mvnw",
                    ".mvn",
                    "gradlew",
                    "gradle/wrapper");

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_FILES = 20_000;
    private static final int MOST_FOLDERS = 50;
    private static final Pattern SCRIPT =
            Pattern.compile(
                    ".*\\.(sh|bash|zsh|py|m?js|cjs|m?ts|cts|rb|pl|php|ps1|bat|cmd|mk|lua|groovy|kts?)");

    /// What a command writes to does not run for that it is named there.
    private static final Pattern WRITTEN =
            Pattern.compile("(?<![\\\\\"'=>-])>{1,2}[ \\t]*[\"']?[\\w./-]+");

    private final Path root;
    private final int most;

    ExecutableSettings(Path root) {
        this(root, MOST_FILES);
    }

    /// @param most how many files are looked at
    ExecutableSettings(Path root, int most) {
        this.root = root;
        this.most = most;
    }

    /// @param files every such file with the hash of its content, in the order of paths
    /// @param isWhole whether these are all
    record Found(List<TrustedFile> files, boolean isWhole) {
        Found {
            files = List.copyOf(files);
        }
    }

    Found find() {
        var found = new TreeMap<String, TrustedFile>();
        var open = new ArrayDeque<String>();
        PLACES.stream().flatMap(place -> below(place).stream()).forEach(open::add);
        while (!open.isEmpty() && found.size() < most) {
            String path = open.removeFirst();
            if (!found.containsKey(path)) {
                byte[] content = content(path);
                found.put(path, new TrustedFile(path, Hash.of(content)));
                named(path, content).forEach(open::add);
            }
        }
        return new Found(List.copyOf(found.values()), open.stream().allMatch(found::containsKey));
    }

    private List<String> below(String place) {
        Path start = root.resolve(place);
        if (!Files.exists(start)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(start, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(Files::isRegularFile).limit(most + 1L).map(this::path).toList();
        } catch (IOException | UncheckedIOException unreadable) {
            // What cannot be walked is not trusted: its name stands for it, with no content.
            return List.of(place);
        }
    }

    private String path(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private byte[] content(String path) {
        Path file = root.resolve(path);
        try (var in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(MOST_BYTES);
            return start.length < MOST_BYTES ? start : Files.readAllBytes(file);
        } catch (IOException unreadable) {
            return new byte[0];
        }
    }

    /// The files of the project that a text names, or that a program which it names reads: their content runs as well.
    private List<String> named(String path, byte[] content) {
        if (content.length >= MOST_BYTES) {
            return List.of();
        }
        var words = RunWords.of(run(path, new String(content, StandardCharsets.UTF_8)));
        boolean isBuild = BuildPrograms.isTheirs(path);
        return folders(path, words.folders()).stream()
                .flatMap(folder ->
                        words.names().stream()
                                .flatMap(word ->
                                        isBuild && !SCRIPT.matcher(word).matches()
                                                ? Stream.empty()
                                                : of(word))
                                .flatMap(word -> file(folder, word).stream()))
                .distinct()
                .toList();
    }

    /// A text of settings without the files that it has written to.
    private static String run(String path, String text) {
        if (!path.startsWith(".kiro/")) {
            return text;
        }
        return WRITTEN.matcher(HookWords.of(path, text)).replaceAll(" ");
    }

    /// What a word can stand for: a file, a module of Python, or a program and what that reads.
    private static Stream<String> of(String word) {
        if (word.endsWith(RunWords.MODULE)) {
            String module =
                    word.substring(0, word.length() - RunWords.MODULE.length()).replace('.', '/');
            return Stream.of(".py", "/__main__.py", "/__init__.py").map(end -> module + end);
        }
        return Stream.concat(Stream.of(word), BuildPrograms.read(word).stream());
    }

    /// The folders that a line may be run in: the project's, that of its own file, and those that it names.
    private List<Path> folders(String path, List<String> words) {
        var folders = new LinkedHashSet<Path>();
        folders.add(root);
        Path own = root.resolve(path).getParent();
        if (own != null) {
            folders.add(own);
        }
        if (!BuildPrograms.isTheirs(path)) {
            words.stream()
                    .flatMap(word -> folder(word).stream())
                    .limit(MOST_FOLDERS)
                    .forEach(folders::add);
        }
        return List.copyOf(folders);
    }

    private Optional<Path> folder(String word) {
        try {
            Path folder = root.resolve(word).normalize();
            boolean isOwn = folder.startsWith(root) && !folder.equals(root);
            return isOwn && Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    private List<String> file(Path folder, String word) {
        try {
            Path file = folder.resolve(word).normalize();
            boolean isOwn = file.startsWith(root) && !file.equals(root);
            return isOwn && Files.isRegularFile(file) ? List.of(path(file)) : List.of();
        } catch (InvalidPathException none) {
            return List.of();
        }
    }
}
