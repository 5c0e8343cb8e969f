package kiro.action.dependency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.code.Import;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;
import kiro.code.SyntaxTree;

/// One file of a package, with what it exports.
final class ScriptModule {
    private static final Set<String> WRAPPERS =
            Set.of("export_statement", "ambient_declaration", "expression_statement");

    private final String path;
    private final Map<String, List<SyntaxNode>> declared = new LinkedHashMap<>();
    private final Map<String, Export> exports = new LinkedHashMap<>();
    private final List<String> handedOn = new ArrayList<>();
    private final Map<String, Export> imported = new LinkedHashMap<>();

    /// @param module where it is exported
    /// @param from the module that it comes from, as that one writes it; empty where it is declared there
    /// @param name what it is there; `*` for all of it
    /// @param nodes its declarations
    record Export(ScriptModule module, String from, String name, List<SyntaxNode> nodes) {
        Export {
            nodes = List.copyOf(nodes);
        }
    }

    ScriptModule(String path, SyntaxTree tree) {
        this.path = path;
        var file = new SourceFile(path, tree);
        for (Import each : file.imports()) {
            each.names()
                    .forEach((local, name) ->
                            imported.put(local, new Export(this, each.module(), name, List.of())));
        }
        tree.root().named().forEach(this::collect);
        tree.root().named().forEach(this::export);
        isDeclaredFor(tree.root());
    }

    String path() {
        return path;
    }

    Map<String, Export> exports() {
        return exports;
    }

    /// The modules of which it exports all.
    List<String> handedOn() {
        return handedOn;
    }

    private void collect(SyntaxNode statement) {
        if (statement.isAny(WRAPPERS)) {
            statement.named().forEach(this::collect);
            return;
        }
        if (statement.is("lexical_declaration") || statement.is("variable_declaration")) {
            statement.all("variable_declarator").forEach(this::collect);
            return;
        }
        statement
                .child("name")
                .ifPresent(name ->
                        declared.computeIfAbsent(name.text(), _ -> new ArrayList<>())
                                .add(statement));
    }

    private void export(SyntaxNode statement) {
        if (statement.is("expression_statement")) {
            statement.named().forEach(each -> assigned(each));
        }
        if (!statement.is("export_statement")) {
            return;
        }
        exportListed(statement);
        boolean isDefault = statement.children().stream().anyMatch(each -> each.is("default"));
        boolean isWhole = statement.children().stream().anyMatch(each -> each.is("="));
        if (isWhole) {
            statement.named().stream()
                    .filter(each -> each.is("identifier"))
                    .findFirst()
                    .ifPresent(name -> whole(name.text()));
        } else if (isDefault) {
            exportDefault(statement);
        } else {
            statement.child("declaration").ifPresent(this::exportDeclared);
            statement
                    .all("ambient_declaration")
                    .forEach(each -> each.named().forEach(this::exportDeclared));
        }
    }

    /// `export { a, b as c }`, `export * from`, `export * as a from`.
    private void exportListed(SyntaxNode statement) {
        String from = statement.child("source").flatMap(SourceFile::literal).orElse("");
        if (statement.children().stream().anyMatch(each -> each.is("*"))) {
            handedOn.add(from);
        }
        statement.all("namespace_export").stream()
                .flatMap(all -> all.named().stream())
                .forEach(name -> exports.put(name.text(), new Export(this, from, "*", List.of())));
        for (SyntaxNode each : statement.below(Set.of("export_specifier"))) {
            String name = each.child("name").map(SyntaxNode::text).orElse("");
            String as = each.child("alias").map(SyntaxNode::text).orElse(name);
            exports.put(as, from.isEmpty() ? local(name) : new Export(this, from, name, List.of()));
        }
    }

    private void exportDefault(SyntaxNode statement) {
        Optional<SyntaxNode> value = statement.child("value");
        Optional<String> name = value.filter(each -> each.is("identifier")).map(SyntaxNode::text);
        List<SyntaxNode> nodes = statement.child("declaration").or(() -> value).stream().toList();
        exports.put(
                "default",
                name.map(this::local).orElseGet(() -> new Export(this, "", "default", nodes)));
    }

    private void exportDeclared(SyntaxNode declaration) {
        if (declaration.is("ambient_declaration")) {
            declaration.named().forEach(this::exportDeclared);
            return;
        }
        List<SyntaxNode> all =
                declaration.is("lexical_declaration") || declaration.is("variable_declaration")
                        ? declaration.all("variable_declarator")
                        : List.of(declaration);
        for (SyntaxNode each : all) {
            each.child("name").ifPresent(name -> exports.put(name.text(), local(name.text())));
        }
    }

    private Export local(String name) {
        Export other = imported.get(name);
        return other != null && !declared.containsKey(name)
                ? other
                : new Export(this, "", name, declared.getOrDefault(name, List.of()));
    }

    /// `export = name`: all that stands in the namespace of that name, and itself.
    private void whole(String name) {
        exports.put("default", local(name));
        for (SyntaxNode node : declared.getOrDefault(name, List.of())) {
            if (node.is("internal_module") || node.is("module")) {
                node.child("body").ifPresent(body -> body.named().forEach(this::exportMember));
            }
        }
    }

    /// In a namespace of declarations all is exported, with the word or without it.
    private void exportMember(SyntaxNode statement) {
        if (statement.isAny(WRAPPERS)) {
            statement.named().forEach(this::exportMember);
            return;
        }
        List<SyntaxNode> all =
                statement.is("lexical_declaration") || statement.is("variable_declaration")
                        ? statement.all("variable_declarator")
                        : List.of(statement);
        for (SyntaxNode each : all) {
            each.child("name")
                    .ifPresent(name ->
                            exports.merge(
                                    name.text(),
                                    new Export(this, "", name.text(), List.of(each)),
                                    (a, b) ->
                                            new Export(
                                                    this,
                                                    "",
                                                    name.text(),
                                                    joined(a.nodes(), b.nodes()))));
        }
    }

    private static List<SyntaxNode> joined(List<SyntaxNode> one, List<SyntaxNode> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    /// `module.exports = ...` and `exports.name = ...`.
    private void assigned(SyntaxNode node) {
        if (!node.is("assignment_expression")) {
            return;
        }
        String left = node.child("left").map(SyntaxNode::flatText).orElse("");
        SyntaxNode right = node.child("right").orElse(node);
        if (left.equals("module.exports")) {
            exports.put(
                    "default",
                    right.is("identifier")
                            ? local(right.text())
                            : new Export(this, "", "default", List.of(right)));
            right.all("shorthand_property_identifier")
                    .forEach(each -> exports.put(each.text(), local(each.text())));
            right.all("pair")
                    .forEach(pair ->
                            pair.child("key")
                                    .ifPresent(key ->
                                            exports.put(
                                                    key.text(),
                                                    new Export(
                                                            this,
                                                            "",
                                                            key.text(),
                                                            pair.child("value").stream()
                                                                    .toList()))));
        } else if (left.matches("(?:module\\.)?exports\\.\\w+")) {
            String name = left.substring(left.lastIndexOf('.') + 1);
            exports.put(
                    name,
                    right.is("identifier")
                            ? local(right.text())
                            : new Export(this, "", name, List.of(right)));
        }
    }

    /// `declare module 'name' { ... }` of a file that is written for others.
    private void isDeclaredFor(SyntaxNode root) {
        if (!exports.isEmpty() || !handedOn.isEmpty()) {
            return;
        }
        for (SyntaxNode statement : root.all("ambient_declaration")) {
            for (SyntaxNode module : statement.all("module")) {
                module.child("body").ifPresent(body -> body.named().forEach(this::exportMember));
            }
        }
    }
}
