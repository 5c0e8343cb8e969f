package kiro.memory;

import java.util.Locale;
import java.util.regex.Pattern;
import kiro.text.Hash;

/// The short name of a fact, such as `d-3f2a91c0`: it stays when the words are corrected.
public record FactId(String value) implements Comparable<FactId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int DIGITS = 8;

    public FactId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("no id of a fact: " + value);
        }
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /// The id of what is known about a subject: the same subject has the same id at each learning.
    ///
    /// @param kind such as `decision`
    public static FactId of(String kind, String subject) {
        return new FactId(
                kind.substring(0, 1).toLowerCase(Locale.ROOT)
                        + "-"
                        + Hash.of(kind + "\n" + subject).hex().substring(0, DIGITS));
    }

    @Override
    public int compareTo(FactId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
