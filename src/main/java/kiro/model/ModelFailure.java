package kiro.model;

import java.time.Duration;
import java.util.Optional;

/// Why there is no answer. Each message says what happened, without any secret in it.
public sealed interface ModelFailure {
    String message();

    /// Too many requests; the provider may say when to come back.
    record RateLimited(String message, Optional<Duration> retryAfter) implements ModelFailure {}

    record Overloaded(String message, Optional<Duration> retryAfter) implements ModelFailure {}

    /// The provider failed on its side (5xx, or an error event in a stream).
    record ProviderFault(String message) implements ModelFailure {}

    /// No connection, or it broke before the reply was whole.
    record Disconnected(String message) implements ModelFailure {}

    /// Nothing arrived for the time allowed.
    record Silent(String message, Duration waited) implements ModelFailure {}

    /// What arrived does not follow the protocol.
    record Malformed(String message) implements ModelFailure {}

    /// The key or the sign-in is missing, wrong, or not allowed to do this.
    record Unauthorized(String message) implements ModelFailure {}

    record ContextTooLong(String message) implements ModelFailure {}

    /// The provider rejects the request as it is; sending it again cannot help.
    record Rejected(String message) implements ModelFailure {}

    /// Whether the same request may succeed when it is sent again.
    default boolean isTransient() {
        return switch (this) {
            case RateLimited _,
                    Overloaded _,
                    ProviderFault _,
                    Disconnected _,
                    Silent _,
                    Malformed _ ->
                    true;
            case Unauthorized _, ContextTooLong _, Rejected _ -> false;
        };
    }
}
