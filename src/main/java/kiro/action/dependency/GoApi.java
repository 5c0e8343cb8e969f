package kiro.action.dependency;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kiro.code.SyntaxNode;
import kiro.code.SyntaxTree;
import kiro.code.TreeSitter;

/// Reads what the packages of a Go module export.
final class GoApi {
    private final String place;
    private final SourceApi found;

    private GoApi(String place, SourceApi found) {
        this.place = place;
        this.found = found;
    }

    static boolean isWanted(String path) {
        return path.endsWith(".go")
                && !path.endsWith("_test.go")
                && !path.matches("(?:.*/)?(?:internal|testdata|vendor|examples?)/.*");
    }

    static Optional<PublicApi> read(String module, ArtifactFiles files, TreeSitter parser) {
        var found = new SourceApi(parser);
        for (String path : files.texts().keySet()) {
            int slash = path.lastIndexOf('/');
            String place = slash < 0 ? module : module + "/" + path.substring(0, slash);
            Optional<SyntaxTree> tree = found.tree(path, files);
            boolean isProgram =
                    tree.flatMap(each -> each.root().first("package_clause"))
                            .filter(each -> each.text().matches("package\\s+main"))
                            .isPresent();
            if (!isProgram) {
                tree.ifPresent(each -> new GoApi(place, found).read(each));
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.api());
    }

    private void read(SyntaxTree tree) {
        for (SyntaxNode node : tree.root().named()) {
            switch (node.kind()) {
                case "function_declaration" -> function("", node);
                case "method_declaration" -> method(node);
                case "type_declaration" -> node.named().forEach(this::type);
                case "const_declaration", "var_declaration" -> node.named().forEach(this::values);
                default -> {
                    // Says nothing that others can use.
                }
            }
        }
    }

    private static boolean isExported(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    }

    private void function(String owner, SyntaxNode node) {
        String name = node.child("name").map(SyntaxNode::text).orElse("");
        if (isExported(name)) {
            Map<String, String> facts = new TreeMap<>();
            node.child("parameters")
                    .ifPresent(each -> facts.put("parameters", SourceApi.flat(each)));
            facts.put("returns", node.child("result").map(SourceApi::flat).orElse("nothing"));
            found.add(
                    Declaration.Kind.FUNCTION,
                    place,
                    owner.isEmpty() ? name : owner + "." + name,
                    facts);
        }
    }

    private void method(SyntaxNode node) {
        String owner =
                node.child("receiver")
                        .map(SyntaxNode::text)
                        .orElse("")
                        .replaceAll("^\\(\\s*(?:\\w+\\s+)?\\*?|\\[.*|\\)$", "")
                        .strip();
        if (isExported(owner)) {
            function(owner, node);
        }
    }

    private void type(SyntaxNode node) {
        String name = node.child("name").map(SyntaxNode::text).orElse("");
        if (!isExported(name)) {
            return;
        }
        SyntaxNode type = node.child("type").orElse(node);
        switch (type.kind()) {
            case "struct_type" -> {
                found.add(Declaration.Kind.TYPE, place, name, Map.of("kind", "a struct"));
                type.below(java.util.Set.of("field_declaration"), field -> field(name, field));
            }
            case "interface_type" -> {
                found.add(Declaration.Kind.TYPE, place, name, Map.of("kind", "an interface"));
                type.named().stream()
                        .filter(each -> each.is("method_elem") || each.is("method_spec"))
                        .forEach(each -> demanded(name, each));
            }
            default ->
                    found.add(
                            Declaration.Kind.TYPE,
                            place,
                            name,
                            Map.of("kind", "a type", "type", SourceApi.flat(type)));
        }
    }

    private void field(String owner, SyntaxNode field) {
        String type = field.child("type").map(SourceApi::flat).orElse("");
        for (SyntaxNode name : field.named()) {
            if (name.field().equals("name") && isExported(name.text())) {
                found.add(
                        Declaration.Kind.VALUE,
                        place,
                        owner + "." + name.text(),
                        Map.of("type", type));
            }
        }
    }

    private void demanded(String owner, SyntaxNode method) {
        String name = method.child("name").map(SyntaxNode::text).orElse("");
        if (isExported(name)) {
            found.add(
                    Declaration.Kind.FUNCTION,
                    place,
                    owner + "." + name,
                    Map.of(
                            "abstract", "yes",
                            "parameters",
                                    method.child("parameters").map(SourceApi::flat).orElse(""),
                            "returns",
                                    method.child("result").map(SourceApi::flat).orElse("nothing")));
        }
    }

    private void values(SyntaxNode node) {
        if (node.is("var_spec_list")) {
            node.named().forEach(this::values);
            return;
        }
        Map<String, String> facts = new TreeMap<>();
        node.child("type").ifPresent(type -> facts.put("type", SourceApi.flat(type)));
        for (SyntaxNode name : node.named()) {
            if (name.field().equals("name") && isExported(name.text())) {
                found.add(Declaration.Kind.VALUE, place, name.text(), facts);
            }
        }
    }
}
