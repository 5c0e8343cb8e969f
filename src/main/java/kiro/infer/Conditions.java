package kiro.infer;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.SyntaxNode;

/// Tells in words under which condition a statement of a function is reached: the nearest one around it.
final class Conditions {
    private static final Set<String> ABSENT =
            Set.of("orElseThrow", "ok_or", "ok_or_else", "orElseGet", "orElse", "unwrap_or_else");
    private static final Set<String> FAILED = Set.of("map_err", "or_else", "catch");
    private static final int FAR = 8;
    private static final Pattern METHOD =
            Pattern.compile(
                    "(?:\\w+\\.)?(?:request|req|r)\\.[mM]ethod\\s*={2,3}\\s*[\"']?(?:http\\.Method)?(\\w+)[\"']?");
    private static final Pattern GO_ERROR = Pattern.compile("(?:\\w+\\s*,\\s*)*err\\s*:?=\\s*(.+)");

    private Conditions() {}

    /// The method of the request that a statement is for; empty for any.
    static String method(SyntaxNode node, SyntaxNode function) {
        SyntaxNode child = node;
        Optional<SyntaxNode> parent = node.parent();
        while (parent.isPresent() && function.contains(parent.get())) {
            Optional<String> condition =
                    parent.get().kind().startsWith("if_") && !child.field().equals("alternative")
                            ? parent.get().child("condition").map(SyntaxNode::flatText)
                            : Optional.empty();
            Matcher method = METHOD.matcher(condition.map(Conditions::bare).orElse(""));
            if (method.matches()) {
                return method.group(1).toUpperCase(Locale.ROOT);
            }
            child = parent.get();
            parent = child.parent();
        }
        return "";
    }

    /// The condition; empty when the function always gets there.
    static String of(SyntaxNode node, SyntaxNode function) {
        SyntaxNode child = node;
        Optional<SyntaxNode> parent = node.parent();
        while (parent.isPresent() && function.contains(parent.get())) {
            Optional<String> found = between(parent.get(), child);
            if (found.isPresent()) {
                return found.get();
            }
            if (parent.get().index() == function.index()) {
                break;
            }
            child = parent.get();
            parent = child.parent();
        }
        return "";
    }

    private static Optional<String> between(SyntaxNode parent, SyntaxNode child) {
        return switch (parent.kind()) {
            case "if_statement", "if_expression" -> ofIf(parent, child);
            case "elif_clause" ->
                    parent.child("condition").map(condition -> holds(condition.flatText()));
            case "ternary_expression" -> ofTernary(parent, child);
            case "catch_clause" -> ofCatch(parent);
            case "except_clause" -> ofExcept(parent);
            case "match_arm" -> ofArm(parent, child);
            case "method_invocation", "call_expression" -> ofAbsence(parent, child);
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofIf(SyntaxNode statement, SyntaxNode child) {
        Optional<SyntaxNode> condition = statement.child("condition");
        if (condition.isEmpty()
                || child.field().equals("condition")
                || child.field().equals("initializer")) {
            return Optional.empty();
        }
        boolean isElse = child.field().equals("alternative") || child.is("else_clause");
        if (isElse && child.is("elif_clause")) {
            return Optional.empty();
        }
        String text = bare(condition.get().flatText());
        if (METHOD.matcher(text).matches()) {
            return Optional.empty();
        }
        if (text.equals("err != nil") && !isElse) {
            return goError(statement).or(() -> Optional.of("an error occurs"));
        }
        return Optional.of(isElse ? fails(text) : holds(text));
    }

    private static Optional<String> goError(SyntaxNode statement) {
        Optional<SyntaxNode> at = statement.child("initializer").or(statement::previous);
        for (int i = 0; i < FAR && at.isPresent(); i++) {
            Matcher call = GO_ERROR.matcher(at.get().flatText());
            if (call.matches()) {
                return Optional.of(code(call.group(1)) + " fails");
            }
            at = at.get().previous();
        }
        return Optional.empty();
    }

    private static Optional<String> ofTernary(SyntaxNode ternary, SyntaxNode child) {
        if (child.field().equals("condition")) {
            return Optional.empty();
        }
        return ternary.child("condition")
                .map(condition ->
                        child.field().equals("alternative")
                                ? fails(condition.flatText())
                                : holds(condition.flatText()));
    }

    private static Optional<String> ofCatch(SyntaxNode clause) {
        return clause.first("catch_formal_parameter")
                .flatMap(parameter -> parameter.first("catch_type"))
                .map(type -> code(type.flatText()) + " is thrown")
                .or(() -> Optional.of("an error is thrown"));
    }

    private static Optional<String> ofExcept(SyntaxNode clause) {
        return clause.named().stream()
                .filter(each -> !each.is("block") && !each.is("comment"))
                .findFirst()
                .map(type -> code(type.flatText().replaceFirst(" as \\w+$", "")) + " is raised");
    }

    private static Optional<String> ofArm(SyntaxNode arm, SyntaxNode child) {
        if (child.field().equals("pattern")) {
            return Optional.empty();
        }
        Optional<String> value =
                arm.parent()
                        .flatMap(SyntaxNode::parent)
                        .flatMap(match -> match.child("value"))
                        .map(SyntaxNode::flatText);
        return arm.child("pattern")
                .map(pattern ->
                        code(value.orElse("the value")) + " is " + code(pattern.flatText()));
    }

    private static Optional<String> ofAbsence(SyntaxNode call, SyntaxNode child) {
        if (!child.field().equals("arguments")) {
            return Optional.empty();
        }
        Optional<SyntaxNode> function = call.child("function");
        SyntaxNode called = function.orElse(call);
        String name =
                called.child("field")
                        .or(() -> called.child("property"))
                        .or(() -> called.child("name"))
                        .map(SyntaxNode::text)
                        .orElse("");
        Optional<SyntaxNode> subject = called.child("value").or(() -> called.child("object"));
        if (ABSENT.contains(name)) {
            return subject.map(each -> code(each.flatText()) + " has no value");
        }
        return FAILED.contains(name)
                ? subject.map(each -> code(each.flatText()) + " fails")
                : Optional.empty();
    }

    private static String holds(String condition) {
        return code(bare(condition));
    }

    private static String fails(String condition) {
        return code(bare(condition)) + " does not hold";
    }

    static String bare(String condition) {
        String text = condition.strip();
        if (text.startsWith("(") && text.endsWith(")") && isOnePair(text)) {
            return text.substring(1, text.length() - 1).strip();
        }
        return text;
    }

    private static boolean isOnePair(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i == text.length() - 1;
            }
        }
        return false;
    }

    /// Code within prose.
    static String code(String text) {
        return Excerpt.of(text);
    }
}
