package kiro.model;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLHandshakeException;
import kiro.http.Distrust;
import kiro.http.Framing;
import kiro.http.ProxyFailure;
import kiro.http.RetryAfter;
import kiro.secret.Secret;

/// Says what a failed request means. Whatever a server wrote is shown in one short line, with the
/// key masked, for some servers repeat it.
public final class WireFailures {
    private static final int LONGEST_QUOTE = 300;

    /// What services say of what they are told, and not of the form that it has.
    private static final Set<String> UNFIT =
            Set.of(
                    "content_filter",
                    "content_policy_violation",
                    "invalid_prompt",
                    "bio_policy",
                    "image_parse_error",
                    "invalid_image");

    private final Service service;
    private final ErrorBody errors;
    private final Clock clock;

    /// @param errors reads what the service says of an error
    /// @param clock for a server that names the date when it may be asked again
    public WireFailures(Service service, ErrorBody errors, Clock clock) {
        this.service = service;
        this.errors = errors;
        this.clock = clock;
    }

    /// A service as its failures speak of it.
    ///
    /// @param name as people call it
    /// @param model the model that is asked for
    /// @param addressSetting the setting that says where it is
    /// @param keyHelp how its key is changed, or set where none is sent
    /// @param key masked wherever the service repeats it; empty where none is sent
    public record Service(
            String name,
            String model,
            URI address,
            String addressSetting,
            String keyHelp,
            Optional<Secret> key) {}

    /// What a service says of an error.
    ///
    /// @param type its kind, as the service names it; empty where it has none
    public record Said(String type, String message) {}

    /// Reads an error from the beginning of a response's body, whole or cut; empty where there is none.
    @FunctionalInterface
    public interface ErrorBody {
        Optional<Said> read(byte[] body);
    }

    /// @param body the beginning of the response's body
    public ModelFailure ofStatus(int status, HttpHeaders headers, byte[] body) {
        Optional<Said> said = errors.read(body);
        String words =
                " (HTTP "
                        + status
                        + said.map(error -> ": " + quoted(error.message())).orElse("")
                        + ")";
        Optional<Duration> wait = RetryAfter.of(headers, clock);
        return switch (status) {
            case 400, 422 ->
                    said.filter(WireFailures::isTooLong).isPresent()
                            ? tooLong(words)
                            : said.filter(each -> UNFIT.contains(each.type())).isPresent()
                                    ? blocked(words)
                                    : rejected(words);
            case 401, 403 -> unauthorized(words);
            case 404 -> notFound(words);
            case 413 -> tooLong(words);
            case 429 ->
                    said.filter(error -> isUsedUp(error.type())).isPresent()
                            ? usedUp(words)
                            : new ModelFailure.RateLimited("too many requests" + words, wait);
            case 529 -> overloaded(words, wait);
            case 503 -> new ModelFailure.Overloaded("the service is unavailable" + words, wait);
            case 408, 409 -> fault(words);
            default ->
                    status < 500
                            ? otherStatus(status, headers, words)
                            : said.filter(WireFailures::isTooLong).isPresent()
                                    ? tooLong(words)
                                    : fault(words);
        };
    }

    private ModelFailure otherStatus(int status, HttpHeaders headers, String words) {
        if (status >= 300 && status < 400) {
            String target = headers.firstValue("Location").map(this::quoted).orElse("elsewhere");
            return new ModelFailure.Rejected(
                    service.address()
                            + " sends requests to "
                            + target
                            + ", and the key is not sent there: set "
                            + service.addressSetting()
                            + " to the server itself"
                            + words);
        }
        return rejected(words);
    }

    /// An error that came as an event of the stream, after a successful status.
    public ModelFailure ofEvent(Said said) {
        String type = said.type();
        String words =
                type.isEmpty()
                        ? " (" + quoted(said.message()) + ")"
                        : " (" + quoted(type) + ": " + quoted(said.message()) + ")";
        if (isUsedUp(type)) {
            return usedUp(words);
        }
        if (UNFIT.contains(type)) {
            return blocked(words);
        }
        return switch (type) {
            case "overloaded_error", "overloaded", "529", "503" ->
                    overloaded(words, Optional.empty());
            case "rate_limit_error", "rate_limit_exceeded", "429" ->
                    new ModelFailure.RateLimited("too many requests" + words, Optional.empty());
            case "authentication_error", "permission_error", "invalid_api_key" ->
                    unauthorized(words);
            case "not_found_error", "model_not_found" -> notFound(words);
            case "request_too_large", "context_length_exceeded" -> tooLong(words);
            case "invalid_request_error" -> isTooLong(said) ? tooLong(words) : rejected(words);
            case "billing_error" -> rejected(words);
            default -> isTooLong(said) ? tooLong(words) : fault(words);
        };
    }

    /// A response with a successful status that is no event stream.
    public ModelFailure notAStream(Framing framing, String contentType, byte[] body) {
        return errors.read(body)
                .map(this::ofEvent)
                .orElseGet(() ->
                        new ModelFailure.Rejected(
                                "%s answers with %s instead of %s: is %s right?"
                                        .formatted(
                                                service.address(),
                                                quoted(contentType),
                                                framing.words(),
                                                service.addressSetting())));
    }

    /// The connection could not be made, or broke.
    public ModelFailure ofBroken(Throwable cause) {
        Optional<Distrust> distrust = Distrust.of(cause);
        if (distrust.isPresent()) {
            return new ModelFailure.Rejected(
                    "%s is not asked: %s"
                            .formatted(service.address(), quoted(distrust.get().words())));
        }
        String said = "";
        boolean isRefused = false;
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof ProxyFailure proxy) {
                return throughProxy(proxy);
            }
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
            return unreachable(said.isEmpty() ? "connection refused" : lowerFirst(quoted(said)));
        }
        return new ModelFailure.Disconnected(
                "the connection to %s broke: %s"
                        .formatted(service.address(), said.isEmpty() ? "closed" : quoted(said)));
    }

    /// What a proxy refuses it refuses again, and a password that is wrong is not tried until the account is locked.
    private ModelFailure throughProxy(ProxyFailure proxy) {
        String words = quoted(words(proxy));
        return proxy.fix()
                .<ModelFailure>map(fix ->
                        new ModelFailure.Rejected(
                                "%s cannot be reached: %s: %s"
                                        .formatted(service.address(), words, fix)))
                .orElseGet(() -> unreachable(words));
    }

    private static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static String words(Throwable at) {
        return Optional.ofNullable(at.getMessage()).orElse(at.getClass().getSimpleName());
    }

    private ModelFailure unreachable(String reason) {
        return new ModelFailure.Disconnected(
                "%s cannot be reached: %s".formatted(service.address(), reason));
    }

    public ModelFailure endedEarly() {
        return new ModelFailure.Disconnected("the stream ended before the reply was whole");
    }

    public ModelFailure malformed(String reason) {
        return new ModelFailure.Malformed("the reply does not follow the protocol: " + reason);
    }

    public ModelFailure silent(String what, Duration waited) {
        return new ModelFailure.Silent("%s within %s".formatted(what, inWords(waited)), waited);
    }

    private static String inWords(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private ModelFailure unauthorized(String words) {
        return new ModelFailure.Unauthorized(
                service.key().isEmpty()
                        ? "%s wants to know who asks: %s%s"
                                .formatted(service.name(), service.keyHelp(), words)
                        : "%s refuses the key: %s to one that may use %s%s"
                                .formatted(
                                        service.name(), service.keyHelp(), service.model(), words));
    }

    private ModelFailure notFound(String words) {
        return new ModelFailure.Rejected(
                "no model '%s' at %s: set model or %s%s"
                        .formatted(
                                service.model(),
                                service.address(),
                                service.addressSetting(),
                                words));
    }

    private ModelFailure tooLong(String words) {
        return new ModelFailure.ContextTooLong(
                "the conversation is too long for " + service.model() + words);
    }

    private ModelFailure overloaded(String words, Optional<Duration> wait) {
        return new ModelFailure.Overloaded(service.name() + " is overloaded" + words, wait);
    }

    /// Waiting does not help: somebody has to pay, or to raise a limit.
    private ModelFailure usedUp(String words) {
        return new ModelFailure.Rejected(
                "the quota of the key at " + service.name() + " is used up" + words);
    }

    private ModelFailure blocked(String words) {
        return new ModelFailure.Blocked(
                service.name() + " does not take what it was told last" + words, Usage.NONE);
    }

    private ModelFailure rejected(String words) {
        return new ModelFailure.Rejected(service.name() + " rejects the request" + words);
    }

    private ModelFailure fault(String words) {
        return new ModelFailure.ProviderFault(service.name() + " failed" + words);
    }

    private static boolean isUsedUp(String type) {
        return type.equals("insufficient_quota") || type.equals("billing_hard_limit_reached");
    }

    private static boolean isTooLong(Said said) {
        return said.type().equals("context_length_exceeded") || TooLong.says(said.message());
    }

    /// What a service wrote, in one line, not too long, without the key.
    public String quoted(String text) {
        String shown = service.key().map(key -> key.mask(text)).orElse(text);
        String line = shown.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "...";
    }
}
