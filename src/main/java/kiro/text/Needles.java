package kiro.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Words that are looked for in a text all at once, in one pass over it.
public final class Needles {
    private static final int MOST = Long.SIZE;

    /// The characters that texts have most, in that order.
    private static final String USUAL = " etaoinsrhdlucmfpgwybv";

    private static final int ASCII = 1 << 7;

    /// The small letter of each byte of a text.
    private static final byte[] SMALL = small();

    private final String[] words;

    /// For each word where its rarest pair of characters stands in it: only there is it compared.
    private final int[] rarest;

    /// For each pair of characters, in either case, the last word whose rarest it is; -1 where there is none.
    private final byte[] last = new byte[ASCII * ASCII];

    /// For each word the one before it with the same pair.
    private final byte[] before;

    private Needles(List<String> words) {
        this.words = words.toArray(String[]::new);
        this.before = new byte[this.words.length];
        this.rarest = new int[this.words.length];
        Arrays.fill(last, (byte) -1);
        for (int i = 0; i < this.words.length; i++) {
            String word = this.words[i];
            rarest[i] = rarest(word);
            char first = word.charAt(rarest[i]);
            char second = word.charAt(rarest[i] + 1);
            before[i] = last[pair(first, second)];
            last[pair(first, second)] = (byte) i;
            last[pair(capital(first), second)] = (byte) i;
            last[pair(first, capital(second))] = (byte) i;
            last[pair(capital(first), capital(second))] = (byte) i;
        }
    }

    private static char capital(char letter) {
        return letter >= 'a' && letter <= 'z' ? (char) (letter - 'a' + 'A') : letter;
    }

    private static int rarest(String word) {
        int best = 0;
        for (int i = 1; i + 1 < word.length(); i++) {
            best = rareness(word, i) > rareness(word, best) ? i : best;
        }
        return best;
    }

    private static int rareness(String word, int at) {
        // only where the second stands is the first looked at
        return rareness(word.charAt(at)) + 4 * rareness(word.charAt(at + 1));
    }

    private static int rareness(char c) {
        int place = USUAL.indexOf(c);
        return place < 0 ? USUAL.length() : place;
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
                if ((found & (1L << word)) == 0 && text.startsWith(words[word], i - rarest[word])) {
                    found |= 1L << word;
                }
                word = before[word];
            }
        }
        return found;
    }

    /// The same of a text whose letters are taken as small ones. Its words must be in small letters.
    public long inAnyCase(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Characters.of(bytes).isAscii() ? inAscii(bytes) : in(text.toLowerCase(Locale.ROOT));
    }

    public long inAnyCase(TextDocument document) {
        return document.isAscii()
                ? inAscii(document.utf8())
                : in(document.text().toLowerCase(Locale.ROOT));
    }

    /// Bytes are reached without asking how a text is stored.
    private long inAscii(byte[] bytes) {
        long found = 0;
        int next = bytes.length == 0 ? 0 : bytes[0];
        for (int i = 1; i < bytes.length; i++) {
            int each = next;
            next = bytes[i];
            int word = last[each * ASCII + next];
            while (word >= 0) {
                if ((found & (1L << word)) == 0 && isAt(bytes, i - 1 - rarest[word], words[word])) {
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
        byte[] small = new byte[ASCII];
        for (int i = 0; i < small.length; i++) {
            boolean isCapital = i >= 'A' && i <= 'Z';
            small[i] = (byte) (isCapital ? i + ('a' - 'A') : i);
        }
        return small;
    }

    /// The place of a pair; characters that are not of ASCII share one.
    private static int pair(char first, char second) {
        return (first < ASCII ? first * ASCII : 0) + (second < ASCII ? second : 0);
    }
}
