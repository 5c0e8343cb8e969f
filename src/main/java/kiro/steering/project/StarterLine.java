package kiro.steering.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import kiro.code.Grammar;
import kiro.text.PathGlob;

/// A line of `starters.txt`.
record StarterLine(String file, Where where, String sentence) {
    private static final String FILE = "file ";
    private static final String CODE = "code ";

    /// Where a project must have something for the line to be proposed.
    sealed interface Where {
        /// @param languages in one of which there is code
        record Code(List<String> languages) implements Where {}

        /// @param text what a line of the file has; empty where the file is enough
        record File(PathGlob pattern, String text) implements Where {}
    }

    static List<StarterLine> all() {
        try (InputStream resource =
                Objects.requireNonNull(
                        StarterLine.class.getResourceAsStream("/kiro/steering/starters.txt"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(StarterLine::of)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static StarterLine of(String line) {
        List<String> parts = List.of(line.split(" \\| ", 3));
        return new StarterLine(parts.get(0), where(parts.get(1)), parts.get(2));
    }

    private static Where where(String words) {
        if (words.startsWith(CODE)) {
            return new Where.Code(List.of(words.substring(CODE.length()).split(" ")));
        }
        String file = words.substring(FILE.length());
        int has = file.indexOf(" has ");
        String pattern = has < 0 ? file : file.substring(0, has);
        return new Where.File(
                PathGlob.parse(
                                pattern.contains("/") || pattern.startsWith("*")
                                        ? pattern
                                        : "/" + pattern)
                        .orElseThrow(),
                has < 0 ? "" : file.substring(has + " has ".length()));
    }

    static String language(Grammar grammar) {
        return switch (grammar) {
            case JAVA -> "java";
            case JAVASCRIPT -> "javascript";
            case TYPESCRIPT, TSX -> "typescript";
            case PYTHON -> "python";
            case GO -> "go";
            case RUST -> "rust";
        };
    }
}
