package kiro.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.text.PathGlob;

/// What a project keeps from every tool: `.kiroignore`, in the form of `.gitignore`.
public final class KiroIgnore {
    public static final String FILE = ".kiroignore";

    private static final KiroIgnore NOTHING = new KiroIgnore(List.of());

    private final List<Line> lines;

    private KiroIgnore(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /// @param isKept whether it takes back what a line before has ignored
    private record Line(PathGlob glob, boolean isKept) {}

    /// @param root the workspace's folder
    public static KiroIgnore in(Path root) throws IOException {
        return read(root.resolve(FILE));
    }

    /// Another file of the same form, such as those that search programs have.
    public static KiroIgnore read(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileProblem(file + " is a folder, a pipe or a device, not a file");
        }
        try {
            return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException none) {
            return NOTHING;
        }
    }

    static KiroIgnore parse(String text) {
        var lines = new ArrayList<Line>();
        text.lines().map(KiroIgnore::line).flatMap(Optional::stream).forEach(lines::add);
        return new KiroIgnore(lines);
    }

    /// A pattern that cannot be read ignores its own text, rather than nothing.
    private static Optional<Line> line(String text) {
        String pattern = text.replaceFirst("(?<!\\\\)\\s+$", "");
        if (pattern.isEmpty() || pattern.startsWith("#")) {
            return Optional.empty();
        }
        boolean isKept = pattern.startsWith("!");
        String plain = isKept ? pattern.substring(1) : pattern.replaceFirst("^\\\\(?=[#!])", "");
        boolean isFolder = plain.endsWith("/");
        String name = isFolder ? plain.substring(0, plain.length() - 1) : plain;
        return PathGlob.parse(name)
                .or(() -> PathGlob.parse(name.replaceAll("[\\[\\]{}]", "?")))
                .map(glob -> new Line(glob, isKept));
    }

    public boolean isEmpty() {
        return lines.stream().allMatch(Line::isKept);
    }

    /// The same as patterns of git, from the workspace's root; what is taken back is not, so that they fit too much.
    public List<String> pathspecs() {
        return lines.stream()
                .filter(line -> !line.isKept())
                .map(line -> line.glob().toString().replaceFirst("^\\./", ""))
                .map(name -> name.replaceAll("\\{[^{}]*}", "*"))
                .map(name ->
                        name.startsWith("/")
                                ? name.substring(1)
                                : name.contains("/") ? name : "**/" + name)
                .flatMap(name -> Stream.of(name, name + "/**"))
                .toList();
    }

    /// Whether a path is ignored, itself or with a folder that it lies in; what lies in an ignored folder cannot be
    /// taken back.
    ///
    /// @param path from the workspace's root, with `/` between names
    public boolean includes(String path) {
        if (lines.isEmpty()) {
            return false;
        }
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (slash > 0 && isIgnored(path.substring(0, slash))) {
                return true;
            }
        }
        return isIgnored(path);
    }

    private boolean isIgnored(String path) {
        boolean isIgnored = false;
        for (Line line : lines) {
            if (line.glob().matches(path)) {
                isIgnored = !line.isKept();
            }
        }
        return isIgnored;
    }
}
