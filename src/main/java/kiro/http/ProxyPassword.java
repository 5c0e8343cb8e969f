package kiro.http;

import java.net.URI;
import java.net.http.HttpRequest;

/// The password of a proxy for requests of Java's own client, which asks for one only where it would answer every server with one
/// too. It goes to the proxy alone: Java takes it off what it sends to a server.
public final class ProxyPassword {
    private static final String HEADER = "Proxy-Authorization";

    private ProxyPassword() {}

    /// Adds it where a proxy with a password is on the way.
    public static HttpRequest.Builder on(HttpRequest.Builder request, URI address) {
        Hop.authorization(address).ifPresent(value -> request.setHeader(HEADER, value));
        return request;
    }
}
