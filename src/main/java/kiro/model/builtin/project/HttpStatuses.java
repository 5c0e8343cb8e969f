package kiro.model.builtin.project;

import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The names that Spring has for statuses.
public final class HttpStatuses {
    private static final Map<Integer, String> NAMES =
            Map.ofEntries(
                    Map.entry(200, "OK"),
                    Map.entry(201, "CREATED"),
                    Map.entry(202, "ACCEPTED"),
                    Map.entry(204, "NO_CONTENT"),
                    Map.entry(400, "BAD_REQUEST"),
                    Map.entry(401, "UNAUTHORIZED"),
                    Map.entry(403, "FORBIDDEN"),
                    Map.entry(404, "NOT_FOUND"),
                    Map.entry(405, "METHOD_NOT_ALLOWED"),
                    Map.entry(406, "NOT_ACCEPTABLE"),
                    Map.entry(409, "CONFLICT"),
                    Map.entry(410, "GONE"),
                    Map.entry(412, "PRECONDITION_FAILED"),
                    Map.entry(415, "UNSUPPORTED_MEDIA_TYPE"),
                    Map.entry(423, "LOCKED"),
                    Map.entry(429, "TOO_MANY_REQUESTS"));

    private HttpStatuses() {}

    /// The constant of `HttpStatus`; Spring 7 renamed two of them.
    public static String constant(int code, int bootMajor) {
        return switch (code) {
            case 413 -> bootMajor >= 4 ? "CONTENT_TOO_LARGE" : "PAYLOAD_TOO_LARGE";
            case 422 -> bootMajor >= 4 ? "UNPROCESSABLE_CONTENT" : "UNPROCESSABLE_ENTITY";
            default -> NAMES.getOrDefault(code, "");
        };
    }

    /// The constants of the statuses that refuse a request.
    static Stream<String> refusals(int bootMajor) {
        return Stream.concat(
                NAMES.entrySet().stream()
                        .filter(one -> one.getKey() >= 400)
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue),
                Stream.of(constant(422, bootMajor)));
    }

    public static OptionalInt code(String constant) {
        return switch (constant) {
            case "CONTENT_TOO_LARGE", "PAYLOAD_TOO_LARGE" -> OptionalInt.of(413);
            case "UNPROCESSABLE_CONTENT", "UNPROCESSABLE_ENTITY" -> OptionalInt.of(422);
            default ->
                    NAMES.entrySet().stream()
                            .filter(entry -> entry.getValue().equals(constant))
                            .mapToInt(Map.Entry::getKey)
                            .findFirst();
        };
    }
}
