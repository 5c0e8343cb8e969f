package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads patterns: words, `[what may be missing]`, `(one | another)`, `{a named part}`, `<slot>` and `<slot:label>`.
final class PatternReader {
    private final Map<String, Pattern> parts = new HashMap<>();
    private String text = "";
    private int at;

    /// Keeps a pattern under a name, for those that are read later.
    void define(String name, String pattern) {
        parts.put(name, read(pattern));
    }

    Pattern read(String pattern) {
        text = pattern;
        at = 0;
        Pattern read = options();
        if (at < text.length()) {
            throw new IllegalStateException("'%s' is not closed well".formatted(pattern));
        }
        return read;
    }

    private Pattern options() {
        var options = new ArrayList<Pattern>();
        options.add(chain());
        while (at < text.length() && text.charAt(at) == '|') {
            at++;
            options.add(chain());
        }
        return options.size() == 1 ? options.getFirst() : new Pattern.Either(options);
    }

    private Pattern chain() {
        var chain = new ArrayList<Pattern>();
        skipSpace();
        while (at < text.length() && "|)]".indexOf(text.charAt(at)) < 0) {
            chain.add(one());
            skipSpace();
        }
        return chain.size() == 1 ? chain.getFirst() : new Pattern.Chain(chain);
    }

    private Pattern one() {
        char c = text.charAt(at);
        return switch (c) {
            case '[' -> {
                at++;
                Pattern inside = options();
                close(']');
                yield new Pattern.Either(List.of(inside, new Pattern.Chain(List.of())));
            }
            case '(' -> {
                at++;
                Pattern inside = options();
                close(')');
                yield inside;
            }
            case '{' -> part(until('}'));
            case '<' -> hole(until('>'));
            default -> word();
        };
    }

    private void close(char bracket) {
        if (at >= text.length() || text.charAt(at) != bracket) {
            throw new IllegalStateException("'%s' lacks a %s".formatted(text, bracket));
        }
        at++;
    }

    private String until(char close) {
        int end = text.indexOf(close, at);
        String inside = text.substring(at + 1, end);
        at = end + 1;
        return inside;
    }

    private Pattern part(String name) {
        Pattern part = parts.get(name);
        if (part == null) {
            throw new IllegalStateException("no part is called " + name);
        }
        return part;
    }

    private static Pattern hole(String inside) {
        int colon = inside.indexOf(':');
        return colon < 0
                ? new Pattern.Hole(inside, inside)
                : new Pattern.Hole(inside.substring(0, colon), inside.substring(colon + 1));
    }

    /// A mark that is one of the signs of patterns stands behind a backslash.
    private Pattern word() {
        int start = text.charAt(at) == '\\' ? ++at : at;
        at++;
        while (at < text.length()
                && !Character.isWhitespace(text.charAt(at))
                && "[](){}<>|\\".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return new Pattern.Word(text.substring(start, at));
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
