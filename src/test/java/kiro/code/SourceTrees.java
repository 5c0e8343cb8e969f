package kiro.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Trees of the sources in this repository, to compare two ways to read them.
final class SourceTrees {
    private static final int MOST_BYTES = 40_000;

    private SourceTrees() {}

    /// Of every language, and a part of this program.
    static List<Path> sources() throws IOException {
        try (Stream<Path> samples = Files.walk(Path.of("src/test/resources"));
                Stream<Path> own = Files.walk(Path.of("src/main/java/kiro/code"))) {
            List<Path> files =
                    Stream.concat(samples, own)
                            .filter(file -> Grammar.of(file.toString()).isPresent())
                            .filter(Files::isRegularFile)
                            .filter(file -> file.toFile().length() < MOST_BYTES)
                            .sorted()
                            .toList();
            assertThat(files).hasSizeGreaterThan(60);
            return files;
        }
    }

    /// Puts other bytes in twelve places of a source.
    static void tear(byte[] source, Random random) {
        for (int i = 0; i < 12 && source.length > 0; i++) {
            int at = random.nextInt(source.length);
            source[at] = (byte) "(){}[];\"'\\ \n#x0\u00e9".charAt(random.nextInt(15));
        }
    }

    static void assertSame(TreeSitter one, TreeSitter other, Grammar grammar, byte[] source) {
        assertSame(read(one, grammar, source), read(other, grammar, source));
    }

    private static SyntaxTree read(TreeSitter parser, Grammar grammar, byte[] source) {
        return switch (parser.read(grammar, source)) {
            case SyntaxReading.Whole whole -> whole.tree();
            case SyntaxReading.Broken broken -> throw new AssertionError(broken.reason());
        };
    }

    private static void assertSame(SyntaxTree one, SyntaxTree other) {
        assertThat(one.size()).isEqualTo(other.size());
        for (int i = 0; i < one.size(); i++) {
            boolean isSame =
                    one.kind(i).equals(other.kind(i))
                            && one.field(i).equals(other.field(i))
                            && one.start(i) == other.start(i)
                            && one.end(i) == other.end(i)
                            && one.parent(i) == other.parent(i)
                            && one.after(i) == other.after(i)
                            && one.isMissing(i) == other.isMissing(i);
            assertThat(isSame)
                    .as(
                            "node %d: %s %s %d-%d and %s %s %d-%d",
                            i,
                            one.kind(i),
                            one.field(i),
                            one.start(i),
                            one.end(i),
                            other.kind(i),
                            other.field(i),
                            other.start(i),
                            other.end(i))
                    .isTrue();
        }
    }
}
