package kiro.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words of a text as facts are looked for by them: in lower case, names in their parts as well as whole, and English
/// words without their endings.
final class MemoryWords {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 40;
    private static final Set<String> COMMON =
            Set.of(
                    ("a an and any are as at be been but by can each every for from has have how if in into is it its"
                                    + " may more must no not of on one only or other our shall should so such than that"
                                    + " the their them then there these they this those to up use used uses using was"
                                    + " we were what when where which who will with would you your all also do does"
                                    + " made make makes get gets add adds write writes file files project code"
                                    + " criteria criterion acceptance overview requirement requirements implement")
                            .split(" "));

    private MemoryWords() {}

    /// @param stem by which it is found
    /// @param text as it is written, in lower case
    record Word(String stem, String text) {}

    static List<String> of(String text) {
        return words(text).stream().map(Word::stem).toList();
    }

    static List<Word> words(String text) {
        var words = new ArrayList<Word>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean isPart = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (isPart && start < 0) {
                start = i;
            } else if (!isPart && start >= 0) {
                add(text, start, i, words);
                start = -1;
            }
        }
        return words;
    }

    /// A name and, where it has several, its parts.
    private static void add(String text, int start, int end, List<Word> words) {
        int from = start;
        for (int i = start + 1; i < end; i++) {
            boolean isUpper = Character.isUpperCase(text.charAt(i));
            boolean isBorder =
                    isUpper
                            && (!Character.isUpperCase(text.charAt(i - 1))
                                    || (i + 1 < end && Character.isLowerCase(text.charAt(i + 1))));
            if (isBorder) {
                word(text.substring(from, i), words);
                from = i;
            }
        }
        if (from > start) {
            word(text.substring(start, end), words);
        }
        word(text.substring(from, end), words);
    }

    private static void word(String text, List<Word> words) {
        String word = text.toLowerCase(Locale.ROOT);
        if (word.length() >= SHORTEST && word.length() <= LONGEST && !COMMON.contains(word)) {
            words.add(new Word(stem(word), word));
        }
    }

    private static String stem(String word) {
        if (word.length() > 4 && (word.endsWith("ies") || word.endsWith("ied"))) {
            return word.substring(0, word.length() - 3) + "y";
        }
        for (String ending : List.of("ing", "ed", "es", "s")) {
            boolean isEnding =
                    word.endsWith(ending)
                            && word.length() - ending.length() >= 3
                            && !word.endsWith("ss");
            if (isEnding) {
                String stem = word.substring(0, word.length() - ending.length());
                return ending.equals("s") ? withoutE(stem) : withoutE(undoubled(stem));
            }
        }
        return withoutE(word);
    }

    private static String undoubled(String stem) {
        int last = stem.length() - 1;
        boolean isDoubled =
                last > 2
                        && stem.charAt(last) == stem.charAt(last - 1)
                        && "lsz".indexOf(stem.charAt(last)) < 0;
        return isDoubled ? stem.substring(0, last) : stem;
    }

    private static String withoutE(String word) {
        return word.length() > 3 && word.endsWith("e")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
