package kiro.config;

import java.util.List;
import kiro.text.PathGlob;

/// What a setting's value may be.
public sealed interface ValueType {
    /// Any text that is not blank.
    record Text() implements ValueType {}

    /// A text that is never shown.
    record Hidden() implements ValueType {}

    /// A whole number from 1 on.
    record PositiveNumber() implements ValueType {}

    /// A length of time in hours, minutes and seconds, such as `90s`, `10m` or `1h30m`.
    record TimeSpan() implements ValueType {}

    /// An amount of money, such as `2.50`.
    record Amount() implements ValueType {}

    /// Patterns of paths, as in ignore files: one, or a list.
    record Globs() implements ValueType {}

    /// Names in their order: between commas, or a list.
    record Names() implements ValueType {}

    /// A text of a certain form.
    ///
    /// @param form a regular expression
    /// @param words the form in words, with an example
    record Formed(String form, String words) implements ValueType {}

    record OneOf(List<String> values) implements ValueType {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /// The value in words, for a message about one that does not fit.
    default String words() {
        return switch (this) {
            case Text _, Hidden _ -> "a text";
            case PositiveNumber _ -> "a whole number from 1 to " + Integer.MAX_VALUE;
            case TimeSpan _ -> "a length of time such as 90s, 10m or 1h30m";
            case Amount _ -> "an amount such as 2.50";
            case Globs _ -> "a pattern of paths such as src/**, or a list of them";
            case Names _ -> "a name, several between commas, or a list of them";
            case Formed formed -> formed.words();
            case OneOf choice -> "one of " + String.join(", ", choice.values());
        };
    }

    /// Whether a text is a value of this type.
    default boolean fits(String text) {
        return switch (this) {
            case Text _, Hidden _ -> !text.isBlank();
            case PositiveNumber _ -> Numbers.positive(text).isPresent();
            case TimeSpan _ -> Numbers.timeSpan(text).isPresent();
            case Amount _ -> Numbers.isAmount(text);
            case Globs _ ->
                    !text.isBlank()
                            && text.lines().allMatch(glob -> PathGlob.parse(glob).isPresent());
            case Names _ ->
                    !text.isBlank()
                            && text.lines().allMatch(line -> !line.replace(",", "").isBlank());
            case Formed formed -> text.matches(formed.form());
            case OneOf choice -> choice.values().contains(text);
        };
    }

    /// Whether a value may be a list, whose items are on a line each then.
    default boolean mayBeList() {
        return switch (this) {
            case Globs _, Names _ -> true;
            case Text _, Hidden _, PositiveNumber _, TimeSpan _, Amount _, Formed _, OneOf _ ->
                    false;
        };
    }
}
