package kiro.memory;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes secrets out of what is kept. It is stricter than what is shown elsewhere: a word too many that is masked costs
/// nothing here.
final class CleanJson {
    /// Keys whose values are digests and names that this program makes.
    private static final Set<String> OWN = Set.of("id", "hash", "words", "keeper", "date", "state");

    private static final String NAMES =
            "password|passwd|pwd|passphrase|pin code|secret|token|credentials?|api[ _-]?key|access[ _-]?key|private[ _-]?key|client[ _-]?secret";

    /// A value that somebody gave: with a digit or a mark in it, or between quotes.
    private static final Pattern GIVEN =
            Pattern.compile(
                    "(?i)(?:"
                            + NAMES
                            + ")[\"']?\\s*(?:[:=]|\\bis\\b|\\bwas\\b)\\s*"
                            + "(?:([\"'`])((?!\\1)\\S{4,200}?)\\1|((?=\\S*[0-9!@#$%^&*])[^\\s\"'`\\[]{4,200}))");

    private static final Pattern NAMED = Pattern.compile("(?i).*(?:" + NAMES + ").*");
    private static final Pattern LONG_VALUE =
            Pattern.compile(
                    "\\b(?=[A-Za-z0-9+/]*[0-9])(?=[A-Za-z0-9+/]*[a-z])(?=[A-Za-z0-9+/]*[A-Z])[A-Za-z0-9+/]{40}\\b");

    private final UnaryOperator<String> mask;

    CleanJson(UnaryOperator<String> mask) {
        this.mask = mask;
    }

    /// @param key that the text belongs to; empty where it has none
    String clean(String key, String text) {
        if (OWN.contains(key)) {
            return text.length() > 64 ? clean(text) : text;
        }
        boolean isNamed = !text.isBlank() && NAMED.matcher(key).matches();
        return isNamed ? kiro.secret.SecretMask.MASK : clean(text);
    }

    String clean(String text) {
        String masked = mask.apply(text);
        masked = LONG_VALUE.matcher(masked).replaceAll(kiro.secret.SecretMask.MASK);
        Matcher given = GIVEN.matcher(masked);
        var cleaned = new StringBuilder();
        while (given.find()) {
            int group = given.group(2) == null ? 3 : 2;
            String whole = given.group();
            int from = given.start(group) - given.start();
            given.appendReplacement(
                    cleaned,
                    Matcher.quoteReplacement(
                            whole.substring(0, from)
                                    + kiro.secret.SecretMask.MASK
                                    + whole.substring(given.end(group) - given.start())));
        }
        return given.appendTail(cleaned).toString();
    }
}
