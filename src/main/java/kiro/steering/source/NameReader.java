package kiro.steering.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kiro.code.SyntaxNode;
import kiro.code.SyntaxTree;
import kiro.steering.rule.Subject.Use;

/// Finds what the names of a file lead to: declarations first, since many languages let a name be used before it, then
/// every place that is no declaration.
abstract sealed class NameReader permits ScriptNames, JavaNames, PythonNames, GoNames, RustNames {
    /// Aliases of aliases beyond this are not followed, nor values that go in a circle.
    static final int DEEPEST = 12;

    private final Map<Binding.Imported, List<Referent>> given = new ConcurrentHashMap<>();

    final SyntaxTree tree;
    final String path;
    final ProjectIndex project;
    final Scopes scopes;
    private final List<NameUse> uses = new ArrayList<>();

    NameReader(SyntaxTree tree, String path, ProjectIndex project, Set<String> scopeKinds) {
        this.tree = tree;
        this.path = path;
        this.project = project;
        this.scopes = new Scopes(tree, scopeKinds);
    }

    static NameReader of(SyntaxTree tree, String path, ProjectIndex project) {
        return switch (tree.language()) {
            case JAVA -> new JavaNames(tree, path, project);
            case JAVASCRIPT, TYPESCRIPT, TSX -> new ScriptNames(tree, path, project);
            case PYTHON -> new PythonNames(tree, path, project);
            case GO -> new GoNames(tree, path, project);
            case RUST -> new RustNames(tree, path, project);
        };
    }

    final void bindAll() {
        for (int at = 0; at < tree.size(); at++) {
            if (tree.isNamed(at)) {
                bind(tree.kind(at), at);
            }
        }
    }

    final List<NameUse> read() {
        bindAll();
        for (int at = 0; at < tree.size(); at++) {
            if (tree.isNamed(at)) {
                visit(tree.kind(at), at);
            }
        }
        return List.copyOf(uses);
    }

    /// Declares what a node declares.
    abstract void bind(String kind, int at);

    /// Adds what a node uses.
    abstract void visit(String kind, int at);

    /// What an expression or a type leads to; empty where only a run would tell.
    abstract List<Referent> resolve(SyntaxNode node, int depth);

    /// What other files get that ask this one for a name.
    List<Referent> exported(String name, int depth) {
        return List.of();
    }

    final List<Referent> resolve(SyntaxNode node) {
        return resolve(node, 0);
    }

    final void use(List<Referent> referents, Use how, SyntaxNode node) {
        referents.forEach(each -> uses.add(new NameUse(each, how, node, false)));
    }

    final void useMacro(List<Referent> referents, SyntaxNode node) {
        referents.forEach(each -> uses.add(new NameUse(each, Use.CALL, node, true)));
    }

    final List<Referent> membersOf(List<Referent> of, String member, int depth) {
        return of.stream().flatMap(each -> memberOf(each, member, depth).stream()).toList();
    }

    /// What a member of something leads to.
    List<Referent> memberOf(Referent of, String member, int depth) {
        return List.of(of.member(member));
    }

    static List<Referent> members(List<Referent> of, String member) {
        return of.stream().map(each -> each.member(member)).toList();
    }

    /// What a declared name leads to, by its value and its type; the name itself where they do not tell.
    final List<Referent> bound(String name, Binding binding, int depth) {
        var found = new ArrayList<Referent>();
        if (depth < DEEPEST) {
            switch (binding) {
                case Binding.Opaque _ -> {}
                case Binding.To to -> found.addAll(to.referents());
                case Binding.Imported from -> found.addAll(given(from, depth));
                case Binding.Value value -> found.addAll(value(value, depth));
                case Binding.Typed typed -> found.addAll(typed(typed.type(), depth));
                case Binding.TypedValue both -> {
                    found.addAll(resolve(both.value(), depth + 1));
                    found.addAll(typed(both.type(), depth));
                }
            }
        }
        boolean isTold =
                found.stream().anyMatch(each -> each.source() != Referent.Source.LOCAL)
                        && (binding instanceof Binding.To || binding instanceof Binding.Imported);
        found.removeIf(each -> each.source() == Referent.Source.LOCAL);
        if (!isTold) {
            found.add(Referent.local(name));
        }
        return found;
    }

    private List<Referent> given(Binding.Imported from, int depth) {
        List<Referent> before = given.get(from);
        if (before != null) {
            return before;
        }
        List<Referent> found = imported(from.module(), from.name(), depth);
        if (depth < DEEPEST / 2) {
            given.put(from, found);
        }
        return found;
    }

    /// What a module gives by a name.
    List<Referent> imported(String module, String name, int depth) {
        return List.of();
    }

    private List<Referent> value(Binding.Value value, int depth) {
        List<Referent> found = resolve(value.value(), depth + 1);
        for (String member : value.members()) {
            found = membersOf(found, member, depth + 1);
        }
        return found;
    }

    List<Referent> typed(SyntaxNode type, int depth) {
        return resolve(type, depth + 1);
    }

    final Optional<SyntaxNode> parent(int at) {
        return at == 0 ? Optional.empty() : Optional.of(tree.node(tree.parent(at)));
    }

    final String parentKind(int at) {
        return at == 0 ? "" : tree.kind(tree.parent(at));
    }
}
