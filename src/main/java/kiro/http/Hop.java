package kiro.http;

import java.net.Authenticator;
import java.net.Authenticator.RequestorType;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// A proxy that requests are sent to in place of their server, as those are that nothing encrypts.
///
/// @param authorization what the proxy is told of whoever asks
record Hop(Proxy proxy, Optional<String> authorization) {
    private static final String BASIC = "Basic ";

    static Hop of(Proxy proxy) {
        return new Hop(proxy, authorization(proxy));
    }

    /// What a request to an address has to bear for the proxy on its way; empty where none is, or none wants a password.
    static Optional<String> authorization(URI address) {
        return Optional.ofNullable(ProxySelector.getDefault())
                .flatMap(selector -> selector.select(address).stream().findFirst())
                .flatMap(Hop::authorization);
    }

    private static Optional<String> authorization(Proxy proxy) {
        if (proxy.type() != Proxy.Type.HTTP
                || !(proxy.address() instanceof InetSocketAddress place)) {
            return Optional.empty();
        }
        PasswordAuthentication password =
                Authenticator.requestPasswordAuthentication(
                        place.getHostString(),
                        place.getAddress(),
                        place.getPort(),
                        "http",
                        "",
                        "basic",
                        null,
                        RequestorType.PROXY);
        return Optional.ofNullable(password)
                .map(known -> known.getUserName() + ":" + String.valueOf(known.getPassword()))
                .map(text ->
                        BASIC
                                + Base64.getEncoder()
                                        .encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// A password is not for logs.
    @Override
    public String toString() {
        return String.valueOf(proxy);
    }
}
