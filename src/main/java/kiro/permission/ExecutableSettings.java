package kiro.permission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
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
    private static final int MOST_FILES = 2_000;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\"'`,;:=|&<>(){}\\[\\]]+");

    private final Path root;

    ExecutableSettings(Path root) {
        this.root = root;
    }

    /// Every such file with the hash of its content, in the order of paths.
    List<TrustedFile> find() {
        var found = new TreeMap<String, TrustedFile>();
        var open = new ArrayDeque<String>();
        PLACES.stream().flatMap(place -> below(place).stream()).forEach(open::add);
        while (!open.isEmpty() && found.size() < MOST_FILES) {
            String path = open.removeFirst();
            if (!found.containsKey(path)) {
                byte[] content = content(path);
                found.put(path, new TrustedFile(path, Hash.of(content)));
                named(content).forEach(open::add);
            }
        }
        return List.copyOf(found.values());
    }

    private List<String> below(String place) {
        Path start = root.resolve(place);
        if (!Files.exists(start)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(start, 8, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(Files::isRegularFile).limit(MOST_FILES).map(this::path).toList();
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

    /// The files of the project that a text names: their content runs as well.
    private List<String> named(byte[] content) {
        if (content.length >= MOST_BYTES) {
            return List.of();
        }
        return BETWEEN_WORDS
                .splitAsStream(new String(content, StandardCharsets.UTF_8))
                .filter(word -> word.indexOf('/') >= 0 || word.indexOf('.') > 0)
                .distinct()
                .flatMap(word -> file(word).stream())
                .toList();
    }

    private List<String> file(String word) {
        try {
            Path file = root.resolve(word).normalize();
            boolean isOwn = file.startsWith(root) && !file.equals(root);
            return isOwn && Files.isRegularFile(file) ? List.of(path(file)) : List.of();
        } catch (InvalidPathException none) {
            return List.of();
        }
    }
}
