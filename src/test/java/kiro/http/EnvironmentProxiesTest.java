package kiro.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentProxiesTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of(
                    "HTTPS_PROXY",
                    "http://ada:s%3Acret@secure.example:3128/",
                    "http_proxy",
                    "plain.example",
                    "ALL_PROXY",
                    "socks5://rest.example:1080",
                    "no_proxy",
                    " .internal.example, direct.example:8443 ,*.more.example,10.0.0.7 usual.example:443,"
                            + "10.20.0.0/14,fd12:3456::1,[fd12::2]:8443,fd13::/16,10.0.0.0/x");

    private static String chosen(Map<String, String> environment, String address) {
        Proxy proxy =
                EnvironmentProxies.of(environment)
                        .orElseThrow()
                        .select(URI.create(address))
                        .getFirst();
        return proxy.address() instanceof InetSocketAddress place
                ? "%s %s:%d".formatted(proxy.type(), place.getHostString(), place.getPort())
                : "DIRECT";
    }

    @ParameterizedTest
    @Tag("sign-in#AC-13")
    @CsvSource({
        "https://oidc.eu-west-1.amazonaws.com/token, HTTP secure.example:3128",
        "http://api.example/, HTTP plain.example:8080",
        "ftp://files.example/, SOCKS rest.example:1080",
        "https://internal.example/, DIRECT",
        "https://a.internal.example/, DIRECT",
        "https://notinternal.example/, HTTP secure.example:3128",
        "https://direct.example:8443/, DIRECT",
        "https://direct.example/, HTTP secure.example:3128",
        "https://x.more.example/, DIRECT",
        "https://10.0.0.7/, DIRECT",
        "https://usual.example/, DIRECT",
        "http://usual.example/, HTTP plain.example:8080",
        "https://10.23.255.1/, DIRECT",
        "https://10.24.0.1/, HTTP secure.example:3128",
        "https://[fd12:3456:0::1]/, DIRECT",
        "https://[fd12:3456::2]/, HTTP secure.example:3128",
        "https://[fd12::2]:8443/, DIRECT",
        "https://[fd12::2]/, HTTP secure.example:3128",
        "https://[fd13:1::2]/, DIRECT",
        "https://127.example/, HTTP secure.example:3128",
        "http://0.0.0.0:11434/, DIRECT",
        "http://169.254.170.23/v1/credentials, DIRECT",
        "http://[fd00:ec2::23]/v1/credentials, DIRECT",
        "http://localhost:11434/, DIRECT",
        "http://127.0.0.1:1/, DIRECT",
        "http://[::1]:1/, DIRECT",
        "http://169.254.169.254/latest, DIRECT",
    })
    void the_environment_says_who_is_asked_through_whom(String address, String proxy) {
        assertThat(chosen(ENVIRONMENT, address)).isEqualTo(proxy);
    }

    @Test
    @Tag("sign-in#AC-13")
    void a_star_means_nobody_and_no_variable_means_none() {
        assertThat(
                        chosen(
                                Map.of("HTTPS_PROXY", "http://p.example", "NO_PROXY", "*"),
                                "https://api.example/"))
                .isEqualTo("DIRECT");
        assertThat(EnvironmentProxies.of(Map.of("NO_PROXY", "*", "HTTPS_PROXY", " "))).isEmpty();
    }

    @Test
    @Tag("sign-in#AC-13")
    void what_is_no_address_is_named_and_counts_for_nothing() {
        Map<String, String> environment =
                Map.of("HTTPS_PROXY", "https://[", "HTTP_PROXY", "gopher://p.example");

        assertThat(EnvironmentProxies.of(environment).orElseThrow().unreadable())
                .containsExactly("HTTPS_PROXY", "HTTP_PROXY");
        assertThat(chosen(environment, "https://api.example/")).isEqualTo("DIRECT");
    }

    @ParameterizedTest
    @Tag("sign-in#AC-13")
    @CsvSource({
        "PROXY, http, secure.example, 3128, ada s:cret",
        "PROXY, http, SECURE.example, 3128, ada s:cret",
        "PROXY, http, secure.example, 8080, nobody",
        "PROXY, http, plain.example, 8080, nobody",
        "SERVER, http, secure.example, 3128, nobody",
        "SERVER, SOCKS5, rest.example, 1080, bob pass",
        "SERVER, http, rest.example, 1080, nobody",
    })
    void a_password_is_for_its_own_proxy_alone(
            Authenticator.RequestorType type,
            String protocol,
            String host,
            int port,
            String password)
            throws Exception {
        var environment = new HashMap<>(ENVIRONMENT);
        environment.put("ALL_PROXY", "socks5://bob:pass@rest.example");
        Authenticator passwords =
                EnvironmentProxies.of(environment).orElseThrow().passwords().orElseThrow();

        PasswordAuthentication answer =
                passwords.requestPasswordAuthenticationInstance(
                        host,
                        null,
                        port,
                        protocol,
                        "",
                        "basic",
                        URI.create("https://api.example/").toURL(),
                        type);

        assertThat(
                        answer == null
                                ? "nobody"
                                : answer.getUserName() + " " + new String(answer.getPassword()))
                .isEqualTo(password);
    }

    @Test
    @Tag("sign-in#AC-13")
    void only_an_address_with_a_name_has_a_password() {
        assertThat(EnvironmentProxies.of(ENVIRONMENT).orElseThrow().passwords()).isPresent();
        assertThat(
                        EnvironmentProxies.of(Map.of("http_proxy", "plain.example"))
                                .orElseThrow()
                                .passwords())
                .isEmpty();
    }
}
