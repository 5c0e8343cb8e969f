package kiro.text;

import java.util.Collection;
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
                .sorted(
                        Order.<Near, Integer>by(Near::distance)
                                .then(near -> Math.abs(near.name().length() - word.length()))
                                .then(Near::name))
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

    /// The number of letters to add, drop, replace or swap with their neighbour.
    private static int edits(String one, String other) {
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, one, i, other, j);
            }
        }
        return edits[one.length()][other.length()];
    }

    private static int fewest(int[][] edits, String one, int i, String other, int j) {
        boolean isSame = one.charAt(i - 1) == other.charAt(j - 1);
        int fewest =
                Math.min(
                        edits[i - 1][j - 1] + (isSame ? 0 : 1),
                        Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean isSwapped =
                i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
        return isSwapped ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
    }
}
