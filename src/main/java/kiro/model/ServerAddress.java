package kiro.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/// The address of a server as people write it.
final class ServerAddress {
    private static final int LAST_PORT = 65_535;

    private ServerAddress() {}

    /// The address without slashes at its end and without what some write there; empty for what is no address of a server.
    static Optional<URI> of(String text, String... ends) {
        try {
            String plain = text.replaceFirst("/+$", "");
            for (String end : ends) {
                plain = plain.replaceFirst(Pattern.quote(end) + "$", "");
            }
            var url = new URI(plain);
            boolean isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            boolean isPlain =
                    url.getUserInfo() == null
                            && url.getQuery() == null
                            && url.getFragment() == null;
            boolean hasPort = url.getPort() != 0 && url.getPort() <= LAST_PORT;
            return isHttp && url.getHost() != null && isPlain && hasPort
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (URISyntaxException notAUrl) {
            return Optional.empty();
        }
    }
}
