package kiro.steering.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kiro.code.Call;
import kiro.code.Grammar;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;
import kiro.steering.rule.SyntaxForm;

/// Statements and declarations of one kind.
final class StatementForms {
    private static final Set<String> LITERALS =
            Set.of("string", "template_string", "number", "true", "false", "null", "undefined");
    private static final Pattern CAPITALS = Pattern.compile("_*[A-Z][A-Z0-9_]*");

    private final SourceFile source;
    private final Grammar language;
    private final List<Found> found = new ArrayList<>();

    private StatementForms(SourceFile source) {
        this.source = source;
        this.language = source.language();
    }

    static List<Found> in(SourceFile source, SyntaxForm form) {
        var forms = new StatementForms(source);
        forms.find(form);
        return forms.found;
    }

    private void find(SyntaxForm form) {
        switch (form) {
            case ENUM_DECLARATION ->
                    each(Set.of("enum_declaration", "enum_item"), _ -> true, "an enum");
            case FOR_IN ->
                    each(
                            Set.of("for_in_statement"),
                            node -> language.isScript() && node.first("in").isPresent(),
                            "a loop over keys");
            case INSTANCEOF -> {
                each(Set.of("instanceof_expression"), _ -> true, "instanceof");
                each(
                        Set.of("binary_expression"),
                        node -> node.first("instanceof").isPresent(),
                        "instanceof");
            }
            case ASSERT_STATEMENT -> each(Set.of("assert_statement"), _ -> true, "an assertion");
            case GLOBAL_STATEMENT ->
                    each(Set.of("global_statement"), _ -> true, "a global statement");
            case PUBLIC_FIELD ->
                    each(Set.of("field_declaration"), this::isPublicField, "a public field");
            case THROWN_LITERAL ->
                    each(
                            Set.of("throw_statement"),
                            node ->
                                    language.isScript()
                                            && node.named().stream()
                                                    .limit(1)
                                                    .anyMatch(thrown -> thrown.isAny(LITERALS)),
                            "a literal that is thrown");
            case SMALL_CONSTANT -> constants();
            default -> findMore(form);
        }
    }

    private void findMore(SyntaxForm form) {
        switch (form) {
            case RELATIVE_IMPORT -> imports("./", ".", "a relative import");
            case PARENT_IMPORT -> imports("../", "..", "an import from a folder above");
            case PERCENT_FORMAT ->
                    each(
                            Set.of("binary_operator"),
                            node ->
                                    language == Grammar.PYTHON
                                            && node.first("%").isPresent()
                                            && node.child("left")
                                                    .filter(left -> left.is("string"))
                                                    .isPresent(),
                            "a text that is filled by %");
            case FORMAT_CALL ->
                    each(
                            Set.of("attribute"),
                            node ->
                                    language == Grammar.PYTHON
                                            && node.text().endsWith(".format")
                                            && node.child("object")
                                                    .filter(object -> object.is("string"))
                                                    .isPresent(),
                            "a text that is filled by format");
            default -> throw new IllegalStateException("no check of " + form);
        }
    }

    private void each(Set<String> kinds, Predicate<SyntaxNode> is, String what) {
        source.root()
                .below(
                        kinds,
                        node -> {
                            if (node.isNamed() && is.test(node)) {
                                found.add(new Found(node, what, "write it without " + what));
                            }
                        });
    }

    private boolean isPublicField(SyntaxNode field) {
        List<String> modifiers = modifiers(field);
        boolean isConstant = modifiers.contains("static") && modifiers.contains("final");
        return language == Grammar.JAVA && modifiers.contains("public") && !isConstant;
    }

    private static List<String> modifiers(SyntaxNode declaration) {
        return List.of(
                declaration.first("modifiers").map(SyntaxNode::text).orElse("").split("\\s+"));
    }

    /// @param script how such a path of JavaScript begins
    /// @param python how such a module of Python begins
    private void imports(String script, String python, String what) {
        if (language == Grammar.PYTHON) {
            each(Set.of("relative_import"), node -> node.text().startsWith(python), what);
        }
        if (!language.isScript()) {
            return;
        }
        source.root()
                .below(
                        Set.of("import_statement", "export_statement"),
                        node ->
                                node.child("source")
                                        .filter(path -> isBelow(path, script))
                                        .ifPresent(path -> add(path, what)));
        for (Call call : source.calls()) {
            if (Set.of("require", "import").contains(call.callee())) {
                call.arguments().stream()
                        .filter(path -> isBelow(path, script))
                        .forEach(path -> add(path, what));
            }
        }
    }

    private static boolean isBelow(SyntaxNode path, String start) {
        String text = path.text().replaceAll("^['\"`]", "");
        return text.startsWith(start) || (start.equals("./") && text.startsWith("../"));
    }

    private void constants() {
        if (language == Grammar.JAVA) {
            for (SyntaxNode field : source.root().below(Set.of("field_declaration"))) {
                List<String> modifiers = modifiers(field);
                if (modifiers.contains("static") && modifiers.contains("final")) {
                    names(field.all("variable_declarator"));
                }
            }
        }
        if (language.isScript()) {
            source.root().named().stream()
                    .map(each -> each.child("declaration").orElse(each))
                    .filter(each ->
                            each.is("lexical_declaration") && each.first("const").isPresent())
                    .forEach(each ->
                            names(
                                    each.all("variable_declarator").stream()
                                            .filter(StatementForms::isLiteral)
                                            .toList()));
        }
    }

    private static boolean isLiteral(SyntaxNode declarator) {
        return declarator
                .child("value")
                .filter(value -> value.is("string") || value.is("number"))
                .isPresent();
    }

    /// The serial version and loggers of Java are written small by custom.
    private void names(List<SyntaxNode> declarators) {
        for (SyntaxNode each : declarators) {
            each.child("name")
                    .filter(name -> name.is("identifier"))
                    .filter(name -> !CAPITALS.matcher(name.text()).matches())
                    .filter(name ->
                            !Set.of("serialVersionUID", "log", "logger").contains(name.text()))
                    .ifPresent(name ->
                            found.add(
                                    new Found(
                                            name,
                                            name.text() + " is no constant in capitals",
                                            "write its name in capitals")));
        }
    }

    private void add(SyntaxNode node, String what) {
        found.add(new Found(node, what, "write it without " + what));
    }
}
