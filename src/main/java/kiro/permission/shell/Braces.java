package kiro.permission.shell;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The words that braces make of one: `a{b,c}` is `ab ac` in shells that know it.
final class Braces {
    private static final int MOST = 64;
    private static final int DEEPEST = 32;

    private Braces() {}

    /// Empty where the word stays as it is. A range such as `{1..9}` gives the word itself.
    ///
    /// @param bare the places in the text where signs have their meaning
    static List<String> expand(String text, BitSet bare) {
        if (text.indexOf('{') < 0) {
            return List.of();
        }
        if (text.chars().filter(c -> c == '{').count() > DEEPEST) {
            return tooMany(text, bare);
        }
        int open = bare.isEmpty() ? -1 : text.indexOf('{');
        while (open >= 0) {
            int close = bare.get(open) ? closing(text, bare, open) : -1;
            if (close > 0) {
                List<Integer> commas = commas(text, bare, open, close);
                if (!commas.isEmpty()) {
                    return alternatives(text, bare, open, close, commas);
                }
                if (text.substring(open, close + 1)
                        .matches("\\{[\\w-]+\\.\\.[\\w-]+(\\.\\.[\\w-]+)?}")) {
                    return List.of(text);
                }
            }
            open = text.indexOf('{', open + 1);
        }
        return List.of();
    }

    private static List<String> tooMany(String text, BitSet bare) {
        if (bare.stream().filter(i -> i < text.length() && text.charAt(i) == '{').count()
                > DEEPEST) {
            throw new NotUnderstood("more braces than anybody would read");
        }
        return List.of();
    }

    private static int closing(String text, BitSet bare, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (bare.get(i)) {
                depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static List<Integer> commas(String text, BitSet bare, int open, int close) {
        var commas = new ArrayList<Integer>();
        int depth = 0;
        for (int i = open; i < close; i++) {
            if (bare.get(i)) {
                depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
                if (depth == 1 && text.charAt(i) == ',') {
                    commas.add(i);
                }
            }
        }
        return commas;
    }

    private static List<String> alternatives(
            String text, BitSet bare, int open, int close, List<Integer> commas) {
        var made = new ArrayList<String>();
        var borders = new ArrayList<Integer>(commas);
        borders.add(close);
        int from = open + 1;
        for (int border : borders) {
            String one =
                    text.substring(0, open)
                            + text.substring(from, border)
                            + text.substring(close + 1);
            List<String> inner = expand(one, mask(bare, open, from, border, close, text.length()));
            made.addAll(inner.isEmpty() ? List.of(one) : inner);
            from = border + 1;
            if (made.size() > MOST) {
                throw new NotUnderstood("more words in braces than anybody would read");
            }
        }
        return made;
    }

    private static BitSet mask(BitSet bare, int open, int from, int border, int close, int length) {
        var mask = bare.get(0, open);
        for (int i = from; i < border; i++) {
            mask.set(open + i - from, bare.get(i));
        }
        for (int i = close + 1; i < length; i++) {
            mask.set(open + border - from + i - close - 1, bare.get(i));
        }
        return mask;
    }
}
