package kiro.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Words that are looked for in a text all at once, in one pass over it.
public final class Needles {
    private static final int MOST = Long.SIZE;
    private static final int PAIRS = 1 << 10;
    private static final byte NOT_ASCII = -1;

    /// The small letter of each byte of a text.
    private static final byte[] SMALL = small();

    private final String[] words;

    /// For each pair of characters that a word may begin with the last such word, -1 where there is none.
    private final byte[] last = new byte[PAIRS];

    /// For each word the one before it that begins with the same pair.
    private final byte[] before;

    private Needles(List<String> words) {
        this.words = words.toArray(String[]::new);
        this.before = new byte[this.words.length];
        Arrays.fill(last, (byte) -1);
        for (int i = 0; i < this.words.length; i++) {
            int pair = pair(this.words[i].charAt(0), this.words[i].charAt(1));
            before[i] = last[pair];
            last[pair] = (byte) i;
        }
    }

    /// @param words at most 64, of two characters or more
    public static Needles of(List<String> words) {
        if (words.size() > MOST || words.stream().anyMatch(word -> word.length() < 2)) {
            throw new IllegalArgumentException(
                    "more than %d words, or one of a letter: %s".formatted(MOST, words));
        }
        return new Needles(words);
    }

    /// Which of the words stand somewhere in a text: a bit for each, that of the first word lowest.
    public long in(String text) {
        long found = 0;
        int end = text.length() - 1;
        char next = text.isEmpty() ? ' ' : text.charAt(0);
        for (int i = 0; i < end; i++) {
            char each = next;
            next = text.charAt(i + 1);
            int word = last[pair(each, next)];
            while (word >= 0) {
                if ((found & (1L << word)) == 0 && text.startsWith(words[word], i)) {
                    found |= 1L << word;
                }
                word = before[word];
            }
        }
        return found;
    }

    /// The same of a text whose letters are taken as small ones. Its words must be in small letters.
    public long inAnyCase(String text) {
        long found = 0;
        int next = 0;
        // bytes are reached without asking how the text is stored, and most texts are ASCII
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int each = next;
            next = SMALL[bytes[i] & 0xFF];
            if (next == NOT_ASCII) {
                return in(text.toLowerCase(Locale.ROOT));
            }
            int word = last[pair(each, next)];
            while (word >= 0) {
                if ((found & (1L << word)) == 0 && isAt(bytes, i - 1, words[word])) {
                    found |= 1L << word;
                }
                word = before[word];
            }
        }
        return found;
    }

    private static boolean isAt(byte[] text, int at, String word) {
        if (at < 0 || at + word.length() > text.length) {
            return false;
        }
        for (int i = word.length() - 1; i >= 0; i--) {
            if (SMALL[text[at + i] & 0xFF] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// The bits that stand for these of its words.
    public long bits(List<String> some) {
        long bits = 0;
        for (String each : some) {
            int at = Arrays.asList(words).indexOf(each);
            if (at < 0) {
                throw new IllegalArgumentException("not one of the words: " + each);
            }
            bits |= 1L << at;
        }
        return bits;
    }

    private static byte[] small() {
        byte[] small = new byte[256];
        for (int i = 0; i < small.length; i++) {
            boolean isCapital = i >= 'A' && i <= 'Z';
            small[i] = i >= 128 ? NOT_ASCII : (byte) (isCapital ? i + ('a' - 'A') : i);
        }
        return small;
    }

    private static int pair(int first, int second) {
        return (first * 31 + second) & (PAIRS - 1);
    }
}
