package kiro.model;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
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

    /// The same for a stream whose events have names.
    default Optional<Answer> event(String name, byte[] data, int length) {
        return event(data, length);
    }

    /// Takes an error that came in place of an event.
    ///
    /// @param type its kind, as the service names it
    default Optional<Answer> failure(String type, byte[] data, int length) {
        return Optional.of(
                new Answer.Failed(
                        failures()
                                .ofEvent(
                                        new WireFailures.Said(
                                                type,
                                                new String(
                                                        data,
                                                        0,
                                                        length,
                                                        StandardCharsets.UTF_8)))));
    }

    /// What a status other than 200 means.
    ///
    /// @param body its beginning
    default ModelFailure refusal(int status, HttpHeaders headers, byte[] body) {
        return failures().ofStatus(status, headers, body);
    }

    /// Whether the reply has all that it needs: what may follow is waited for only shortly, and `ended` answers without it.
    default boolean isWhole() {
        return false;
    }

    /// The stream is over without an event that says so; answers how the request ended where that is no failure.
    default Optional<Answer> ended() {
        return Optional.empty();
    }

    WireFailures failures();
}
