package kiro.action.dependency;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kiro.code.SyntaxNode;
import kiro.code.SyntaxTree;
import kiro.code.TreeSitter;

/// Reads what the modules of a Python package let others use: names without an underscore before them.
final class PythonApi {
    private PythonApi() {}

    static boolean isWanted(String path) {
        return path.matches(
                "(?!.*(?:^|/)(?:tests?|_vendor|docs|examples|[^/]*\\.dist-info|[^/]*\\.data)/).*\\.pyi?");
    }

    /// @param files with the package's folder, or its module, at their top
    static Optional<PublicApi> read(ArtifactFiles files, TreeSitter parser) {
        var found = new SourceApi(parser);
        for (String path : files.texts().keySet()) {
            boolean isTyped = path.endsWith(".py") && files.has(path + "i");
            String place = place(path);
            if (!isTyped && !place.matches("(?:.*\\.)?_.*")) {
                found.tree(path, files).ifPresent(tree -> module(place, path, tree, found));
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.api());
    }

    private static String place(String path) {
        return path.replaceFirst("\\.pyi?$", "")
                .replaceFirst("(?:^|/)__init__$", "")
                .replaceFirst("^src/", "")
                .replace('/', '.');
    }

    private static void module(String place, String path, SyntaxTree tree, SourceApi found) {
        // A module of a name that its parent takes in as well is the same thing under two names.
        for (SyntaxNode statement : tree.root().named()) {
            declare(place, "", statement, found);
        }
        if (path.contains("__init__")) {
            found.add(Declaration.Kind.VALUE, place, "__name__", Map.of());
        }
    }

    private static void declare(String place, String owner, SyntaxNode node, SourceApi found) {
        switch (node.kind()) {
            case "decorated_definition" ->
                    node.child("definition").ifPresent(each -> declare(place, owner, each, found));
            case "if_statement", "try_statement", "block", "else_clause", "except_clause" ->
                    node.named().forEach(each -> declare(place, owner, each, found));
            case "function_definition" -> function(place, owner, node, found);
            case "class_definition" -> type(place, owner, node, found);
            case "expression_statement" ->
                    node.named().forEach(each -> value(place, owner, each, found));
            case "import_from_statement" -> taken(place, owner, node, found);
            default -> {
                // Says nothing that others can use.
            }
        }
    }

    private static boolean isHidden(String name) {
        return name.startsWith("_") && !name.equals("__init__") && !name.equals("__call__");
    }

    private static String path(String owner, String name) {
        return owner.isEmpty() ? name : owner + "." + name;
    }

    private static void function(String place, String owner, SyntaxNode node, SourceApi found) {
        String name = node.child("name").map(SyntaxNode::text).orElse("");
        if (isHidden(name)) {
            return;
        }
        var facts = new TreeMap<String, String>();
        node.child("parameters")
                .ifPresent(each -> facts.put("parameters", withoutTypes(each, !owner.isEmpty())));
        boolean isProperty =
                node.parent()
                        .filter(each -> each.is("decorated_definition"))
                        .filter(each ->
                                each.all("decorator").stream()
                                        .anyMatch(one -> one.text().contains("property")))
                        .isPresent();
        boolean isConstructor = name.equals("__init__") && !owner.isEmpty();
        found.add(
                isConstructor
                        ? Declaration.Kind.CONSTRUCTOR
                        : isProperty ? Declaration.Kind.VALUE : Declaration.Kind.FUNCTION,
                place,
                path(owner, isConstructor ? owner.substring(owner.lastIndexOf('.') + 1) : name),
                isProperty ? Map.of() : facts);
    }

    /// Types are notes of Python, and mean nothing to a call.
    private static String withoutTypes(SyntaxNode parameters, boolean isMethod) {
        var shown = new StringBuilder("(");
        boolean isFirst = true;
        for (SyntaxNode each : parameters.named()) {
            if (each.is("comment")) {
                continue;
            }
            String name = each.child("name").orElse(each).text();
            String bare = each.is("typed_parameter") ? each.named().getFirst().text() : name;
            boolean isOptional = each.is("default_parameter") || each.is("typed_default_parameter");
            boolean isSelf = isFirst && isMethod && (bare.equals("self") || bare.equals("cls"));
            isFirst = false;
            if (!isSelf) {
                shown.append(shown.length() > 1 ? ", " : "")
                        .append(bare)
                        .append(isOptional ? "=..." : "");
            }
        }
        return shown.append(')').toString();
    }

    private static void type(String place, String owner, SyntaxNode node, SourceApi found) {
        String name = node.child("name").map(SyntaxNode::text).orElse("");
        if (isHidden(name)) {
            return;
        }
        String path = path(owner, name);
        found.add(Declaration.Kind.TYPE, place, path, Map.of("kind", "a class"));
        node.child("superclasses")
                .ifPresent(all ->
                        all.named()
                                .forEach(each ->
                                        found.inherits(
                                                place + "." + path, place + "." + each.text())));
        node.child("body")
                .ifPresent(body -> body.named().forEach(each -> declare(place, path, each, found)));
    }

    private static void value(String place, String owner, SyntaxNode node, SourceApi found) {
        Optional<SyntaxNode> left = node.is("assignment") ? node.child("left") : Optional.empty();
        left.filter(each -> each.is("identifier") && !isHidden(each.text()))
                .ifPresent(each ->
                        found.add(
                                Declaration.Kind.VALUE, place, path(owner, each.text()), Map.of()));
    }

    /// What the module of a package takes from its own modules is its own.
    private static void taken(String place, String owner, SyntaxNode node, SourceApi found) {
        String module = node.child("module_name").map(SyntaxNode::text).orElse("");
        String top = place.contains(".") ? place.substring(0, place.indexOf('.')) : place;
        if (!owner.isEmpty()
                || !(module.startsWith(".")
                        || module.equals(top)
                        || module.startsWith(top + "."))) {
            return;
        }
        for (SyntaxNode each : node.named()) {
            if (each.field().equals("name")) {
                String name =
                        each.child("alias")
                                .orElse(
                                        each.child("name")
                                                .filter(_ -> each.is("aliased_import"))
                                                .orElse(each))
                                .text();
                if (!isHidden(name) && !Set.of("annotations").contains(name)) {
                    found.add(Declaration.Kind.VALUE, place, name, Map.of("handed on", "yes"));
                }
            }
        }
    }
}
