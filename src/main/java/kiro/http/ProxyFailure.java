package kiro.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A proxy that cannot be reached, or does not let a connection through.
public final class ProxyFailure extends IOException {
    private static final long serialVersionUID = 1;

    /// As Java tells of the answer to `CONNECT`.
    private static final Pattern ANSWER =
            Pattern.compile(".*\"HTTP/1\\.[01] (?<status>[0-9]{3}\\b.*)\"");

    private final boolean isRefusal;

    private ProxyFailure(String message, boolean isRefusal, Throwable cause) {
        super(message, cause);
        this.isRefusal = isRefusal;
    }

    /// A proxy that answers a request itself.
    static ProxyFailure refused(Proxy proxy, int status) {
        return new ProxyFailure(
                "the proxy %s answers %d".formatted(name(proxy), status),
                true,
                new IOException("a request was refused"));
    }

    private static String name(Proxy proxy) {
        return proxy.address() instanceof InetSocketAddress place
                ? place.getHostString() + ":" + place.getPort()
                : String.valueOf(proxy.address());
    }

    static ProxyFailure of(Proxy proxy, IOException why) {
        String name = name(proxy);
        String words = Optional.ofNullable(why.getMessage()).orElse("no reason given");
        Matcher answer = ANSWER.matcher(words);
        return answer.matches()
                ? new ProxyFailure(
                        "the proxy %s answers %s".formatted(name, answer.group("status")),
                        answer.group("status").startsWith("4"),
                        why)
                : new ProxyFailure(
                        "no way through the proxy %s: %s".formatted(name, words), false, why);
    }

    /// The one that is why a connection broke.
    static Optional<ProxyFailure> within(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof ProxyFailure proxy) {
                return Optional.of(proxy);
            }
        }
        return Optional.empty();
    }

    /// What a person does about it, where another try would be refused in the same way.
    public Optional<String> fix() {
        return isRefusal
                ? Optional.of("set HTTPS_PROXY, HTTP_PROXY or NO_PROXY otherwise")
                : Optional.empty();
    }

    /// Whether another try would be refused in the same way.
    public boolean isRefusal() {
        return isRefusal;
    }
}
