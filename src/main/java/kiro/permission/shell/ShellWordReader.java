package kiro.permission.shell;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one word of a shell line, with its quotes and what the shell makes of it.
final class ShellWordReader {
    private static final Pattern ASSIGNED =
            Pattern.compile("[A-Za-z_][A-Za-z_0-9]*(\\[\\d*])?\\+?=");

    private final ShellCursor cursor;
    private final ShellExpansions expansions;
    private final StringBuilder text = new StringBuilder();

    /// The places in the text that were written without quotes and mean what they are.
    private final BitSet bare = new BitSet();

    private boolean isBare = true;
    private boolean isDynamic;
    private boolean isPattern;

    ShellWordReader(ShellCursor cursor, ShellFacts facts, int depth) {
        this.cursor = cursor;
        this.expansions = new ShellExpansions(cursor, facts, depth);
    }

    /// @param words the word, and the words that its braces make of it
    /// @param isBare whether no part of it was quoted
    /// @param isAssignment whether it sets a variable where it stands before a program
    record Word(List<ShellWord> words, boolean isBare, boolean isAssignment) {}

    Word read() {
        int start = cursor.at();
        while (!cursor.isAtEnd()) {
            boolean isSubstitution = cursor.sees("<(") || cursor.sees(">(");
            if (isSubstitution && cursor.at() == start) {
                String arrow = String.valueOf(cursor.next());
                cursor.skip(1);
                made(arrow + expansions.parenthesis());
                continue;
            }
            if (cursor.isAtWordEnd()) {
                break;
            }
            unquoted(cursor.next());
        }
        if (cursor.at() == start) {
            throw new NotUnderstood("a place where a word should be");
        }
        return word();
    }

    /// Reads a text as one between double quotes, and tells whether something in it is made as it runs.
    boolean expandsText() {
        while (!cursor.isAtEnd()) {
            quoted('\0');
        }
        return isDynamic;
    }

    private Word word() {
        var words = new ArrayList<ShellWord>();
        String whole = text.toString();
        List<String> made = Braces.expand(whole, bare);
        boolean isTest = whole.equals("[") || whole.equals("[[");
        words.add(new ShellWord(whole, isDynamic, (isPattern && !isTest) || !made.isEmpty()));
        made.forEach(each -> words.add(new ShellWord(each, isDynamic, true)));
        boolean isAssignment = whole.indexOf('=') > 0 && isAssignment(whole);
        return new Word(words, isBare, isAssignment);
    }

    private boolean isAssignment(String whole) {
        Matcher assigned = ASSIGNED.matcher(whole);
        return assigned.lookingAt() && bare.nextClearBit(0) >= assigned.end();
    }

    private void unquoted(char c) {
        switch (c) {
            case '\\' -> {
                if (cursor.ahead(1) == '\n') {
                    throw new NotUnderstood("a word broken over lines");
                }
                escaped();
            }
            case '\'' -> singleQuoted();
            case '"' -> doubleQuoted();
            case '$' -> dollar(false);
            case '`' -> made(expansions.backquoted(false));
            case '*', '?', '[' -> {
                isPattern = true;
                bare(c);
            }
            default -> bare(c);
        }
    }

    private void bare(char c) {
        bare.set(text.length());
        literal(c);
    }

    private void literal(char c) {
        text.append(c);
        cursor.skip(1);
    }

    private void made(String source) {
        isDynamic = true;
        text.append(source);
    }

    private void escaped() {
        isBare = false;
        cursor.skip(1);
        if (cursor.isAtEnd()) {
            throw new NotUnderstood("a backslash at the end");
        }
        literal(cursor.next());
    }

    private void singleQuoted() {
        isBare = false;
        cursor.skip(1);
        while (cursor.next() != '\'') {
            if (cursor.isAtEnd()) {
                throw new NotUnderstood("a quote without its end");
            }
            literal(cursor.next());
        }
        cursor.skip(1);
    }

    private void doubleQuoted() {
        isBare = false;
        cursor.skip(1);
        while (cursor.next() != '"') {
            if (cursor.isAtEnd()) {
                throw new NotUnderstood("a quote without its end");
            }
            quoted('"');
        }
        cursor.skip(1);
    }

    /// One character, or what it begins, between double quotes or in a here-document.
    private void quoted(char quote) {
        char c = cursor.next();
        switch (c) {
            case '\\' -> {
                char after = cursor.ahead(1);
                if (after == '\n') {
                    cursor.skip(2);
                } else if (after == '$'
                        || after == '`'
                        || after == '\\'
                        || (after == quote && quote != '\0')) {
                    cursor.skip(1);
                    literal(after);
                } else {
                    literal(c);
                }
            }
            case '$' -> dollar(true);
            case '`' -> made(expansions.backquoted(quote == '"'));
            default -> literal(c);
        }
    }

    private void dollar(boolean isQuoted) {
        char after = cursor.ahead(1);
        if (!isQuoted && (after == '\'' || after == '"')) {
            isBare = false;
            isDynamic = true;
            cursor.skip(1);
            if (after == '\'') {
                text.append(AnsiQuotes.read(cursor));
            } else {
                doubleQuoted();
            }
            return;
        }
        String source = expansions.dollar(isQuoted);
        if (source.equals("$")) {
            text.append('$');
        } else {
            made(source);
        }
    }
}
