package kiro.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.evidence.Token.Kind;
import kiro.text.Hash;
import kiro.text.SourceSpan;

/// The tokens of a source file with its comments set aside and its brackets paired.
final class SourceCode {
    /// Words that assert without being called: `throw`, `a shouldBe b`, `#[should_panic]`.
    private static final Pattern TELLING =
            Pattern.compile("(?:should|assert|expect|must)\\w*|throw|raise");

    private final String text;
    private final List<Token> tokens;
    private final List<List<Token>> comments;
    private final int[] partners;
    private final Places places;

    private SourceCode(
            String text,
            List<Token> tokens,
            List<List<Token>> comments,
            int[] partners,
            Places places) {
        this.text = text;
        this.tokens = tokens;
        this.comments = comments;
        this.partners = partners;
        this.places = places;
    }

    static SourceCode read(String text, Dialect dialect) {
        var tokens = new ArrayList<Token>();
        var comments = new ArrayList<List<Token>>();
        var pending = new ArrayList<Token>();
        for (Token token : Lexer.tokens(text, dialect)) {
            if (token.kind() == Kind.COMMENT) {
                pending.add(token);
                continue;
            }
            tokens.add(token);
            comments.add(List.copyOf(pending));
            pending.clear();
        }
        comments.add(List.copyOf(pending));
        return new SourceCode(text, tokens, comments, partners(tokens), Places.of(text));
    }

    private static int[] partners(List<Token> tokens) {
        int[] partners = new int[tokens.size()];
        java.util.Arrays.fill(partners, tokens.size());
        var open = new ArrayDeque<Integer>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() != Kind.SYMBOL) {
                continue;
            }
            if ("([{".contains(token.text())) {
                open.push(i);
            } else if (")]}".contains(token.text())) {
                close(tokens, partners, open, i);
            }
        }
        return partners;
    }

    /// Pairs a closing bracket with the nearest that fits; brackets left open in between stay without a
    /// partner, as does a closing one that fits none.
    private static void close(
            List<Token> tokens, int[] partners, ArrayDeque<Integer> open, int closing) {
        char wanted = "([{".charAt(")]}".indexOf(tokens.get(closing).text()));
        boolean isOpen = open.stream().anyMatch(i -> tokens.get(i).text().charAt(0) == wanted);
        while (isOpen && !open.isEmpty()) {
            int opening = open.pop();
            if (tokens.get(opening).text().charAt(0) == wanted) {
                partners[opening] = closing;
                return;
            }
        }
    }

    /// A piece of the text, by offsets.
    String text(int start, int end) {
        return text.substring(start, end);
    }

    int size() {
        return tokens.size();
    }

    Token token(int i) {
        return tokens.get(i);
    }

    boolean is(int i, String text) {
        return i >= 0 && i < tokens.size() && tokens.get(i).is(text);
    }

    boolean isWord(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i).isWord();
    }

    boolean isString(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i).isString();
    }

    /// The index after the bracket that closes the one at an index; the end of the file when none does.
    int after(int opening) {
        return Math.min(partners[opening] + 1, tokens.size());
    }

    /// The index of the closing bracket; the size when there is none.
    int partner(int opening) {
        return partners[opening];
    }

    int line(int i) {
        return places.line(tokens.get(i).start());
    }

    int column(int i) {
        return places.column(tokens.get(i).start());
    }

    boolean isFirstOfLine(int i) {
        return i == 0 || line(i) > places.line(tokens.get(i - 1).end());
    }

    SourceSpan span(int i) {
        Token token = tokens.get(i);
        return places.span(token.start(), token.end());
    }

    /// The comments above a token; one that ends the line of the code before it is not above it.
    List<Token> commentsAbove(int i) {
        if (i >= tokens.size()) {
            return List.of();
        }
        int lineBefore = i == 0 ? 0 : places.line(tokens.get(i - 1).end());
        int line = line(i);
        return comments.get(i).stream()
                .filter(comment -> {
                    int at = places.line(comment.start());
                    return at != lineBefore || at == line;
                })
                .toList();
    }

    /// The comments between a token and the one before it; those at the end, for the index behind the last.
    List<Token> commentsBefore(int i) {
        return comments.get(i);
    }

    /// The comments between the tokens of a range, and behind the last of them on its line.
    List<Token> commentsOf(int from, int to) {
        var within = new ArrayList<Token>();
        for (int i = from + 1; i < to; i++) {
            within.addAll(comments.get(i));
        }
        int lastLine = places.line(tokens.get(to - 1).end());
        comments.get(to).stream()
                .filter(comment -> places.line(comment.start()) == lastLine)
                .forEach(within::add);
        return within;
    }

    List<Mention> mentions(List<Token> commentTokens) {
        return commentTokens.stream()
                .flatMap(comment ->
                        MentionReader.inComment(comment.text(), comment.start(), places).stream())
                .toList();
    }

    /// The content of the string at an index, with those that `+` joins to it.
    String string(int i) {
        var content = new StringBuilder(StringLiteral.content(tokens.get(i)));
        int at = i + 1;
        while (is(at, "+") && isString(at + 1)) {
            content.append(StringLiteral.content(tokens.get(at + 1)));
            at += 2;
        }
        return content.toString();
    }

    /// The index after the string at an index and those that `+` joins to it.
    int afterString(int i) {
        int at = i + 1;
        while (is(at, "+") && isString(at + 1)) {
            at += 2;
        }
        return at;
    }

    /// What the tokens of a range come down to.
    TestBody body(int from, int to) {
        return new TestBody(digest(from, to), calls(from, to), DemandScan.of(this, from, to));
    }

    /// The names in a range that something is called by, be it a function or a macro, and words that assert without it.
    Set<String> calls(int from, int to) {
        var calls = new HashSet<String>();
        for (int i = from; i < to; i++) {
            boolean isCall = isWord(i) && (is(i + 1, "(") || (is(i + 1, "!") && !is(i + 2, "=")));
            if (isCall || asserts(i)) {
                calls.add(tokens.get(i).text());
            }
        }
        return calls;
    }

    /// Whether a word asserts without being called.
    boolean asserts(int i) {
        return isWord(i) && TELLING.matcher(tokens.get(i).text()).matches();
    }

    /// The digest of the tokens of a range: white space and comments do not count.
    Hash digest(int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(tokens.get(i).text()).append('\0');
        }
        return Hash.of(text.toString());
    }
}
