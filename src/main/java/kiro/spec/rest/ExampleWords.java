package kiro.spec.rest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What stands in the place of a path parameter in an example.
final class ExampleWords {
    private static final Set<String> UNKNOWN =
            Set.of(
                    "unknown",
                    "nonexistent",
                    "non-existent",
                    "missing",
                    "does-not-exist",
                    "not-found",
                    "nope",
                    "doesnotexist",
                    "unknown-id",
                    "unknownid",
                    "nonexisting",
                    "non-existing",
                    "unknown-user",
                    "not-existing",
                    "notexisting");
    private static final Set<String> MALFORMED =
            Set.of("not-a-uuid", "not-a-number", "malformed", "not-an-id", "invalid-id", "invalid");
    private static final Pattern ID =
            Pattern.compile("\\d+|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[a-z]+[-_]?\\d+|\\d+[a-z]");

    private ExampleWords() {}

    static boolean isExample(String segment) {
        return isUnknown(segment) || isMalformed(segment) || isId(segment);
    }

    static boolean isUnknown(String segment) {
        return UNKNOWN.contains(segment.toLowerCase(Locale.ROOT));
    }

    static boolean isMalformed(String segment) {
        return MALFORMED.contains(segment.toLowerCase(Locale.ROOT));
    }

    static boolean isId(String segment) {
        return segment.length() <= 40 && ID.matcher(segment).matches();
    }
}
