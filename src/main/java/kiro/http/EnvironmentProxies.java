package kiro.http;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The proxies that the environment names, as other programs of the command line read it: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`
/// and `NO_PROXY`, in capital letters or not. What is on this machine is asked directly.
public final class EnvironmentProxies extends ProxySelector {
    private static final List<String> NAMES = List.of("https_proxy", "http_proxy", "all_proxy");
    private static final int USUAL_PORT = 8080;
    private static final int USUAL_SOCKS_PORT = 1080;

    private final Map<String, String> environment;
    private final DirectHosts direct;

    private EnvironmentProxies(Map<String, String> environment) {
        this.environment = environment;
        this.direct = new DirectHosts(variable(environment, "no_proxy").orElse(""));
    }

    /// Empty where the environment names none.
    public static Optional<EnvironmentProxies> of(Map<String, String> environment) {
        return NAMES.stream().anyMatch(name -> variable(environment, name).isPresent())
                ? Optional.of(new EnvironmentProxies(Map.copyOf(environment)))
                : Optional.empty();
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /// The variables that name no address of a proxy; they count for nothing.
    public List<String> unreadable() {
        return NAMES.stream()
                .filter(name ->
                        variable(environment, name)
                                .filter(text -> address(text).isEmpty())
                                .isPresent())
                .map(name -> name.toUpperCase(Locale.ROOT))
                .toList();
    }

    @Override
    public List<Proxy> select(URI wanted) {
        String scheme = String.valueOf(wanted.getScheme()).toLowerCase(Locale.ROOT);
        return List.of(
                direct.has(Origin.of(wanted))
                        ? Proxy.NO_PROXY
                        : variable(environment, scheme + "_proxy")
                                .or(() -> variable(environment, "all_proxy"))
                                .flatMap(EnvironmentProxies::address)
                                .map(EnvironmentProxies::proxy)
                                .orElse(Proxy.NO_PROXY));
    }

    private static Optional<URI> address(String text) {
        try {
            var address = new URI(text.contains("://") ? text : "http://" + text);
            boolean isKnown =
                    List.of("http", "socks5", "socks5h", "socks")
                            .contains(address.getScheme().toLowerCase(Locale.ROOT));
            return isKnown && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Proxy proxy(URI address) {
        return new Proxy(
                isSocks(address) ? Proxy.Type.SOCKS : Proxy.Type.HTTP,
                new InetSocketAddress(address.getHost(), port(address)));
    }

    private static int port(URI address) {
        int usual = isSocks(address) ? USUAL_SOCKS_PORT : USUAL_PORT;
        return address.getPort() < 0 ? usual : address.getPort();
    }

    private static boolean isSocks(URI address) {
        return address.getScheme().toLowerCase(Locale.ROOT).startsWith("socks");
    }

    /// Answers a proxy that wants a name and a password with those of its own address; empty where none has any.
    public Optional<Authenticator> passwords() {
        List<URI> known =
                NAMES.stream()
                        .flatMap(name -> variable(environment, name).stream())
                        .flatMap(text -> address(text).stream())
                        .filter(address -> address.getRawUserInfo() != null)
                        .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new Passwords(known));
    }

    private static final class Passwords extends Authenticator {
        private final List<URI> known;

        private Passwords(List<URI> known) {
            this.known = known;
        }

        /// Java does not say of a SOCKS proxy that it is one, only how it is spoken to.
        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            boolean isProxy =
                    getRequestorType() == RequestorType.PROXY
                            || String.valueOf(getRequestingProtocol()).startsWith("SOCKS");
            return known.stream()
                    .filter(_ -> isProxy)
                    .filter(address ->
                            address.getHost().equalsIgnoreCase(getRequestingHost())
                                    && port(address) == getRequestingPort())
                    .findFirst()
                    .map(EnvironmentProxies::password)
                    .orElse(null);
        }
    }

    private static PasswordAuthentication password(URI address) {
        String[] parts = address.getRawUserInfo().split(":", 2);
        return new PasswordAuthentication(
                decoded(parts[0]), decoded(parts.length < 2 ? "" : parts[1]).toCharArray());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public void connectFailed(URI wanted, SocketAddress proxy, IOException why) {
        // Whoever asked is told by the connection itself.
    }
}
