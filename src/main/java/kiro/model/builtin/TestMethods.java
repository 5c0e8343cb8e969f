package kiro.model.builtin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The methods of a test class that this engine wrote, and which of them need which.
///
/// @param text the class
/// @param all the methods in their order
record TestMethods(String text, List<Method> all) {
    private static final Pattern HEAD =
            Pattern.compile(
                    "(?m)^(?: {2}| {4}|\\t)[A-Za-z][\\w<>\\[\\], .?]*? (\\w+)\\([^;{=]*\\{$");
    private static final Pattern CLOSING = Pattern.compile("\n(?: {2}| {4}|\t)}");
    private static final Pattern OF_ALL = Pattern.compile("@(Before|After)(Each|All)\\b");

    TestMethods {
        all = List.copyOf(all);
    }

    /// @param start where it begins, with its annotations and comments
    /// @param end behind its last brace
    record Method(String name, int start, int end) {}

    static TestMethods of(String text) {
        var all = new ArrayList<Method>();
        Matcher head = HEAD.matcher(text);
        int at = 0;
        while (head.find(at)) {
            Matcher closing = CLOSING.matcher(text);
            int end = closing.find(head.end()) ? closing.end() : text.length();
            all.add(new Method(head.group(1), begin(text, head.start()), end));
            at = end;
        }
        return new TestMethods(text, all);
    }

    /// Where the method begins on whose head this is: above its annotations and comments.
    static int begin(String text, int from) {
        int line = text.lastIndexOf('\n', from) + 1;
        while (line > 0) {
            int above = text.lastIndexOf('\n', line - 2) + 1;
            if (!text.substring(above, line).strip().matches("(@|//).*")) {
                return line;
            }
            line = above;
        }
        return line;
    }

    /// The one in which a line is; empty where the line is in none.
    Optional<Method> at(int line) {
        return all.stream()
                .filter(one -> line >= lineOf(one.start()) && line <= lineOf(one.end()))
                .findFirst();
    }

    int lineOf(int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    /// These methods, and all that call them.
    Set<Method> needing(Collection<Method> methods) {
        var needing = new HashSet<>(methods);
        boolean isMore = true;
        while (isMore) {
            isMore =
                    needing.addAll(
                            all.stream()
                                    .filter(one ->
                                            needing.stream().anyMatch(needed -> calls(one, needed)))
                                    .toList());
        }
        return needing;
    }

    private boolean calls(Method one, Method other) {
        return !one.equals(other)
                && Pattern.compile("\\b" + Pattern.quote(other.name()) + "\\(")
                        .matcher(text.substring(one.start(), one.end()))
                        .find();
    }

    /// Whether no test runs without it.
    boolean isOfAll(Method method) {
        return OF_ALL.matcher(text.substring(method.start(), method.end())).find();
    }
}
