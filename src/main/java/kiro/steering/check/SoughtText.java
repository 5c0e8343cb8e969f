package kiro.steering.check;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import kiro.steering.rule.TextPattern;

/// A pattern of a rule, ready to be looked for.
final class SoughtText {
    private final TextPattern pattern;
    private final Optional<Pattern> regex;

    private SoughtText(TextPattern pattern, Optional<Pattern> regex) {
        this.pattern = pattern;
        this.regex = regex;
    }

    /// Finds nothing where the expression is none.
    static SoughtText of(TextPattern pattern) {
        if (!pattern.isRegex()) {
            return new SoughtText(pattern, Optional.empty());
        }
        int flags = pattern.ignoresCase() ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
        try {
            return new SoughtText(pattern, Optional.of(Pattern.compile(pattern.text(), flags)));
        } catch (PatternSyntaxException none) {
            return new SoughtText(pattern, Optional.empty());
        }
    }

    /// @throws BoundedText.TooLong where the expression runs away
    boolean isIn(String text) {
        if (regex.isPresent()) {
            return isFound(regex.get().matcher(new BoundedText(text))::find);
        }
        if (pattern.isRegex()) {
            return false;
        }
        return pattern.ignoresCase()
                ? text.toLowerCase(Locale.ROOT).contains(pattern.text().toLowerCase(Locale.ROOT))
                : text.contains(pattern.text());
    }

    boolean isWhole(String text) {
        if (regex.isPresent()) {
            return isFound(regex.get().matcher(new BoundedText(text))::matches);
        }
        return !pattern.isRegex()
                && (pattern.ignoresCase()
                        ? text.equalsIgnoreCase(pattern.text())
                        : text.equals(pattern.text()));
    }

    /// An expression may exhaust the stack as well.
    private static boolean isFound(BooleanSupplier search) {
        try {
            return search.getAsBoolean();
        } catch (StackOverflowError deep) {
            throw new BoundedText.TooLong();
        }
    }
}
