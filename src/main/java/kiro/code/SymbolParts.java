package kiro.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What belongs to a declaration: its owner, its signature, its decorators, and who may use it.
final class SymbolParts {
    private static final Set<String> OWNERS =
            Set.of(
                    "class_declaration",
                    "abstract_class_declaration",
                    "class_definition",
                    "interface_declaration",
                    "enum_declaration",
                    "record_declaration",
                    "annotation_type_declaration",
                    "trait_item",
                    "impl_item",
                    "type_spec");
    private static final Set<String> DECORATORS =
            Set.of("annotation", "marker_annotation", "decorator", "attribute_item");
    private static final Set<String> BODIES =
            Set.of(
                    "block",
                    "class_body",
                    "interface_body",
                    "object_type",
                    "enum_body",
                    "annotation_type_body",
                    "constructor_body",
                    "statement_block",
                    "declaration_list",
                    "field_declaration_list",
                    "enum_variant_list",
                    "struct_type",
                    "interface_type");

    private static final Pattern END = Pattern.compile("\\s*(?:=>|=|:|;|\\{|where)$");

    private final Grammar language;
    private final Set<String> exported;

    SymbolParts(SyntaxTree tree) {
        this.language = tree.language();
        this.exported = language.isScript() ? ExportedNames.of(tree) : Set.of();
    }

    /// The qualified name of what a declaration stands in.
    String owner(SyntaxNode node) {
        if (node.is("method_declaration") && language == Grammar.GO) {
            return receiver(node);
        }
        var owners = new ArrayList<String>();
        Optional<SyntaxNode> at = node.above(OWNERS);
        while (at.isPresent()) {
            SyntaxNode owner = at.get();
            owner.child(owner.is("impl_item") ? "type" : "name")
                    .ifPresent(name -> owners.addFirst(withoutTypes(name.text())));
            at = owner.above(OWNERS);
        }
        return String.join(".", owners);
    }

    private static String receiver(SyntaxNode method) {
        return method.child("receiver")
                .map(SyntaxNode::text)
                .map(text ->
                        withoutTypes(text.replaceAll("^\\(\\s*(?:\\w+\\s+)?\\*?|\\)$", "").strip()))
                .orElse("");
    }

    private static String withoutTypes(String name) {
        return name.replaceAll("[<\\[].*$", "").strip();
    }

    /// The declaration up to its body, on one line, without what stands before its modifiers.
    String signature(SyntaxNode node) {
        SyntaxNode whole = node.is("variable_declarator") ? withKeyword(node) : node;
        int end = bodyStart(node).orElse(node.end());
        var text = new StringBuilder();
        int at = whole.start();
        for (SyntaxNode decorator : node.below(DECORATORS)) {
            if (decorator.start() < end && decorator.start() >= at) {
                text.append(node.tree().text(at, decorator.start()));
                at = decorator.end();
            }
        }
        text.append(node.tree().text(Math.min(at, end), end));
        String line = onOneLine(text);
        boolean isPerhapsOpen =
                !line.isEmpty() && ">=:;{e".indexOf(line.charAt(line.length() - 1)) >= 0;
        return isPerhapsOpen ? END.matcher(line).replaceFirst("").strip() : line;
    }

    /// With one space for each run of white space, and none within brackets; a comma before a closing one goes too.
    private static String onOneLine(CharSequence text) {
        var line = new StringBuilder(text.length());
        boolean isParted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || (c >= '\t' && c <= '\r')) {
                isParted = true;
                continue;
            }
            boolean isClosing = c == ')' || c == ']';
            if (isParted && isClosing && endsWith(line, ',')) {
                line.setLength(line.length() - 1);
            }
            boolean isOpened = endsWith(line, '(') || endsWith(line, '[');
            if (isParted && !isClosing && !isOpened) {
                line.append(' ');
            }
            line.append(c);
            isParted = false;
        }
        return line.toString().strip();
    }

    private static boolean endsWith(StringBuilder line, char c) {
        return !line.isEmpty() && line.charAt(line.length() - 1) == c;
    }

    private static SyntaxNode withKeyword(SyntaxNode declarator) {
        return declarator.parent().filter(all -> all.named().size() == 1).orElse(declarator);
    }

    private static Optional<Integer> bodyStart(SyntaxNode node) {
        if (node.is("type_spec") || node.is("type_alias_declaration")) {
            return node.child("type")
                    .filter(type -> type.isAny(BODIES))
                    .map(type ->
                            type.is("object_type") ? type.start() : type.start() + keyword(type));
        }
        Optional<SyntaxNode> value =
                node.is("variable_declarator") ? node.child("value") : Optional.of(node);
        return value.flatMap(each -> each.child("body")).map(SyntaxNode::start);
    }

    /// `struct` and `interface` stay.
    private static int keyword(SyntaxNode type) {
        return type.is("struct_type") ? "struct".length() : "interface".length();
    }

    List<SyntaxNode> decorators(SyntaxNode node) {
        var found = new ArrayList<SyntaxNode>();
        node.first("modifiers").ifPresent(modifiers -> addAll(modifiers.named(), found));
        addAll(node.named(), found);
        Optional<SyntaxNode> wrapper =
                node.parent()
                        .filter(above ->
                                above.is("decorated_definition") || above.is("export_statement"));
        wrapper.ifPresent(above -> addAll(above.named(), found));
        if (wrapper.isEmpty() && found.isEmpty()) {
            found.addAll(before(node));
        }
        return found;
    }

    private static void addAll(List<SyntaxNode> nodes, List<SyntaxNode> found) {
        nodes.stream().filter(each -> each.isAny(DECORATORS)).forEach(found::add);
    }

    /// Decorators that are neighbours: those of methods in TypeScript, and attributes in Rust.
    private static List<SyntaxNode> before(SyntaxNode node) {
        var found = new ArrayList<SyntaxNode>();
        Optional<SyntaxNode> at = node.previous();
        while (at.isPresent() && (at.get().isAny(DECORATORS) || at.get().isAny(Comments.KINDS))) {
            if (at.get().isAny(DECORATORS)) {
                found.addFirst(at.get());
            }
            at = at.get().previous();
        }
        return found;
    }

    boolean isExported(SyntaxNode node, String name) {
        return switch (language) {
            case JAVA -> isPublic(node);
            case JAVASCRIPT, TYPESCRIPT, TSX -> isExportedScript(node, name);
            case PYTHON -> !name.startsWith("_") || name.equals("__init__");
            case GO -> Character.isUpperCase(name.charAt(0));
            case RUST ->
                    node.first("visibility_modifier").isPresent()
                            || node.above(Set.of("trait_item")).isPresent()
                            || node.above(Set.of("impl_item"))
                                    .flatMap(impl -> impl.child("trait"))
                                    .isPresent();
        };
    }

    private static boolean isPublic(SyntaxNode node) {
        boolean isDeclared =
                node.first("modifiers")
                        .map(modifiers ->
                                modifiers.children().stream().anyMatch(each -> each.is("public")))
                        .orElse(false);
        return isDeclared || node.parent().filter(above -> above.is("interface_body")).isPresent();
    }

    /// Members are as visible as their class says, those of an object are reached through it alone; the rest is exported where it stands or by a list.
    private boolean isExportedScript(SyntaxNode node, String name) {
        if (node.parent().filter(above -> above.is("object")).isPresent()) {
            return false;
        }
        Optional<SyntaxNode> owner = node.above(OWNERS);
        if (owner.isPresent()) {
            boolean isHidden =
                    name.startsWith("#")
                            || node.first("accessibility_modifier")
                                    .filter(modifier -> !modifier.is("public"))
                                    .filter(modifier -> !modifier.text().equals("public"))
                                    .isPresent();
            return !isHidden;
        }
        return node.above(Set.of("export_statement")).isPresent() || exported.contains(name);
    }
}
