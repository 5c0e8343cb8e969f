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
import java.util.stream.Stream;

/// The proxies that the environment names, as other programs of the command line read it: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`
/// and `NO_PROXY`, in capital letters or not. What is on this machine is asked directly.
public final class EnvironmentProxies extends ProxySelector {
    private static final List<String> NAMES = List.of("https_proxy", "http_proxy", "all_proxy");
    private static final int USUAL_PORT = 8080;

    private final Map<String, String> environment;
    private final List<String> direct;

    private EnvironmentProxies(Map<String, String> environment) {
        this.environment = environment;
        this.direct =
                Stream.of(variable(environment, "no_proxy").orElse("").split(","))
                        .map(each -> each.strip().toLowerCase(Locale.ROOT))
                        .filter(each -> !each.isEmpty())
                        .toList();
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
                isDirect(
                                String.valueOf(wanted.getHost()).toLowerCase(Locale.ROOT),
                                wanted.getPort())
                        ? Proxy.NO_PROXY
                        : variable(environment, scheme + "_proxy")
                                .or(() -> variable(environment, "all_proxy"))
                                .flatMap(EnvironmentProxies::address)
                                .map(EnvironmentProxies::proxy)
                                .orElse(Proxy.NO_PROXY));
    }

    private boolean isDirect(String host, int port) {
        boolean isHere =
                host.equals("localhost")
                        || host.endsWith(".localhost")
                        || host.startsWith("127.")
                        || host.equals("[::1]")
                        || host.equals("169.254.169.254")
                        || host.equals("169.254.170.2");
        return isHere || direct.stream().anyMatch(each -> isMeant(each, host, port));
    }

    /// A name stands for itself and for all below it.
    private static boolean isMeant(String named, String host, int port) {
        if (named.equals("*")) {
            return true;
        }
        String ofPort = ":" + port;
        String plain =
                (named.endsWith(ofPort)
                                ? named.substring(0, named.length() - ofPort.length())
                                : named)
                        .replaceFirst("^\\*?\\.", "");
        return host.equals(plain) || host.endsWith("." + plain);
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
        int port = address.getPort() < 0 ? USUAL_PORT : address.getPort();
        return new Proxy(
                address.getScheme().startsWith("http") ? Proxy.Type.HTTP : Proxy.Type.SOCKS,
                new InetSocketAddress(address.getHost(), port));
    }

    /// Answers a proxy that wants a name and a password with those of its address; empty where none has any.
    public Optional<Authenticator> passwords() {
        List<URI> known =
                NAMES.stream()
                        .flatMap(name -> variable(environment, name).stream())
                        .flatMap(text -> address(text).stream())
                        .filter(address -> address.getRawUserInfo() != null)
                        .toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Authenticator() {
                            @Override
                            protected PasswordAuthentication getPasswordAuthentication() {
                                return getRequestorType() == RequestorType.PROXY
                                        ? password(known, getRequestingHost())
                                        : super.getPasswordAuthentication();
                            }
                        });
    }

    private static PasswordAuthentication password(List<URI> known, String host) {
        String[] parts =
                known.stream()
                        .filter(address -> address.getHost().equalsIgnoreCase(host))
                        .findFirst()
                        .orElse(known.getFirst())
                        .getRawUserInfo()
                        .split(":", 2);
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
