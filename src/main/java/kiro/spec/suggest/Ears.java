package kiro.spec.suggest;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns the words of a suggestion into a sentence of requirements engineering: `IF ..., THEN THE SYSTEM SHALL ...`.
final class Ears {
    /// Who responds, in a sentence that has `shall`.
    static final Pattern SYSTEM =
            Pattern.compile(
                    "(?:^|,\\s*|\\bthen\\s+)(the\\s+[\\w -]{1,40}?)\\s+shall\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern RETURNS =
            Pattern.compile("^(?<when>.+?) (?:returns|is answered with) (?<what>\\d{3}\\b.*)$");
    private static final Pattern WHILE =
            Pattern.compile("^(?<when>While|When|After) (?<what>.+?), (?<then>.+)$");

    private Ears() {}

    static String of(String words, String system) {
        Matcher returns = RETURNS.matcher(words);
        if (returns.matches()) {
            boolean isRefusal = returns.group("what").charAt(0) >= '4';
            String when = situation(returns.group("when"));
            return isRefusal
                    ? "IF %s is sent, THEN %s SHALL return %s"
                            .formatted(when, system, returns.group("what"))
                    : "WHEN %s is sent, %s SHALL return %s"
                            .formatted(when, system, returns.group("what"));
        }
        Matcher state = WHILE.matcher(words);
        if (state.matches()) {
            return "%s %s, %s SHALL see to it that %s"
                    .formatted(
                            state.group("when").toUpperCase(Locale.ROOT),
                            state.group("what"),
                            system,
                            state.group("then"));
        }
        return "%s SHALL see to it that %s".formatted(system, lowerFirst(words));
    }

    private static String situation(String words) {
        return words.replaceFirst("^(?:A|An|The) (?=[a-z0-9])", "").equals(words)
                ? words
                : lowerFirst(words);
    }

    private static String lowerFirst(String words) {
        boolean isName = words.length() > 1 && Character.isUpperCase(words.charAt(1));
        return isName ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
