package kiro.spec.sentence;

import java.util.Locale;

/// The letters of a token, with what can be told of them without looking at others. Texts say the same few thousand words
/// again and again, so words are made once and found again.
final class Word {
    static final int PLACES = 1 << 13;
    private static final int LONGEST = 32;
    private static final int NOWHERE = -1;

    /// The last word made for each place: a later one may push it out, and then it is made anew. Words are values, so
    /// it does not matter which thread wrote one.
    private static final Word[] MADE = new Word[PLACES];

    private final String text;
    private final String key;
    private final String stem;
    private final long classes;
    private final int place;
    private final int length;

    private Word(String text, int place) {
        this.text = text;
        this.place = place;
        this.length = text.length();
        this.key = lower(text);
        this.stem =
                key.length() > 3 && key.endsWith("s") && !key.endsWith("ss")
                        ? key.substring(0, key.length() - 1)
                        : key;
        this.classes = WordClass.of(text, key);
    }

    /// The word that stands from one index of a text to another.
    ///
    /// @param hash of its characters
    static Word in(String text, int from, int to, int hash) {
        if (to - from > LONGEST) {
            return once(text.substring(from, to));
        }
        int place = (hash ^ (hash >>> 13)) & (PLACES - 1);
        Word made = MADE[place];
        if (made != null && made.length == to - from && text.startsWith(made.text, from)) {
            return made;
        }
        var word = new Word(text.substring(from, to), place);
        MADE[place] = word;
        return word;
    }

    /// One that nobody says twice, such as a quotation.
    static Word once(String text) {
        return new Word(text, NOWHERE);
    }

    /// Where it is found again; negative where it is made but once.
    int place() {
        return place;
    }

    String text() {
        return text;
    }

    String key() {
        return key;
    }

    String stem() {
        return stem;
    }

    long classes() {
        return classes;
    }

    private static String lower(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c > 'z' || (c >= 'A' && c <= 'Z')) {
                return raw.toLowerCase(Locale.ROOT);
            }
        }
        return raw;
    }
}
