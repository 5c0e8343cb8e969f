package kiro.steering.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kiro.code.Grammar;
import kiro.code.SourceFile;
import kiro.code.Symbol;
import kiro.code.SyntaxNode;
import kiro.steering.rule.SyntaxForm;

/// Forms that are about how a program is built.
final class DesignForms {
    private static final Set<String> INJECTED = Set.of("Autowired", "Inject", "Resource");
    private static final Set<String> MUTABLE =
            Set.of("list", "dictionary", "set", "list_comprehension", "dictionary_comprehension");

    private final SourceFile source;
    private final List<Found> found = new ArrayList<>();

    private DesignForms(SourceFile source) {
        this.source = source;
    }

    static List<Found> in(SourceFile source, List<Symbol> symbols, SyntaxForm form) {
        var forms = new DesignForms(source);
        switch (form) {
            case MUTABLE_GLOBAL -> forms.globals();
            case MUTABLE_DEFAULT -> forms.defaults();
            case FIELD_INJECTION -> forms.injections();
            case CLASS_COMPONENT -> forms.components(symbols);
            case NULL_RETURN -> forms.nullReturns();
            default -> {}
        }
        return forms.found;
    }

    private void globals() {
        switch (source.language()) {
            case PYTHON ->
                    source.root()
                            .below(
                                    Set.of("global_statement"),
                                    node -> add(node, "a global that changes"));
            case GO ->
                    source.root().all("var_declaration").stream()
                            .filter(node -> !node.text().contains("errors.New"))
                            .filter(node -> !node.text().matches("(?s)var\\s+_\\s.*"))
                            .forEach(node -> add(node, "a global that changes"));
            case RUST ->
                    source.root()
                            .below(
                                    Set.of("static_item"),
                                    node -> {
                                        if (node.first("mutable_specifier").isPresent()) {
                                            add(node, "a global that changes");
                                        }
                                    });
            case JAVA -> staticFields();
            case JAVASCRIPT, TYPESCRIPT, TSX ->
                    source.root().named().stream()
                            .map(each -> each.child("declaration").orElse(each))
                            .filter(each ->
                                    each.first("let").isPresent() || each.first("var").isPresent())
                            .forEach(node -> add(node, "a global that changes"));
        }
    }

    private void staticFields() {
        for (SyntaxNode field : source.root().below(Set.of("field_declaration"))) {
            String modifiers = field.first("modifiers").map(SyntaxNode::text).orElse("");
            if (hasWord(modifiers, "static") && !hasWord(modifiers, "final")) {
                add(field, "a static field that is not final");
            }
        }
    }

    private static boolean hasWord(String modifiers, String word) {
        return List.of(modifiers.split("\\s+")).contains(word);
    }

    private void defaults() {
        if (source.language() != Grammar.PYTHON) {
            return;
        }
        for (SyntaxNode each :
                source.root().below(Set.of("default_parameter", "typed_default_parameter"))) {
            boolean isMutable =
                    each.child("value")
                            .filter(value ->
                                    value.isAny(MUTABLE)
                                            || value.text().matches("(?:list|dict|set)\\(\\)"))
                            .isPresent();
            if (isMutable) {
                add(each, "a default that all calls share");
            }
        }
    }

    /// Tests have no constructor that somebody calls with what they need.
    private void injections() {
        if (TestForms.isTest(source.path())) {
            return;
        }
        for (SyntaxNode field : source.root().below(Set.of("field_declaration"))) {
            boolean isInjected =
                    source.language() == Grammar.JAVA
                            && field.first("modifiers").stream()
                                    .flatMap(each -> each.named().stream())
                                    .anyMatch(each -> INJECTED.contains(Annotations.name(each)));
            if (isInjected) {
                found.add(new Found(field, "injection into a field", "take it by the constructor"));
            }
        }
    }

    private void components(List<Symbol> symbols) {
        if (!source.language().isScript()) {
            return;
        }
        for (Symbol symbol : symbols) {
            boolean isComponent =
                    symbol.node()
                            .first("class_heritage")
                            .filter(each ->
                                    each.flatText()
                                            .matches(
                                                    "extends (?:React\\.)?(?:Pure)?Component\\b.*"))
                            .isPresent();
            if (isComponent) {
                add(symbol.node(), "a class component");
            }
        }
    }

    private void nullReturns() {
        source.root()
                .below(
                        Set.of("return_statement"),
                        node -> {
                            boolean isNull =
                                    node.named().stream()
                                            .findFirst()
                                            .filter(value ->
                                                    value.is("null_literal")
                                                            || value.is("null")
                                                            || value.is("undefined"))
                                            .isPresent();
                            if (isNull) {
                                found.add(
                                        new Found(
                                                node,
                                                node.flatText(),
                                                "return a value that says there is none"));
                            }
                        });
    }

    private void add(SyntaxNode node, String what) {
        found.add(new Found(node, what, "write it without " + what));
    }
}
