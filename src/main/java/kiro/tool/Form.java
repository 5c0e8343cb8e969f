package kiro.tool;

import java.net.URI;
import java.util.List;
import java.util.Optional;

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
    /// @param usual the answer that is taken when the person gives none, as they could type it
    public record Field(
            String name,
            String title,
            String description,
            Wanted wanted,
            boolean isRequired,
            Optional<String> usual) {}
}
