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

/// What a response says before its body.
///
/// @param isCurrent whether it is of HTTP/1.1, which keeps connections
record ResponseHead(boolean isCurrent, int status, HttpHeaders headers) {
    private static final int MOST_HEADERS = 500;
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
            if (colon < 1 || ++count > MOST_HEADERS) {
                throw new ProtocolException("the headers of the answer cannot be read");
            }
            headers.computeIfAbsent(
                            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                            _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return HttpHeaders.of(Map.copyOf(headers), (_, _) -> true);
    }

    boolean hasBody() {
        return status != NO_CONTENT && status != NOT_MODIFIED;
    }

    boolean isChunked() {
        return says("transfer-encoding", "chunked");
    }

    /// Whether the server keeps the connection for another request.
    boolean isKept() {
        return isCurrent && !says("connection", "close");
    }

    /// How long the body is, where the head says so.
    OptionalLong length() throws IOException {
        try {
            OptionalLong length = headers.firstValueAsLong("content-length");
            if (length.isPresent() && length.getAsLong() < 0) {
                throw new ProtocolException("a body of less than nothing");
            }
            return length;
        } catch (NumberFormatException notANumber) {
            throw new ProtocolException("the length of the answer is not a number");
        }
    }

    private boolean says(String header, String word) {
        return headers.allValues(header).stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(word));
    }
}
