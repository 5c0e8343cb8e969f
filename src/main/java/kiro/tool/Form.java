package kiro.tool;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Questions that a tool has for the person, in the middle of a call.
///
/// @param from who asks, such as the name of a server; the person decides by it what to tell
/// @param page an address that the person is to open, instead of answering here
public record Form(String from, String message, Optional<URI> page, List<Field> fields) {
    public Form {
        fields = List.copyOf(fields);
    }

    /// One question.
    ///
    /// @param choices where there are some to choose from
    /// @param usual the answer that is taken when the person gives none
    public record Field(
            String name,
            String title,
            String description,
            Kind kind,
            List<String> choices,
            boolean isRequired,
            Optional<String> usual) {
        public Field {
            choices = List.copyOf(choices);
        }

        /// Whether a text is an answer to the question.
        public boolean fits(String value) {
            return switch (kind) {
                case TEXT -> !value.isBlank();
                case NUMBER -> value.matches("[+-]?\\d{1,30}(\\.\\d{1,30})?");
                case WHOLE_NUMBER -> value.matches("[+-]?\\d{1,30}");
                case YES_OR_NO -> value.equals("true") || value.equals("false");
                case ONE -> choices.contains(value);
                case SOME ->
                        Stream.of(value.split(","))
                                .map(String::strip)
                                .allMatch(each -> choices.isEmpty() || choices.contains(each));
            };
        }
    }

    /// What an answer may be.
    public enum Kind {
        TEXT,
        NUMBER,
        WHOLE_NUMBER,
        YES_OR_NO,
        /// One of the choices.
        ONE,
        /// Any of the choices, between commas.
        SOME
    }
}
