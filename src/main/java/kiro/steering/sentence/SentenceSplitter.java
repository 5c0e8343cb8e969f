package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds where sentences end: not within code spans, brackets, versions and names of files, and not behind abbreviations.
final class SentenceSplitter {
    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    "e.g", "i.e", "vs", "cf", "approx", "resp", "incl", "excl", "no", "nos", "fig",
                    "max", "min", "dr", "mr", "mrs", "st", "a.k.a", "eg", "ie", "viz", "ca");

    /// @param end the index behind its last character
    record Stretch(int start, int end) {}

    private final String text;
    private final List<Stretch> found = new ArrayList<>();

    private SentenceSplitter(String text) {
        this.text = text;
    }

    static List<Stretch> split(String text) {
        var splitter = new SentenceSplitter(text);
        splitter.run();
        return splitter.found;
    }

    private void run() {
        int start = 0;
        int depth = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '`') {
                int close = text.indexOf('`', at + 1);
                at = close < 0 ? at + 1 : close + 1;
                continue;
            }
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
            at++;
            if ((c == '.' || c == '!' || c == '?') && depth == 0) {
                int end = behindClosers(at);
                if (isEnd(start, at - 1, end)) {
                    add(start, end);
                    start = end;
                    at = end;
                }
            }
        }
        add(start, text.length());
    }

    private int behindClosers(int from) {
        int at = from;
        while (at < text.length() && ")\"'”’.!?".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /// @param mark the index of the mark that may end the sentence
    /// @param end the index behind it and what closes with it
    private boolean isEnd(int start, int mark, int end) {
        if (end == text.length()) {
            return true;
        }
        if (!Character.isWhitespace(text.charAt(end))) {
            return false;
        }
        int next = end;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        boolean isNewSentence = next == text.length() || opens(text.charAt(next));
        return isNewSentence && !(text.charAt(mark) == '.' && isAbbreviation(start, mark));
    }

    private static boolean opens(char c) {
        return Character.isUpperCase(c)
                || Character.isDigit(c)
                || "`\"'“‘([".indexOf(c) >= 0
                || c > 0x2000;
    }

    private boolean isAbbreviation(int start, int mark) {
        int from = mark;
        while (from > start && !Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        String word = text.substring(from, mark).replaceAll("^[(\"'“‘]+", "");
        String small = word.toLowerCase(Locale.ROOT);
        boolean isNumber = word.matches("\\d+") && from == start;
        boolean isInitial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
        return isNumber || isInitial || ABBREVIATIONS.contains(small);
    }

    private void add(int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            found.add(new Stretch(from, to));
        }
    }
}
