package kiro.action.dependency;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.SyntaxNode;

/// The arguments of a call, as far as they tell which form of a function is meant.
final class Arguments {
    private static final Set<String> OF_TEXT =
            Set.of("String", "CharSequence", "Object", "Comparable", "Serializable", "T", "E");

    private Arguments() {}

    /// Whether a function could be the one that is called: by their number, and by those that are literals.
    ///
    /// @param name of the function in the call
    static boolean fit(Declaration function, SyntaxNode name, int arguments) {
        boolean isAny = !function.fact("varargs").isEmpty();
        if (function.arity() < 0 || isAny) {
            return !isAny || arguments >= function.arity() - 1;
        }
        if (function.arity() != arguments) {
            return false;
        }
        String inner = function.id().substring(1, function.id().length() - 1);
        List<String> types = List.of(inner.split(","));
        Optional<SyntaxNode> list = name.parent().flatMap(parent -> parent.child("arguments"));
        List<SyntaxNode> passed =
                list.stream()
                        .flatMap(each -> each.named().stream())
                        .filter(each -> !each.kind().endsWith("comment"))
                        .toList();
        for (int i = 0; i < Math.min(passed.size(), types.size()); i++) {
            if (!fits(passed.get(i).kind(), types.get(i).replaceFirst(".*\\.", ""))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String literal, String type) {
        return switch (literal) {
            case "string_literal" -> OF_TEXT.contains(type);
            case "true", "false" -> Set.of("boolean", "Boolean", "Object").contains(type);
            case "decimal_integer_literal" ->
                    !Set.of("String", "CharSequence", "boolean").contains(type);
            default -> true;
        };
    }
}
