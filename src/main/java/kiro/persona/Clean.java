package kiro.persona;

import java.util.regex.Pattern;

/// Texts of files without what nobody sees: control characters, marks that turn the direction of writing, and the
/// characters of Unicode that can carry words in secret.
public final class Clean {
    private static final int LONGEST_LINE = 1_024;
    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u2060\\uFEFF\\uFFF9-\\uFFFB]"
                            + "|[\\x{E0000}-\\x{E0FFF}]");

    private Clean() {}

    public static String text(String text) {
        return UNSEEN.matcher(text.replace("\r\n", "\n")).replaceAll("");
    }

    /// The text on one line, not longer than a person reads.
    public static String line(String text) {
        String line = text(text).replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
    }
}
