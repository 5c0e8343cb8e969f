package kiro.spec.rest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What the value of a field must satisfy.
public sealed interface FieldRule {
    /// How many characters a text has, bounds included.
    record Length(OptionalInt min, OptionalInt max) implements FieldRule {}

    /// How many elements a list has, bounds included.
    record Size(OptionalInt min, OptionalInt max) implements FieldRule {}

    /// How large a number is.
    record Range(Optional<Bound> min, Optional<Bound> max) implements FieldRule {}

    /// One end of a range.
    record Bound(BigDecimal value, boolean isIncluded) {}

    /// There is a character that is not white space.
    record NotBlank() implements FieldRule {}

    /// The value is one of these, letter by letter.
    record OneOf(List<String> values) implements FieldRule {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /// The text matches a regular expression as a whole.
    record Matches(String expression) implements FieldRule {}

    /// The text has a well-known form.
    record Format(Form form) implements FieldRule {}

    /// A well-known form of a text.
    enum Form {
        URL,
        HTTPS_URL,
        EMAIL,
        UUID,
        DATE,
        TIMESTAMP,
        COUNTRY_CODE,
        CURRENCY_CODE
    }

    /// A date or time lies in the future.
    record Future() implements FieldRule {}

    /// A date or time does not lie in the past.
    record NotPast() implements FieldRule {}

    /// A date or time lies in the past.
    record Past() implements FieldRule {}

    /// A date or time does not lie in the future.
    record NotFuture() implements FieldRule {}

    /// A date is at most so many days ago.
    record DaysAgo(int max) implements FieldRule {}

    /// A date is at most so many days ahead.
    record DaysAhead(int max) implements FieldRule {}

    /// White space around a text is taken off, before anything else is asked of it.
    record Stripped() implements FieldRule {}

    /// A text of nothing but white space counts as none.
    record BlankIsNone() implements FieldRule {}

    /// No other resource has the same value.
    record Unique() implements FieldRule {}

    /// No two resources of the same parent have the same value.
    record UniqueWithin(String parent) implements FieldRule {}

    /// A query parameter selects the resources one of whose properties matches its value.
    ///
    /// @param property what the spec calls that property; empty where it is the parameter's own name
    record Selects(Match match, Optional<String> property) implements FieldRule {}

    /// A query parameter names the property by which the list is sorted; what it can name are its values.
    record SortsBy(Expectation.Direction direction) implements FieldRule {}

    /// How a value has to match.
    enum Match {
        EXACT,
        IGNORING_CASE,
        /// The value is a part of the property's, whatever the case.
        PART,
        /// The property's value is this or more.
        AT_LEAST,
        /// The property's value is this or less.
        AT_MOST,
        /// The property's value is more than this, or later.
        ABOVE,
        /// The property's value is less than this, or earlier.
        BELOW;

        /// Whether the value is one end of a range.
        public boolean isBound() {
            return switch (this) {
                case AT_LEAST, AT_MOST, ABOVE, BELOW -> true;
                case EXACT, IGNORING_CASE, PART -> false;
            };
        }

        /// Whether what is selected lies above the value.
        public boolean isUpwards() {
            return this == AT_LEAST || this == ABOVE;
        }
    }

    /// A number has at most so many digits after the point.
    record Decimals(int max) implements FieldRule {}

    /// The value is the key of something that is there, of another kind than the resource.
    ///
    /// @param noun what the spec calls it: `courier`
    /// @param status what is answered where there is none, as far as the rule says it
    record Refers(String noun, OptionalInt status) implements FieldRule {}

    /// The value lies so to that of another field of the same request, where both are there.
    ///
    /// @param other the name of the other field
    record Compared(Order order, String other) implements FieldRule {}

    /// The value lies so to those of all others of the same parent; where there are none, any does.
    ///
    /// @param step how far beyond theirs it lies at least
    /// @param parent what they belong to, where the words name it
    /// @param told what the words say of the others beside
    record AmongSiblings(Order order, BigDecimal step, Optional<String> parent, Others told)
            implements FieldRule {}

    /// What the words call others of the same kind.
    ///
    /// @param noun what they are: `bid`
    /// @param field which of their values is compared
    /// @param isLatest whether the one is meant that has the latest time
    record Others(Optional<String> noun, Optional<String> field, boolean isLatest) {}

    /// How a value has to lie to another one: later, or greater, than it, and so on.
    enum Order {
        ABOVE,
        AT_LEAST,
        BELOW,
        AT_MOST;

        /// Whether a value may lie so.
        public boolean allows(Condition.Relation relation) {
            return switch (relation) {
                case LESS -> this == BELOW || this == AT_MOST;
                case SAME -> this == AT_LEAST || this == AT_MOST;
                case MORE -> this == ABOVE || this == AT_LEAST;
            };
        }

        /// Whether a value has to lie above the other one, or may.
        public boolean isUpwards() {
            return this == ABOVE || this == AT_LEAST;
        }
    }
}
