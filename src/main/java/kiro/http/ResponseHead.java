package kiro.http;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What a response says before its body.
///
/// @param isCurrent whether it is of HTTP/1.1, which keeps connections
record ResponseHead(boolean isCurrent, int status, HttpHeaders headers) {
    private static final int MOST_HEADERS = 500;
    private static final Pattern LENGTH = Pattern.compile("0*[0-9]{1,18}");
    private static final int CONTINUES_BELOW = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    /// Reads the head of the response proper: what a server says meanwhile is skipped.
    static ResponseHead read(Incoming incoming) throws IOException {
        ResponseHead head = readOne(incoming);
        while (head.status < CONTINUES_BELOW) {
            head = readOne(incoming);
        }
        return head;
    }

    private static ResponseHead readOne(Incoming incoming) throws IOException {
        String first = incoming.line();
        String[] words = first.split(" ", 3);
        if (words.length < 2
                || !words[0].matches("HTTP/1\\.[01]")
                || !words[1].matches("[1-5][0-9]{2}")) {
            throw new ProtocolException("the answer is not of HTTP/1.1");
        }
        return new ResponseHead(
                words[0].endsWith("1"), Integer.parseInt(words[1]), headers(incoming));
    }

    private static HttpHeaders headers(Incoming incoming) throws IOException {
        var headers = new LinkedHashMap<String, List<String>>();
        int count = 0;
        for (String line = incoming.line(); !line.isEmpty(); line = incoming.line()) {
            int colon = line.indexOf(':');
            String name = line.substring(0, Math.max(0, colon)).strip().toLowerCase(Locale.ROOT);
            if (name.isEmpty() || ++count > MOST_HEADERS) {
                throw new ProtocolException("the headers of the answer cannot be read");
            }
            headers.computeIfAbsent(name, _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return HttpHeaders.of(Map.copyOf(headers), (_, _) -> true);
    }

    boolean hasBody() {
        return status != NO_CONTENT && status != NOT_MODIFIED;
    }

    /// Another coding was not asked for, and nobody here reads it.
    boolean isChunked() throws ProtocolException {
        List<String> codings = headers.allValues("transfer-encoding");
        if (!codings.isEmpty() && !String.join(",", codings).strip().equalsIgnoreCase("chunked")) {
            throw new ProtocolException("an answer in a coding that was not asked for");
        }
        return !codings.isEmpty();
    }

    /// Whether the server keeps the connection for another request.
    boolean isKept() {
        return isCurrent && !says("connection", "close");
    }

    /// How long the body is, where the head says so.
    OptionalLong length() throws ProtocolException {
        List<String> lengths = headers.allValues("content-length").stream().distinct().toList();
        if (lengths.isEmpty()) {
            return OptionalLong.empty();
        }
        if (lengths.size() > 1 || !LENGTH.matcher(lengths.getFirst()).matches()) {
            throw new ProtocolException("the length of the answer is not a number");
        }
        return OptionalLong.of(Long.parseLong(lengths.getFirst()));
    }

    private boolean says(String header, String word) {
        return headers.allValues(header).stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(word));
    }
}
