package kiro.steering.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kiro.code.Call;
import kiro.code.Grammar;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;
import kiro.steering.rule.SyntaxForm;
import kiro.steering.rule.Violation.Repair;

/// Finds the forms of languages that have no name.
final class Forms {
    private static final Set<String> COMMENTS = Set.of("comment", "line_comment", "block_comment");

    private static final Set<String> PRINTS =
            Set.of(
                    "System.out.println",
                    "System.out.print",
                    "System.out.printf",
                    "System.err.println",
                    "System.err.print",
                    "System.err.printf",
                    "console.log",
                    "console.info",
                    "console.debug",
                    "console.warn",
                    "console.error",
                    "print",
                    "fmt.Println",
                    "fmt.Print",
                    "fmt.Printf",
                    "println!",
                    "print!",
                    "eprintln!",
                    "eprint!",
                    "dbg!",
                    "println");

    private final CheckedFile file;
    private final SourceFile source;
    private final Grammar language;
    private final List<Found> found = new ArrayList<>();

    private Forms(CheckedFile file, SourceFile source) {
        this.file = file;
        this.source = source;
        this.language = source.language();
    }

    static List<Found> in(CheckedFile file, SyntaxForm form) {
        if (file.source().isEmpty()) {
            return List.of();
        }
        var forms = new Forms(file, file.source().get());
        forms.find(form);
        return List.copyOf(forms.found);
    }

    private void find(SyntaxForm form) {
        switch (form) {
            case WILDCARD_IMPORT -> wildcardImports();
            case STATIC_IMPORT ->
                    each(
                            Set.of("import_declaration"),
                            node -> language == Grammar.JAVA && node.first("static").isPresent(),
                            "a static import");
            case DEFAULT_EXPORT ->
                    each(
                            Set.of("export_statement"),
                            node -> node.first("default").isPresent(),
                            "a default export");
            case EMPTY_CATCH, BARE_EXCEPT, CATCH_ALL -> found.addAll(HandlerForms.in(source, form));
            case ANY_TYPE ->
                    each(
                            Set.of("predefined_type"),
                            node -> node.text().equals("any"),
                            "the type any",
                            "unknown");
            case NON_NULL_ASSERTION ->
                    each(Set.of("non_null_expression"), _ -> true, "a non-null assertion");
            default -> findMore(form);
        }
    }

    private void findMore(SyntaxForm form) {
        switch (form) {
            case VAR_DECLARATION -> vars();
            case LOCAL_VARIABLE_TYPE ->
                    each(
                            Set.of("type_identifier"),
                            node -> language == Grammar.JAVA && node.text().equals("var"),
                            "var");
            case LOOSE_EQUALITY -> looseEqualities();
            case NESTED_TERNARY ->
                    each(
                            Set.of("ternary_expression", "conditional_expression"),
                            node ->
                                    node.above(
                                                    Set.of(
                                                            "ternary_expression",
                                                            "conditional_expression",
                                                            "arguments",
                                                            "argument_list",
                                                            "lambda_expression",
                                                            "arrow_function"))
                                            .filter(above -> above.kind().endsWith("_expression"))
                                            .filter(above -> !above.is("lambda_expression"))
                                            .isPresent(),
                            "a ternary within a ternary");
            case MAGIC_NUMBER -> found.addAll(NumberForms.in(source));
            case GOTO -> each(Set.of("goto_statement"), _ -> true, "goto");
            case UNSAFE_BLOCK -> unsafe();
            case PANIC -> panics();
            case UNWRAP -> unwraps();
            case MUTABLE_GLOBAL, MUTABLE_DEFAULT, FIELD_INJECTION, CLASS_COMPONENT, NULL_RETURN ->
                    found.addAll(DesignForms.in(source, file.symbols(), form));
            case COMMENTED_CODE, CONCATENATED_SQL, HARD_CODED_SECRET ->
                    found.addAll(TextForms.in(source, form));
            case SKIPPED_TEST, FOCUSED_TEST, SLEEP_IN_TEST ->
                    found.addAll(TestForms.in(source, form));
            case PRINT -> prints();
            default -> found.addAll(StatementForms.in(source, form));
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

    private void each(Set<String> kinds, Predicate<SyntaxNode> is, String what, String instead) {
        source.root()
                .below(
                        kinds,
                        node -> {
                            if (is.test(node)) {
                                found.add(
                                        new Found(
                                                node,
                                                what,
                                                "use %s instead".formatted(instead),
                                                replaced(node, instead)));
                            }
                        });
    }

    private List<Repair> replaced(SyntaxNode node, String text) {
        return file.offset()
                .map(mark -> List.of(new Repair(node.start() + mark, node.end() + mark, text)))
                .orElse(List.of());
    }

    private void wildcardImports() {
        each(
                Set.of("asterisk", "wildcard_import", "use_wildcard"),
                node -> !node.text().isEmpty(),
                "an import of all names");
        if (language.isScript()) {
            each(
                    Set.of("export_statement"),
                    node ->
                            node.child("source").isPresent()
                                    && node.first("*").isPresent()
                                    && node.first("namespace_export").isEmpty(),
                    "an export of all names");
        }
        if (language == Grammar.GO) {
            each(
                    Set.of("import_spec"),
                    node -> node.child("name").filter(name -> name.is("dot")).isPresent(),
                    "an import of all names");
        }
    }

    private void vars() {
        if (!language.isScript()) {
            return;
        }
        source.root()
                .below(
                        Set.of("variable_declaration"),
                        node -> node.first("var").ifPresent(word -> found.add(var(node, word))));
    }

    /// What is never assigned again is a constant.
    private Found var(SyntaxNode declaration, SyntaxNode word) {
        List<SyntaxNode> names =
                declaration.all("variable_declarator").stream()
                        .flatMap(each -> each.child("name").stream())
                        .toList();
        boolean isPlain =
                declaration.parent().filter(above -> above.is("program")).isPresent()
                        || declaration
                                .parent()
                                .flatMap(SyntaxNode::parent)
                                .filter(above -> above.kind().contains("function"))
                                .isPresent();
        boolean isConstant =
                names.stream().allMatch(name -> name.is("identifier") && !isAssigned(name.text()))
                        && declaration.all("variable_declarator").stream()
                                .allMatch(each -> each.child("value").isPresent());
        String keyword = isConstant ? "const" : "let";
        return new Found(
                word,
                "var",
                "use %s instead".formatted(keyword),
                isPlain ? replaced(word, keyword) : List.of());
    }

    private boolean isAssigned(String name) {
        return source
                .root()
                .below(
                        Set.of(
                                "assignment_expression",
                                "augmented_assignment_expression",
                                "update_expression",
                                "for_in_statement"))
                .stream()
                .anyMatch(each ->
                        each.named().stream()
                                .limit(1)
                                .anyMatch(left -> left.text().contains(name)));
    }

    private void looseEqualities() {
        if (!language.isScript()) {
            return;
        }
        source.root()
                .below(
                        Set.of("==", "!="),
                        node -> {
                            boolean isOfNull =
                                    node.parent()
                                            .flatMap(above -> above.child("right"))
                                            .filter(right -> right.is("null"))
                                            .isPresent();
                            String strict = node.text() + "=";
                            found.add(
                                    new Found(
                                            node,
                                            node.text(),
                                            "use %s instead".formatted(strict),
                                            isOfNull ? List.of() : replaced(node, strict)));
                        });
    }

    private void unsafe() {
        if (language == Grammar.RUST) {
            each(Set.of("unsafe_block"), _ -> true, "an unsafe block");
            each(
                    Set.of("function_modifiers"),
                    node -> node.text().contains("unsafe"),
                    "an unsafe function");
        }
    }

    private void panics() {
        for (Call call : source.calls()) {
            boolean isPanic =
                    (language == Grammar.RUST && call.callee().equals("panic!"))
                            || (language == Grammar.GO && call.callee().equals("panic"));
            if (isPanic) {
                found.add(new Found(call.node(), "a panic", "return an error instead"));
            }
        }
    }

    private void unwraps() {
        if (language != Grammar.RUST) {
            return;
        }
        for (Call call : source.calls()) {
            boolean isUnwrap =
                    (call.callee().endsWith(".unwrap") && call.arguments().isEmpty())
                            || (call.callee().endsWith(".expect") && call.arguments().size() == 1);
            if (isUnwrap) {
                found.add(new Found(call.node(), "an unwrap", "handle the other case"));
            }
        }
    }

    private void prints() {
        for (Call call : source.calls()) {
            boolean isOwnLanguages =
                    switch (language) {
                        case JAVA -> call.callee().startsWith("System.");
                        case JAVASCRIPT, TYPESCRIPT, TSX -> call.callee().startsWith("console.");
                        case PYTHON -> call.callee().equals("print");
                        case GO ->
                                call.callee().startsWith("fmt.")
                                        || call.callee().startsWith("print");
                        case RUST -> call.callee().endsWith("!");
                    };
            if (isOwnLanguages && PRINTS.contains(call.callee())) {
                found.add(
                        new Found(
                                call.node(), call.callee() + " is called", "write it to the log"));
            }
        }
    }

    static boolean isComment(SyntaxNode node) {
        return node.isAny(COMMENTS);
    }

    static Optional<SyntaxNode> firstCode(List<SyntaxNode> nodes) {
        return nodes.stream().filter(each -> !isComment(each)).findFirst();
    }
}
