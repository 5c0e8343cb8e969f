package kiro.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.evidence.Mutation.Kind;

/// The changes that can be made to functions of a file, by their tokens: no grammar is needed, since a change that does not
/// compile says nothing and is left out when it is tried.
final class Mutations {
    private static final Map<String, String> OPERATORS =
            Map.of(
                    "===", "!==", "!==", "===", "==", "!=", "!=", "==", "<=", "<", ">=", ">", "&&",
                    "||", "||", "&&");
    private static final Map<String, String> BOUNDARIES = Map.of("<", "<=", ">", ">=");
    private static final Map<String, String> ARITHMETIC = Map.of("+", "-", "-", "+", "*", "/");
    private static final Map<String, String> WORDS =
            Map.of(
                    "true", "false", "false", "true", "True", "False", "False", "True", "and", "or",
                    "or", "and");
    private static final Set<String> STATUSES =
            Set.of(
                    "OK",
                    "CREATED",
                    "ACCEPTED",
                    "NO_CONTENT",
                    "BAD_REQUEST",
                    "UNAUTHORIZED",
                    "FORBIDDEN",
                    "NOT_FOUND",
                    "CONFLICT",
                    "UNPROCESSABLE_ENTITY",
                    "UNPROCESSABLE_CONTENT",
                    "TOO_MANY_REQUESTS",
                    "StatusOK",
                    "StatusCreated",
                    "StatusNoContent",
                    "StatusBadRequest",
                    "StatusUnauthorized",
                    "StatusForbidden",
                    "StatusNotFound",
                    "StatusConflict",
                    "StatusTooManyRequests");

    private final String file;
    private final SourceCode code;
    private final Dialect dialect;
    private final List<Mutation> found = new ArrayList<>();

    private Mutations(String file, SourceCode code, Dialect dialect) {
        this.file = file;
        this.code = code;
        this.dialect = dialect;
    }

    /// Those of some functions of one file, the most telling first, spread over the functions.
    static List<Mutation> of(
            String file, SourceCode code, Dialect dialect, List<SourceFunction> functions) {
        var byFunction = new ArrayList<List<Mutation>>();
        for (SourceFunction function : functions) {
            var mutations = new Mutations(file, code, dialect);
            mutations.read(function.from(), function.to(), function.lines().body());
            mutations.found.sort(
                    Comparator.comparing(Mutation::kind).thenComparingInt(Mutation::start));
            byFunction.add(mutations.found);
        }
        return interleaved(byFunction);
    }

    /// One of each list in turn.
    static List<Mutation> interleaved(List<List<Mutation>> lists) {
        var all = new ArrayList<Mutation>();
        var seen = new HashSet<Mutation>();
        int longest = lists.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (List<Mutation> list : lists) {
                if (i < list.size() && seen.add(list.get(i))) {
                    all.add(list.get(i));
                }
            }
        }
        return all;
    }

    private void read(int from, int to, int bodyLine) {
        for (int i = from; i < to; i++) {
            if (code.line(i) < bodyLine) {
                continue;
            }
            condition(i);
            operator(i);
            word(i);
            number(i);
            text(i);
            answer(i, to);
            statement(i, to);
        }
    }

    private void add(Kind kind, int from, int to, String replacement) {
        found.add(
                new Mutation(
                        kind,
                        file,
                        code.line(from),
                        code.token(from).start(),
                        code.token(to).end(),
                        replacement));
    }

    private void condition(int i) {
        boolean isIf = code.is(i, "if") || (dialect == Dialect.PYTHON && code.is(i, "elif"));
        if (!isIf) {
            return;
        }
        if (code.is(i + 1, "(")
                && dialect != Dialect.PYTHON
                && dialect != Dialect.GO
                && dialect != Dialect.RUST) {
            int close = code.partner(i + 1);
            if (close < code.size() && close > i + 2) {
                insert(i + 2, close - 1, "!(", ")");
            }
            return;
        }
        String end = dialect == Dialect.PYTHON ? ":" : "{";
        int at = i + 1;
        while (at < code.size() && !code.is(at, end)) {
            if (code.is(at, ";") || code.is(at, "let") || at - i > 60) {
                return;
            }
            at = code.is(at, "(") || code.is(at, "[") ? code.after(at) : at + 1;
        }
        if (at < code.size() && at > i + 1) {
            boolean isPython = dialect == Dialect.PYTHON;
            insert(i + 1, at - 1, isPython ? "not (" : "!(", ")");
        }
    }

    private void insert(int from, int to, String before, String after) {
        int start = code.token(from).start();
        int end = code.token(to).end();
        found.add(
                new Mutation(
                        Kind.CONDITION,
                        file,
                        code.line(from),
                        start,
                        end,
                        before + code.text(start, end) + after));
    }

    private void operator(int i) {
        if (i > 0 && isJoined(i - 1)) {
            return;
        }
        int last = i;
        var operator = new StringBuilder();
        while (last < code.size() && isOperator(last)) {
            operator.append(code.token(last).text());
            if (!isJoined(last)) {
                break;
            }
            last++;
        }
        String text = operator.toString();
        String other = OPERATORS.get(text);
        if (other != null) {
            boolean isLogic = text.equals("&&") || text.equals("||");
            boolean isBoundary = text.equals("<=") || text.equals(">=");
            add(
                    isLogic ? Kind.LOGIC : isBoundary ? Kind.BOUNDARY : Kind.COMPARISON,
                    i,
                    last,
                    other);
        } else if (isSpaced(i, last)) {
            boolean isOfTexts = code.isString(i - 1) || code.isString(last + 1);
            if (BOUNDARIES.containsKey(text)) {
                add(Kind.BOUNDARY, i, last, BOUNDARIES.getOrDefault(text, text));
            } else if (ARITHMETIC.containsKey(text) && !isOfTexts) {
                add(Kind.ARITHMETIC, i, last, ARITHMETIC.getOrDefault(text, text));
            }
        }
    }

    private boolean isOperator(int i) {
        return code.token(i).kind() == Token.Kind.SYMBOL
                && "=!<>&|+-*".contains(code.token(i).text());
    }

    /// Whether the next token is another sign of the same operator.
    private boolean isJoined(int i) {
        return i >= 0
                && i + 1 < code.size()
                && isOperator(i)
                && isOperator(i + 1)
                && code.token(i).end() == code.token(i + 1).start();
    }

    /// A sign of generics stands close to its words, an operator between spaces.
    private boolean isSpaced(int first, int last) {
        return first > 0
                && last + 1 < code.size()
                && code.token(first - 1).end() < code.token(first).start()
                && code.token(last).end() < code.token(last + 1).start();
    }

    private void word(int i) {
        if (!code.isWord(i)) {
            return;
        }
        String word = code.token(i).text();
        boolean isPythonLogic = word.equals("and") || word.equals("or");
        if (WORDS.containsKey(word) && (!isPythonLogic || dialect == Dialect.PYTHON)) {
            add(isPythonLogic ? Kind.LOGIC : Kind.BOOLEAN, i, i, WORDS.getOrDefault(word, word));
        }
        boolean isMember = code.is(i - 1, ".") || code.is(i - 1, ":");
        if (STATUSES.contains(word) && isMember) {
            String other = word.startsWith("Status") ? "StatusTeapot" : "I_AM_A_TEAPOT";
            boolean isRust = dialect == Dialect.RUST;
            add(Kind.STATUS, i, i, isRust ? "IM_A_TEAPOT" : other);
        }
    }

    private void number(int i) {
        if (code.token(i).kind() != Token.Kind.NUMBER) {
            return;
        }
        String text = code.token(i).text();
        if (text.matches("[1-5]\\d\\d")) {
            add(Kind.STATUS, i, i, text.equals("418") ? "200" : "418");
        } else if (text.matches("\\d{1,8}")) {
            add(Kind.NUMBER, i, i, String.valueOf(Integer.parseInt(text) + 1));
        }
    }

    private void text(int i) {
        boolean isAnswer = code.isString(i) && code.is(i - 1, "return");
        if (isAnswer) {
            add(Kind.TEXT, i, i, "\"changed\"");
        }
    }

    /// What is returned becomes nothing, where it is more than a word.
    private void answer(int i, int to) {
        String nothing =
                switch (dialect) {
                    case JAVA, KOTLIN -> "null";
                    case SCRIPT -> "undefined";
                    case PYTHON -> "None";
                    case GO -> "nil";
                    case RUST -> "";
                };
        if (nothing.isEmpty() || !code.is(i, "return") || i + 2 >= to) {
            return;
        }
        int last = i + 1;
        boolean isCall = false;
        while (last < to && !code.is(last, ";") && !code.is(last, "}")) {
            boolean isNextLine = code.isFirstOfLine(last) && !code.is(last, ".");
            if (isOperator(last) || code.is(last, ",") || (last > i + 1 && isNextLine)) {
                break;
            }
            isCall |= code.is(last, "(") || code.is(last, "{") || code.is(last, "[");
            boolean isOpening = code.is(last, "(") || code.is(last, "{") || code.is(last, "[");
            last = isOpening ? code.after(last) : last + 1;
        }
        boolean isWhole =
                code.is(last, ";")
                        || code.is(last, "}")
                        || last >= to
                        || (dialect != Dialect.JAVA
                                && code.isFirstOfLine(last)
                                && !isOperator(last));
        if (isCall && isWhole) {
            boolean isMarked = code.is(last, ";");
            int end = isMarked ? last : last - 1;
            String lines = "\n".repeat(code.line(end) - code.line(i));
            add(Kind.ANSWER, i + 1, end, nothing + (isMarked ? ";" : "") + lines);
        }
    }

    /// A call or a throw that is a statement of its own is left out.
    private void statement(int i, int to) {
        if (!code.isWord(i) || !code.isFirstOfLine(i)) {
            return;
        }
        Optional<Integer> last = statementEnd(i, to);
        last.ifPresent(end -> add(Kind.STATEMENT, i, end, dialect == Dialect.PYTHON ? "pass" : ""));
    }

    private Optional<Integer> statementEnd(int from, int to) {
        boolean isThrow = code.is(from, "throw") || code.is(from, "raise");
        int i = isThrow ? from + 1 : from;
        i = code.is(i, "await") || code.is(i, "new") ? i + 1 : i;
        if (code.is(i, "super") || (code.is(i, "this") && code.is(i + 1, "("))) {
            return Optional.empty();
        }
        boolean hasCall = false;
        while (i < to) {
            if (code.is(i, "(")) {
                hasCall = true;
                i = code.after(i);
            } else if (code.isWord(i)
                    && (i == from
                            || code.is(i - 1, ".")
                            || code.is(i - 1, "new")
                            || code.is(i - 1, "await")
                            || code.is(i - 1, "throw")
                            || code.is(i - 1, "raise"))) {
                i++;
            } else if (code.is(i, ".") || code.is(i, "?")) {
                i++;
            } else {
                break;
            }
        }
        if (!hasCall) {
            return Optional.empty();
        }
        if (code.is(i, ";")) {
            return Optional.of(i);
        }
        boolean isLineEnd = i >= code.size() || code.isFirstOfLine(i) || code.is(i, "}");
        boolean isWithoutMark = dialect != Dialect.JAVA && dialect != Dialect.RUST;
        return isLineEnd && isWithoutMark ? Optional.of(i - 1) : Optional.empty();
    }
}
