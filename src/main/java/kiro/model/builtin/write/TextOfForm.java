package kiro.model.builtin.write;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Makes a text that a regular expression matches. It knows literals, classes, groups, alternatives and counts, and
/// answers nothing where an expression has more.
final class TextOfForm {
    /// Characters that are tried for a class, plain ones first.
    private static final String TRIED =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890-_. :/+#@!$%&*,;=?~";

    private static final int MOST = 200;

    private final String expression;
    private int at;

    private TextOfForm(String expression) {
        this.expression = expression;
    }

    /// A text of this form that differs in its letters from place to place, so that it reads as one.
    static Optional<String> of(String expression) {
        try {
            var maker = new TextOfForm(expression);
            Pattern pattern = Pattern.compile(expression);
            return maker.alternatives()
                    .filter(_ -> maker.at == expression.length())
                    .filter(text -> pattern.matcher(text).matches());
        } catch (PatternSyntaxException notJava) {
            return Optional.empty();
        }
    }

    /// The first of several alternatives; the others are passed over.
    private Optional<String> alternatives() {
        Optional<String> first = sequence();
        while (first.isPresent() && isAt('|')) {
            at++;
            if (sequence().isEmpty()) {
                return Optional.empty();
            }
        }
        return first;
    }

    private Optional<String> sequence() {
        var text = new StringBuilder();
        while (at < expression.length() && !isAt('|') && !isAt(')')) {
            if (isAt('^') || isAt('$')) {
                at++;
                continue;
            }
            int start = at;
            Optional<String> one = atom(text.length());
            int end = at;
            int count = count();
            if (one.isEmpty() || count < 0 || text.length() + count > MOST) {
                return Optional.empty();
            }
            if (count > 0) {
                text.append(one.get());
            }
            int after = at;
            for (int i = 1; i < count; i++) {
                at = start;
                text.append(atom(text.length()).orElse(""));
            }
            at = Math.max(after, end);
        }
        return Optional.of(text.toString());
    }

    private Optional<String> atom(int place) {
        return switch (expression.charAt(at)) {
            case '(' -> group();
            case '[' -> oneOf(classEnd(), place);
            case '\\' -> escaped(place);
            case '.' -> oneOf(at + 1, place);
            case '*', '+', '?', '{' -> Optional.empty();
            default -> Optional.of(String.valueOf(expression.charAt(at++)));
        };
    }

    private Optional<String> group() {
        at++;
        if (expression.startsWith("?:", at)) {
            at += 2;
        } else if (isAt('?')) {
            return Optional.empty();
        }
        Optional<String> inner = alternatives();
        if (!isAt(')')) {
            return Optional.empty();
        }
        at++;
        return inner;
    }

    private Optional<String> escaped(int place) {
        char next = at + 1 < expression.length() ? expression.charAt(at + 1) : ' ';
        if (next == 'p' || next == 'P') {
            int end = expression.indexOf('}', at);
            return end < 0 ? Optional.empty() : oneOf(end + 1, place);
        }
        if ("bBAzZG".indexOf(next) >= 0) {
            at += 2;
            return Optional.of("");
        }
        return Character.isDigit(next) ? Optional.empty() : oneOf(at + 2, place);
    }

    /// A character of the class that ends here; the text's place decides which, as far as the class has several.
    private Optional<String> oneOf(int end, int place) {
        if (end <= at) {
            return Optional.empty();
        }
        Pattern part = Pattern.compile(expression.substring(at, end));
        at = end;
        String fitting =
                TRIED.chars()
                        .filter(c -> part.matcher(Character.toString(c)).matches())
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        long sameKind = fitting.chars().filter(c -> isLike(c, fitting.charAt(0))).count();
        return Optional.of(String.valueOf(fitting.charAt((int) (place % sameKind))));
    }

    private static boolean isLike(int one, char first) {
        return Character.getType(one) == Character.getType(first);
    }

    private int classEnd() {
        int depth = 0;
        for (int i = at; i < expression.length(); i++) {
            switch (expression.charAt(i)) {
                case '\\' -> i++;
                case '[' -> depth++;
                case ']' -> {
                    depth--;
                    if (depth == 0) {
                        return i + 1;
                    }
                }
                default -> {
                    // Part of the class.
                }
            }
        }
        return -1;
    }

    /// How often the part before is there: the fewest times, once at least where it may be; -1 where it is not known.
    private int count() {
        if (at >= expression.length()) {
            return 1;
        }
        int count =
                switch (expression.charAt(at)) {
                    case '?' -> {
                        at++;
                        yield 0;
                    }
                    case '*', '+' -> {
                        at++;
                        yield 1;
                    }
                    case '{' -> counted();
                    default -> 1;
                };
        if (count != 1 || at == 0 || !isAt('?')) {
            return count;
        }
        boolean isLazy = "*+}".indexOf(expression.charAt(at - 1)) >= 0;
        at += isLazy ? 1 : 0;
        return count;
    }

    private int counted() {
        int end = expression.indexOf('}', at);
        String[] bounds = end < 0 ? new String[0] : expression.substring(at + 1, end).split(",");
        if (bounds.length == 0 || !bounds[0].matches("\\d{1,3}")) {
            return -1;
        }
        at = end + 1;
        int least = Integer.parseInt(bounds[0]);
        boolean mayBeMore = bounds.length == 2 && least == 0;
        return mayBeMore ? 1 : least;
    }

    private boolean isAt(char c) {
        return at < expression.length() && expression.charAt(at) == c;
    }
}
