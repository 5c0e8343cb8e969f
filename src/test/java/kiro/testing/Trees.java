package kiro.testing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import kiro.code.Grammar;
import kiro.code.NativeCache;
import kiro.code.SourceFile;
import kiro.code.SyntaxReading;
import kiro.code.SyntaxTree;
import kiro.code.TreeSitter;

/// Reads sources into trees, in tests.
public final class Trees {
    private static final TreeSitter PARSER =
            new TreeSitter(
                    new NativeCache(
                            Path.of("target/native").toAbsolutePath(),
                            Path.of(System.getProperty("java.io.tmpdir"))),
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"));

    private Trees() {}

    public static TreeSitter parser() {
        return PARSER;
    }

    public static SyntaxTree tree(Grammar grammar, String source) {
        return switch (PARSER.read(grammar, source.getBytes(StandardCharsets.UTF_8))) {
            case SyntaxReading.Whole whole -> whole.tree();
            case SyntaxReading.Broken broken -> throw new AssertionError(broken.reason());
        };
    }

    /// A source file, in the language that its name tells.
    public static SourceFile file(String path, String source) {
        return new SourceFile(path, tree(Grammar.of(path).orElseThrow(), source));
    }
}
