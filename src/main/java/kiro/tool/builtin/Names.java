package kiro.tool.builtin;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.text.Order;

/// Which of the names that exist someone may have meant.
final class Names {
    private static final Pattern UNSEEN =
            Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

    private Names() {}

    /// A name as it stands in a list: one that could pass for several lines, or for another name, is quoted as in JSON.
    static String listed(String name) {
        return UNSEEN.matcher(name).find()
                ? '"'
                        + UNSEEN.matcher(name.replace("\\", "\\\\").replace("\"", "\\\""))
                                .replaceAll(found ->
                                        Matcher.quoteReplacement(escaped(found.group().charAt(0))))
                        + '"'
                : name;
    }

    private static String escaped(char unseen) {
        return switch (unseen) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            default -> "\\u%04x".formatted((int) unseen);
        };
    }

    /// The nearest name, when it is near: one is a part of the other, or few letters differ.
    static Optional<String> nearest(String meant, Collection<String> names) {
        return names.stream()
                .filter(name -> isNear(meant, name))
                .min(Order.by((String name) -> distance(meant, name)).then(name -> name));
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
