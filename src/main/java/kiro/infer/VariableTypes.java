package kiro.infer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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

    private static final Pattern BEFORE = Pattern.compile("^:?\\s*[&*]*\\s*(?:mut\\s+)?");
    private static final Pattern TYPE = Pattern.compile("[A-Z]\\w*");

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
                        .filter(each -> TYPE.matcher(each).matches());
        if (name.isEmpty() || type.isEmpty()) {
            return;
        }
        String text = name.get().text();
        String key =
                text.startsWith("self.") || text.startsWith("this.") ? text.substring(5) : text;
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
        String bare = BEFORE.matcher(type).replaceFirst("");
        int end = 0;
        while (end < bare.length() && "<[(".indexOf(bare.charAt(end)) < 0) {
            end++;
        }
        String whole = bare.substring(0, end);
        return whole.substring(Math.max(whole.lastIndexOf('.'), whole.lastIndexOf(':')) + 1)
                .strip();
    }

    /// A call with the type of its receiver in the place of the variable, where it is known.
    String typed(String callee) {
        int dot = callee.lastIndexOf('.');
        if (dot <= 0) {
            return callee;
        }
        String simple = callee.substring(callee.lastIndexOf('.', dot - 1) + 1, dot);
        String type = unclear.contains(simple) ? null : types.get(simple);
        return type == null ? callee : type + callee.substring(dot);
    }
}
