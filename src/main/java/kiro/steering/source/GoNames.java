package kiro.steering.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;
import kiro.code.SyntaxTree;
import kiro.steering.rule.Subject.Use;

/// Names in Go.
final class GoNames extends NameReader {
    private static final Binding OPAQUE = new Binding.Opaque();
    private static final Set<String> SCOPES =
            Set.of(
                    "source_file",
                    "function_declaration",
                    "method_declaration",
                    "func_literal",
                    "block",
                    "if_statement",
                    "for_statement",
                    "expression_switch_statement",
                    "type_switch_statement",
                    "expression_case",
                    "default_case",
                    "type_case",
                    "communication_case");

    private final List<Referent> dots = new ArrayList<>();

    GoNames(SyntaxTree tree, String path, ProjectIndex project) {
        super(tree, path, project, SCOPES);
    }

    @Override
    void bind(String kind, int at) {
        switch (kind) {
            case "import_spec" -> bindImport(tree.node(at));
            case "short_var_declaration", "range_clause" -> bindShort(tree.node(at));
            case "var_spec", "const_spec" -> bindSpec(tree.node(at));
            case "parameter_declaration", "variadic_parameter_declaration" ->
                    bindParameter(tree.node(at));
            case "function_declaration" ->
                    tree.node(at)
                            .child("name")
                            .ifPresent(name -> scopes.declareOutside(tree.node(at), name, OPAQUE));
            case "type_spec", "type_alias" ->
                    tree.node(at).child("name").ifPresent(name -> scopes.declare(name, OPAQUE));
            case "type_switch_statement" ->
                    tree.node(at)
                            .child("alias")
                            .ifPresent(list ->
                                    list.named()
                                            .forEach(name -> scopes.put(at, name.text(), OPAQUE)));
            default -> {}
        }
    }

    private void bindImport(SyntaxNode node) {
        Optional<String> from = node.child("path").flatMap(SourceFile::literal);
        if (from.isEmpty()) {
            return;
        }
        Referent module = module(from.get());
        Optional<SyntaxNode> name = node.child("name");
        if (name.filter(each -> each.is("dot")).isPresent()) {
            dots.add(module);
            return;
        }
        String local = name.map(SyntaxNode::text).orElseGet(() -> packageName(from.get()));
        scopes.put(0, local, new Binding.To(List.of(module)));
    }

    /// The last name of the path that is no version.
    static String packageName(String path) {
        String[] parts = path.split("/", -1);
        int last = parts.length - 1;
        if (last > 0 && parts[last].matches("v\\d+")) {
            last--;
        }
        return parts[last].replaceFirst("\\.v\\d+$", "").replaceFirst("^go-", "");
    }

    private Referent module(String path) {
        Referent.Source source =
                project.goFolder(path).isPresent()
                        ? Referent.Source.PROJECT
                        : Referent.Source.LIBRARY;
        int name = path.lastIndexOf('/') + 1;
        return new Referent(path, name, 0, source);
    }

    private void bindShort(SyntaxNode node) {
        Optional<SyntaxNode> left = node.child("left");
        Optional<SyntaxNode> right = node.child("right");
        if (left.isEmpty()) {
            return;
        }
        List<SyntaxNode> names = left.get().named();
        List<SyntaxNode> values =
                node.is("short_var_declaration") && right.isPresent()
                        ? right.get().named()
                        : List.of();
        for (int i = 0; i < names.size(); i++) {
            boolean isOne = names.size() == values.size();
            if (names.get(i).is("identifier")) {
                scopes.declare(
                        names.get(i), isOne ? new Binding.Value(values.get(i), List.of()) : OPAQUE);
            }
        }
    }

    private void bindSpec(SyntaxNode node) {
        List<SyntaxNode> names =
                node.named().stream().filter(each -> each.field().equals("name")).toList();
        List<SyntaxNode> values = node.child("value").map(SyntaxNode::named).orElse(List.of());
        Optional<SyntaxNode> type = node.child("type");
        for (int i = 0; i < names.size(); i++) {
            Binding binding =
                    type.isPresent()
                            ? new Binding.Typed(type.get())
                            : names.size() == values.size()
                                    ? new Binding.Value(values.get(i), List.of())
                                    : OPAQUE;
            scopes.declare(names.get(i), binding);
        }
    }

    private void bindParameter(SyntaxNode node) {
        Optional<SyntaxNode> type = node.child("type");
        for (SyntaxNode each : node.named()) {
            if (each.field().equals("name")) {
                scopes.declare(each, type.<Binding>map(Binding.Typed::new).orElse(OPAQUE));
            }
        }
    }

    @Override
    void visit(String kind, int at) {
        switch (kind) {
            case "identifier", "selector_expression", "type_identifier", "qualified_type" ->
                    visitChain(kind, at);
            case "import_spec" -> visitImport(tree.node(at));
            default -> {}
        }
    }

    private void visitImport(SyntaxNode node) {
        node.child("path")
                .flatMap(SourceFile::literal)
                .ifPresent(path -> use(List.of(module(path)), Use.IMPORT, node));
    }

    private void visitChain(String kind, int at) {
        String above = parentKind(at);
        SyntaxNode node = tree.node(at);
        boolean isInner =
                scopes.isDeclaration(at)
                        || (above.equals("selector_expression") && node.field().equals("operand"))
                        || above.equals("qualified_type")
                        || (above.equals("keyed_element") && isFirst(node))
                        || (above.equals("literal_element") && isKey(node));
        if (isInner) {
            return;
        }
        boolean isCalled = above.equals("call_expression") && node.field().equals("function");
        boolean isType = kind.equals("type_identifier") || kind.equals("qualified_type");
        use(resolve(node), isCalled ? Use.CALL : isType ? Use.TYPE : Use.REFERENCE, node);
    }

    private static boolean isFirst(SyntaxNode node) {
        return node.previous().isEmpty();
    }

    private static boolean isKey(SyntaxNode node) {
        return node.parent()
                .filter(above ->
                        above.previous().isEmpty()
                                && above.parent().filter(up -> up.is("keyed_element")).isPresent())
                .isPresent();
    }

    @Override
    List<Referent> resolve(SyntaxNode node, int depth) {
        if (depth > DEEPEST) {
            return List.of();
        }
        return switch (node.kind()) {
            case "identifier", "type_identifier" -> named(node, depth);
            case "selector_expression" -> member(node.child("operand"), node.child("field"), depth);
            case "qualified_type" -> member(node.child("package"), node.child("name"), depth);
            case "package_identifier" -> named(node, depth);
            case "parenthesized_expression", "pointer_type", "unary_expression" ->
                    node.named().isEmpty() ? List.of() : resolve(node.named().getLast(), depth + 1);
            case "composite_literal" ->
                    node.child("type")
                            .map(type -> ScriptNames.values(resolve(type, depth + 1)))
                            .orElse(List.of());
            case "generic_type" ->
                    node.child("type").map(type -> resolve(type, depth + 1)).orElse(List.of());
            default -> List.of();
        };
    }

    @Override
    List<Referent> typed(SyntaxNode type, int depth) {
        return ScriptNames.values(resolve(type, depth + 1));
    }

    private List<Referent> named(SyntaxNode node, int depth) {
        String name = node.text();
        Optional<Binding> binding = scopes.find(name, node.index());
        if (binding.isPresent()) {
            return bound(name, binding.get(), depth);
        }
        var found = new ArrayList<Referent>();
        found.add(Referent.global(name));
        dots.forEach(dot -> found.add(dot.member(name)));
        return found;
    }

    private List<Referent> member(
            Optional<SyntaxNode> object, Optional<SyntaxNode> member, int depth) {
        if (object.isEmpty() || member.isEmpty()) {
            return List.of();
        }
        List<Referent> found = members(resolve(object.get(), depth + 1), member.get().text());
        return found.isEmpty() ? List.of(Referent.local("?." + member.get().text())) : found;
    }
}
