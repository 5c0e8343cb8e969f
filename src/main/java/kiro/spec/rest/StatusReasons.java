package kiro.spec.rest;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The names that HTTP has for statuses.
final class StatusReasons {
    private static final Map<Integer, Set<String>> NAMES =
            Map.ofEntries(
                    Map.entry(200, Set.of("ok")),
                    Map.entry(201, Set.of("created")),
                    Map.entry(202, Set.of("accepted")),
                    Map.entry(204, Set.of("no content")),
                    Map.entry(400, Set.of("bad request")),
                    Map.entry(401, Set.of("unauthorized", "unauthorised")),
                    Map.entry(403, Set.of("forbidden")),
                    Map.entry(404, Set.of("not found")),
                    Map.entry(405, Set.of("method not allowed")),
                    Map.entry(409, Set.of("conflict")),
                    Map.entry(410, Set.of("gone")),
                    Map.entry(413, Set.of("payload too large", "content too large")),
                    Map.entry(415, Set.of("unsupported media type")),
                    Map.entry(422, Set.of("unprocessable entity", "unprocessable content")),
                    Map.entry(429, Set.of("too many requests")),
                    Map.entry(500, Set.of("internal server error")));

    private StatusReasons() {}

    static boolean fits(int code, String reason) {
        String words = reason.toLowerCase(Locale.ROOT).replace('-', ' ');
        return NAMES.getOrDefault(code, Set.of()).contains(words);
    }
}
