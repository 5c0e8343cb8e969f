package kiro.infer;

import java.util.Optional;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;

/// The paths that tests ask for, with `*` for what only a run would tell.
final class Paths {
    private static final int DEEPEST = 20;

    private Paths() {}

    /// The path of an expression; empty when it is none.
    static Optional<String> of(SyntaxNode node) {
        String text =
                written(node, 0)
                        .replaceFirst("^\\w+://[^/]*", "")
                        .replaceFirst("^\\*+(?=/)", "")
                        .replaceAll("\\{[^}]*}", "*")
                        .replaceAll("%[sdv]", "*");
        return text.startsWith("/") && !text.contains(" ") && text.length() < 300
                ? Optional.of(text.replaceAll("[?#].*$", ""))
                : Optional.empty();
    }

    private static String written(SyntaxNode node, int depth) {
        if (depth > DEEPEST) {
            return "*";
        }
        Optional<String> literal = SourceFile.literal(node);
        if (literal.isPresent()) {
            return literal.get();
        }
        return switch (node.kind()) {
            case "binary_expression", "binary_operator" ->
                    part(node, "left", depth) + part(node, "right", depth);
            case "template_string", "string" -> holes(node);
            case "call_expression", "call", "method_invocation", "reference_expression" ->
                    node.child("arguments")
                            .flatMap(list -> list.named().stream().findFirst())
                            .or(() -> node.child("value"))
                            .map(first -> written(first, depth + 1))
                            .orElse("*");
            default -> "*";
        };
    }

    private static String part(SyntaxNode node, String field, int depth) {
        return node.child(field).map(each -> written(each, depth + 1)).orElse("*");
    }

    private static String holes(SyntaxNode string) {
        var text = new StringBuilder();
        for (SyntaxNode part : string.named()) {
            boolean isHole = part.is("template_substitution") || part.is("interpolation");
            boolean isMark = part.is("string_start") || part.is("string_end");
            text.append(isHole ? "*" : isMark ? "" : part.text());
        }
        return text.toString();
    }
}
