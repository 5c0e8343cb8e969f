package kiro.action.dependency;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kiro.code.SyntaxNode;
import kiro.code.TreeSitter;

/// Reads what a crate makes public. In which of its modules a name stands is left aside, since crates hand names on.
final class RustApi {
    private final String crate;
    private final SourceApi found;

    private RustApi(String crate, SourceApi found) {
        this.crate = crate;
        this.found = found;
    }

    static boolean isWanted(String path) {
        return path.startsWith("src/") && path.endsWith(".rs") && !path.endsWith("main.rs");
    }

    static Optional<PublicApi> read(String name, ArtifactFiles files, TreeSitter parser) {
        var found = new SourceApi(parser);
        var reader = new RustApi(name.replace('-', '_'), found);
        for (String path : files.texts().keySet()) {
            found.tree(path, files)
                    .ifPresent(
                            tree -> tree.root().named().forEach(each -> reader.declare("", each)));
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.api());
    }

    private static boolean isPublic(SyntaxNode node) {
        return node.first("visibility_modifier")
                .filter(each -> each.text().equals("pub"))
                .isPresent();
    }

    private void declare(String owner, SyntaxNode node) {
        String name = node.child("name").map(SyntaxNode::text).orElse("");
        String path = owner.isEmpty() ? name : owner + "." + name;
        switch (node.kind()) {
            case "mod_item" -> {
                if (!name.startsWith("test")) {
                    node.child("body")
                            .ifPresent(body -> body.named().forEach(each -> declare("", each)));
                }
            }
            case "function_item" -> {
                if (isPublic(node)) {
                    found.add(Declaration.Kind.FUNCTION, crate, path, function(node));
                }
            }
            case "struct_item", "enum_item", "union_item", "trait_item", "type_item" -> {
                if (isPublic(node)) {
                    type(name, node);
                }
            }
            case "const_item", "static_item" -> {
                if (isPublic(node)) {
                    found.add(
                            Declaration.Kind.VALUE,
                            crate,
                            path,
                            Map.of("type", node.child("type").map(SourceApi::flat).orElse("")));
                }
            }
            case "impl_item" -> implemented(node);
            default -> {
                // Says nothing that others can use.
            }
        }
    }

    /// What a type has by itself; what it has by a trait is the trait's.
    private void implemented(SyntaxNode node) {
        String type = node.child("type").map(SyntaxNode::text).orElse("").replaceAll("<.*", "");
        if (node.child("trait").isEmpty()) {
            node.child("body")
                    .ifPresent(body -> body.named().forEach(each -> declare(type.strip(), each)));
        }
    }

    private static Map<String, String> function(SyntaxNode node) {
        Map<String, String> facts = new TreeMap<>();
        node.child("parameters").ifPresent(each -> facts.put("parameters", SourceApi.flat(each)));
        facts.put("returns", node.child("return_type").map(SourceApi::flat).orElse("nothing"));
        return facts;
    }

    private void type(String name, SyntaxNode node) {
        String kind = node.kind().replace("_item", "");
        found.add(
                Declaration.Kind.TYPE,
                crate,
                name,
                Map.of("kind", (kind.startsWith("e") ? "an " : "a ") + kind));
        node.child("body")
                .ifPresent(body -> {
                    body.below(Set.of("field_declaration")).stream()
                            .filter(RustApi::isPublic)
                            .forEach(field ->
                                    found.add(
                                            Declaration.Kind.VALUE,
                                            crate,
                                            name
                                                    + "."
                                                    + field.child("name")
                                                            .map(SyntaxNode::text)
                                                            .orElse(""),
                                            Map.of(
                                                    "type",
                                                    field.child("type")
                                                            .map(SourceApi::flat)
                                                            .orElse(""))));
                    body.all("enum_variant")
                            .forEach(each ->
                                    found.add(
                                            Declaration.Kind.VALUE,
                                            crate,
                                            name
                                                    + "."
                                                    + each.child("name")
                                                            .map(SyntaxNode::text)
                                                            .orElse(""),
                                            Map.of()));
                    body.all("function_signature_item").forEach(each -> demanded(name, each));
                });
    }

    private void demanded(String owner, SyntaxNode node) {
        var facts = function(node);
        facts.put("abstract", "yes");
        found.add(
                Declaration.Kind.FUNCTION,
                crate,
                owner + "." + node.child("name").map(SyntaxNode::text).orElse(""),
                facts);
    }
}
