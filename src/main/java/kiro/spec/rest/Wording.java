package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Words of a spec without what only dresses them.
final class Wording {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!])\\s+(?=[A-Z`*])");

    private Wording() {}

    /// The text without code marks and emphasis, its white space single, no full stop at its end.
    static String plain(String text) {
        return text.replaceAll("[`*]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])", "")
                .replaceAll("[\u2018\u2019]", "'")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("[.;]+$", "")
                .strip();
    }

    /// The sentences of a passage, each without its full stop.
    static List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        for (String sentence : SENTENCE_END.split(text.strip())) {
            String plain = plain(sentence);
            if (!plain.isEmpty()) {
                sentences.add(plain);
            }
        }
        return sentences;
    }
}
