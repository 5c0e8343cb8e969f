package kiro.steering.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;
import kiro.code.SyntaxTree;
import kiro.steering.rule.Subject.Use;

/// Names in Java.
final class JavaNames extends NameReader {
    private static final Binding OPAQUE = new Binding.Opaque();
    private static final Set<String> SCOPES =
            Set.of(
                    "program",
                    "class_body",
                    "interface_body",
                    "enum_body",
                    "annotation_type_body",
                    "class_declaration",
                    "record_declaration",
                    "interface_declaration",
                    "method_declaration",
                    "constructor_declaration",
                    "compact_constructor_declaration",
                    "lambda_expression",
                    "block",
                    "constructor_body",
                    "for_statement",
                    "enhanced_for_statement",
                    "catch_clause",
                    "try_with_resources_statement",
                    "switch_block_statement_group",
                    "switch_rule");
    private static final Set<String> TYPES =
            Set.of(
                    "class_declaration",
                    "interface_declaration",
                    "enum_declaration",
                    "record_declaration",
                    "annotation_type_declaration");

    private final List<String> stars = new ArrayList<>();
    private final List<String> staticStars = new ArrayList<>();
    private final Set<String> methods = new HashSet<>();
    private String ownPackage = "";

    JavaNames(SyntaxTree tree, String path, ProjectIndex project) {
        super(tree, path, project, SCOPES);
    }

    @Override
    void bind(String kind, int at) {
        switch (kind) {
            case "package_declaration" -> ownPackage = JavaLang.dotted(tree.node(at));
            case "import_declaration" -> bindImport(tree.node(at));
            case "local_variable_declaration",
                    "field_declaration",
                    "resource",
                    "constant_declaration" ->
                    bindVariables(tree.node(at));
            case "formal_parameter",
                    "enhanced_for_statement",
                    "instanceof_expression",
                    "type_pattern",
                    "record_pattern_component" ->
                    bindTyped(tree.node(at));
            case "catch_formal_parameter" ->
                    tree.node(at).child("name").ifPresent(name -> scopes.declare(name, OPAQUE));
            case "spread_parameter" ->
                    tree.node(at)
                            .below(Set.of("identifier"))
                            .forEach(name -> scopes.declare(name, OPAQUE));
            case "lambda_expression" -> bindLambda(tree.node(at));
            default -> bindDeclared(kind, at);
        }
    }

    private void bindDeclared(String kind, int at) {
        switch (kind) {
            case "method_declaration" ->
                    tree.node(at)
                            .child("name")
                            .ifPresent(name -> {
                                scopes.mark(name);
                                methods.add(name.text());
                            });
            case "constructor_declaration", "compact_constructor_declaration", "enum_constant" ->
                    tree.node(at).child("name").ifPresent(scopes::mark);
            case "type_parameter" ->
                    tree.node(at)
                            .first("type_identifier")
                            .ifPresent(name -> scopes.declareIn(SCOPES, name, OPAQUE));
            default -> {
                if (TYPES.contains(kind)) {
                    tree.node(at)
                            .child("name")
                            .ifPresent(name -> scopes.declareOutside(tree.node(at), name, OPAQUE));
                }
            }
        }
    }

    private void bindImport(SyntaxNode node) {
        String name = JavaLang.dotted(node);
        boolean isStatic = node.first("static").isPresent();
        if (node.first("asterisk").isPresent()) {
            (isStatic ? staticStars : stars).add(name);
            return;
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        scopes.put(0, last, new Binding.To(List.of(qualified(name))));
    }

    /// A qualified name, with the place where its type starts.
    private Referent qualified(String name) {
        int member = JavaLang.typeStart(name);
        int end = name.indexOf('.', member);
        String type = end < 0 ? name : name.substring(0, end);
        boolean isOwn = project.javaFile(type).isPresent();
        return new Referent(
                name, member, 0, isOwn ? Referent.Source.PROJECT : Referent.Source.LIBRARY);
    }

    private void bindVariables(SyntaxNode node) {
        Optional<SyntaxNode> type = node.child("type");
        List<SyntaxNode> declarators = new ArrayList<>(node.all("variable_declarator"));
        if (node.is("resource")) {
            declarators.add(node);
        }
        for (SyntaxNode each : declarators) {
            Optional<SyntaxNode> value = each.child("value");
            boolean isVar = type.filter(known -> known.text().equals("var")).isPresent();
            Binding binding;
            if (type.isEmpty() || isVar) {
                binding =
                        value.<Binding>map(given -> new Binding.Value(given, List.of()))
                                .orElse(OPAQUE);
            } else if (value.isPresent()) {
                binding = new Binding.TypedValue(type.get(), value.get());
            } else {
                binding = new Binding.Typed(type.get());
            }
            each.child("name").ifPresent(name -> scopes.declare(name, binding));
        }
    }

    private void bindTyped(SyntaxNode node) {
        Optional<SyntaxNode> type = node.child("type").or(() -> node.child("right"));
        Binding binding = type.<Binding>map(Binding.Typed::new).orElse(OPAQUE);
        node.child("name").ifPresent(own -> scopes.declare(own, binding));
    }

    private void bindLambda(SyntaxNode node) {
        Optional<SyntaxNode> parameters = node.child("parameters");
        if (parameters.isEmpty()) {
            return;
        }
        if (parameters.get().is("identifier")) {
            scopes.declare(parameters.get(), OPAQUE);
        } else if (parameters.get().is("inferred_parameters")) {
            parameters.get().named().forEach(each -> scopes.declare(each, OPAQUE));
        }
    }

    @Override
    void visit(String kind, int at) {
        switch (kind) {
            case "identifier", "field_access", "method_invocation", "method_reference" ->
                    visitChain(kind, at);
            case "type_identifier", "scoped_type_identifier" -> visitType(at);
            case "import_declaration" -> visitImport(tree.node(at));
            default -> {}
        }
    }

    private void visitImport(SyntaxNode node) {
        String name = JavaLang.dotted(node);
        Referent whole =
                node.first("asterisk").isPresent() && node.first("static").isEmpty()
                        ? Referent.module(name, Referent.Source.LIBRARY)
                        : qualified(name);
        use(List.of(whole), Use.IMPORT, node);
    }

    private void visitChain(String kind, int at) {
        String above = parentKind(at);
        SyntaxNode node = tree.node(at);
        String field = node.field();
        boolean isInner =
                scopes.isDeclaration(at)
                        || above.equals("scoped_identifier")
                        || above.equals("import_declaration")
                        || above.equals("package_declaration")
                        || (above.equals("element_value_pair") && field.equals("key"))
                        || ((above.equals("annotation") || above.equals("marker_annotation"))
                                && field.equals("name"))
                        || above.equals("field_access")
                        || (above.equals("method_invocation")
                                && (field.equals("object") || field.equals("name")))
                        || above.equals("method_reference")
                        || above.equals("labeled_statement")
                        || above.equals("break_statement")
                        || above.equals("continue_statement");
        if (isInner && !isResult(kind, field, above)) {
            return;
        }
        boolean isCalled = kind.equals("method_invocation") || kind.equals("method_reference");
        use(resolve(node), isCalled ? Use.CALL : Use.REFERENCE, node);
    }

    /// A call in the middle of a chain: what it gives is not known, and what is called behind it is another name.
    private static boolean isResult(String kind, String field, String above) {
        return kind.equals("method_invocation")
                && (above.equals("field_access")
                        || above.equals("method_reference")
                        || (above.equals("method_invocation") && field.equals("object")));
    }

    private void visitType(int at) {
        String above = parentKind(at);
        boolean isInner = scopes.isDeclaration(at) || above.equals("scoped_type_identifier");
        if (isInner) {
            return;
        }
        SyntaxNode node = tree.node(at);
        boolean isMade =
                above.equals("object_creation_expression")
                        || (above.equals("generic_type")
                                && parentKind(tree.parent(at))
                                        .equals("object_creation_expression"));
        use(resolve(node), isMade && isFirstType(node) ? Use.CALL : Use.TYPE, node);
    }

    private static boolean isFirstType(SyntaxNode node) {
        return node.previous().filter(SyntaxNode::isNamed).isEmpty();
    }

    @Override
    List<Referent> resolve(SyntaxNode node, int depth) {
        if (depth > DEEPEST) {
            return List.of();
        }
        return switch (node.kind()) {
            case "identifier" -> named(node, depth);
            case "type_identifier" -> type(node.text(), node.index(), depth);
            case "scoped_type_identifier" -> scopedType(node, depth);
            case "generic_type", "annotated_type", "parenthesized_expression" ->
                    node.named().isEmpty()
                            ? List.of()
                            : resolve(node.named().getFirst(), depth + 1);
            case "field_access" -> member(node.child("object"), node.child("field"), node, depth);
            case "method_invocation" -> invoked(node, depth);
            case "method_reference" -> reference(node, depth);
            case "object_creation_expression", "cast_expression" ->
                    node.child("type")
                            .map(type -> ScriptNames.values(resolve(type, depth + 1)))
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
        if (name.indexOf('.') > 0) {
            return dotted(JavaLang.plain(name), node.index(), depth);
        }
        Optional<Binding> binding = scopes.find(name, node.index());
        if (binding.isPresent()) {
            return bound(name, binding.get(), depth);
        }
        if (Character.isUpperCase(name.charAt(0))) {
            return type(name, node.index(), depth);
        }
        var found = new ArrayList<Referent>();
        found.add(Referent.global(name));
        if (!methods.contains(name)) {
            staticStars.forEach(star -> found.add(qualified(star + "." + name)));
        }
        return found;
    }

    /// The type of a record pattern is one name, however many parts it has.
    private List<Referent> dotted(String name, int at, int depth) {
        int dot = name.indexOf('.');
        return Character.isLowerCase(name.charAt(0))
                ? List.of(qualified(name))
                : members(type(name.substring(0, dot), at, depth), name.substring(dot + 1));
    }

    private List<Referent> type(String name, int at, int depth) {
        Optional<Binding> binding = scopes.find(name, at);
        if (binding.isPresent()) {
            return bound(name, binding.get(), depth);
        }
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        boolean isNeighbour = project.has(folder + name + ".java");
        String inPackage = ownPackage.isEmpty() ? name : ownPackage + "." + name;
        if (isNeighbour || project.javaFile(inPackage).isPresent()) {
            int member = ownPackage.isEmpty() ? 0 : ownPackage.length() + 1;
            return List.of(new Referent(inPackage, member, 0, Referent.Source.PROJECT));
        }
        if (JavaLang.has(name)) {
            return List.of(qualified("java.lang." + name));
        }
        var found = new ArrayList<Referent>();
        stars.forEach(star -> found.add(qualified(star + "." + name)));
        staticStars.forEach(star -> found.add(qualified(star + "." + name)));
        found.add(Referent.global(name));
        return found;
    }

    /// `System.out::println`; in `Date::new` there is no name behind the type.
    private List<Referent> reference(SyntaxNode node, int depth) {
        List<SyntaxNode> parts = node.named();
        return parts.size() == 1
                ? resolve(parts.getFirst(), depth + 1)
                : member(Optional.of(parts.getFirst()), Optional.of(parts.getLast()), node, depth);
    }

    private List<Referent> scopedType(SyntaxNode node, int depth) {
        String text = JavaLang.plain(node.text());
        if (Character.isLowerCase(text.charAt(0))) {
            return List.of(qualified(text));
        }
        List<SyntaxNode> parts = node.named();
        return members(resolve(parts.getFirst(), depth + 1), parts.getLast().text());
    }

    private List<Referent> invoked(SyntaxNode node, int depth) {
        Optional<SyntaxNode> name = node.child("name");
        if (node.child("object").isPresent()) {
            boolean isLoad =
                    node.child("object").get().text().equals("Class")
                            && name.filter(each -> each.text().equals("forName")).isPresent();
            if (isLoad) {
                List<SyntaxNode> arguments = ScriptNames.arguments(node);
                Optional<String> type =
                        arguments.isEmpty()
                                ? Optional.empty()
                                : SourceFile.literal(arguments.getFirst());
                if (type.isPresent()) {
                    return List.of(qualified(type.get()), qualified("java.lang.Class.forName"));
                }
            }
            return member(node.child("object"), name, node, depth);
        }
        if (name.isEmpty() || methods.contains(name.get().text())) {
            return List.of();
        }
        Optional<Binding> imported = Optional.ofNullable(scopes.top().get(name.get().text()));
        if (imported.isPresent()) {
            return bound(name.get().text(), imported.get(), depth);
        }
        var found = new ArrayList<Referent>();
        staticStars.forEach(star -> found.add(qualified(star + "." + name.get().text())));
        found.add(Referent.global(name.get().text()));
        return found;
    }

    private List<Referent> member(
            Optional<SyntaxNode> object, Optional<SyntaxNode> member, SyntaxNode node, int depth) {
        if (object.isEmpty() || member.isEmpty()) {
            return List.of();
        }
        String name = member.get().text();
        if (object.get().is("this")) {
            return node.is("field_access")
                    ? scopes.find(name, scopes.scopeOf(JavaLang.bodyOf(node)))
                            .map(binding -> bound(name, binding, depth))
                            .orElseGet(() -> List.of(Referent.local(name)))
                    : List.of();
        }
        if (object.get().is("method_invocation")) {
            return List.of(Referent.local("?." + name));
        }
        List<Referent> found = new ArrayList<>();
        for (Referent each : resolve(object.get(), depth + 1)) {
            found.add(requalified(each.member(name)));
        }
        return found.isEmpty() ? List.of(Referent.local("?." + name)) : found;
    }

    /// A name written in full starts as one that nothing is known of.
    private Referent requalified(Referent name) {
        boolean isFull =
                name.source() == Referent.Source.GLOBAL
                        && Character.isLowerCase(name.name().charAt(0))
                        && JavaLang.typeStart(name.name()) > 0;
        return isFull ? qualified(name.name()) : name;
    }
}
