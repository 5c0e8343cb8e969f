package kiro.model.anthropic;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLHandshakeException;
import kiro.model.ModelChoice;
import kiro.model.ModelFailure;

/// Says what a failed request means. Whatever a server wrote is shown in one short line, with the
/// key masked, for some servers repeat it.
final class FailureReader {
    private static final int LONGEST_QUOTE = 300;

    private final ModelChoice.Anthropic settings;
    private final Clock clock;

    FailureReader(ModelChoice.Anthropic settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// @param body the beginning of the response's body
    ModelFailure ofStatus(int status, HttpHeaders headers, byte[] body) {
        var said = EventReader.error(body);
        String words =
                " (HTTP "
                        + status
                        + said.map(error -> ": " + quoted(error.message())).orElse("")
                        + ")";
        Optional<Duration> wait = RetryAfter.of(headers, clock);
        return switch (status) {
            case 400, 422 ->
                    said.filter(error -> isTooLong(error.message())).isPresent()
                            ? tooLong(words)
                            : rejected(words);
            case 401, 403 -> unauthorized(words);
            case 404 -> notFound(words);
            case 413 -> tooLong(words);
            case 429 -> new ModelFailure.RateLimited("too many requests" + words, wait);
            case 529 -> new ModelFailure.Overloaded("Anthropic is overloaded" + words, wait);
            case 503 -> new ModelFailure.Overloaded("the service is unavailable" + words, wait);
            case 408, 409 -> fault(words);
            default -> status >= 500 ? fault(words) : otherStatus(status, headers, words);
        };
    }

    private ModelFailure otherStatus(int status, HttpHeaders headers, String words) {
        if (status >= 300 && status < 400) {
            String target = headers.firstValue("Location").map(this::quoted).orElse("elsewhere");
            return new ModelFailure.Rejected(
                    settings.baseUrl()
                            + " sends requests to "
                            + target
                            + ", and the key is not sent there: set anthropic.base-url to the"
                            + " server itself"
                            + words);
        }
        return rejected(words);
    }

    /// An error that came as an event of the stream, after a successful status.
    ModelFailure ofEvent(String type, String message) {
        String words = " (" + quoted(type) + ": " + quoted(message) + ")";
        return switch (type) {
            case "overloaded_error" ->
                    new ModelFailure.Overloaded(
                            "Anthropic is overloaded" + words, Optional.empty());
            case "rate_limit_error" ->
                    new ModelFailure.RateLimited("too many requests" + words, Optional.empty());
            case "authentication_error", "permission_error" -> unauthorized(words);
            case "not_found_error" -> notFound(words);
            case "request_too_large" -> tooLong(words);
            case "invalid_request_error" -> isTooLong(message) ? tooLong(words) : rejected(words);
            case "billing_error" -> rejected(words);
            default -> fault(words);
        };
    }

    /// A response with a successful status that is no event stream.
    ModelFailure notAStream(String contentType, byte[] body) {
        return EventReader.error(body)
                .map(error -> ofEvent(error.type(), error.message()))
                .orElseGet(() ->
                        new ModelFailure.Rejected(
                                "%s answers with %s instead of an event stream: is anthropic.base-url right?"
                                        .formatted(settings.baseUrl(), quoted(contentType))));
    }

    /// The connection could not be made, or broke.
    ModelFailure ofBroken(Throwable cause) {
        String said = "";
        boolean isRefused = false;
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof HttpConnectTimeoutException) {
                return unreachable("no connection within the time allowed");
            }
            if (at instanceof UnresolvedAddressException || at instanceof UnknownHostException) {
                return unreachable("unknown host");
            }
            if (at instanceof SSLHandshakeException) {
                return unreachable("no secure connection: " + quoted(words(at)));
            }
            isRefused |= at instanceof ConnectException;
            said = at instanceof CompletionException || at.getMessage() == null ? said : words(at);
        }
        if (isRefused) {
            return unreachable(said.isEmpty() ? "connection refused" : quoted(said));
        }
        return new ModelFailure.Disconnected(
                "the connection to %s broke: %s"
                        .formatted(settings.baseUrl(), said.isEmpty() ? "closed" : quoted(said)));
    }

    private static String words(Throwable at) {
        return Optional.ofNullable(at.getMessage()).orElse(at.getClass().getSimpleName());
    }

    private ModelFailure unreachable(String reason) {
        return new ModelFailure.Disconnected(
                "%s cannot be reached: %s".formatted(settings.baseUrl(), reason));
    }

    ModelFailure endedEarly() {
        return new ModelFailure.Disconnected("the stream ended before the reply was whole");
    }

    ModelFailure malformed(String reason) {
        return new ModelFailure.Malformed("the reply does not follow the protocol: " + reason);
    }

    ModelFailure silent(String what, Duration waited) {
        return new ModelFailure.Silent("%s within %s".formatted(what, inWords(waited)), waited);
    }

    private static String inWords(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private ModelFailure unauthorized(String words) {
        return new ModelFailure.Unauthorized(
                "Anthropic refuses the key: set ANTHROPIC_API_KEY to one that may use "
                        + settings.model()
                        + words);
    }

    private ModelFailure notFound(String words) {
        return new ModelFailure.Rejected(
                "no model '%s' at %s: set model or anthropic.base-url%s"
                        .formatted(settings.model(), settings.baseUrl(), words));
    }

    private ModelFailure tooLong(String words) {
        return new ModelFailure.ContextTooLong(
                "the conversation is too long for " + settings.model() + words);
    }

    private ModelFailure rejected(String words) {
        return new ModelFailure.Rejected("Anthropic rejects the request" + words);
    }

    private ModelFailure fault(String words) {
        return new ModelFailure.ProviderFault("Anthropic failed" + words);
    }

    private static boolean isTooLong(String message) {
        String plain = message.toLowerCase(Locale.ROOT);
        return plain.contains("prompt is too long")
                || plain.contains("context limit")
                || plain.contains("context window")
                || plain.contains("context length")
                || plain.contains("too many total text bytes");
    }

    /// One line, not too long, without the key.
    private String quoted(String text) {
        String line = settings.key().mask(text).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "...";
    }
}
