package kiro.infer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;

/// The types that the variables of one file are declared with, by their names.
final class VariableTypes {
    private static final Set<String> DECLARATIONS =
            Set.of(
                    "field_declaration",
                    "formal_parameter",
                    "required_parameter",
                    "public_field_definition",
                    "typed_parameter",
                    "typed_default_parameter",
                    "parameter_declaration",
                    "parameter",
                    "assignment",
                    "variable_declarator");

    private final Map<String, String> types = new HashMap<>();
    private final Set<String> unclear = new HashSet<>();

    VariableTypes(SourceFile file) {
        file.root().below(DECLARATIONS, this::add);
    }

    private void add(SyntaxNode declaration) {
        Optional<SyntaxNode> name =
                declaration
                        .child("name")
                        .or(() -> declaration.child("pattern"))
                        .or(() -> declaration.child("left"))
                        .or(() ->
                                declaration.child("declarator").flatMap(each -> each.child("name")))
                        .or(() -> declaration.named().stream().findFirst());
        Optional<String> type =
                declaration
                        .child("type")
                        .map(SyntaxNode::text)
                        .or(() -> made(declaration))
                        .map(VariableTypes::simple)
                        .filter(each -> each.matches("[A-Z]\\w*"));
        if (name.isEmpty() || type.isEmpty()) {
            return;
        }
        String key = name.get().text().replaceFirst("^(?:self|this)\\.", "");
        String known = types.putIfAbsent(key, type.get());
        if (known != null && !known.equals(type.get())) {
            unclear.add(key);
        }
    }

    /// `service = UserService(db)`, `const service = new UserService()`.
    private static Optional<String> made(SyntaxNode declaration) {
        return declaration
                .child("value")
                .or(() -> declaration.child("right"))
                .flatMap(value -> value.child("constructor").or(() -> value.child("function")))
                .map(SyntaxNode::text);
    }

    /// The name of a type without what stands around it.
    private static String simple(String type) {
        return type.replaceFirst("^:?\\s*[&*]*\\s*(?:mut\\s+)?", "")
                .replaceFirst("[<\\[(].*$", "")
                .replaceFirst("^.*[.:]", "")
                .strip();
    }

    /// A call with the type of its receiver in the place of the variable, where it is known.
    String typed(String callee) {
        int dot = callee.lastIndexOf('.');
        if (dot <= 0) {
            return callee;
        }
        String receiver = callee.substring(0, dot).replaceFirst("^(?:this|self)\\.", "");
        String simple = receiver.substring(receiver.lastIndexOf('.') + 1);
        String type = unclear.contains(simple) ? null : types.get(simple);
        return type == null ? callee : type + callee.substring(dot);
    }
}
