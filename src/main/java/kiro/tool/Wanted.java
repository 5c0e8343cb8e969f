package kiro.tool;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an answer to a question of a form may be.
public sealed interface Wanted {
    /// What a text that a person typed means.
    sealed interface Answer {
        /// @param values one, but for a question that takes several
        record Fits(List<String> values) implements Answer {
            public Fits {
                values = List.copyOf(values);
            }
        }

        /// @param reason such as `at most 100`
        record Unfit(String reason) implements Answer {}
    }

    /// One of the answers to choose from.
    ///
    /// @param value what is told
    /// @param title what a person is shown beside it
    record Choice(String value, String title) {
        private boolean isMeantBy(String typed) {
            return value.equalsIgnoreCase(typed) || title.equalsIgnoreCase(typed);
        }

        @Override
        public String toString() {
            return title.isBlank() || title.equals(value) ? value : value + " (" + title + ")";
        }
    }

    /// A form that a text has to have.
    enum Format {
        ANY(""),
        EMAIL("an address of mail"),
        ADDRESS("an address, such as https://example.com"),
        DATE("a date, such as 2026-11-26"),
        MOMENT("a date and a time, such as 2026-11-26T09:30:00Z");

        private final String words;

        Format(String words) {
            this.words = words;
        }

        private boolean fits(String value) {
            try {
                return switch (this) {
                    case ANY -> true;
                    case EMAIL -> value.matches("[^\\s@]+@[^\\s@]+");
                    case ADDRESS -> new URI(value).isAbsolute();
                    case DATE -> LocalDate.parse(value) != null;
                    case MOMENT -> OffsetDateTime.parse(value) != null;
                };
            } catch (DateTimeException | URISyntaxException other) {
                return false;
            }
        }
    }

    /// Bounds that include themselves.
    record Bounds(Optional<BigDecimal> least, Optional<BigDecimal> most) {
        public static final Bounds NONE = new Bounds(Optional.empty(), Optional.empty());

        private boolean hold(BigDecimal value) {
            return least.filter(bound -> value.compareTo(bound) < 0).isEmpty()
                    && most.filter(bound -> value.compareTo(bound) > 0).isEmpty();
        }

        /// Such as `1 to 100 letters`; empty where there are no bounds.
        private String words(String unit) {
            String from = least.map(BigDecimal::toPlainString).orElse("");
            String to = most.map(BigDecimal::toPlainString).orElse("");
            if (from.isEmpty() && to.isEmpty()) {
                return "";
            } else if (to.isEmpty()) {
                return "at least " + from + unit;
            }
            return (from.isEmpty() ? "at most " + to : from + " to " + to) + unit;
        }
    }

    record Text(Format format, Bounds length) implements Wanted {}

    record Numeric(boolean isWhole, Bounds bounds) implements Wanted {}

    record YesOrNo() implements Wanted {}

    record One(List<Choice> choices) implements Wanted {
        public One {
            choices = List.copyOf(choices);
        }
    }

    /// Any of the choices, between commas.
    ///
    /// @param count how many of them
    record Some(List<Choice> choices, Bounds count) implements Wanted {
        public Some {
            choices = List.copyOf(choices);
        }
    }

    /// What a text means as an answer.
    default Answer answer(String typed) {
        return switch (this) {
            case Text text -> text(text, typed);
            case Numeric number -> number(number, typed);
            case YesOrNo _ ->
                    switch (typed.toLowerCase(Locale.ROOT)) {
                        case "y", "yes", "true" -> new Answer.Fits(List.of("true"));
                        case "n", "no", "false" -> new Answer.Fits(List.of("false"));
                        default -> new Answer.Unfit(words());
                    };
            case One one ->
                    chosen(one.choices(), typed)
                            .<Answer>map(value -> new Answer.Fits(List.of(value)))
                            .orElse(new Answer.Unfit(words()));
            case Some some -> some(some, typed);
        };
    }

    private Answer text(Text text, String typed) {
        var length = BigDecimal.valueOf(typed.codePointCount(0, typed.length()));
        boolean fits = !typed.isBlank() && text.format().fits(typed) && text.length().hold(length);
        return fits ? new Answer.Fits(List.of(typed)) : new Answer.Unfit(words());
    }

    private Answer number(Numeric number, String typed) {
        String form = number.isWhole() ? "[+-]?\\d{1,30}" : "[+-]?\\d{1,30}(\\.\\d{1,30})?";
        boolean fits = typed.matches(form) && number.bounds().hold(new BigDecimal(typed));
        return fits ? new Answer.Fits(List.of(typed)) : new Answer.Unfit(words());
    }

    /// A choice may have a comma in it: what is one as a whole is that one.
    private Answer some(Some some, String typed) {
        Optional<String> whole = chosen(some.choices(), typed);
        List<String> parts =
                whole.isPresent()
                        ? List.of(typed)
                        : Stream.of(typed.split(","))
                                .map(String::strip)
                                .filter(part -> !part.isEmpty())
                                .toList();
        var values = new ArrayList<String>();
        for (String part : parts) {
            Optional<String> value =
                    some.choices().isEmpty() ? Optional.of(part) : chosen(some.choices(), part);
            if (value.isEmpty()) {
                return new Answer.Unfit(words());
            }
            values.add(value.get());
        }
        return some.count().hold(BigDecimal.valueOf(values.size()))
                ? new Answer.Fits(values.stream().distinct().toList())
                : new Answer.Unfit(words());
    }

    private static Optional<String> chosen(List<Choice> choices, String typed) {
        return Stream.concat(
                        choices.stream().filter(choice -> choice.value().equals(typed)),
                        choices.stream().filter(choice -> choice.isMeantBy(typed)))
                .map(Choice::value)
                .findFirst();
    }

    /// What fits, for whoever is asked; empty where every text does.
    default String words() {
        return switch (this) {
            case Text(Format format, Bounds length) ->
                    Stream.of(format.words, length.words(" letters"))
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(", "));
            case Numeric(boolean isWhole, Bounds bounds) ->
                    Stream.of(isWhole ? "a whole number" : "a number", bounds.words(""))
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(", "));
            case YesOrNo _ -> "yes or no";
            case One(List<Choice> choices) -> "one of " + listed(choices);
            case Some(List<Choice> choices, Bounds count) ->
                    Stream.of(
                                    choices.isEmpty()
                                            ? "texts, with commas between them"
                                            : "any of " + listed(choices),
                                    count.words(" of them"))
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(", "));
        };
    }

    private static String listed(List<Choice> choices) {
        return choices.stream().map(Choice::toString).collect(Collectors.joining(", "));
    }
}
