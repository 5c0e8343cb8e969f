package kiro.infer;

import java.util.Locale;
import java.util.regex.Pattern;

/// The sentence that the name of a test is.
final class TestName {
    private static final int FEWEST_WORDS = 3;
    private static final Pattern OWNERS = Pattern.compile("^(?:\\w+\\.)+(?=\\w)");
    private static final Pattern TEST = Pattern.compile("^[Tt]est_?(?=\\w)");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private TestName() {}

    /// Its words, without the class around it and the prefix that a tool asks for.
    static String words(String name) {
        if (name.contains(" ")) {
            return name.strip();
        }
        String bare = TEST.matcher(OWNERS.matcher(name).replaceFirst("")).replaceFirst("");
        return bare.contains("_")
                ? bare.replace('_', ' ').strip()
                : HUMP.matcher(bare).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /// Whether its words can stand for themselves.
    static boolean isSentence(String name) {
        return words(name).split(" ").length >= FEWEST_WORDS;
    }
}
