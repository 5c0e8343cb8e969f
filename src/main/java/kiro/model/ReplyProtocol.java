package kiro.model;

import java.util.Optional;
import kiro.http.Framing;

/// What the events of a provider's stream mean.
public interface ReplyProtocol {
    default Framing framing() {
        return Framing.EVENTS;
    }

    /// Takes the data of the next event; answers how the request ended when this event ended it.
    ///
    /// @param data UTF-8 bytes, of which the first `length` count
    Optional<Answer> event(byte[] data, int length);

    /// The stream is over without an event that says so; answers how the request ended where that is no failure.
    default Optional<Answer> ended() {
        return Optional.empty();
    }

    WireFailures failures();
}
