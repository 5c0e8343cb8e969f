package kiro.steering.source;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.code.SyntaxNode;
import kiro.code.SyntaxTree;

/// Which declaration a name means at a place.
final class Scopes {
    private final SyntaxTree tree;
    private final Set<String> kinds;
    private final Map<Integer, Map<String, Binding>> names = new HashMap<>();
    private final BitSet declared = new BitSet();

    /// @param kinds those nodes whose declarations are not seen outside of them
    Scopes(SyntaxTree tree, Set<String> kinds) {
        this.tree = tree;
        this.kinds = kinds;
        names.put(0, new HashMap<>());
    }

    /// Declares a name for all of the scope that a node stands in; the first declaration that tells something stays.
    void declare(SyntaxNode name, Binding binding) {
        declareIn(scopeOf(name.index()), name, binding);
    }

    /// @param scopes those that the language knows for this way of declaring
    void declareIn(Set<String> scopes, SyntaxNode name, Binding binding) {
        int at = name.index();
        while (at != 0) {
            at = tree.parent(at);
            if (scopes.contains(tree.kind(at))) {
                break;
            }
        }
        declareIn(at, name, binding);
    }

    /// Declares a name in the scope around that of the node itself, as functions and classes do.
    void declareOutside(SyntaxNode declaration, SyntaxNode name, Binding binding) {
        declareIn(scopeOf(declaration.index()), name, binding);
    }

    private void declareIn(int scope, SyntaxNode name, Binding binding) {
        declared.set(name.index());
        put(scope, name.text(), binding);
    }

    void put(int scope, String name, Binding binding) {
        names.computeIfAbsent(scope, _ -> new HashMap<>())
                .merge(
                        name,
                        binding,
                        (known, next) -> known instanceof Binding.Opaque ? next : known);
    }

    /// Says that a node is the name in a declaration which is known from elsewhere.
    void mark(SyntaxNode name) {
        declared.set(name.index());
    }

    /// Whether a scope itself declares a name.
    boolean isKnownIn(int scope, String name) {
        Map<String, Binding> here = names.get(scope);
        return here != null && here.containsKey(name);
    }

    /// Whether a node is the name in a declaration.
    boolean isDeclaration(int node) {
        return declared.get(node);
    }

    /// The innermost scope above a node.
    int scopeOf(int node) {
        int at = node;
        while (at != 0) {
            at = tree.parent(at);
            if (kinds.contains(tree.kind(at))) {
                return at;
            }
        }
        return 0;
    }

    Optional<Binding> find(String name, int node) {
        int scope = node;
        while (true) {
            Map<String, Binding> here = names.get(scope);
            Binding found = here == null ? null : here.get(name);
            if (found != null) {
                return Optional.of(found);
            }
            if (scope == 0) {
                return Optional.empty();
            }
            scope = tree.parent(scope);
        }
    }

    /// All that are declared at the top.
    Map<String, Binding> top() {
        return names.getOrDefault(0, Map.of());
    }
}
