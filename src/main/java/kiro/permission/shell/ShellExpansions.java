package kiro.permission.shell;

/// Reads what a shell puts in the place of a part of a word: variables, calculations, the output of commands.
///
/// Each answers the source that it read; the commands in it go into the facts.
final class ShellExpansions {
    private static final int DEEPEST = 20;
    private static final String SPECIAL = "@*#?$!-";

    private final ShellCursor cursor;
    private final ShellFacts facts;
    private final int depth;
    private int nesting;

    ShellExpansions(ShellCursor cursor, ShellFacts facts, int depth) {
        this.cursor = cursor;
        this.facts = facts;
        this.depth = depth;
    }

    /// From a dollar sign on; a dollar alone is one.
    ///
    /// @param isQuoted whether it stands between double quotes
    String dollar(boolean isQuoted) {
        int start = cursor.at();
        char after = cursor.ahead(1);
        if (after == '(') {
            cursor.skip(1);
            if (!calculation()) {
                parenthesis();
            }
        } else if (after == '{') {
            braces(isQuoted);
        } else if (after == '[') {
            throw new NotUnderstood("a calculation in brackets");
        } else if (after == '\\') {
            throw new NotUnderstood("a dollar sign before a backslash");
        } else if (isName(after)) {
            cursor.skip(1);
            name();
        } else if (isDigit(after) || SPECIAL.indexOf(after) >= 0) {
            cursor.skip(2);
        } else {
            cursor.skip(1);
        }
        return cursor.since(start);
    }

    /// Commands, from an opening parenthesis to the one that closes it.
    String parenthesis() {
        int start = cursor.at();
        cursor.skip(1);
        new ShellParser(cursor, facts, depth + 1).untilParenthesis();
        return cursor.since(start);
    }

    /// Commands between back quotes, which are a text of their own once their escapes are taken off.
    String backquoted(boolean isQuoted) {
        int start = cursor.at();
        var inner = new StringBuilder();
        cursor.skip(1);
        while (cursor.next() != '`') {
            if (cursor.isAtEnd()) {
                throw new NotUnderstood("a substitution without its end");
            }
            char after = cursor.ahead(1);
            if (cursor.sees("\\\n")) {
                throw new NotUnderstood("a broken line between back quotes");
            }
            boolean isEscape =
                    cursor.next() == '\\'
                            && ("`\\$".indexOf(after) >= 0 || (isQuoted && after == '"'));
            cursor.skip(isEscape ? 1 : 0);
            inner.append(cursor.next());
            cursor.skip(1);
        }
        cursor.skip(1);
        new ShellParser(new ShellCursor(inner.toString()), facts, depth + 1).program();
        return cursor.since(start);
    }

    private boolean calculation() {
        int start = cursor.at();
        if (cursor.takes("((") && new ShellArithmetic(cursor, facts, depth).read()) {
            return true;
        }
        cursor.returnTo(start);
        return false;
    }

    /// A variable in braces, with what is done to its value.
    private void braces(boolean isQuoted) {
        if (++nesting > DEEPEST) {
            throw new NotUnderstood("variables within variables within variables");
        }
        int start = cursor.at();
        variable(isQuoted);
        if (cursor.since(start).contains("<<")) {
            throw new NotUnderstood(
                    "a here-document within a variable, which shells read differently");
        }
        nesting--;
    }

    private void variable(boolean isQuoted) {
        cursor.skip(2);
        boolean isMarked = (cursor.next() == '#' || cursor.next() == '!') && cursor.ahead(1) != '}';
        cursor.skip(isMarked ? 1 : 0);
        int start = cursor.at();
        if (isName(cursor.next()) || isDigit(cursor.next())) {
            name();
        } else if (SPECIAL.indexOf(cursor.next()) >= 0) {
            cursor.skip(1);
        }
        String name = cursor.since(start);
        if (cursor.next() == '[') {
            subscript();
        }
        operator(name);
        while (cursor.next() != '}') {
            if (cursor.isAtEnd()) {
                throw new NotUnderstood("a variable without its closing brace");
            }
            rest(isQuoted);
        }
        cursor.skip(1);
    }

    private void subscript() {
        int start = cursor.at();
        while (cursor.next() != ']' && !cursor.isAtEnd()) {
            cursor.skip(1);
        }
        if (!cursor.since(start).matches("\\[[\\d@*]+")) {
            throw new NotUnderstood("an array's element that is calculated");
        }
        cursor.skip(1);
    }

    private void operator(String name) {
        if (cursor.next() == '@') {
            throw new NotUnderstood("a variable whose value is changed as commands may be");
        }
        boolean isAssigned = cursor.next() == '=' || cursor.sees(":=");
        if (isAssigned) {
            facts.setsText(name);
        }
        boolean isPart = cursor.next() == ':' && "-=?+".indexOf(cursor.ahead(1)) < 0;
        if (isPart) {
            int start = cursor.at();
            while (cursor.next() != '}' && !cursor.isAtEnd()) {
                cursor.skip(1);
            }
            if (!cursor.since(start).matches("[:\\d -]*")) {
                throw new NotUnderstood("a part of a variable that is calculated");
            }
        }
    }

    private void rest(boolean isQuoted) {
        switch (cursor.next()) {
            case '$' -> {
                var ignored = dollar(isQuoted);
            }
            case '`' -> {
                var ignored = backquoted(isQuoted);
            }
            case '\\' -> cursor.skip(2);
            case '\'' -> {
                if (isQuoted) {
                    throw new NotUnderstood("a quote in a variable between quotes");
                }
                quote('\'');
            }
            case '"' -> doubleQuotes();
            default -> cursor.skip(1);
        }
    }

    private void quote(char mark) {
        cursor.skip(1);
        while (cursor.next() != mark && !cursor.isAtEnd()) {
            cursor.skip(1);
        }
        cursor.skip(1);
    }

    private void doubleQuotes() {
        cursor.skip(1);
        while (cursor.next() != '"') {
            if (cursor.isAtEnd()) {
                throw new NotUnderstood("a quote without its end");
            }
            switch (cursor.next()) {
                case '$' -> {
                    var ignored = dollar(true);
                }
                case '`' -> {
                    var ignored = backquoted(true);
                }
                case '\\' -> cursor.skip(2);
                default -> cursor.skip(1);
            }
        }
        cursor.skip(1);
    }

    private void name() {
        while (isName(cursor.next()) || isDigit(cursor.next())) {
            cursor.skip(1);
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
