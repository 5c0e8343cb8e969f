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

    /// What it was told last is not taken, by a guardrail or for what it is: told again, it would not be taken again.
    ///
    /// @param usage what it used all the same, as far as that is told
    record Blocked(String message, Usage usage) implements ModelFailure {}

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
            case Unauthorized _, ContextTooLong _, Rejected _, Blocked _ -> false;
        };
    }

    /// The same failure with what else is to be said of it.
    ///
    /// @param more follows the message, such as why nothing is tried any more
    default ModelFailure saying(String more) {
        String all = message() + "; " + more;
        return switch (this) {
            case RateLimited limited -> new RateLimited(all, limited.retryAfter());
            case Overloaded overloaded -> new Overloaded(all, overloaded.retryAfter());
            case ProviderFault _ -> new ProviderFault(all);
            case Disconnected _ -> new Disconnected(all);
            case Silent silent -> new Silent(all, silent.waited());
            case Malformed _ -> new Malformed(all);
            case Unauthorized _ -> new Unauthorized(all);
            case ContextTooLong _ -> new ContextTooLong(all);
            case Rejected _ -> new Rejected(all);
            case Blocked blocked -> new Blocked(all, blocked.usage());
        };
    }
}
