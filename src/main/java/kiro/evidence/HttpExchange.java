package kiro.evidence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The requests that a test makes and the statuses that it speaks of, told from its words.
///
/// @param requests such as `PUT /users/{}`, the parts of a path that vary being `{}`
record HttpExchange(Set<String> requests, Set<Integer> statuses) {
    private static final Set<String> METHODS =
            Set.of("get", "post", "put", "patch", "delete", "head", "options");
    private static final Pattern PATH =
            Pattern.compile("(?:[a-z]+://[^/\\s]+)?(/[^\\s?#]*)?(?:[?#].*)?");
    private static final Pattern VARIES =
            Pattern.compile(
                    "\\{[^}]*\\}|\\$\\{?.*|:[A-Za-z_].*|<[^>]*>|%[sd]|\\d+|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}");
    private static final Map<String, Integer> NAMED = named();

    HttpExchange {
        requests = Set.copyOf(requests);
        statuses = Set.copyOf(statuses);
    }

    /// What the tokens of a range speak of.
    static HttpExchange in(SourceCode code, int from, int to) {
        var requests = new HashSet<String>();
        var statuses = new HashSet<Integer>();
        for (int i = from; i < to; i++) {
            if (code.isString(i)) {
                Optional<String> path = path(code.string(i));
                Optional<String> method = method(code, i, from, to);
                if (path.isPresent() && method.isPresent()) {
                    requests.add(method.get() + " " + path.get());
                }
            } else {
                status(code.token(i).text()).ifPresent(statuses::add);
            }
        }
        return new HttpExchange(requests, statuses);
    }

    boolean answers(String method, String path, int status) {
        return statuses.contains(status)
                && path(path)
                        .filter(wanted -> requests.contains(method + " " + wanted))
                        .isPresent();
    }

    /// A path in the form in which paths are compared; empty where a text is none.
    static Optional<String> path(String text) {
        Matcher matcher = PATH.matcher(text.strip());
        if (!matcher.matches() || matcher.group(1) == null) {
            return Optional.empty();
        }
        var path = new StringBuilder();
        for (String name : matcher.group(1).split("/")) {
            if (!name.isEmpty()) {
                path.append('/').append(VARIES.matcher(name).matches() ? "{}" : name);
            }
        }
        return Optional.of(path.isEmpty() ? "/" : path.toString());
    }

    /// The method that stands nearest before a path, or behind it.
    private static Optional<String> method(SourceCode code, int at, int from, int to) {
        for (int distance = 1; distance <= 6; distance++) {
            for (int i : List.of(at - distance, at + distance)) {
                if (i < from || i >= to) {
                    continue;
                }
                String word = code.isString(i) ? code.string(i) : code.token(i).text();
                String plain = word.toLowerCase(Locale.ROOT);
                if (METHODS.contains(plain) && (i < at || code.isString(i))) {
                    return Optional.of(plain.toUpperCase(Locale.ROOT));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> status(String word) {
        if (word.matches("[1-5]\\d\\d")) {
            return Optional.of(Integer.parseInt(word));
        }
        String plain =
                word.toLowerCase(Locale.ROOT)
                        .replace("_", "")
                        .replaceFirst("^(?:is|status|sc|http)(?=[a-z])", "");
        return Optional.ofNullable(NAMED.get(plain));
    }

    private static Map<String, Integer> named() {
        var named = new HashMap<String, Integer>();
        named.put("ok", 200);
        named.put("created", 201);
        named.put("accepted", 202);
        named.put("nocontent", 204);
        named.put("badrequest", 400);
        named.put("unauthorized", 401);
        named.put("forbidden", 403);
        named.put("notfound", 404);
        named.put("conflict", 409);
        named.put("preconditionfailed", 412);
        named.put("unsupportedmediatype", 415);
        named.put("unprocessableentity", 422);
        named.put("unprocessablecontent", 422);
        named.put("toomanyrequests", 429);
        named.put("internalservererror", 500);
        named.put("badgateway", 502);
        named.put("serviceunavailable", 503);
        named.put("gatewaytimeout", 504);
        return Map.copyOf(named);
    }
}
