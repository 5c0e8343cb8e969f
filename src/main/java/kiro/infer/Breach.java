package kiro.infer;

import java.util.Optional;

/// What a value does that breaks a rule, in words.
final class Breach {
    private Breach() {}

    /// @param min, max empty where there is no limit
    static Optional<String> length(String min, String max) {
        if (!min.isEmpty() && !max.isEmpty()) {
            return Optional.of(
                    min.equals(max)
                            ? "does not have exactly %s characters".formatted(min)
                            : "does not have %s to %s characters".formatted(min, max));
        }
        if (!max.isEmpty()) {
            return Optional.of("has more than %s characters".formatted(max));
        }
        return min.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        min.equals("1")
                                ? "is empty"
                                : "has fewer than %s characters".formatted(min));
    }

    static Optional<String> value(String min, String max) {
        if (!min.isEmpty() && !max.isEmpty()) {
            return Optional.of("is outside of `%s..%s`".formatted(min, max));
        }
        if (!max.isEmpty()) {
            return Optional.of("is greater than `%s`".formatted(max));
        }
        return min.isEmpty() ? Optional.empty() : Optional.of("is less than `%s`".formatted(min));
    }

    /// Rules of one word, whatever the library calls them.
    static Optional<String> named(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "NotNull", "IsDefined", "required" -> "is absent";
                    case "NotBlank" -> "is absent or blank";
                    case "NotEmpty", "IsNotEmpty", "nonempty" -> "is absent or empty";
                    case "Email", "IsEmail", "email", "EmailStr" -> "is no email address";
                    case "URL", "IsUrl", "url", "uri", "HttpUrl", "AnyUrl" -> "is no URL";
                    case "IsUUID", "uuid", "uuid4", "UUID" -> "is no UUID";
                    case "IsString" -> "is no string";
                    case "IsInt", "int", "integer" -> "is no whole number";
                    case "IsNumber" -> "is no number";
                    case "IsBoolean" -> "is no boolean";
                    case "IsDateString", "IsDate", "datetime" -> "is no date";
                    case "IsArray" -> "is no list";
                    case "Positive", "IsPositive", "positive" -> "is not positive";
                    case "PositiveOrZero", "nonnegative" -> "is negative";
                    case "Negative", "negative" -> "is not negative";
                    case "Past" -> "is not in the past";
                    case "PastOrPresent" -> "is in the future";
                    case "Future" -> "is not in the future";
                    case "FutureOrPresent" -> "is in the past";
                    case "AssertTrue" -> "is not true";
                    default -> null;
                });
    }

    static String pattern(String pattern) {
        return "does not match " + Conditions.code(pattern);
    }

    static String choice(String values) {
        return "is none of " + Conditions.code(values);
    }
}
