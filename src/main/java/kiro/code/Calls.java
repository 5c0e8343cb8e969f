package kiro.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds calls, whatever each language's grammar names them.
final class Calls {
    private static final Set<String> KINDS =
            Set.of(
                    "method_invocation",
                    "object_creation_expression",
                    "call_expression",
                    "new_expression",
                    "call",
                    "macro_invocation");

    private Calls() {}

    static List<Call> below(SyntaxNode node) {
        var calls = new ArrayList<Call>();
        if (node.isAny(KINDS)) {
            of(node).ifPresent(calls::add);
        }
        node.below(KINDS, each -> of(each).ifPresent(calls::add));
        return calls;
    }

    static Optional<Call> of(SyntaxNode node) {
        return switch (node.kind()) {
            case "method_invocation" -> ofMethod(node);
            case "object_creation_expression" -> ofNew(node, "type");
            case "new_expression" -> ofNew(node, "constructor");
            case "macro_invocation" ->
                    node.child("macro").map(macro -> call(macro.flatText() + "!", List.of(), node));
            case "call_expression", "call" ->
                    node.child("function")
                            .map(function -> call(callee(function), arguments(node), node));
            default -> Optional.empty();
        };
    }

    private static Optional<Call> ofMethod(SyntaxNode node) {
        String object = node.child("object").map(SyntaxNode::flatText).orElse("");
        return node.child("name")
                .map(name ->
                        new Call(
                                object.isEmpty() ? name.text() : object + "." + name.text(),
                                name.text(),
                                arguments(node),
                                node));
    }

    private static Optional<Call> ofNew(SyntaxNode node, String field) {
        return node.child(field)
                .map(type -> call("new " + withoutTypes(type.flatText()), arguments(node), node));
    }

    private static String callee(SyntaxNode function) {
        return function.is("generic_function")
                ? function.child("function").orElse(function).flatText()
                : function.flatText();
    }

    private static String withoutTypes(String type) {
        int generics = type.indexOf('<');
        return generics < 0 ? type : type.substring(0, generics);
    }

    private static Call call(String callee, List<SyntaxNode> arguments, SyntaxNode node) {
        int last = Math.max(callee.lastIndexOf('.'), callee.lastIndexOf(':'));
        String name = callee.substring(last + 1);
        return new Call(
                callee,
                name.startsWith("new ") ? name.substring("new ".length()) : name,
                arguments,
                node);
    }

    private static List<SyntaxNode> arguments(SyntaxNode node) {
        return node.child("arguments")
                .map(list ->
                        list.named().stream().filter(each -> !each.isAny(Comments.KINDS)).toList())
                .orElse(List.of());
    }
}
