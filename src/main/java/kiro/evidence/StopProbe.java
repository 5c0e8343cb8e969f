package kiro.evidence;

import java.util.Optional;
import java.util.Set;

/// Tells whether tests run a piece of code: a change that ends their process where it stands. Tests that pass all the same do
/// not run it, nor what follows it in its block, and what is changed there they need not notice.
///
/// @param stop the change; it catches no one's attention where the place allows no statement, since it does not build then
/// @param from the offset of the statement
/// @param to the offset behind its block
record StopProbe(Mutation stop, int from, int to) {
    private static final Set<String> JOINS =
            Set.of("else", "catch", "finally", "elif", "except", "case", "default");

    /// What stands before a brace that opens no block of statements.
    private static final Set<String> OPENS_A_VALUE =
            Set.of("=", "(", ",", ":", "return", "[", "]", "?", "&", "|");

    private static final String CONTINUES = "=+-*/%&|<>?:,.([";

    /// Empty where it cannot be told where the statement begins.
    static Optional<StopProbe> of(SourceCode code, Dialect dialect, Mutation mutation) {
        int at = 0;
        while (at + 1 < code.size() && code.token(at + 1).start() <= mutation.start()) {
            at++;
        }
        return dialect == Dialect.PYTHON
                ? inLines(code, mutation, at)
                : inBrackets(code, dialect, mutation, at);
    }

    boolean covers(Mutation mutation) {
        return mutation.file().equals(stop.file())
                && from <= mutation.start()
                && mutation.start() < to;
    }

    private static Optional<StopProbe> inBrackets(
            SourceCode code, Dialect dialect, Mutation mutation, int changed) {
        int at = changed;
        int open = opening(code, at);
        while (open >= 0 && !isBlock(code, open)) {
            at = open;
            open = opening(code, at);
        }
        int start = open + 1;
        boolean isLabelled = false;
        for (int i = open + 1; i < at; i++) {
            isLabelled |= code.is(i, "case") || code.is(i, "default");
            boolean isNested = code.is(i, "{") || code.is(i, "(") || code.is(i, "[");
            if (isNested) {
                i = code.partner(i);
            }
            if (i < at && ends(code, dialect, i)) {
                start = i + 1;
                isLabelled = false;
            }
        }
        isLabelled |= code.is(at, "case") || code.is(at, "default");
        if (isLabelled || start > at) {
            return Optional.empty();
        }
        int from = code.token(start).start();
        int close = open < 0 ? code.size() : code.partner(open);
        int to = code.token(Math.min(close, code.size() - 1)).end();
        return Optional.of(new StopProbe(stop(mutation, from, words(dialect)), from, to));
    }

    /// The innermost bracket that is open at a token; -1 where none is.
    private static int opening(SourceCode code, int at) {
        int innermost = -1;
        for (int i = 0; i < at; i++) {
            boolean isOpening = code.is(i, "{") || code.is(i, "(") || code.is(i, "[");
            if (isOpening && code.partner(i) < at) {
                i = code.partner(i);
            } else if (isOpening) {
                innermost = i;
            }
        }
        return innermost;
    }

    private static boolean isBlock(SourceCode code, int open) {
        if (!code.is(open, "{")) {
            return false;
        }
        boolean isArrow =
                code.is(open - 1, ">") && (code.is(open - 2, "=") || code.is(open - 2, "-"));
        return isArrow || open == 0 || !OPENS_A_VALUE.contains(code.token(open - 1).text());
    }

    /// Whether a statement ends with this token.
    private static boolean ends(SourceCode code, Dialect dialect, int i) {
        if (code.is(i, ";")) {
            return true;
        }
        boolean isJoined = i + 1 < code.size() && JOINS.contains(code.token(i + 1).text());
        if (isJoined || i + 1 >= code.size()) {
            return false;
        }
        boolean isContinued = CONTINUES.contains(code.token(i + 1).text());
        if (code.is(i, "}")) {
            return code.isFirstOfLine(i + 1) && !isContinued && !code.is(i + 1, ")");
        }
        boolean isByLine =
                dialect == Dialect.SCRIPT || dialect == Dialect.KOTLIN || dialect == Dialect.GO;
        return isByLine
                && code.isFirstOfLine(i + 1)
                && !isContinued
                && !CONTINUES.contains(code.token(i).text());
    }

    private static Optional<StopProbe> inLines(SourceCode code, Mutation mutation, int changed) {
        int at = statement(code, changed);
        int column = code.column(at);
        while (at > 0 && JOINS.contains(code.token(at).text())) {
            at = statement(code, at - 1);
            while (at > 0 && code.column(at) > column) {
                at = statement(code, at - 1);
            }
        }
        if (code.column(at) != column) {
            return Optional.empty();
        }
        int end = changed + 1;
        while (end < code.size() && !(code.isFirstOfLine(end) && code.column(end) < column)) {
            end++;
        }
        int from = code.token(at).start();
        int to = end < code.size() ? code.token(end).start() : code.token(code.size() - 1).end();
        String indent = " ".repeat(Math.max(0, column - 1));
        int line = from - indent.length();
        String own = line >= 0 ? code.text(line, from) : indent;
        String words = words(Dialect.PYTHON) + "\n" + (own.isBlank() ? own : indent);
        return Optional.of(new StopProbe(stop(mutation, from, words), from, to));
    }

    /// The first token of the line that a statement begins on.
    private static int statement(SourceCode code, int at) {
        int open = opening(code, at);
        int i = open >= 0 ? open : at;
        while (open >= 0) {
            i = open;
            open = opening(code, i);
        }
        while (i > 0 && !(code.isFirstOfLine(i) && opening(code, i) < 0)) {
            i--;
        }
        return i;
    }

    private static Mutation stop(Mutation mutation, int from, String words) {
        return new Mutation(
                Mutation.Kind.STATEMENT, mutation.file(), mutation.line(), from, from, words);
    }

    /// A statement after which nothing is left that could catch it.
    private static String words(Dialect dialect) {
        return switch (dialect) {
            case JAVA, KOTLIN -> "Runtime.getRuntime().halt(70); ";
            case SCRIPT -> "process.kill(process.pid, 9); ";
            case PYTHON -> "__import__(\"os\")._exit(70)";
            case GO -> "if true { go func() { panic(\"stopped\") }(); select {} }; ";
            case RUST -> "if true { std::process::abort() } ";
        };
    }
}
