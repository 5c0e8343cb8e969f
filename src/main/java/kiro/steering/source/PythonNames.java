package kiro.steering.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;
import kiro.code.SyntaxTree;
import kiro.steering.rule.Subject.Use;

/// Names in Python.
final class PythonNames extends NameReader {
    private static final Binding OPAQUE = new Binding.Opaque();
    private static final Set<String> SCOPES =
            Set.of(
                    "module",
                    "function_definition",
                    "lambda",
                    "class_definition",
                    "list_comprehension",
                    "set_comprehension",
                    "dictionary_comprehension",
                    "generator_expression");
    private static final Set<String> PATTERNS =
            Set.of(
                    "pattern_list",
                    "tuple_pattern",
                    "list_pattern",
                    "list_splat_pattern",
                    "dictionary_splat_pattern",
                    "as_pattern_target",
                    "tuple",
                    "list",
                    "expression_list");

    /// Modules of which all is imported.
    private final List<Referent> stars = new ArrayList<>();

    PythonNames(SyntaxTree tree, String path, ProjectIndex project) {
        super(tree, path, project, SCOPES);
    }

    @Override
    void bind(String kind, int at) {
        switch (kind) {
            case "import_statement", "future_import_statement" -> bindImport(tree.node(at));
            case "import_from_statement" -> bindFrom(tree.node(at));
            case "assignment", "for_statement", "for_in_clause" -> bindAssigned(tree.node(at));
            case "named_expression" ->
                    tree.node(at)
                            .child("name")
                            .ifPresent(name ->
                                    scopes.declare(name, value(tree.node(at).child("value"))));
            case "parameters", "lambda_parameters" -> bindParameters(tree.node(at));
            case "as_pattern" -> bindAs(tree.node(at));
            case "function_definition", "class_definition" ->
                    tree.node(at)
                            .child("name")
                            .ifPresent(name -> scopes.declareOutside(tree.node(at), name, OPAQUE));
            default -> {}
        }
    }

    private static Binding value(Optional<SyntaxNode> value) {
        return value.<Binding>map(each -> new Binding.Value(each, List.of())).orElse(OPAQUE);
    }

    private void bindImport(SyntaxNode node) {
        for (SyntaxNode each : node.named()) {
            if (each.is("aliased_import")) {
                Optional<SyntaxNode> name = each.child("name");
                Optional<SyntaxNode> alias = each.child("alias");
                if (name.isPresent() && alias.isPresent()) {
                    declare(alias.get(), List.of(module(name.get().text())));
                }
            } else if (each.is("dotted_name")) {
                SyntaxNode first = each.named().getFirst();
                declare(first, List.of(module(first.text())));
            }
        }
    }

    private void declare(SyntaxNode name, List<Referent> to) {
        scopes.declare(name, new Binding.To(to));
    }

    private void bindFrom(SyntaxNode node) {
        String from =
                PythonModules.absolute(
                        path, node.child("module_name").map(SyntaxNode::text).orElse(""));
        if (node.first("wildcard_import").isPresent()) {
            stars.add(module(from));
        }
        for (SyntaxNode each : node.named()) {
            if (!each.field().equals("name")) {
                continue;
            }
            SyntaxNode own = each.is("aliased_import") ? each.child("name").orElse(each) : each;
            SyntaxNode local = each.child("alias").orElse(own);
            scopes.declare(local, new Binding.Imported(from, own.text()));
            if (!local.equals(own) || own.is("dotted_name")) {
                scopes.put(
                        scopes.scopeOf(node.index()),
                        local.text(),
                        new Binding.Imported(from, own.text()));
            }
        }
    }

    Referent module(String name) {
        boolean isOwn = project.pythonFile(name).isPresent() || project.isPythonPackage(name);
        return Referent.module(name, isOwn ? Referent.Source.PROJECT : Referent.Source.LIBRARY);
    }

    @Override
    List<Referent> imported(String from, String name, int depth) {
        Referent module = module(from);
        if (module.source() != Referent.Source.PROJECT) {
            return List.of(module.member(name));
        }
        return project.pythonFile(from)
                .map(file -> project.exported(file, name, depth + 1))
                .filter(found -> !found.isEmpty())
                .orElseGet(() -> List.of(module.member(name)));
    }

    @Override
    List<Referent> exported(String name, int depth) {
        Optional<Binding> binding = Optional.ofNullable(scopes.top().get(name));
        List<Referent> found = new ArrayList<>();
        binding.ifPresent(known -> found.addAll(bound(name, known, depth + 1)));
        if (binding.isEmpty()) {
            stars.forEach(star -> found.addAll(imported(star.name(), name, depth + 1)));
            found.removeIf(each -> each.source() == Referent.Source.PROJECT);
        }
        found.removeIf(each -> each.source() == Referent.Source.LOCAL);
        return found;
    }

    private void bindAssigned(SyntaxNode node) {
        Optional<SyntaxNode> left = node.child("left");
        Optional<SyntaxNode> value = node.is("assignment") ? node.child("right") : Optional.empty();
        Optional<SyntaxNode> type = node.child("type");
        if (left.isEmpty()) {
            return;
        }
        if (left.get().is("identifier")) {
            Binding binding = type.<Binding>map(Binding.Typed::new).orElseGet(() -> value(value));
            if (!isGlobal(left.get())) {
                scopes.declare(left.get(), binding);
            } else {
                scopes.put(0, left.get().text(), binding);
            }
        } else if (isSelf(left.get())) {
            left.get()
                    .above(Set.of("class_definition"))
                    .ifPresent(type2 ->
                            scopes.put(
                                    type2.index(),
                                    "self." + left.get().child("attribute").get().text(),
                                    value(value)));
        } else {
            bindPattern(left.get());
        }
    }

    private static boolean isSelf(SyntaxNode node) {
        return node.is("attribute")
                && node.child("attribute").isPresent()
                && node.child("object").filter(each -> each.text().equals("self")).isPresent();
    }

    private boolean isGlobal(SyntaxNode name) {
        int scope = scopes.scopeOf(name.index());
        if (!tree.kind(scope).equals("function_definition")) {
            return false;
        }
        return tree.node(scope).below(Set.of("global_statement", "nonlocal_statement")).stream()
                .flatMap(each -> each.named().stream())
                .anyMatch(each -> each.text().equals(name.text()));
    }

    private void bindPattern(SyntaxNode node) {
        if (node.is("identifier")) {
            scopes.declare(node, OPAQUE);
        } else if (PATTERNS.contains(node.kind())) {
            node.named().forEach(this::bindPattern);
        }
    }

    private void bindParameters(SyntaxNode node) {
        for (SyntaxNode each : node.named()) {
            switch (each.kind()) {
                case "identifier", "list_splat_pattern", "dictionary_splat_pattern" ->
                        bindPattern(each);
                case "default_parameter", "typed_default_parameter" ->
                        each.child("name").ifPresent(name -> bindTyped(each, name));
                case "typed_parameter" ->
                        each.named().stream().findFirst().ifPresent(name -> bindTyped(each, name));
                default -> {}
            }
        }
    }

    private void bindTyped(SyntaxNode parameter, SyntaxNode name) {
        Optional<SyntaxNode> type = parameter.child("type");
        if (name.is("identifier")) {
            scopes.declare(
                    name,
                    type.<Binding>map(Binding.Typed::new)
                            .orElseGet(() -> value(parameter.child("value"))));
        } else {
            bindPattern(name);
        }
    }

    private void bindAs(SyntaxNode node) {
        node.child("alias").ifPresent(this::bindPattern);
    }

    @Override
    void visit(String kind, int at) {
        switch (kind) {
            case "identifier", "attribute" -> visitChain(at);
            case "import_statement" -> visitImport(tree.node(at));
            case "import_from_statement" -> visitFrom(tree.node(at));
            case "call" -> visitCall(tree.node(at));
            default -> {}
        }
    }

    private void visitChain(int at) {
        String above = parentKind(at);
        SyntaxNode node = tree.node(at);
        boolean isSkipped =
                scopes.isDeclaration(at)
                        || above.equals("dotted_name")
                        || above.equals("global_statement")
                        || above.equals("nonlocal_statement")
                        || above.equals("attribute")
                        || (above.equals("keyword_argument") && node.field().equals("name"));
        if (isSkipped) {
            return;
        }
        boolean isCalled = above.equals("call") && node.field().equals("function");
        Use how = isCalled ? Use.CALL : above.equals("type") ? Use.TYPE : Use.REFERENCE;
        use(resolve(node), how, node);
    }

    private void visitImport(SyntaxNode node) {
        for (SyntaxNode each : node.named()) {
            SyntaxNode module = each.child("name").orElse(each);
            if (module.is("dotted_name")) {
                use(List.of(module(module.text())), Use.IMPORT, each);
            }
        }
    }

    private void visitFrom(SyntaxNode node) {
        String from =
                PythonModules.absolute(
                        path, node.child("module_name").map(SyntaxNode::text).orElse(""));
        if (node.first("wildcard_import").isPresent()) {
            use(List.of(module(from)), Use.IMPORT, node);
        }
        for (SyntaxNode each : node.named()) {
            if (each.field().equals("name")) {
                SyntaxNode own = each.child("name").orElse(each);
                use(imported(from, own.text(), 0), Use.IMPORT, each);
            }
        }
    }

    private void visitCall(SyntaxNode node) {
        List<Referent> made = loaded(node, 0);
        if (!made.isEmpty()) {
            boolean isModule = member(node).isEmpty();
            use(made, isModule ? Use.IMPORT : Use.REFERENCE, node);
        }
    }

    @Override
    List<Referent> resolve(SyntaxNode node, int depth) {
        if (depth > DEEPEST) {
            return List.of();
        }
        return switch (node.kind()) {
            case "identifier" -> named(node, depth);
            case "attribute" -> attribute(node, depth);
            case "call" -> called(node, depth);
            case "type", "parenthesized_expression", "await" ->
                    node.named().isEmpty()
                            ? List.of()
                            : resolve(node.named().getFirst(), depth + 1);
            case "generic_type" -> resolve(node.named().getFirst(), depth + 1);
            case "named_expression", "assignment" ->
                    node.child("value")
                            .or(() -> node.child("right"))
                            .map(each -> resolve(each, depth + 1))
                            .orElse(List.of());
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
        for (Referent star : stars) {
            List<Referent> given = imported(star.name(), name, depth);
            given.stream().filter(each -> !isOwn(each, star)).forEach(found::add);
        }
        return found;
    }

    private static boolean isOwn(Referent each, Referent star) {
        return star.source() == Referent.Source.PROJECT && each.source() == Referent.Source.PROJECT;
    }

    private List<Referent> attribute(SyntaxNode node, int depth) {
        Optional<SyntaxNode> object = node.child("object");
        String name = node.child("attribute").map(SyntaxNode::text).orElse("");
        if (object.isEmpty() || name.isEmpty()) {
            return List.of();
        }
        if (object.get().text().equals("self")) {
            return scopes.find("self." + name, node.index())
                    .map(binding -> bound(name, binding, depth))
                    .orElseGet(() -> List.of(Referent.local(name)));
        }
        List<Referent> found = membersOf(resolve(object.get(), depth + 1), name, depth + 1);
        return found.isEmpty() ? List.of(Referent.local("?." + name)) : found;
    }

    @Override
    List<Referent> memberOf(Referent of, String member, int depth) {
        if (of.name().equals("builtins")) {
            return List.of(Referent.global(member));
        }
        boolean isModule =
                of.source() == Referent.Source.PROJECT && of.member() == of.name().length();
        return isModule ? imported(of.name(), member, depth) : List.of(of.member(member));
    }

    private List<Referent> called(SyntaxNode node, int depth) {
        List<Referent> loaded = loaded(node, depth);
        if (!loaded.isEmpty()) {
            return loaded;
        }
        Optional<SyntaxNode> function = node.child("function");
        boolean isType =
                function.filter(
                                each -> {
                                    String text = each.text();
                                    int dot = text.lastIndexOf('.');
                                    return dot + 1 < text.length()
                                            && Character.isUpperCase(text.charAt(dot + 1));
                                })
                        .isPresent();
        return isType ? typed(function.get(), depth) : List.of();
    }

    /// `getattr(os, 'system')`, `__import__('os')`, `importlib.import_module('os')`.
    private List<Referent> loaded(SyntaxNode call, int depth) {
        List<SyntaxNode> arguments = ScriptNames.arguments(call);
        String function = call.child("function").map(SyntaxNode::text).orElse("");
        boolean isKnown = scopes.find(function, call.index()).isEmpty();
        if (arguments.isEmpty() || !isKnown) {
            return List.of();
        }
        if (function.equals("getattr") && arguments.size() > 1) {
            return SourceFile.literal(arguments.get(1))
                    .map(name ->
                            membersOf(resolve(arguments.getFirst(), depth + 1), name, depth + 1))
                    .orElse(List.of());
        }
        boolean isImport = function.equals("__import__") || function.endsWith("import_module");
        return isImport
                ? SourceFile.literal(arguments.getFirst())
                        .map(name -> List.of(module(name)))
                        .orElse(List.of())
                : List.of();
    }

    private static Optional<String> member(SyntaxNode call) {
        boolean isMember =
                call.child("function").filter(each -> each.text().equals("getattr")).isPresent();
        return isMember ? Optional.of("") : Optional.empty();
    }
}
