package kiro.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import kiro.testing.Certificates;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtraAuthoritiesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @TempDir private Path folder;

    private static Served serving(SSLContext keys) throws Exception {
        ServerSocket socket =
                keys.getServerSocketFactory()
                        .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        return Served.on(
                socket,
                connection -> {
                    while (!Served.request(connection).isEmpty()) {
                        Served.say(connection, OK);
                    }
                });
    }

    /// As administrators hand it out: with words around it.
    private Path handedOut() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            keys.load(in, "changeit".toCharArray());
        }
        String text =
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keys.getCertificate("test").getEncoded());
        return Files.writeString(
                folder.resolve("company.pem"),
                "# Our Company\n-----BEGIN CERTIFICATE-----\nbm9uZQ==\n-----END CERTIFICATE-----\n"
                        + "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                                .formatted(text));
    }

    private static ExtraAuthorities of(Map<String, String> environment) {
        return ExtraAuthorities.of(ExtraAuthorities.named(environment));
    }

    private static WholeAnswer asked(Connections connections, URI address) throws Exception {
        var request = new Request("GET", address, Map.of(), List.of());
        try (Exchange exchange = Exchange.start(connections, request)) {
            return WholeAnswer.of(exchange, PATIENCE, 1_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS", "AWS_CA_BUNDLE"})
    @Tag("connections#AC-12")
    void a_server_that_a_named_authority_signed_is_trusted(String variable) throws Exception {
        SSLContext keys = Certificates.of(folder, "localhost");
        ExtraAuthorities extra = of(Map.of(variable, handedOut().toString()));
        try (Served server = serving(keys);
                var connections = new Connections(extra::context, _ -> Proxy.NO_PROXY)) {
            WholeAnswer answer =
                    asked(connections, URI.create("https://localhost:" + server.port() + "/"));

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            WholeAnswer.Whole.class,
                            whole -> assertThat(whole.status()).isEqualTo(200));
            assertThat(extra.unreadable()).isEmpty();
        }
    }

    @Test
    @Tag("connections#AC-12")
    void one_that_nobody_signed_says_where_to_name_its_authority() throws Exception {
        SSLContext keys = Certificates.of(folder, "localhost");
        try (Served server = serving(keys);
                var connections = new Connections()) {
            WholeAnswer answer =
                    asked(connections, URI.create("https://localhost:" + server.port() + "/"));

            assertThat(((WholeAnswer.Broken) answer).words())
                    .isEqualTo(
                            "nobody who is trusted signed its certificate: where an authority of your company or of a proxy signed it,"
                                    + " name the file of that authority in network.authorities or SSL_CERT_FILE");
        }
    }

    @Test
    @Tag("connections#AC-12")
    void those_that_java_knows_are_trusted_as_before() throws Exception {
        Certificates.of(folder, "localhost");
        List<String> without =
                of(Map.of("SSL_CERT_FILE", folder.toString())).trusted().stream()
                        .map(String::valueOf)
                        .toList();
        ExtraAuthorities extra = of(Map.of("SSL_CERT_FILE", handedOut().toString()));

        assertThat(without).hasSizeGreaterThan(50);
        assertThat(extra.trusted().stream().map(String::valueOf).toList())
                .containsAll(without)
                .hasSize(without.size() + 1);
        assertThat(extra.context().getSupportedSSLParameters().getProtocols()).contains("TLSv1.3");
    }

    @Test
    @Tag("connections#AC-12")
    void a_variable_that_names_no_certificate_is_told() throws Exception {
        Path key =
                Files.writeString(
                        folder.resolve("key.pem"),
                        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        Path cut =
                Files.writeString(folder.resolve("cut.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n");

        assertThat(
                        of(Map.of(
                                        "SSL_CERT_FILE",
                                        key.toString(),
                                        "NODE_EXTRA_CA_CERTS",
                                        cut.toString(),
                                        "AWS_CA_BUNDLE",
                                        folder.toString()))
                                .unreadable())
                .containsExactly("SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS", "AWS_CA_BUNDLE");
        assertThat(ExtraAuthorities.named(Map.of("SSL_CERT_FILE", " "))).isEmpty();
    }
}
