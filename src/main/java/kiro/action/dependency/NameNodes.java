package kiro.action.dependency;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.code.SyntaxNode;

/// How the grammars say that a name belongs to something before it.
final class NameNodes {
    static final Set<String> NAMES =
            Set.of("identifier", "type_identifier", "property_identifier", "field_identifier");

    private record Fields(String before, String name) {}

    private static final Map<String, Fields> PARTS =
            Map.ofEntries(
                    Map.entry("method_invocation", new Fields("object", "name")),
                    Map.entry("field_access", new Fields("object", "field")),
                    Map.entry("member_expression", new Fields("object", "property")),
                    Map.entry("nested_type_identifier", new Fields("module", "name")),
                    Map.entry("attribute", new Fields("object", "attribute")),
                    Map.entry("selector_expression", new Fields("operand", "field")),
                    Map.entry("qualified_type", new Fields("package", "name")),
                    Map.entry("scoped_identifier", new Fields("path", "name")),
                    Map.entry("scoped_type_identifier", new Fields("path", "name")),
                    Map.entry("field_expression", new Fields("value", "field")),
                    Map.entry("method_reference", new Fields("", "")));

    private NameNodes() {}

    /// What stands before a name, whose member it is; empty where nothing does.
    static Optional<SyntaxNode> before(SyntaxNode name) {
        return name.parent()
                .filter(parent ->
                        name(parent).filter(each -> each.index() == name.index()).isPresent())
                .flatMap(NameNodes::receiver);
    }

    /// Whether a node has something before a name.
    static boolean isPart(SyntaxNode node) {
        return PARTS.containsKey(node.kind());
    }

    /// The name in such a node.
    static Optional<SyntaxNode> name(SyntaxNode node) {
        Fields fields = PARTS.get(node.kind());
        if (fields == null) {
            return Optional.empty();
        }
        return node.child(fields.name())
                .or(() -> {
                    var named = node.named();
                    return named.size() < 2 ? Optional.empty() : Optional.of(named.getLast());
                });
    }

    static Optional<SyntaxNode> receiver(SyntaxNode node) {
        Fields fields = PARTS.get(node.kind());
        if (fields == null) {
            return Optional.empty();
        }
        Optional<SyntaxNode> before = node.child(fields.before());
        boolean isBySight =
                (before.isEmpty() && node.child(fields.name()).isEmpty())
                        || node.is("scoped_identifier");
        return before.or(() ->
                isBySight && node.named().size() > 1
                        ? Optional.of(node.named().getFirst())
                        : Optional.empty());
    }

    /// How many arguments a name is called with; -1 where it is not called.
    static int arguments(SyntaxNode name) {
        SyntaxNode at = name;
        for (int i = 0; i < 3; i++) {
            Optional<SyntaxNode> parent = at.parent();
            if (parent.isEmpty()) {
                return -1;
            }
            Optional<SyntaxNode> list = parent.get().child("arguments");
            if (list.isPresent() && !list.get().contains(name)) {
                return (int)
                        list.get().named().stream()
                                .filter(each -> !each.kind().endsWith("comment"))
                                .count();
            }
            boolean isOn =
                    isPart(parent.get())
                            && name(parent.get()).filter(each -> each.contains(name)).isPresent();
            if (!isOn && !parent.get().is("generic_type")) {
                return -1;
            }
            at = parent.get();
        }
        return -1;
    }
}
