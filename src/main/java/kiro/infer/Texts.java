package kiro.infer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;

/// The texts that expressions of one file stand for: literals, constants of the file, and sums of both.
final class Texts {
    private static final Set<String> DECLARATIONS =
            Set.of("variable_declarator", "assignment", "const_spec", "const_item", "static_item");
    private static final int DEEPEST = 5;

    private final SequencedMap<String, SyntaxNode> constants = new LinkedHashMap<>();

    Texts(SourceFile file) {
        file.root()
                .below(
                        DECLARATIONS,
                        each -> {
                            Optional<SyntaxNode> name =
                                    each.child("name").or(() -> each.child("left"));
                            Optional<SyntaxNode> value =
                                    each.child("value").or(() -> each.child("right"));
                            if (name.isPresent() && value.isPresent()) {
                                constants.putIfAbsent(name.get().text(), inner(value.get()));
                            }
                        });
    }

    /// Go wraps values in lists.
    private static SyntaxNode inner(SyntaxNode value) {
        return value.is("expression_list") && value.named().size() == 1
                ? value.named().getFirst()
                : value;
    }

    Optional<String> of(SyntaxNode node) {
        return of(node, 0);
    }

    private Optional<String> of(SyntaxNode node, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        return switch (node.kind()) {
            case "identifier" ->
                    Optional.ofNullable(constants.get(node.text()))
                            .flatMap(value -> of(value, depth + 1));
            case "field_access", "member_expression", "attribute" ->
                    Optional.ofNullable(
                                    constants.get(
                                            node.text()
                                                    .substring(node.text().lastIndexOf('.') + 1)))
                            .flatMap(value -> of(value, depth + 1));
            case "binary_expression", "binary_operator" -> sum(node, depth);
            case "element_value_array_initializer", "array", "list" ->
                    node.named().stream().findFirst().flatMap(first -> of(first, depth + 1));
            case "template_string" -> SourceFile.literal(node).or(() -> template(node, depth));
            default -> SourceFile.literal(node);
        };
    }

    private Optional<String> sum(SyntaxNode node, int depth) {
        Optional<String> left = node.child("left").flatMap(each -> of(each, depth + 1));
        Optional<String> right = node.child("right").flatMap(each -> of(each, depth + 1));
        return left.isPresent() && right.isPresent()
                ? Optional.of(left.get() + right.get())
                : Optional.empty();
    }

    /// `${PREFIX}/users` with a constant of the file.
    private Optional<String> template(SyntaxNode node, int depth) {
        var text = new StringBuilder();
        for (SyntaxNode part : node.named()) {
            Optional<String> piece =
                    part.is("template_substitution")
                            ? part.named().stream().findFirst().flatMap(each -> of(each, depth + 1))
                            : Optional.of(part.text());
            if (piece.isEmpty()) {
                return Optional.empty();
            }
            text.append(piece.get());
        }
        return Optional.of(text.toString());
    }

    /// The path that an expression stands for; what only another file may know stands in it as an [OpenName].
    String path(SyntaxNode node) {
        return of(node).orElseGet(() ->
                switch (node.kind()) {
                    case "binary_expression", "binary_operator" ->
                            node.child("left").map(this::path).orElse("")
                                    + node.child("right").map(this::path).orElse("");
                    case "template_string" ->
                            node.named().stream()
                                    .map(part ->
                                            part.is("template_substitution")
                                                    ? part.named().stream()
                                                            .findFirst()
                                                            .map(this::path)
                                                            .orElse("")
                                                    : part.text())
                                    .collect(Collectors.joining());
                    case "identifier",
                            "field_access",
                            "member_expression",
                            "attribute",
                            "selector_expression" ->
                            OpenName.marked(node.text());
                    default -> "";
                });
    }

    /// The constants that may be parts of paths.
    Map<String, String> paths() {
        var paths = new LinkedHashMap<String, String>();
        constants.forEach((name, value) ->
                SourceFile.literal(value)
                        .filter(text -> text.matches("/[\\w./{}:-]{1,80}"))
                        .ifPresent(text -> paths.put(name, text)));
        return paths;
    }

    /// All texts of a list such as `["GET", "POST"]`.
    List<String> all(SyntaxNode node) {
        List<SyntaxNode> parts =
                switch (node.kind()) {
                    case "element_value_array_initializer", "array", "list", "tuple", "set" ->
                            node.named();
                    default -> List.of(node);
                };
        return parts.stream()
                .map(part -> of(part).orElse(part.text().replaceFirst("^.*\\.", "")))
                .toList();
    }
}
