package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kiro.steering.sentence.Token.Kind;

/// Cuts a sentence into tokens. Contractions become two words, arrows and dashes one mark each.
final class Tokens {
    private static final String MARKS = ",;:()[]{}!?%+=<>≥≤→➜⇒|•";
    private static final String DASHES = "-–—";
    private static final Map<String, String> CONTRACTIONS =
            Map.ofEntries(
                    Map.entry("don't", "do not"),
                    Map.entry("dont", "do not"),
                    Map.entry("doesn't", "does not"),
                    Map.entry("mustn't", "must not"),
                    Map.entry("shouldn't", "should not"),
                    Map.entry("can't", "can not"),
                    Map.entry("cannot", "can not"),
                    Map.entry("isn't", "is not"),
                    Map.entry("aren't", "are not"),
                    Map.entry("won't", "will not"),
                    Map.entry("shan't", "shall not"),
                    Map.entry("we're", "we are"),
                    Map.entry("it's", "it is"));

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String sentence) {
        var tokens = new Tokens(sentence);
        while (tokens.at < sentence.length()) {
            tokens.next();
        }
        return List.copyOf(tokens.tokens);
    }

    private void next() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c) || (c == '*' && isAlone())) {
            at++;
        } else if (c == '`' && text.indexOf('`', at + 1) > 0) {
            literal('`', Kind.CODE);
        } else if (c == '"' && text.indexOf('"', at + 1) > 0) {
            literal('"', Kind.QUOTE);
        } else if (c == '“' && text.indexOf('”', at + 1) > 0) {
            literal('”', Kind.QUOTE);
        } else if (text.startsWith("->", at) || text.startsWith("=>", at)) {
            put(Kind.MARK, "→", at + 2);
        } else if (text.startsWith(">=", at) || text.startsWith("<=", at)) {
            put(Kind.MARK, c == '>' ? "≥" : "≤", at + 2);
        } else if (DASHES.indexOf(c) >= 0) {
            put(Kind.MARK, "-", behindDashes());
        } else if (MARKS.indexOf(c) >= 0) {
            put(Kind.MARK, c == '➜' || c == '⇒' ? "→" : String.valueOf(c), at + 1);
        } else if (c == '.') {
            put(Kind.MARK, ".", at + 1);
        } else if (c == '/') {
            put(Kind.MARK, "/", at + 1);
        } else if (Character.isDigit(c)) {
            number();
        } else {
            word();
        }
    }

    private boolean isAlone() {
        return at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
    }

    private int behindDashes() {
        int end = at;
        while (end < text.length() && DASHES.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private void literal(char close, Kind kind) {
        int end = text.indexOf(close, at + 1);
        boolean isPlural =
                close == '`'
                        && text.startsWith("s", end + 1)
                        && (end + 2 == text.length() || !isOfWord(text.charAt(end + 2)));
        put(kind, text.substring(at + 1, end).strip(), isPlural ? end + 2 : end + 1);
    }

    private void number() {
        int end = at;
        while (end < text.length()
                && (Character.isDigit(text.charAt(end))
                        || (end + 1 < text.length()
                                && ".,".indexOf(text.charAt(end)) >= 0
                                && Character.isDigit(text.charAt(end + 1))))) {
            end++;
        }
        boolean goesOn =
                end < text.length()
                        && (Character.isLetter(text.charAt(end))
                                || text.charAt(end) == '/'
                                || text.charAt(end) == '-');
        if (goesOn) {
            word();
        } else {
            put(Kind.NUMBER, text.substring(at, end), end);
        }
    }

    private void word() {
        int end = at;
        while (end < text.length() && isOfWord(text.charAt(end))) {
            end++;
        }
        while (end > at + 1 && ".:-/'’".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        end = Math.max(end, at + 1);
        String raw = text.substring(at, end).replace('’', '\'');
        int slash = raw.indexOf('/');
        if (slash > 0 && raw.matches("\\p{L}{2,}(?:/\\p{L}{2,})+") && !isPath(raw)) {
            put(Kind.WORD, small(raw.substring(0, slash)), at + slash);
            return;
        }
        String contraction = CONTRACTIONS.get(small(raw));
        if (contraction != null) {
            String[] two = contraction.split(" ", 2);
            int start = at;
            put(Kind.WORD, two[0], end);
            tokens.add(new Token(Kind.WORD, two[1], start, end));
            return;
        }
        if (raw.equalsIgnoreCase("percent")) {
            put(Kind.MARK, "%", end);
            return;
        }
        put(Kind.WORD, small(raw), end);
    }

    private static boolean isOfWord(char c) {
        return (!Character.isWhitespace(c) && MARKS.indexOf(c) < 0 && "`\"“”–—".indexOf(c) < 0)
                || c == '=';
    }

    private static boolean isPath(String raw) {
        return raw.matches("(?:src|lib|app|test|tests|packages|internal|pkg|cmd|docs)/.*");
    }

    private static String small(String raw) {
        return raw.toLowerCase(Locale.ROOT);
    }

    private void put(Kind kind, String key, int end) {
        tokens.add(new Token(kind, key, at, end));
        at = end;
    }
}
