package kiro.session;

/// Events as the JSON text of the log.
public final class EventText {
    private EventText() {}

    /// The record as one line, without its end.
    public static String of(Recorded recorded) {
        return EventCodec.encode(recorded);
    }
}
