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

    /// Those at or below a node, of all that its tree has.
    static List<Call> below(SyntaxNode node) {
        List<Call> all = node.tree().calls();
        int first = firstFrom(all, node.index());
        return all.subList(first, firstFrom(all, node.after()));
    }

    /// The index of the first call whose node has this number or a higher one.
    private static int firstFrom(List<Call> calls, int number) {
        int low = 0;
        int high = calls.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (calls.get(middle).node().index() < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Every call of a tree, in the order of the source.
    static List<Call> in(SyntaxTree tree) {
        var calls = new ArrayList<Call>();
        tree.each(0, tree.size(), KINDS, each -> of(each).ifPresent(calls::add));
        return List.copyOf(calls);
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
        Optional<SyntaxNode> list = node.child("arguments");
        if (list.isEmpty()) {
            return List.of();
        }
        List<SyntaxNode> arguments = list.get().named();
        arguments.removeIf(each -> each.isAny(Comments.KINDS));
        return List.copyOf(arguments);
    }
}
