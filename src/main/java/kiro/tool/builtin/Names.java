package kiro.tool.builtin;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Which of the names that exist someone may have meant.
final class Names {
    private Names() {}

    /// The nearest name, when it is near: one is a part of the other, or few letters differ.
    static Optional<String> nearest(String meant, Collection<String> names) {
        return names.stream()
                .filter(name -> isNear(meant, name))
                .min(
                        Comparator.comparingInt((String name) -> distance(meant, name))
                                .thenComparing(Comparator.naturalOrder()));
    }

    static boolean isNear(String meant, String name) {
        String one = meant.toLowerCase(java.util.Locale.ROOT);
        String other = name.toLowerCase(java.util.Locale.ROOT);
        boolean isPart = (one.length() > 2 && other.contains(one)) || one.contains(other);
        return isPart
                || distance(one, other) <= Math.max(1, Math.max(one.length(), other.length()) / 3);
    }

    /// How many letters must be put in, taken out or exchanged to make one of the other.
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(exchanged, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
