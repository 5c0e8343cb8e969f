package kiro.http;

import java.util.Locale;
import java.util.stream.Stream;

/// How a stream tells where one event ends and the next begins.
public enum Framing {
    /// Server-sent events.
    EVENTS("an event stream", "text/event-stream"),
    /// A JSON object in each line.
    LINES("a stream of lines", "application/x-ndjson", "application/json", "application/jsonl"),
    /// AWS's binary frames.
    FRAMES("a stream of AWS's frames", "application/vnd.amazon.eventstream"),
    /// No stream: the whole body is one event.
    WHOLE("JSON", "application/json");

    private final String words;

    /// Between spaces, the one that is asked for first.
    private final String types;

    Framing(String words, String... types) {
        this.words = words;
        this.types = String.join(" ", types);
    }

    /// As it is called in a sentence, with its article.
    public String words() {
        return words;
    }

    /// What a request says that it accepts.
    public String accepted() {
        return types.split(" ")[0];
    }

    /// Whether a response of this content type may be such a stream; one without any may.
    public boolean mayBe(String contentType) {
        String plain = contentType.toLowerCase(Locale.ROOT);
        return plain.isEmpty() || Stream.of(types.split(" ")).anyMatch(plain::startsWith);
    }

    /// @param longest how many bytes an event may have
    public EventDecoder decoder(EventSink sink, int longest) {
        return switch (this) {
            case EVENTS -> new SseDecoder(sink, longest);
            case LINES -> new LineDecoder(sink, longest);
            case FRAMES -> new FrameDecoder(sink, longest);
            case WHOLE -> new WholeDecoder(sink, longest);
        };
    }
}
