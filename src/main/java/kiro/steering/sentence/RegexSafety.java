package kiro.steering.sentence;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Refuses regular expressions that may take forever: a repetition within a repetition, choices that overlap within one,
/// references back.
final class RegexSafety {
    private static final int LONGEST = 400;

    private RegexSafety() {}

    /// What is wrong with an expression; empty where it is safe.
    static Optional<String> fault(String regex) {
        if (regex.length() > LONGEST) {
            return Optional.of("is longer than %d characters".formatted(LONGEST));
        }
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException broken) {
            return Optional.of("is no regular expression: " + broken.getDescription());
        }
        if (regex.matches("(?s).*(?<!\\\\)(?:\\\\\\\\)*\\\\(?:[1-9]|k<).*")) {
            return Optional.of("refers back to a group, which cannot be bounded");
        }
        return repetition(regex);
    }

    /// Follows the groups: whether each has a repetition or a choice inside when it is repeated itself.
    private static Optional<String> repetition(String regex) {
        var risky = new ArrayDeque<Boolean>();
        risky.push(false);
        int at = 0;
        while (at < regex.length()) {
            char c = regex.charAt(at);
            if (c == '\\') {
                at = behindEscape(regex, at);
                continue;
            }
            if (c == '[') {
                at = behindClass(regex, at);
                continue;
            }
            if (c == '(') {
                risky.push(false);
            } else if (c == ')') {
                boolean inside = risky.pop();
                boolean isRepeated = isUnbounded(regex, at + 1);
                if (inside && isRepeated) {
                    return Optional.of(
                            "repeats what is repeated or chosen within, which can take forever");
                }
                mark(risky, inside || isRepeated);
            } else {
                mark(risky, c == '|' || isUnbounded(regex, at));
            }
            at++;
        }
        return Optional.empty();
    }

    private static void mark(ArrayDeque<Boolean> risky, boolean isRisky) {
        risky.push(risky.pop() || isRisky);
    }

    private static int behindEscape(String regex, int at) {
        int close = regex.startsWith("\\Q", at) ? regex.indexOf("\\E", at) : -1;
        return close < 0 ? at + 2 : close + 2;
    }

    private static int behindClass(String regex, int open) {
        int at = open + 1;
        if (at < regex.length() && regex.charAt(at) == '^') {
            at++;
        }
        if (at < regex.length() && regex.charAt(at) == ']') {
            at++;
        }
        while (at < regex.length() && regex.charAt(at) != ']') {
            at += regex.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    /// `*`, `+`, `{3,}`, and counts that are large.
    private static boolean isUnbounded(String regex, int at) {
        char c = at < regex.length() ? regex.charAt(at) : ' ';
        if (c == '*' || c == '+') {
            return true;
        }
        int close = c == '{' ? regex.indexOf('}', at) : -1;
        if (close < 0) {
            return false;
        }
        String count = regex.substring(at + 1, close);
        return count.endsWith(",") || count.matches("\\d+,\\d{3,}") || count.matches("\\d{3,}");
    }
}
