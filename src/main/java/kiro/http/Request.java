package kiro.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request as it is sent.
///
/// @param headers besides those that say where it goes and how long it is
/// @param body in parts, one after another; empty for a request without one
public record Request(String method, URI address, Map<String, String> headers, List<byte[]> body) {
    public Request {
        headers = Map.copyOf(headers);
        body = List.copyOf(body);
        headers.forEach(Request::refuseBreaks);
    }

    /// A header with a line break in it would say more than one header.
    private static void refuseBreaks(String name, String value) {
        for (String text : List.of(name, value)) {
            if (text.chars().anyMatch(letter -> letter < ' ' && letter != '\t')) {
                throw new IllegalArgumentException(
                        "the header " + name + " has control characters");
            }
        }
    }

    /// Without its headers, which may hold keys, and without what is asked for.
    @Override
    public String toString() {
        return method + " " + address.getScheme() + "://" + address.getRawAuthority();
    }

    /// What comes before the body.
    ///
    /// @param hop the proxy that it is sent to in place of its server
    byte[] head(Optional<Hop> hop) {
        var head = new StringBuilder();
        String target = hop.isPresent() ? "http://" + host() + target() : target();
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(host()).append("\r\n");
        hop.flatMap(Hop::authorization)
                .ifPresent(
                        value -> head.append("Proxy-Authorization: ").append(value).append("\r\n"));
        if (!body.isEmpty() || !method.equals("GET")) {
            long length = body.stream().mapToLong(part -> part.length).sum();
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private String target() {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    private String host() {
        return address.getPort() < 0
                ? address.getHost()
                : address.getHost() + ":" + address.getPort();
    }
}
