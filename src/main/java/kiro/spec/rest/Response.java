package kiro.spec.rest;

import java.util.List;
import java.util.OptionalInt;

/// What a successful answer looks like.
///
/// @param status the status that requirements or criteria name for a valid request
/// @param fields of the body, or of each element where the body is a list
public record Response(OptionalInt status, Shape shape, List<Field> fields) {

    /// What the body is.
    public enum Shape {
        RESOURCE,
        LIST,
        EMPTY,
        NOT_STATED
    }

    public Response {
        fields = List.copyOf(fields);
    }
}
