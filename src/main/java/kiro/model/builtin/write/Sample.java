package kiro.model.builtin.write;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;
import kiro.spec.rest.FieldType;

/// A value of a field in a test's request.
///
/// @param json as it stands in the body, with `%s` for what is worked out
/// @param argument the Java expression for `%s`
/// @param expected the Java literal that the answer has for it; empty where it is not compared
record Sample(String json, Optional<String> argument, Optional<String> expected) {
    private static final Pattern MADE =
            Pattern.compile(
                    "(?:\"(?<start>[^\"\\\\]*)\")?(?: \\+ )?(?:\"x\"\\.repeat\\((?<count>\\d{1,6})\\))?");
    private static final List<String> WORDS =
            List.of(
                    "ABC-123",
                    "AB12",
                    "abc",
                    "ABC",
                    "A1",
                    "a-b-c",
                    "123",
                    "12345",
                    "+4915112345678",
                    "AB-1234",
                    "ABCD",
                    "abc-123",
                    "a",
                    "A",
                    "1",
                    "SKU-0001",
                    "#aabbcc",
                    "09:30",
                    "1.0.0");

    /// Texts of digits, of every usual length.
    private static final List<String> NUMBERS =
            IntStream.rangeClosed(1, 20)
                    .mapToObj(length -> "12345678901234567890".substring(0, length))
                    .toList();

    static Sample plain(String json) {
        return new Sample(json, Optional.empty(), Optional.of(json));
    }

    static Sample text(String value) {
        String quoted = Constraints.literal(value);
        return new Sample(quoted, Optional.empty(), Optional.of(quoted));
    }

    /// A text of so many characters that keeps the form which the field asks for.
    static Sample ofLength(Field field, int length) {
        String start = start(field);
        String filling =
                length <= start.length()
                        ? Constraints.literal("x".repeat(Math.max(0, length)))
                        : start.isEmpty()
                                ? "\"x\".repeat(" + length + ")"
                                : Constraints.literal(start)
                                        + " + \"x\".repeat("
                                        + (length - start.length())
                                        + ")";
        return new Sample("\"%s\"", Optional.of(filling), Optional.of(filling));
    }

    /// Whether it is the key of something that a test stores.
    boolean isOfTest() {
        return argument.filter(Sample::isRead).isPresent();
    }

    /// Whether an expression reads a value of an object in a variable.
    static boolean isRead(String expression) {
        return expression.matches("[a-z]\\w*\\.\\w+(\\(\\))?(\\.toString\\(\\))?");
    }

    /// The value as a text by itself, as it stands in an address; empty where that takes Java.
    Optional<String> bare() {
        if (argument.isEmpty()) {
            return Optional.of(json.replaceAll("^\"|\"$", ""));
        }
        Matcher made = MADE.matcher(argument.get());
        return made.matches()
                ? Optional.of(
                        Objects.requireNonNullElse(made.group("start"), "")
                                + "x"
                                        .repeat(
                                                Integer.parseInt(
                                                        Objects.requireNonNullElse(
                                                                made.group("count"), "0"))))
                : Optional.empty();
    }

    private static String start(Field field) {
        for (FieldRule rule : field.rules()) {
            if (rule instanceof FieldRule.Format format) {
                return switch (format.form()) {
                    case URL, HTTPS_URL -> "https://example.com/";
                    case EMAIL, UUID, DATE, TIMESTAMP, COUNTRY_CODE, CURRENCY_CODE -> "";
                };
            }
        }
        return "";
    }

    /// A value that satisfies all rules; empty where none could be made.
    static Optional<Sample> valid(Field field, String javaType) {
        for (FieldRule rule : field.rules()) {
            if (rule instanceof FieldRule.OneOf oneOf) {
                return Optional.of(text(oneOf.values().getLast()));
            }
            if (rule instanceof FieldRule.Matches matches) {
                return matching(matches.expression(), field);
            }
            if (rule instanceof FieldRule.Format format) {
                return Optional.of(text(format(format.form(), field)));
            }
        }
        return switch (javaType) {
            case "String" -> Optional.of(text(words(field)));
            case "Integer", "Long", "Short", "int", "long" ->
                    Optional.of(plain(number(field, 7).toBigInteger().toString()));
            case "BigDecimal", "Double", "Float", "double" ->
                    Optional.of(
                            plain(
                                    number(field, 7)
                                            .add(new BigDecimal("0.5"))
                                            .min(max(field))
                                            .toPlainString()));
            case "Boolean", "boolean" -> Optional.of(plain("true"));
            case "UUID" -> Optional.of(text("6f9619ff-8b86-4d01-b42d-00cf4fc964ff"));
            case "LocalDate" -> Optional.of(text(year(field) + "-03-14"));
            case "LocalDateTime" -> Optional.of(text(year(field) + "-03-14T09:26:53"));
            case "Instant" -> Optional.of(text(year(field) + "-03-14T09:26:53Z"));
            case "OffsetDateTime", "ZonedDateTime" ->
                    Optional.of(
                            new Sample(
                                    "\"" + year(field) + "-03-14T09:26:53Z\"",
                                    Optional.empty(),
                                    Optional.empty()));
            case "List<String>", "Set<String>" ->
                    Optional.of(new Sample("[\"one\"]", Optional.empty(), Optional.empty()));
            default -> Optional.empty();
        };
    }

    private static int year(Field field) {
        return field.rules().stream()
                        .anyMatch(rule ->
                                rule instanceof FieldRule.Past
                                        || rule instanceof FieldRule.NotFuture)
                ? 2020
                : 2099;
    }

    private static Optional<Sample> matching(String expression, Field field) {
        try {
            Pattern pattern = Pattern.compile(expression);
            OptionalInt max = maxLength(field);
            return Stream.of(WORDS.stream(), NUMBERS.stream(), TextOfForm.of(expression).stream())
                    .flatMap(all -> all)
                    .filter(word -> pattern.matcher(word).matches())
                    .filter(word -> max.isEmpty() || word.length() <= max.getAsInt())
                    .map(Sample::text)
                    .findFirst();
        } catch (PatternSyntaxException notJava) {
            return Optional.empty();
        }
    }

    static OptionalInt maxLength(Field field) {
        for (FieldRule rule : field.rules()) {
            if (rule instanceof FieldRule.Length length) {
                return length.max();
            }
        }
        return OptionalInt.empty();
    }

    private static String format(FieldRule.Form form, Field field) {
        return switch (form) {
            case URL, HTTPS_URL -> "https://example.com/" + field.name().toLowerCase(Locale.ROOT);
            case EMAIL -> "sam@example.com";
            case UUID -> "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
            case DATE -> year(field) + "-03-14";
            case TIMESTAMP -> year(field) + "-03-14T09:26:53Z";
            case COUNTRY_CODE -> "DE";
            case CURRENCY_CODE -> "EUR";
        };
    }

    private static String words(Field field) {
        String value = "New " + Names.words(field.name());
        for (FieldRule rule : field.rules()) {
            if (rule instanceof FieldRule.Length length) {
                int min = length.min().orElse(0);
                int max = length.max().orElse(Integer.MAX_VALUE);
                if (value.length() > max) {
                    value = value.substring(0, max).strip();
                }
                if (value.length() < min) {
                    value = value + "x".repeat(min - value.length());
                }
            }
        }
        return value.matches(".*(?i)email.*") ? "sam@example.com" : value;
    }

    private static BigDecimal number(Field field, int usual) {
        BigDecimal value = BigDecimal.valueOf(usual);
        for (FieldRule rule : field.rules()) {
            if (rule instanceof FieldRule.Range range) {
                BigDecimal min = range.min().map(FieldRule.Bound::value).orElse(value);
                value = value.max(min.add(BigDecimal.ONE)).min(max(field));
            }
        }
        return value;
    }

    private static BigDecimal max(Field field) {
        for (FieldRule rule : field.rules()) {
            if (rule instanceof FieldRule.Range range && range.max().isPresent()) {
                FieldRule.Bound bound = range.max().get();
                return bound.isIncluded() ? bound.value() : bound.value().subtract(BigDecimal.ONE);
            }
        }
        return BigDecimal.valueOf(1_000_000_000);
    }

    /// A JSON object of these values.
    static String body(java.util.SequencedMap<String, Sample> values, boolean isLong) {
        String separator = isLong ? ",\n  " : ", ";
        String all =
                values.entrySet().stream()
                        .map(one -> "\"" + one.getKey() + "\": " + one.getValue().json())
                        .collect(Collectors.joining(separator));
        return isLong ? "{\n  " + all + "\n}" : "{" + all + "}";
    }

    static boolean isText(Field field, String javaType) {
        return javaType.equals("String") || field.type() == FieldType.Plain.STRING;
    }
}
