package kiro.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The names that a person may have meant by one that does not exist.
public final class NearestNames {
    private static final int MOST = 3;

    private NearestNames() {}

    /// Those of the names that are like the wanted one, nearest first, at most three.
    public static List<String> of(String wanted, Collection<String> names) {
        String word = wanted.toLowerCase(Locale.ROOT);
        record Near(String name, int distance) {}
        return names.stream()
                .distinct()
                .map(name -> new Near(name, distance(word, name.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance() <= tolerance(word))
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(MOST)
                .map(Near::name)
                .toList();
    }

    private static int tolerance(String word) {
        return Math.max(2, word.length() / 3);
    }

    /// Edits from one word to the other; a word that begins or ends the other, or stands in it, counts as near.
    private static int distance(String one, String other) {
        boolean isPart =
                Math.min(one.length(), other.length()) >= 3
                        && (one.contains(other) || other.contains(one));
        int edits = edits(one, other);
        return isPart ? Math.min(edits, 1) : edits;
    }

    private static int edits(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[other.length()];
    }
}
