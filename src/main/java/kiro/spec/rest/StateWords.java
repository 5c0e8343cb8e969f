package kiro.spec.rest;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the words that a spec has for states: the values in capitals that it names where it speaks of a status.
final class StateWords {
    private static final Pattern OF_STATES = Pattern.compile("(?i)\\b(status|state|decision)\\b");
    private static final Pattern VALUE = Pattern.compile("`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)`");

    /// Values beside which no state stands: codes of errors and roles.
    private static final Pattern OTHER =
            Pattern.compile(
                    "(?i)\\b(roles?|error|code|codes|header)\\b|\\b4\\d\\d\\b[^|;]*`[A-Z_]+`");

    /// Words that say of any resource how it is.
    private static final Set<String> OF_ANY =
            Set.of(
                    "new",
                    "valid",
                    "invalid",
                    "missing",
                    "unknown",
                    "known",
                    "existing",
                    "created",
                    "updated",
                    "changed",
                    "stored",
                    "saved",
                    "first",
                    "last",
                    "any",
                    "all",
                    "none",
                    "other",
                    "same",
                    "own",
                    "get",
                    "put",
                    "post",
                    "patch",
                    "delete",
                    "head",
                    "id",
                    "true",
                    "false",
                    "null",
                    "admin",
                    "user");

    private StateWords() {}

    static Set<String> in(String text) {
        var words = new HashSet<String>();
        text.lines()
                .filter(line -> OF_STATES.matcher(line).find() && !OTHER.matcher(line).find())
                .forEach(line -> {
                    Matcher value = VALUE.matcher(line);
                    while (value.find()) {
                        String word = value.group(1).toLowerCase(Locale.ROOT);
                        words.add(word.replace('_', ' '));
                        words.add(word.replace('_', '-'));
                    }
                });
        words.removeAll(OF_ANY);
        return Set.copyOf(words);
    }
}
