package kiro.action.dependency;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kiro.code.SyntaxNode;

/// Declares what a script exports, with the members of classes and interfaces.
final class ScriptMembers {
    private static final int DEEPEST = 6;
    private static final Set<String> TYPES =
            Set.of(
                    "class_declaration",
                    "abstract_class_declaration",
                    "class",
                    "interface_declaration");
    private static final Set<String> FUNCTIONS =
            Set.of(
                    "function_declaration",
                    "generator_function_declaration",
                    "function_signature",
                    "function_expression",
                    "arrow_function");

    private final SourceApi found;
    private final String place;

    ScriptMembers(SourceApi found, String place) {
        this.found = found;
        this.place = place;
    }

    void declare(String path, SyntaxNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isAny(TYPES)) {
            type(path, node);
        } else if (node.isAny(FUNCTIONS)) {
            found.add(
                    Declaration.Kind.FUNCTION,
                    place,
                    path,
                    withNotes(SourceApi.function(node, "return_type"), node));
        } else if (node.is("type_alias_declaration")) {
            var facts = new TreeMap<String, String>();
            node.child("value").ifPresent(value -> facts.put("type", SourceApi.flat(value)));
            found.add(Declaration.Kind.TYPE, place, path, withNotes(facts, node));
        } else if (node.is("enum_declaration")) {
            constants(path, node);
        } else if (node.is("internal_module") || node.is("module")) {
            node.child("body")
                    .ifPresent(body -> body.named().forEach(each -> inner(path, each, depth)));
        } else if (node.is("variable_declarator")
                && node.child("value").filter(each -> each.isAny(FUNCTIONS)).isPresent()) {
            declare(path, node.child("value").orElse(node), depth + 1);
        } else {
            var facts = new TreeMap<String, String>();
            node.child("type")
                    .ifPresent(type ->
                            facts.put("type", SourceApi.flat(type).replaceFirst("^:\\s*", "")));
            found.add(Declaration.Kind.VALUE, place, path, withNotes(facts, node));
        }
    }

    private void constants(String path, SyntaxNode node) {
        found.add(Declaration.Kind.TYPE, place, path, withNotes(new TreeMap<>(), node));
        List<SyntaxNode> all = node.child("body").map(SyntaxNode::named).orElse(List.of());
        for (SyntaxNode each : all) {
            String name = each.child("name").orElse(each).text();
            found.add(Declaration.Kind.VALUE, place, path + "." + name, Map.of());
        }
    }

    private void inner(String path, SyntaxNode statement, int depth) {
        if (statement.is("export_statement")
                || statement.is("ambient_declaration")
                || statement.is("lexical_declaration")
                || statement.is("variable_declaration")
                || statement.is("expression_statement")) {
            statement.named().forEach(each -> inner(path, each, depth));
            return;
        }
        statement
                .child("name")
                .ifPresent(name -> declare(path + "." + name.text(), statement, depth + 1));
    }

    private void type(String path, SyntaxNode node) {
        var facts = new TreeMap<String, String>();
        if (node.is("abstract_class_declaration")) {
            facts.put("abstract", "yes");
        }
        found.add(Declaration.Kind.TYPE, place, path, withNotes(facts, node));
        for (SyntaxNode clause :
                node.below(Set.of("extends_clause", "extends_type_clause", "implements_clause"))) {
            clause.named().stream()
                    .filter(each -> !each.is("type_arguments"))
                    .forEach(each ->
                            found.inherits(
                                    place + "." + path,
                                    place + "." + each.text().replaceAll("<.*", "")));
        }
        node.child("body").ifPresent(body -> body.named().forEach(each -> member(path, each)));
    }

    private void member(String path, SyntaxNode node) {
        String name = node.child("name").map(SyntaxNode::text).orElse("");
        boolean isHidden =
                name.isEmpty()
                        || name.startsWith("#")
                        || node.first("accessibility_modifier")
                                .filter(each -> each.text().equals("private"))
                                .isPresent();
        if (isHidden) {
            return;
        }
        boolean isFunction = node.child("parameters").isPresent();
        SortedMap<String, String> facts = SourceApi.function(node, "return_type");
        node.child("type")
                .ifPresent(
                        type -> facts.put("type", SourceApi.flat(type).replaceFirst("^:\\s*", "")));
        if (node.children().stream().anyMatch(each -> each.is("static"))) {
            facts.put("static", "yes");
        }
        boolean isConstructor = name.equals("constructor");
        String own = path.substring(path.lastIndexOf('.') + 1);
        found.add(
                isConstructor
                        ? Declaration.Kind.CONSTRUCTOR
                        : isFunction ? Declaration.Kind.FUNCTION : Declaration.Kind.VALUE,
                place,
                path + "." + (isConstructor ? own : name),
                withNotes(facts, node));
    }

    /// What the comment before a declaration says of its age.
    private static SortedMap<String, String> withNotes(
            SortedMap<String, String> facts, SyntaxNode node) {
        SyntaxNode at = node;
        while (at.previous().isEmpty()
                && at.parent().isPresent()
                && at.parent().get().start() <= at.start()
                && Set.of(
                                "export_statement",
                                "ambient_declaration",
                                "lexical_declaration",
                                "variable_declaration")
                        .contains(at.parent().get().kind())) {
            at = at.parent().get();
        }
        while (at.parent()
                .filter(each -> each.is("export_statement") || each.is("ambient_declaration"))
                .isPresent()) {
            at = at.parent().orElse(at);
        }
        at.previous()
                .filter(each -> each.is("comment") && each.text().contains("@deprecated"))
                .ifPresent(_ -> facts.put("deprecated", "deprecated"));
        return facts;
    }
}
