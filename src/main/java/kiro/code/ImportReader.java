package kiro.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds what a source file takes from others.
final class ImportReader {
    private static final Set<String> KINDS =
            Set.of(
                    "import_declaration",
                    "import_statement",
                    "import_from_statement",
                    "import_spec",
                    "use_declaration",
                    "call_expression",
                    "export_statement");

    private final SyntaxTree tree;
    private final List<Import> found = new ArrayList<>();

    ImportReader(SyntaxTree tree) {
        this.tree = tree;
    }

    List<Import> read() {
        tree.root().below(KINDS, this::add);
        return List.copyOf(found);
    }

    private void add(SyntaxNode node) {
        switch (tree.language()) {
            case JAVA -> addJava(node);
            case JAVASCRIPT, TYPESCRIPT, TSX -> addScript(node);
            case PYTHON -> addPython(node);
            case GO -> addGo(node);
            case RUST -> addRust(node);
        }
    }

    private void addJava(SyntaxNode node) {
        if (!node.is("import_declaration")) {
            return;
        }
        String path = path(node);
        int last = path.lastIndexOf('.');
        String name = path.substring(last + 1);
        found.add(new Import(path.substring(0, Math.max(last, 0)), Map.of(name, name), node));
    }

    /// The name, and a star behind it.
    private static String path(SyntaxNode declaration) {
        var path = new StringBuilder();
        for (SyntaxNode part : declaration.named()) {
            if (!part.isAny(Comments.KINDS)) {
                path.append(path.isEmpty() ? "" : ".").append(part.text());
            }
        }
        boolean isPlain = path.chars().noneMatch(c -> c <= ' ');
        return isPlain ? path.toString() : path.toString().replaceAll("\\s", "");
    }

    private void addScript(SyntaxNode node) {
        switch (node.kind()) {
            case "import_statement" ->
                    node.child("source")
                            .flatMap(Literals::text)
                            .ifPresent(from -> found.add(new Import(from, imported(node), node)));
            case "export_statement" ->
                    node.child("source")
                            .flatMap(Literals::text)
                            .ifPresent(from -> found.add(new Import(from, reexported(node), node)));
            default -> addRequire(node);
        }
    }

    private static Map<String, String> imported(SyntaxNode statement) {
        var names = new LinkedHashMap<String, String>();
        statement
                .first("import_clause")
                .ifPresent(clause -> {
                    clause.all("identifier").forEach(each -> names.put(each.text(), "default"));
                    clause.all("namespace_import")
                            .forEach(all ->
                                    all.first("identifier")
                                            .ifPresent(each -> names.put(each.text(), "*")));
                    clause.below(Set.of("import_specifier"))
                            .forEach(each -> putRenamed(each, names));
                });
        return names;
    }

    private static Map<String, String> reexported(SyntaxNode statement) {
        var names = new LinkedHashMap<String, String>();
        statement.below(Set.of("export_specifier")).forEach(each -> putRenamed(each, names));
        if (names.isEmpty()) {
            names.put("*", "*");
        }
        return names;
    }

    private static void putRenamed(SyntaxNode specifier, Map<String, String> names) {
        specifier
                .child("name")
                .ifPresent(name ->
                        names.put(specifier.child("alias").orElse(name).text(), name.text()));
    }

    private void addRequire(SyntaxNode node) {
        Optional<Call> call = node.is("call_expression") ? Calls.of(node) : Optional.empty();
        if (call.isEmpty()
                || !call.get().callee().equals("require")
                || call.get().arguments().size() != 1) {
            return;
        }
        Literals.text(call.get().arguments().getFirst())
                .ifPresent(from -> found.add(new Import(from, required(node), node)));
    }

    private static Map<String, String> required(SyntaxNode call) {
        var names = new LinkedHashMap<String, String>();
        call.parent()
                .filter(above -> above.is("variable_declarator"))
                .flatMap(above -> above.child("name"))
                .ifPresent(name -> {
                    if (name.is("identifier")) {
                        names.put(name.text(), "*");
                    }
                    name.below(Set.of("shorthand_property_identifier_pattern"))
                            .forEach(each -> names.put(each.text(), each.text()));
                });
        return names;
    }

    private void addPython(SyntaxNode node) {
        if (node.is("import_from_statement")) {
            String module = node.child("module_name").map(SyntaxNode::text).orElse("");
            var names = new LinkedHashMap<String, String>();
            for (SyntaxNode each : node.named()) {
                if (each.field().equals("name")) {
                    putPython(each, names);
                }
            }
            if (node.first("wildcard_import").isPresent()) {
                names.put("*", "*");
            }
            found.add(new Import(module, names, node));
        } else if (node.is("import_statement")) {
            for (SyntaxNode each : node.named()) {
                SyntaxNode module = each.child("name").orElse(each);
                String local = each.child("alias").orElse(module).text();
                found.add(new Import(module.text(), Map.of(local, "*"), node));
            }
        }
    }

    private static void putPython(SyntaxNode name, Map<String, String> names) {
        SyntaxNode own = name.is("aliased_import") ? name.child("name").orElse(name) : name;
        names.put(name.child("alias").orElse(own).text(), own.text());
    }

    private void addGo(SyntaxNode node) {
        if (!node.is("import_spec")) {
            return;
        }
        node.child("path")
                .flatMap(Literals::text)
                .ifPresent(path -> {
                    String local =
                            node.child("name")
                                    .map(SyntaxNode::text)
                                    .orElse(path.substring(path.lastIndexOf('/') + 1));
                    found.add(new Import(path, Map.of(local, "*"), node));
                });
    }

    private void addRust(SyntaxNode node) {
        if (node.is("use_declaration")) {
            node.child("argument").ifPresent(tree -> addUse("", tree, node));
        }
    }

    private void addUse(String prefix, SyntaxNode tree, SyntaxNode statement) {
        switch (tree.kind()) {
            case "scoped_use_list" -> {
                String path = join(prefix, tree.child("path").map(SyntaxNode::text).orElse(""));
                tree.child("list")
                        .ifPresent(list ->
                                list.named().forEach(each -> addUse(path, each, statement)));
            }
            case "use_list" -> tree.named().forEach(each -> addUse(prefix, each, statement));
            case "use_wildcard" ->
                    found.add(
                            new Import(
                                    join(prefix, tree.text().replaceAll("(?:::)?\\*$", "")),
                                    Map.of("*", "*"),
                                    statement));
            case "use_as_clause" ->
                    addPath(
                            join(prefix, tree.child("path").map(SyntaxNode::text).orElse("")),
                            tree.child("alias").map(SyntaxNode::text).orElse(""),
                            statement);
            default -> addPath(join(prefix, tree.text()), "", statement);
        }
    }

    private void addPath(String path, String alias, SyntaxNode statement) {
        int last = path.lastIndexOf("::");
        String name = last < 0 ? path : path.substring(last + 2);
        found.add(
                new Import(
                        last < 0 ? "" : path.substring(0, last),
                        Map.of(alias.isEmpty() ? name : alias, name),
                        statement));
    }

    private static String join(String prefix, String path) {
        return prefix.isEmpty() || path.isEmpty() ? prefix + path : prefix + "::" + path;
    }
}
