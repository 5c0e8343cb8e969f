package kiro.model.builtin.project;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.JavaCall;
import kiro.code.JavaMethod;

/// What a controller says around a question who calls: the variable for the answer, and what it does with strangers.
///
/// @param target what stands before the method that is asked
/// @param expression the question, with what follows on it where it answers with an `Optional`
/// @param after the statement that refuses strangers where the answer may be null
/// @param isWhole whether nothing is left out without which strangers would be taken for callers
record AskedSentence(
        String target, String expression, String variable, List<String> after, boolean isWhole) {
    private static final Pattern DECLARED =
            Pattern.compile("(?:final\\s+)?[A-Za-z][\\w.<>]*\\s+(\\w+)\\s*=\\s*$");
    private static final Pattern THROWN = Pattern.compile("^\\s*\\.orElseThrow\\(");

    AskedSentence {
        after = List.copyOf(after);
    }

    /// @param type the project's own type of callers; empty where callers are values
    static AskedSentence of(
            String source, JavaMethod method, JavaCall call, boolean isOptional, String type) {
        String before = source.substring(method.range().start(), call.range().start());
        String rest = source.substring(call.range().end(), method.range().end());
        Matcher declared = DECLARED.matcher(before);
        boolean isDeclared = declared.find() && !before.stripTrailing().endsWith("return");
        String variable =
                isDeclared
                        ? declared.group(1)
                        : type.isEmpty()
                                ? "callerId"
                                : Character.toLowerCase(type.charAt(0)) + type.substring(1);
        String expression =
                "%s%s(%s)"
                        .formatted(
                                call.target().isEmpty() ? "" : call.target() + ".",
                                call.name(),
                                String.join(", ", call.arguments()));
        Matcher thrown = THROWN.matcher(rest);
        boolean isThrown = thrown.find();
        if (isOptional) {
            return isThrown
                    ? new AskedSentence(
                            call.target(),
                            expression + rest.substring(0, closing(rest, thrown.end() - 1) + 1),
                            variable,
                            List.of(),
                            true)
                    : new AskedSentence(call.target(), expression, variable, List.of(), false);
        }
        return isDeclared
                ? guarded(call.target(), expression, variable, rest)
                : new AskedSentence(call.target(), expression, variable, List.of(), true);
    }

    /// With the statement that looks whether there is an answer.
    private static AskedSentence guarded(
            String target, String expression, String variable, String rest) {
        Matcher asked =
                Pattern.compile(
                                "\\bif\\s*\\(\\s*(?:%s\\s*==\\s*null|null\\s*==\\s*%s)\\s*\\)\\s*(\\{?)\\s*"
                                        .formatted(variable, variable))
                        .matcher(rest);
        if (!asked.find()) {
            return new AskedSentence(target, expression, variable, List.of(), true);
        }
        Matcher thrown = Pattern.compile("^throw\\s+[^;]+;").matcher(rest.substring(asked.end()));
        return thrown.find()
                ? new AskedSentence(
                        target,
                        expression,
                        variable,
                        List.of(
                                "if (" + variable + " == null) {",
                                "    " + thrown.group().replaceAll("\\s+", " "),
                                "}"),
                        true)
                : new AskedSentence(target, expression, variable, List.of(), false);
    }

    /// All that it says, to look for names in it.
    String all() {
        return expression + " " + refusals();
    }

    /// What it does with strangers.
    String refusals() {
        int thrown = expression.indexOf(".orElseThrow(");
        return (thrown < 0 ? "" : expression.substring(thrown)) + String.join(" ", after);
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int at = open; at < text.length(); at++) {
            depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return text.length() - 1;
    }
}
