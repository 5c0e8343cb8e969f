package kiro.code;

import static kiro.code.Symbol.Kind.ANNOTATION;
import static kiro.code.Symbol.Kind.CLASS;
import static kiro.code.Symbol.Kind.CONSTRUCTOR;
import static kiro.code.Symbol.Kind.ENUM;
import static kiro.code.Symbol.Kind.FUNCTION;
import static kiro.code.Symbol.Kind.INTERFACE;
import static kiro.code.Symbol.Kind.METHOD;
import static kiro.code.Symbol.Kind.RECORD;
import static kiro.code.Symbol.Kind.STRUCT;
import static kiro.code.Symbol.Kind.TRAIT;
import static kiro.code.Symbol.Kind.TYPE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the declarations of a source file.
final class SymbolReader {
    private static final Map<String, Symbol.Kind> KINDS =
            Map.ofEntries(
                    Map.entry("class_declaration", CLASS),
                    Map.entry("abstract_class_declaration", CLASS),
                    Map.entry("class_definition", CLASS),
                    Map.entry("interface_declaration", INTERFACE),
                    Map.entry("enum_declaration", ENUM),
                    Map.entry("record_declaration", RECORD),
                    Map.entry("annotation_type_declaration", ANNOTATION),
                    Map.entry("type_alias_declaration", TYPE),
                    Map.entry("type_spec", TYPE),
                    Map.entry("type_alias", TYPE),
                    Map.entry("type_item", TYPE),
                    Map.entry("struct_item", STRUCT),
                    Map.entry("enum_item", ENUM),
                    Map.entry("trait_item", TRAIT),
                    Map.entry("function_declaration", FUNCTION),
                    Map.entry("generator_function_declaration", FUNCTION),
                    Map.entry("function_definition", FUNCTION),
                    Map.entry("function_item", FUNCTION),
                    Map.entry("function_signature_item", FUNCTION),
                    Map.entry("variable_declarator", FUNCTION),
                    Map.entry("method_declaration", METHOD),
                    Map.entry("method_definition", METHOD),
                    Map.entry("method_signature", METHOD),
                    Map.entry("abstract_method_signature", METHOD),
                    Map.entry("method_elem", METHOD),
                    Map.entry("constructor_declaration", CONSTRUCTOR),
                    Map.entry("compact_constructor_declaration", CONSTRUCTOR));

    /// What is declared below these is nobody's business outside.
    private static final Set<String> LOCAL =
            Set.of(
                    "block",
                    "constructor_body",
                    "statement_block",
                    "lambda_expression",
                    "arrow_function",
                    "function_expression");

    private static final Set<String> VALUES =
            Set.of("arrow_function", "function_expression", "function", "generator_function");

    private final SyntaxTree tree;
    private final SymbolParts parts;
    private final List<Symbol> found = new ArrayList<>();

    SymbolReader(SyntaxTree tree) {
        this.tree = tree;
        this.parts = new SymbolParts(tree);
    }

    List<Symbol> read() {
        int at = 0;
        while (at < tree.size()) {
            Symbol.Kind kind = KINDS.get(tree.kind(at));
            if (kind != null) {
                add(kind, tree.node(at));
            }
            at = isLocal(at) ? tree.after(at) : at + 1;
        }
        return List.copyOf(found);
    }

    /// In Python and Rust a block may be the body of a class or a module as well.
    private boolean isLocal(int at) {
        if (!LOCAL.contains(tree.kind(at)) || at == 0) {
            return false;
        }
        return !tree.kind(tree.parent(at)).equals("class_definition");
    }

    private void add(Symbol.Kind declared, SyntaxNode node) {
        if (node.is("variable_declarator") && !isFunction(node)) {
            return;
        }
        Optional<SyntaxNode> name = node.child("name");
        if (name.isEmpty()) {
            return;
        }
        String owner = parts.owner(node);
        Symbol.Kind kind = kind(declared, node, name.get().text(), owner);
        found.add(
                new Symbol(
                        kind,
                        name.get().text(),
                        owner,
                        parts.signature(node),
                        parts.isExported(node, name.get().text()),
                        parts.decorators(node),
                        node));
    }

    private static boolean isFunction(SyntaxNode variable) {
        return variable.child("value").filter(value -> value.isAny(VALUES)).isPresent();
    }

    private Symbol.Kind kind(Symbol.Kind declared, SyntaxNode node, String name, String owner) {
        boolean isMethod =
                declared == FUNCTION && !owner.isEmpty() && !node.is("variable_declarator");
        if (isMethod) {
            return name.equals("__init__") ? CONSTRUCTOR : METHOD;
        }
        if (declared == METHOD && name.equals("constructor") && tree.language().isScript()) {
            return CONSTRUCTOR;
        }
        if (node.is("type_spec")) {
            return switch (node.child("type").map(SyntaxNode::kind).orElse("")) {
                case "struct_type" -> STRUCT;
                case "interface_type" -> INTERFACE;
                default -> TYPE;
            };
        }
        return declared;
    }
}
