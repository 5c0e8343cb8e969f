package kiro.permission;

import java.util.ArrayList;
import java.util.List;
import kiro.permission.ShellScanner.NotUnderstood;
import kiro.permission.ShellScanner.Token;

/// Reads one word of a shell line, with its quotes and substitutions.
final class ShellWordReader {
    private static final String WORD_ENDS = " \t\r\n;&|()<>";

    private final String text;
    private final StringBuilder word = new StringBuilder();
    private final List<String> substitutions = new ArrayList<>();
    private int at;
    private boolean isBare = true;
    private boolean isDynamic;
    private boolean isPattern;

    ShellWordReader(String text, int start) {
        this.text = text;
        this.at = start;
    }

    int end() {
        return at;
    }

    Token.Word read() {
        int start = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if ((c == '<' || c == '>') && next() == '(' && at == start) {
                at++;
                parenthesis();
                continue;
            }
            if (WORD_ENDS.indexOf(c) >= 0) {
                break;
            }
            unquoted(c);
        }
        if (at == start) {
            throw new NotUnderstood("a place where a word should be");
        }
        String read = word.toString();
        boolean isTest = read.equals("[") || read.equals("[[");
        return new Token.Word(
                new ShellWord(read, isDynamic, isPattern && !isTest), isBare, substitutions);
    }

    private void unquoted(char c) {
        switch (c) {
            case '\\' -> escaped();
            case '\'' -> singleQuoted();
            case '"' -> doubleQuoted();
            case '$' -> dollar();
            case '`' -> backquoted();
            case '*', '?', '[', '{' -> {
                isPattern |= c != '{' || next() != '}';
                literal(c);
            }
            default -> literal(c);
        }
    }

    private void literal(char c) {
        word.append(c);
        at++;
    }

    private char next() {
        return at + 1 < text.length() ? text.charAt(at + 1) : '\0';
    }

    private void escaped() {
        isBare = false;
        if (next() != '\n' && at + 1 < text.length()) {
            word.append(next());
        }
        at += 2;
    }

    private void singleQuoted() {
        isBare = false;
        int end = text.indexOf('\'', at + 1);
        if (end < 0) {
            throw new NotUnderstood("a quote without its end");
        }
        word.append(text, at + 1, end);
        at = end + 1;
    }

    private void doubleQuoted() {
        isBare = false;
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            switch (c) {
                case '\\' -> {
                    if ("$`\"\\".indexOf(next()) < 0 && next() != '\n') {
                        word.append(c);
                    }
                    escaped();
                }
                case '$' -> dollar();
                case '`' -> backquoted();
                default -> literal(c);
            }
        }
        if (at >= text.length()) {
            throw new NotUnderstood("a quote without its end");
        }
        at++;
    }

    private void dollar() {
        switch (next()) {
            case '(' -> {
                if (text.startsWith("$((", at)) {
                    throw new NotUnderstood("arithmetic");
                }
                at++;
                parenthesis();
            }
            case '\'', '"', '\\' -> throw new NotUnderstood("a quote with escapes of its own");
            case '{' -> brace();
            default -> {
                isDynamic |= Character.isLetterOrDigit(next()) || "_@*#?$!-".indexOf(next()) >= 0;
                literal('$');
            }
        }
    }

    /// A variable in braces. Whatever stands in them besides its name may run commands.
    private void brace() {
        int end = text.indexOf('}', at);
        if (end < 0 || text.substring(at, end).matches("(?s).*[`'\"\\\\].*|.*\\$.+\\$.*|.*\\(.*")) {
            throw new NotUnderstood("a variable with a condition");
        }
        isDynamic = true;
        word.append(text, at, end + 1);
        at = end + 1;
    }

    private void backquoted() {
        int end = text.indexOf('`', at + 1);
        String inner = end < 0 ? "\\" : text.substring(at + 1, end);
        if (inner.contains("\\")) {
            throw new NotUnderstood("a substitution in back quotes with escapes");
        }
        isDynamic = true;
        substitutions.add(inner);
        word.append('`').append(inner).append('`');
        at = end + 1;
    }

    /// From an opening parenthesis to the one that closes it. Quotes are stepped over.
    private void parenthesis() {
        int start = at;
        int depth = 0;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> i++;
                case '\'', '"' -> i = endOfQuote(i);
                case '(' -> depth++;
                case ')' -> depth--;
                case '#' -> {
                    if (Character.isWhitespace(text.charAt(i - 1))) {
                        throw new NotUnderstood("a comment within a substitution");
                    }
                }
                default -> {}
            }
            if (depth == 0) {
                isDynamic = true;
                substitutions.add(text.substring(start + 1, i));
                word.append(text, start - 1, i + 1);
                at = i + 1;
                return;
            }
        }
        throw new NotUnderstood("a substitution without its end");
    }

    private int endOfQuote(int start) {
        char quote = text.charAt(start);
        for (int i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) == quote) {
                return i;
            }
            if (quote == '"' && text.charAt(i) == '\\') {
                i++;
            } else if (quote == '"' && text.startsWith("$(", i)) {
                throw new NotUnderstood("quotes within quotes");
            }
        }
        throw new NotUnderstood("a quote without its end");
    }
}
