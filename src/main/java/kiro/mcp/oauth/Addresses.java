package kiro.mcp.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/// Addresses that others name, of which only some may be asked: those that are encrypted, and those of this machine
/// where the server itself is on it.
final class Addresses {
    private static final List<String> HERE = List.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    static boolean isHere(URI uri) {
        return HERE.contains(String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT));
    }

    /// @param server the server on whose word the address is asked
    static URI checked(String text, String what, URI server) {
        try {
            var uri = new URI(text);
            boolean isSafe =
                    "https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme()) && isHere(uri) && isHere(server));
            if (isSafe && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            // Said below, as of any other text that is no address.
        }
        throw new OAuthFailure(
                "its %s is no address that can be trusted: %s".formatted(what, text));
    }

    /// Scheme, host and port.
    static String site(URI uri) {
        return uri.getScheme()
                + "://"
                + uri.getHost()
                + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    /// The path without a slash at its end.
    static String path(URI uri) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
