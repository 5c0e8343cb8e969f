package kiro.infer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kiro.code.Call;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;

/// Collects the answers of one function.
final class Answers {
    private static final int LONGEST_MESSAGE = 120;
    private static final Set<String> STATEMENTS =
            Set.of(
                    "expression_statement",
                    "return_statement",
                    "throw_statement",
                    "raise_statement",
                    "return_expression",
                    "closure_expression",
                    "lambda_expression",
                    "arrow_function");
    private static final Set<String> STRINGS =
            Set.of(
                    "string",
                    "string_literal",
                    "raw_string_literal",
                    "interpreted_string_literal",
                    "template_string");

    private final String file;
    private final SyntaxNode function;
    private final Set<Answer> found = new LinkedHashSet<>();
    private boolean sends;

    Answers(String file, SyntaxNode function) {
        this.file = file;
        this.function = function;
    }

    SyntaxNode function() {
        return function;
    }

    List<Answer> found() {
        return new ArrayList<>(found);
    }

    boolean sends() {
        return sends;
    }

    void markSending() {
        sends = true;
    }

    /// Adds an answer with a status.
    void add(int status, SyntaxNode node) {
        if (status >= 200) {
            found.add(
                    new Answer(
                            status,
                            "",
                            Conditions.method(node, function),
                            condition(node, status >= 400),
                            message(node),
                            Place.of(file, node)));
        }
    }

    private String condition(SyntaxNode node, boolean isRefusal) {
        String around = Conditions.of(node, function);
        return around.isEmpty() && isRefusal ? Guards.before(node, function) : around;
    }

    /// Adds an answer with a status where an expression names one.
    void add(OptionalInt status, SyntaxNode node) {
        status.ifPresent(known -> add(known, node));
    }

    /// Adds an error, with the status among its arguments or none.
    void addError(String type, List<SyntaxNode> arguments, SyntaxNode node) {
        int status = statusAmong(arguments).orElse(0);
        found.add(
                new Answer(
                        status,
                        type,
                        Conditions.method(node, function),
                        condition(node, true),
                        message(node),
                        Place.of(file, node)));
    }

    /// Adds an answer whose condition the call itself tells.
    void add(int status, String condition, SyntaxNode node) {
        found.add(
                new Answer(
                        status,
                        "",
                        Conditions.method(node, function),
                        condition,
                        "",
                        Place.of(file, node)));
    }

    void addAmong(Call call) {
        add(statusAmong(call.arguments()), call.node());
    }

    static OptionalInt statusAmong(List<SyntaxNode> arguments) {
        for (SyntaxNode argument : arguments) {
            String text =
                    argument.is("keyword_argument")
                            ? argument.child("name")
                                    .map(SyntaxNode::text)
                                    .filter(name ->
                                            name.startsWith("status") || name.equals("code"))
                                    .flatMap(name -> argument.child("value"))
                                    .map(SyntaxNode::text)
                                    .orElse("")
                            : argument.text();
            if (text.length() > 60 || !isStatus(argument, text)) {
                continue;
            }
            OptionalInt status = Statuses.of(text);
            if (status.isPresent() && status.getAsInt() >= 200) {
                return status;
            }
        }
        return OptionalInt.empty();
    }

    /// A bare name that happens to read like a status, such as a variable `found`, is none.
    private static boolean isStatus(SyntaxNode argument, String text) {
        return text.contains(".")
                || text.contains("::")
                || argument.kind().contains("integer")
                || argument.kind().equals("number")
                || argument.kind().equals("int_literal")
                || text.matches("[1-5]\\d\\d|[A-Z][A-Z_]+|HTTP_\\d+\\w*");
    }

    private String message(SyntaxNode node) {
        SyntaxNode statement = node.above(STATEMENTS).filter(function::contains).orElse(node);
        return strings(node, node.start())
                .or(() ->
                        statement.is("return_statement")
                                        && statement.endLine() - statement.line() > 8
                                ? Optional.empty()
                                : strings(statement, node.start()))
                .orElse("");
    }

    /// What comes before an answer in its statement is no part of it.
    private static Optional<String> strings(SyntaxNode node, int start) {
        for (SyntaxNode string : node.below(STRINGS)) {
            if (string.start() < start) {
                continue;
            }
            Optional<String> text = SourceFile.literal(string).map(String::strip);
            if (text.isPresent()
                    && text.get().contains(" ")
                    && text.get().length() < LONGEST_MESSAGE) {
                return Optional.of(text.get().replaceAll("\\s+", " "));
            }
        }
        return Optional.empty();
    }
}
