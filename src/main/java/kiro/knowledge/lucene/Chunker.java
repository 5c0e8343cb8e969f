package kiro.knowledge.lucene;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.code.Grammar;
import kiro.code.SyntaxReading;
import kiro.code.TreeSitter;

/// Cuts a file into pieces by what it is: Markdown at headings, code between declarations, all else by lines.
final class Chunker {
    private static final Pattern MARKDOWN = Pattern.compile(".*\\.(md|markdown|mdx|mdc)");

    private final TreeSitter parser;

    Chunker(TreeSitter parser) {
        this.parser = parser;
    }

    List<Chunk> chunks(String path, String text) {
        var lines = new Lines(text);
        if (MARKDOWN.matcher(path.toLowerCase(Locale.ROOT)).matches()) {
            return MarkdownChunks.of(lines);
        }
        Optional<Grammar> grammar = Grammar.of(path);
        if (grammar.isPresent()
                && parser.read(grammar.get(), text.getBytes(StandardCharsets.UTF_8))
                        instanceof SyntaxReading.Whole whole) {
            return CodeChunks.of(lines, path, whole.tree());
        }
        return lines.chunks(1, lines.count(), "");
    }
}
