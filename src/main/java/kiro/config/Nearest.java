package kiro.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Guesses which of the known names a mistyped one was meant to be.
final class Nearest {
    private Nearest() {}

    static Optional<String> of(String wrong, List<String> known) {
        return known.stream()
                .filter(name -> distance(wrong, name) <= tolerance(name))
                .min(
                        Comparator.<String>comparingInt(name -> distance(wrong, name))
                                .thenComparingInt(
                                        name -> Math.abs(name.length() - wrong.length())));
    }

    private static int tolerance(String name) {
        return Math.max(1, lastPart(name).length() / 3);
    }

    /// A name without its group counts as the name itself: `api-key` is near `anthropic.api-key`.
    private static int distance(String wrong, String name) {
        String plain = wrong.toLowerCase(Locale.ROOT).replace('_', '-');
        return Math.min(edits(plain, name), edits(plain, lastPart(name)));
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /// The number of letters to add, drop, replace or swap with their neighbour.
    private static int edits(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, from, i, to, j);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int fewest(int[][] edits, String from, int i, String to, int j) {
        boolean isSame = from.charAt(i - 1) == to.charAt(j - 1);
        int fewest =
                Math.min(
                        edits[i - 1][j - 1] + (isSame ? 0 : 1),
                        Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean isSwapped =
                i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
        return isSwapped ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
    }
}
