package kiro.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cuts a shell line into words, redirections and what ends a command.
final class ShellScanner {
    private static final String OPERATORS = ";&|()\n";
    private static final String BLANKS = " \t\r";

    private final String text;
    private final List<HereDocument> awaited = new ArrayList<>();
    private int at;

    ShellScanner(String text) {
        this.text = text;
    }

    /// The text holds something that is not understood.
    static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotUnderstood(String what) {
            super(what, null, false, false);
        }

        String what() {
            return String.valueOf(getMessage());
        }
    }

    /// Where a redirection leads: `ELSEWHERE` is another stream, or a text in the line itself.
    enum Flow {
        FROM_FILE,
        INTO_FILE,
        ELSEWHERE
    }

    sealed interface Token {
        /// @param isBare whether no part of it was quoted
        /// @param substitutions the command lines in it
        record Word(ShellWord word, boolean isBare, List<String> substitutions) implements Token {}

        record Redirect(Flow flow, ShellWord target, List<String> substitutions) implements Token {}

        /// What ends a command, such as `&&`.
        record End(String operator) implements Token {
            /// A parenthesis right after a name makes a function.
            boolean opensFunction(int wordsBefore) {
                return operator.equals("(") && wordsBefore > 0;
            }
        }
    }

    private record HereDocument(String delimiter, boolean isPlain, boolean isIndented) {}

    Optional<Token> next() {
        skipBlanks();
        if (at >= text.length()) {
            if (!awaited.isEmpty()) {
                throw new NotUnderstood("a here-document without its end");
            }
            return Optional.empty();
        }
        char c = text.charAt(at);
        if (c == '<' || c == '>' || isDescriptor()) {
            return substitutionOrRedirect();
        }
        if (c == '&' && peek(1) == '>') {
            at++;
            return substitutionOrRedirect();
        }
        return Optional.of(OPERATORS.indexOf(c) >= 0 ? operator(c) : word());
    }

    private void skipBlanks() {
        while (at < text.length()) {
            if (BLANKS.indexOf(text.charAt(at)) >= 0) {
                at++;
            } else if (text.startsWith("\\\n", at)) {
                at += 2;
            } else if (text.charAt(at) == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                return;
            }
        }
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private Token operator(char c) {
        if (c == '\n') {
            at++;
            return new Token.End(hereDocuments());
        }
        boolean isDouble = (c == '&' || c == '|' || c == ';') && peek(1) == c;
        boolean isBoth = c == '|' && peek(1) == '&';
        String operator = text.substring(at, at + (isDouble || isBoth ? 2 : 1));
        if (operator.equals(";;")) {
            throw new NotUnderstood("';;'");
        }
        at += operator.length();
        return new Token.End(operator);
    }

    /// Skips the bodies that were announced in the line before.
    private String hereDocuments() {
        for (HereDocument document : awaited) {
            hereDocument(document);
        }
        awaited.clear();
        return "\n";
    }

    private void hereDocument(HereDocument document) {
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end);
            at = end < 0 ? text.length() : end + 1;
            String own = document.isIndented() ? line.replaceFirst("^\t+", "") : line;
            if (own.equals(document.delimiter())) {
                return;
            }
            if (!document.isPlain() && line.matches(".*(\\$\\(|`|\\$\\\\$).*")) {
                throw new NotUnderstood("a command within a here-document");
            }
        }
        throw new NotUnderstood("a here-document without its end");
    }

    /// A number right before an arrow names a stream.
    private boolean isDescriptor() {
        int i = at;
        while (i < text.length() && Character.isDigit(text.charAt(i))) {
            i++;
        }
        return i > at && i < text.length() && (text.charAt(i) == '<' || text.charAt(i) == '>');
    }

    private Optional<Token> substitutionOrRedirect() {
        while (Character.isDigit(text.charAt(at))) {
            at++;
        }
        char arrow = text.charAt(at);
        if (peek(1) == '(') {
            return Optional.of(word());
        }
        if (text.startsWith("<<<", at)) {
            at += 3;
            return Optional.of(target(Flow.ELSEWHERE));
        }
        if (text.startsWith("<<", at)) {
            return Optional.of(announced());
        }
        boolean isWriting = arrow == '>' || text.startsWith("<>", at);
        Flow flow = isWriting ? Flow.INTO_FILE : Flow.FROM_FILE;
        at++;
        while (at < text.length() && ">|".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (peek(0) == '&') {
            return duplicate(flow);
        }
        return Optional.of(target(flow));
    }

    /// `2>&1` leads a stream into another one, `>&file` into a file.
    private Optional<Token> duplicate(Flow flow) {
        at++;
        Token.Redirect target = target(flow);
        boolean isStream = target.target().text().matches("\\d+|-|\\d+-");
        return Optional.of(
                new Token.Redirect(
                        isStream ? Flow.ELSEWHERE : flow, target.target(), target.substitutions()));
    }

    private Token.Redirect target(Flow flow) {
        skipBlanks();
        Token.Word word = word();
        return new Token.Redirect(flow, word.word(), word.substitutions());
    }

    private Token announced() {
        at += 2;
        boolean isIndented = peek(0) == '-';
        at += isIndented ? 1 : 0;
        skipBlanks();
        Token.Word delimiter = word();
        if (!delimiter.word().isPlain()) {
            throw new NotUnderstood("a here-document with a made-up end");
        }
        awaited.add(new HereDocument(delimiter.word().text(), !delimiter.isBare(), isIndented));
        return new Token.Redirect(Flow.ELSEWHERE, delimiter.word(), List.of());
    }

    private Token.Word word() {
        var reader = new ShellWordReader(text, at);
        Token.Word word = reader.read();
        at = reader.end();
        return word;
    }
}
