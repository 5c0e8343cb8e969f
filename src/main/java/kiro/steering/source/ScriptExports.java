package kiro.steering.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.SyntaxNode;

/// What a module of JavaScript gives to others, wherever it has it from.
final class ScriptExports {
    private final ScriptNames names;

    ScriptExports(ScriptNames names) {
        this.names = names;
    }

    /// What it gives by a name; empty where that is its own.
    List<Referent> of(String name, int depth) {
        var found = new ArrayList<Referent>();
        for (SyntaxNode statement : names.tree.root().named()) {
            if (statement.is("export_statement")) {
                found.addAll(of(statement, name, depth));
            }
            if (statement.is("expression_statement")) {
                statement.named().stream()
                        .filter(each -> each.is("assignment_expression"))
                        .forEach(each -> found.addAll(assigned(each, name, depth)));
            }
        }
        found.removeIf(each -> each.source() == Referent.Source.LOCAL);
        return found;
    }

    private List<Referent> of(SyntaxNode statement, String name, int depth) {
        Optional<String> from = ScriptNames.source(statement);
        List<SyntaxNode> specifiers = statement.below(Set.of("export_specifier"));
        if (from.isPresent() && specifiers.isEmpty()) {
            return statement
                    .first("namespace_export")
                    .map(all ->
                            all.named().getFirst().text().equals(name)
                                    ? List.of(names.module(from.get()))
                                    : List.<Referent>of())
                    .orElseGet(() -> star(from.get(), name, depth));
        }
        for (SyntaxNode each : specifiers) {
            Optional<SyntaxNode> own = each.child("name");
            if (own.isPresent() && each.child("alias").orElse(own.get()).text().equals(name)) {
                return from.map(module -> names.imported(module, own.get().text(), depth + 1))
                        .orElseGet(() -> names.resolve(own.get(), depth + 1));
            }
        }
        if (name.equals("default")) {
            return statement
                    .child("value")
                    .map(value -> names.resolve(value, depth + 1))
                    .orElse(List.of());
        }
        return declared(statement, name, depth);
    }

    /// Whatever is not the project's own may come from a library of which all is given on.
    private List<Referent> star(String from, String name, int depth) {
        if (name.equals("default")) {
            return List.of();
        }
        List<Referent> found = names.imported(from, name, depth + 1);
        return found.stream().filter(each -> each.source() != Referent.Source.PROJECT).toList();
    }

    private List<Referent> declared(SyntaxNode statement, String name, int depth) {
        Optional<SyntaxNode> declaration = statement.child("declaration");
        if (declaration.isEmpty()) {
            return List.of();
        }
        for (SyntaxNode each : declaration.get().all("variable_declarator")) {
            Optional<Binding> binding = names.scopes.find(name, declaration.get().index());
            boolean isIt =
                    each.child("name")
                            .filter(own -> own.text().equals(name) || own.is("object_pattern"))
                            .isPresent();
            if (isIt && binding.isPresent()) {
                return names.bound(name, binding.get(), depth + 1);
            }
        }
        return List.of();
    }

    private List<Referent> assigned(SyntaxNode assignment, String name, int depth) {
        String left = assignment.child("left").map(SyntaxNode::flatText).orElse("");
        Optional<SyntaxNode> right = assignment.child("right");
        if (right.isEmpty()) {
            return List.of();
        }
        if (left.equals("exports." + name) || left.equals("module.exports." + name)) {
            return names.resolve(right.get(), depth + 1);
        }
        if (!left.equals("module.exports")) {
            return List.of();
        }
        if (name.equals("default") && !right.get().is("object")) {
            return names.resolve(right.get(), depth + 1);
        }
        for (SyntaxNode each : right.get().named()) {
            boolean isPair =
                    each.is("pair")
                            && each.child("key").filter(key -> key.text().equals(name)).isPresent();
            if (isPair) {
                return each.child("value")
                        .map(value -> names.resolve(value, depth + 1))
                        .orElse(List.of());
            }
            if (each.is("shorthand_property_identifier") && each.text().equals(name)) {
                return names.resolve(each, depth + 1);
            }
        }
        return NameReader.members(names.resolve(right.get(), depth + 1), name);
    }
}
