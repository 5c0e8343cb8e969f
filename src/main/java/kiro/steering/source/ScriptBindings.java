package kiro.steering.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.SyntaxNode;

/// What JavaScript and TypeScript declare.
final class ScriptBindings {
    private static final Binding OPAQUE = new Binding.Opaque();

    private final ScriptNames names;
    private final Scopes scopes;
    private final Set<String> functions;

    ScriptBindings(ScriptNames names, Set<String> functions) {
        this.names = names;
        this.scopes = names.scopes;
        this.functions = functions;
    }

    void bind(String kind, int at) {
        switch (kind) {
            case "variable_declarator" -> bindVariable(names.tree.node(at));
            case "assignment_expression" -> bindAssigned(names.tree.node(at));
            case "import_statement" -> bindImport(names.tree.node(at));
            case "required_parameter", "optional_parameter" -> bindParameter(names.tree.node(at));
            case "formal_parameters" -> bindPlainParameters(names.tree.node(at));
            case "arrow_function" ->
                    names.tree.node(at).child("parameter").ifPresent(each -> bindPattern(each));
            case "catch_clause" ->
                    names.tree.node(at).child("parameter").ifPresent(each -> bindPattern(each));
            case "for_in_statement" -> bindLoop(names.tree.node(at));
            case "function_declaration",
                    "generator_function_declaration",
                    "class_declaration",
                    "abstract_class_declaration",
                    "enum_declaration",
                    "interface_declaration",
                    "type_alias_declaration",
                    "internal_module" ->
                    names.tree
                            .node(at)
                            .child("name")
                            .ifPresent(name ->
                                    scopes.declareOutside(names.tree.node(at), name, OPAQUE));
            case "function_expression", "class" ->
                    names.tree
                            .node(at)
                            .child("name")
                            .ifPresent(name -> scopes.declare(name, OPAQUE));
            case "public_field_definition", "field_definition" -> bindField(names.tree.node(at));
            case "type_parameter" ->
                    names.tree
                            .node(at)
                            .child("name")
                            .ifPresent(name -> scopes.declare(name, OPAQUE));
            default -> {}
        }
    }

    private void bindVariable(SyntaxNode node) {
        Optional<SyntaxNode> name = node.child("name");
        Optional<SyntaxNode> value = node.child("value");
        if (name.isEmpty()) {
            return;
        }
        boolean isVar = node.parent().filter(above -> above.is("variable_declaration")).isPresent();
        Binding binding = binding(node.child("type"), value);
        if (name.get().is("identifier")) {
            if (isVar) {
                scopes.declareIn(functions, name.get(), binding);
            } else {
                scopes.declare(name.get(), binding);
            }
            return;
        }
        bindPattern(name.get(), value, List.of());
    }

    private static Binding binding(Optional<SyntaxNode> type, Optional<SyntaxNode> value) {
        if (type.isPresent()) {
            return value.<Binding>map(each -> new Binding.TypedValue(type.get(), each))
                    .orElseGet(() -> new Binding.Typed(type.get()));
        }
        return value.<Binding>map(each -> new Binding.Value(each, List.of())).orElse(OPAQUE);
    }

    /// `let l; l = console.log`.
    private void bindAssigned(SyntaxNode node) {
        Optional<SyntaxNode> left = node.child("left");
        Optional<SyntaxNode> right = node.child("right");
        if (left.isEmpty() || right.isEmpty()) {
            return;
        }
        if (left.get().is("identifier")) {
            assign(left.get().text(), node, right.get());
        }
        boolean isOwnMember =
                left.get().is("member_expression")
                        && left.get().child("object").filter(each -> each.is("this")).isPresent();
        if (isOwnMember) {
            assign(left.get().flatText(), node, right.get());
        }
    }

    private void assign(String name, SyntaxNode node, SyntaxNode value) {
        int at = node.index();
        boolean isMember = name.startsWith("this.");
        while (at != 0) {
            at = names.tree.parent(at);
            boolean isHere =
                    isMember
                            ? names.tree.kind(at).equals("class_body")
                            : scopes.isKnownIn(at, name);
            if (isHere) {
                scopes.put(at, name, new Binding.Value(value, List.of()));
                return;
            }
        }
    }

    private void bindImport(SyntaxNode node) {
        Optional<String> from = ScriptNames.source(node);
        if (from.isEmpty()) {
            return;
        }
        node.first("import_require_clause")
                .flatMap(clause -> clause.first("identifier"))
                .ifPresent(name -> declare(name, List.of(names.module(from.get()))));
        Optional<SyntaxNode> clause = node.first("import_clause");
        if (clause.isEmpty()) {
            return;
        }
        clause.get()
                .first("identifier")
                .ifPresent(
                        name -> scopes.declare(name, new Binding.Imported(from.get(), "default")));
        clause.get()
                .first("namespace_import")
                .flatMap(all -> all.first("identifier"))
                .ifPresent(name -> declare(name, List.of(names.module(from.get()))));
        clause.get()
                .below(
                        Set.of("import_specifier"),
                        each -> {
                            Optional<SyntaxNode> name = each.child("name");
                            name.ifPresent(own ->
                                    scopes.declare(
                                            each.child("alias").orElse(own),
                                            new Binding.Imported(from.get(), own.text())));
                        });
    }

    private void declare(SyntaxNode name, List<Referent> to) {
        scopes.declare(name, new Binding.To(to));
    }

    private void bindParameter(SyntaxNode node) {
        Optional<SyntaxNode> pattern = node.child("pattern");
        if (pattern.isEmpty()) {
            return;
        }
        Binding binding = binding(node.child("type"), node.child("value"));
        if (!pattern.get().is("identifier")) {
            bindPattern(pattern.get(), node.child("value"), List.of());
            return;
        }
        scopes.declare(pattern.get(), binding);
        boolean isField =
                node.first("accessibility_modifier").isPresent()
                        || node.first("readonly").isPresent();
        if (isField) {
            node.above(Set.of("class_body"))
                    .ifPresent(body ->
                            scopes.put(body.index(), "this." + pattern.get().text(), binding));
        }
    }

    private void bindPlainParameters(SyntaxNode node) {
        for (SyntaxNode each : node.named()) {
            if (!each.kind().endsWith("_parameter")) {
                bindPattern(each);
            }
        }
    }

    private void bindLoop(SyntaxNode node) {
        boolean isDeclaration =
                node.children().stream()
                        .anyMatch(each -> each.is("const") || each.is("let") || each.is("var"));
        if (isDeclaration) {
            node.child("left").ifPresent(left -> bindPattern(left));
        }
    }

    private void bindField(SyntaxNode node) {
        Optional<SyntaxNode> name = node.child("name").or(() -> node.child("property"));
        name.ifPresent(own ->
                scopes.put(
                        scopes.scopeOf(node.index()),
                        "this." + own.text(),
                        binding(node.child("type"), node.child("value"))));
    }

    private void bindPattern(SyntaxNode pattern) {
        bindPattern(pattern, Optional.empty(), List.of());
    }

    private void bindPattern(SyntaxNode pattern, Optional<SyntaxNode> value, List<String> members) {
        switch (pattern.kind()) {
            case "identifier", "shorthand_property_identifier_pattern" ->
                    scopes.declare(
                            pattern,
                            value.<Binding>map(each -> new Binding.Value(each, members))
                                    .orElse(OPAQUE));
            case "object_pattern" -> bindObject(pattern, value, members);
            case "array_pattern", "rest_pattern" -> pattern.named().forEach(this::bindPattern);
            case "assignment_pattern", "object_assignment_pattern" ->
                    pattern.child("left").ifPresent(left -> bindEach(left, value, members));
            default -> {}
        }
    }

    private void bindObject(SyntaxNode pattern, Optional<SyntaxNode> value, List<String> members) {
        for (SyntaxNode each : pattern.named()) {
            if (each.is("pair_pattern")) {
                Optional<String> key = each.child("key").flatMap(names::text);
                each.child("value")
                        .ifPresent(inner ->
                                bindPattern(
                                        inner,
                                        key.isPresent() ? value : Optional.empty(),
                                        with(members, key.orElse(""))));
            } else {
                bindEach(each, value, members);
            }
        }
    }

    private void bindEach(SyntaxNode each, Optional<SyntaxNode> value, List<String> members) {
        boolean isShort = each.is("shorthand_property_identifier_pattern");
        bindPattern(each, value, isShort ? with(members, each.text()) : members);
    }

    private static List<String> with(List<String> members, String next) {
        var all = new ArrayList<>(members);
        all.add(next);
        return all;
    }
}
