package kiro.code;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The literals of all languages, and the texts that they stand for.
final class Literals {
    static final Set<String> STRINGS =
            Set.of(
                    "string",
                    "string_literal",
                    "raw_string_literal",
                    "interpreted_string_literal",
                    "template_string",
                    "concatenated_string");

    /// Literals with text between the nodes below them.
    static final Set<String> WITH_TEXT =
            Set.of(
                    "string",
                    "string_literal",
                    "raw_string_literal",
                    "interpreted_string_literal",
                    "template_string",
                    "character_literal",
                    "char_literal",
                    "regex",
                    "jsx_text",
                    "string_content");

    private static final Set<String> HOLES =
            Set.of(
                    "template_substitution",
                    "interpolation",
                    "string_interpolation",
                    "format_expression");
    private static final Set<String> PARTS =
            Set.of(
                    "string_fragment",
                    "string_content",
                    "escape_sequence",
                    "multiline_string_fragment",
                    "interpreted_string_literal_content",
                    "raw_string_literal_content");

    private Literals() {}

    /// The text that a literal stands for; empty when it has parts that only a run would tell.
    static Optional<String> text(SyntaxNode node) {
        if (!STRINGS.contains(node.kind()) || !node.below(HOLES).isEmpty()) {
            return Optional.empty();
        }
        if (node.is("concatenated_string")) {
            List<Optional<String>> parts = node.named().stream().map(Literals::text).toList();
            return parts.stream().allMatch(Optional::isPresent)
                    ? Optional.of(String.join("", parts.stream().map(Optional::get).toList()))
                    : Optional.empty();
        }
        var text = new StringBuilder();
        List<SyntaxNode> parts = node.below(PARTS);
        for (SyntaxNode part : parts) {
            if (part.parent().filter(above -> above.isAny(PARTS)).isEmpty()) {
                text.append(
                        part.is("escape_sequence") ? unescaped(part.text()) : withEscapes(part));
            }
        }
        return Optional.of(parts.isEmpty() ? unquoted(node.text()) : text.toString());
    }

    /// In Python the escapes are below the content.
    private static String withEscapes(SyntaxNode part) {
        List<SyntaxNode> escapes = part.all("escape_sequence");
        if (escapes.isEmpty()) {
            return part.text();
        }
        var text = new StringBuilder();
        int at = part.start();
        for (SyntaxNode escape : escapes) {
            text.append(part.tree().text(at, escape.start())).append(unescaped(escape.text()));
            at = escape.end();
        }
        return text.append(part.tree().text(at, part.end())).toString();
    }

    private static String unescaped(String escape) {
        return switch (escape) {
            case "\\n" -> "\n";
            case "\\t" -> "\t";
            case "\\r" -> "\r";
            default -> escape.length() == 2 ? escape.substring(1) : escape;
        };
    }

    /// Literals whose grammar has no node for what is between the quotes, as in Go.
    private static String unquoted(String text) {
        int start = 0;
        while (start < text.length() && "\"'`".indexOf(text.charAt(start)) < 0) {
            start++;
        }
        if (start >= text.length()) {
            return text;
        }
        int end = text.lastIndexOf(text.charAt(start));
        return end <= start ? "" : text.substring(start + 1, end);
    }
}
