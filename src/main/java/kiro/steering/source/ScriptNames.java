package kiro.steering.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;
import kiro.code.SyntaxTree;
import kiro.steering.rule.Subject.Use;

/// Names in JavaScript and TypeScript.
final class ScriptNames extends NameReader {
    private static final Set<String> FUNCTIONS =
            Set.of(
                    "program",
                    "function_declaration",
                    "generator_function_declaration",
                    "function_expression",
                    "generator_function",
                    "arrow_function",
                    "method_definition");
    private static final Set<String> SCOPES =
            Set.of(
                    "program",
                    "function_declaration",
                    "generator_function_declaration",
                    "function_expression",
                    "generator_function",
                    "arrow_function",
                    "method_definition",
                    "statement_block",
                    "for_statement",
                    "for_in_statement",
                    "catch_clause",
                    "class_body",
                    "switch_body");
    private static final Set<String> WORLD = Set.of("globalThis", "window", "self", "global");
    private static final Set<String> TRANSPARENT =
            Set.of(
                    "parenthesized_expression",
                    "non_null_expression",
                    "as_expression",
                    "satisfies_expression",
                    "type_assertion",
                    "await_expression");

    private final ScriptBindings bindings;

    ScriptNames(SyntaxTree tree, String path, ProjectIndex project) {
        super(tree, path, project, SCOPES);
        this.bindings = new ScriptBindings(this, FUNCTIONS);
    }

    @Override
    void bind(String kind, int at) {
        bindings.bind(kind, at);
    }

    @Override
    List<Referent> exported(String name, int depth) {
        return new ScriptExports(this).of(name, depth);
    }

    @Override
    void visit(String kind, int at) {
        switch (kind) {
            case "identifier",
                    "type_identifier",
                    "shorthand_property_identifier",
                    "member_expression",
                    "subscript_expression",
                    "nested_identifier",
                    "nested_type_identifier" ->
                    visitChain(kind, at);
            case "call_expression" -> visitCall(tree.node(at));
            case "import_statement", "export_statement" -> visitImport(tree.node(at));
            case "variable_declarator" -> visitDestructured(tree.node(at));
            default -> {}
        }
    }

    private void visitChain(String kind, int at) {
        String above = parentKind(at);
        SyntaxNode node = tree.node(at);
        boolean isInner =
                scopes.isDeclaration(at)
                        || (isChain(above) && (node.field().equals("object") || isType(above)))
                        || above.equals("import_specifier")
                        || above.equals("export_specifier")
                        || (above.startsWith("jsx_") && isTag(node));
        if (isInner) {
            return;
        }
        use(resolve(node), how(kind, node, above), node);
    }

    private static boolean isTag(SyntaxNode node) {
        return node.is("identifier") && Character.isLowerCase(node.text().charAt(0));
    }

    private static boolean isChain(String kind) {
        return kind.equals("member_expression") || kind.equals("subscript_expression");
    }

    private static boolean isType(String kind) {
        return kind.equals("nested_type_identifier") || kind.equals("nested_identifier");
    }

    private static Use how(String kind, SyntaxNode node, String above) {
        if (kind.equals("type_identifier") || kind.equals("nested_type_identifier")) {
            return Use.TYPE;
        }
        boolean isCalled =
                (above.equals("call_expression") && node.field().equals("function"))
                        || (above.equals("new_expression") && node.field().equals("constructor"));
        return isCalled ? Use.CALL : Use.REFERENCE;
    }

    private void visitCall(SyntaxNode node) {
        List<Referent> module = module(node);
        if (!module.isEmpty()) {
            use(module, Use.IMPORT, node);
        }
        if (node.child("function").filter(each -> isTransparent(each.kind())).isPresent()) {
            SyntaxNode function = node.child("function").orElseThrow();
            use(resolve(function), Use.CALL, function);
        }
        reflected(node).ifPresent(call -> use(resolve(call), Use.REFERENCE, call));
    }

    private void visitImport(SyntaxNode node) {
        Optional<String> from = source(node);
        if (from.isEmpty()) {
            node.below(
                    Set.of("export_specifier"),
                    each ->
                            each.child("name")
                                    .ifPresent(name -> use(resolve(name), Use.REFERENCE, name)));
            return;
        }
        boolean isWhole = node.below(Set.of("import_specifier", "export_specifier")).isEmpty();
        if (isWhole || node.below(Set.of("identifier")).isEmpty()) {
            use(List.of(module(from.get())), Use.IMPORT, node);
            return;
        }
        node.below(
                Set.of("import_specifier", "export_specifier"),
                each ->
                        each.child("name")
                                .ifPresent(name ->
                                        use(
                                                imported(from.get(), name.text(), 0),
                                                Use.IMPORT,
                                                each)));
        boolean hasDefault =
                node.first("import_clause")
                        .filter(clause -> clause.first("identifier").isPresent())
                        .isPresent();
        if (hasDefault) {
            use(List.of(module(from.get())), Use.IMPORT, node);
        }
    }

    private void visitDestructured(SyntaxNode node) {
        Optional<SyntaxNode> pattern = node.child("name").filter(name -> name.is("object_pattern"));
        if (pattern.isEmpty() || node.child("value").isEmpty()) {
            return;
        }
        List<Referent> value = resolve(node.child("value").get());
        pattern.get()
                .below(
                        Set.of("shorthand_property_identifier_pattern", "pair_pattern"),
                        each -> {
                            SyntaxNode key = each.child("key").orElse(each);
                            boolean isFirst =
                                    each.parent().filter(pattern.get()::equals).isPresent();
                            if (isFirst) {
                                text(key)
                                        .ifPresent(name ->
                                                use(membersOf(value, name, 0), Use.REFERENCE, key));
                            }
                        });
    }

    @Override
    List<Referent> resolve(SyntaxNode node, int depth) {
        if (depth > DEEPEST) {
            return List.of();
        }
        return switch (node.kind()) {
            case "identifier",
                    "type_identifier",
                    "shorthand_property_identifier",
                    "shorthand_property_identifier_pattern" ->
                    named(node, depth);
            case "member_expression" ->
                    member(node, node.child("property").map(SyntaxNode::text), depth);
            case "subscript_expression" ->
                    member(node, node.child("index").flatMap(each -> text(each, depth)), depth);
            case "nested_type_identifier", "nested_identifier" -> nested(node, depth);
            case "generic_type" ->
                    node.child("name").map(name -> resolve(name, depth + 1)).orElse(List.of());
            case "type_annotation" -> inner(node, depth);
            case "new_expression" ->
                    node.child("constructor")
                            .map(type -> values(resolve(type, depth + 1)))
                            .orElse(List.of());
            case "call_expression" -> called(node, depth);
            case "sequence_expression" -> resolve(node.named().getLast(), depth + 1);
            default -> isTransparent(node.kind()) ? inner(node, depth) : List.of();
        };
    }

    private static boolean isTransparent(String kind) {
        return TRANSPARENT.contains(kind);
    }

    private List<Referent> inner(SyntaxNode node, int depth) {
        List<SyntaxNode> parts = node.named();
        int at = node.is("type_assertion") ? parts.size() - 1 : 0;
        return parts.isEmpty() ? List.of() : resolve(parts.get(at), depth + 1);
    }

    @Override
    List<Referent> typed(SyntaxNode type, int depth) {
        return values(resolve(type, depth + 1));
    }

    static List<Referent> values(List<Referent> types) {
        return types.stream().map(Referent::value).toList();
    }

    private List<Referent> named(SyntaxNode node, int depth) {
        String name = node.text();
        return scopes.find(name, node.index())
                .map(binding -> bound(name, binding, depth))
                .orElseGet(() -> List.of(Referent.global(name)));
    }

    private List<Referent> nested(SyntaxNode node, int depth) {
        List<SyntaxNode> parts = node.named();
        if (parts.size() < 2) {
            return List.of();
        }
        return members(resolve(parts.getFirst(), depth + 1), parts.getLast().text());
    }

    private List<Referent> member(SyntaxNode node, Optional<String> property, int depth) {
        Optional<SyntaxNode> object = node.child("object");
        if (object.isEmpty() || property.isEmpty()) {
            return List.of();
        }
        String name = property.get();
        if (object.get().is("this")) {
            return scopes.find("this." + name, node.index())
                    .map(binding -> bound(name, binding, depth))
                    .orElseGet(() -> List.of(Referent.local(name)));
        }
        List<Referent> found = membersOf(resolve(object.get(), depth + 1), name, depth + 1);
        return found.isEmpty() ? List.of(Referent.local("?." + name)) : found;
    }

    @Override
    List<Referent> memberOf(Referent of, String member, int depth) {
        if (of.source() == Referent.Source.GLOBAL && WORLD.contains(of.name())) {
            return List.of(Referent.global(member));
        }
        boolean isModule =
                of.source() == Referent.Source.PROJECT && of.member() == of.name().length();
        return isModule ? project.exportedScript(of, member, depth) : List.of(of.member(member));
    }

    private List<Referent> called(SyntaxNode node, int depth) {
        List<Referent> module = module(node);
        if (!module.isEmpty()) {
            return module;
        }
        Optional<SyntaxNode> function = node.child("function");
        if (function.isEmpty()) {
            return List.of();
        }
        boolean isBound =
                function.get().is("member_expression")
                        && function.get()
                                .child("property")
                                .filter(each -> each.text().equals("bind"))
                                .isPresent();
        if (isBound) {
            return function.get()
                    .child("object")
                    .map(each -> resolve(each, depth + 1))
                    .orElse(List.of());
        }
        return reflected(node)
                .map(_ -> {
                    List<SyntaxNode> arguments = arguments(node);
                    return membersOf(
                            resolve(arguments.getFirst(), depth + 1),
                            text(arguments.get(1)).orElse(""),
                            depth + 1);
                })
                .orElse(List.of());
    }

    /// `Reflect.get(console, 'log')`.
    private Optional<SyntaxNode> reflected(SyntaxNode call) {
        boolean isReflect =
                call.child("function")
                        .filter(each -> each.flatText().equals("Reflect.get"))
                        .isPresent();
        if (!isReflect) {
            return Optional.empty();
        }
        List<SyntaxNode> arguments = arguments(call);
        return arguments.size() >= 2 && text(arguments.get(1)).isPresent()
                ? Optional.of(call)
                : Optional.empty();
    }

    static List<SyntaxNode> arguments(SyntaxNode call) {
        return call.child("arguments").map(SyntaxNode::named).orElse(List.of());
    }

    /// What `require('x')` and `import('x')` give.
    private List<Referent> module(SyntaxNode call) {
        Optional<SyntaxNode> function = call.child("function");
        boolean isLoad =
                function.filter(each ->
                                each.is("import")
                                        || (each.is("identifier")
                                                && each.text().equals("require")
                                                && scopes.find("require", each.index()).isEmpty()))
                        .isPresent();
        List<SyntaxNode> arguments = isLoad ? arguments(call) : List.of();
        return arguments.isEmpty()
                ? List.of()
                : text(arguments.getFirst()).map(from -> List.of(module(from))).orElse(List.of());
    }

    Referent module(String from) {
        return project.scriptModule(path, from);
    }

    @Override
    List<Referent> imported(String from, String name, int depth) {
        Referent module = module(from);
        if (name.equals("*")) {
            return List.of(module);
        }
        if (module.source() == Referent.Source.PROJECT) {
            return project.exportedScript(module, name, depth + 1);
        }
        return List.of(name.equals("default") ? module : module.member(name));
    }

    static Optional<String> source(SyntaxNode statement) {
        return statement
                .child("source")
                .or(() ->
                        statement
                                .first("import_require_clause")
                                .flatMap(clause -> clause.child("source")))
                .flatMap(SourceFile::literal);
    }

    Optional<String> text(SyntaxNode node) {
        return text(node, 0);
    }

    /// The text of a key or an index, by literals, their sums and names of such.
    private Optional<String> text(SyntaxNode node, int depth) {
        return switch (node.kind()) {
            case "property_identifier",
                    "shorthand_property_identifier_pattern",
                    "private_property_identifier" ->
                    Optional.of(node.text());
            case "computed_property_name" ->
                    node.named().isEmpty()
                            ? Optional.empty()
                            : text(node.named().getFirst(), depth + 1);
            case "binary_expression" ->
                    node.child("left")
                            .flatMap(left -> text(left, depth + 1))
                            .flatMap(left ->
                                    node.child("right")
                                            .flatMap(right -> text(right, depth + 1))
                                            .map(right -> left + right));
            case "identifier" ->
                    depth > DEEPEST
                            ? Optional.empty()
                            : scopes.find(node.text(), node.index())
                                    .flatMap(found ->
                                            found instanceof Binding.Value value
                                                            && value.members().isEmpty()
                                                    ? text(value.value(), depth + 1)
                                                    : Optional.empty());
            default -> SourceFile.literal(node);
        };
    }
}
