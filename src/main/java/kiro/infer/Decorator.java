package kiro.infer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.code.SyntaxNode;

/// An annotation, a decorator or an attribute.
///
/// @param name as it is written, such as `GetMapping` or `app.get`
record Decorator(
        String name, List<SyntaxNode> arguments, Map<String, SyntaxNode> named, SyntaxNode node) {
    static List<Decorator> of(List<SyntaxNode> nodes) {
        return nodes.stream().flatMap(node -> of(node).stream()).toList();
    }

    private static Optional<Decorator> of(SyntaxNode node) {
        return switch (node.kind()) {
            case "annotation", "marker_annotation" ->
                    node.child("name").map(name -> of(name.text(), node.child("arguments"), node));
            case "decorator" ->
                    node.named().stream().findFirst().map(each -> decorator(each, node));
            case "attribute_item" ->
                    node.first("attribute")
                            .map(attribute ->
                                    new Decorator(
                                            attribute.named().getFirst().text(),
                                            attribute
                                                    .child("arguments")
                                                    .map(SyntaxNode::named)
                                                    .orElse(List.of()),
                                            Map.of(),
                                            node));
            default -> Optional.empty();
        };
    }

    private static Decorator decorator(SyntaxNode expression, SyntaxNode node) {
        return expression
                .child("function")
                .map(function -> of(function.flatText(), expression.child("arguments"), node))
                .orElseGet(() -> new Decorator(expression.flatText(), List.of(), Map.of(), node));
    }

    private static Decorator of(String name, Optional<SyntaxNode> list, SyntaxNode node) {
        var arguments = new ArrayList<SyntaxNode>();
        SequencedMap<String, SyntaxNode> named = new LinkedHashMap<>();
        for (SyntaxNode each : list.map(SyntaxNode::named).orElse(List.of())) {
            Optional<SyntaxNode> key = each.child("key").or(() -> each.child("name"));
            Optional<SyntaxNode> value = each.child("value");
            boolean isNamed = each.is("element_value_pair") || each.is("keyword_argument");
            if (isNamed && key.isPresent() && value.isPresent()) {
                named.put(key.get().text(), value.get());
            } else {
                arguments.add(each);
            }
        }
        return new Decorator(name, List.copyOf(arguments), named, node);
    }

    /// The last part of the name.
    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /// The value under one of these names, or else the first one without a name.
    Optional<SyntaxNode> value(String... names) {
        for (String each : names) {
            if (named.containsKey(each)) {
                return Optional.ofNullable(named.get(each));
            }
        }
        return arguments.stream().findFirst();
    }

    Optional<SyntaxNode> named(String key) {
        return Optional.ofNullable(named.get(key));
    }
}
