package kiro;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kiro.testing.Certificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The program in front of a service whose certificate an authority of a company signed, in a process of its own, for whom Java
/// trusts holds for a process.
@Timeout(60)
class AuthoritiesTest {
    private static final String ME =
            "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/ada</Arn>"
                    + "<Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";
    private static final String UNTRUSTED = "nobody who is trusted signed its certificate";

    @TempDir private Path folder;

    private HttpsServer service;
    private Path authority;

    @BeforeEach
    void begin() throws Exception {
        service = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setHttpsConfigurator(new HttpsConfigurator(Certificates.of(folder, "localhost")));
        service.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, ME.length());
                    exchange.getResponseBody().write(ME.getBytes(UTF_8));
                    exchange.close();
                });
        service.start();
        authority = handedOut();
        Files.createDirectories(folder.resolve("w/.kiro"));
    }

    @AfterEach
    void leave() {
        service.stop(0);
    }

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
                "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(text));
    }

    private String said(Map<String, String> variables, String... args) throws Exception {
        var line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "kiro.Main"));
        line.addAll(List.of(args));
        var java = new ProcessBuilder(line);
        var environment = new TreeMap<>(variables);
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        for (String each : List.of("STS", "SSO", "SSO_OIDC")) {
            environment.put(
                    "AWS_ENDPOINT_URL_" + each,
                    "https://localhost:" + service.getAddress().getPort());
        }
        java.environment().clear();
        java.environment().putAll(environment);
        java.directory(folder.resolve("w").toFile());
        java.redirectErrorStream(true);
        java.redirectOutput(folder.resolve("said.txt").toFile());
        java.start().waitFor();
        return Files.readString(folder.resolve("said.txt"));
    }

    private String whoami(Map<String, String> added) throws Exception {
        var variables = new TreeMap<>(added);
        variables.put("AWS_ACCESS_KEY_ID", "AKIA");
        variables.put("AWS_SECRET_ACCESS_KEY", "hush");
        return said(variables, "auth", "whoami");
    }

    private void write(String file, String text) throws Exception {
        Path written = folder.resolve(file);
        Files.createDirectories(written.getParent());
        Files.writeString(written, text);
    }

    @Test
    @Tag("connections#AC-12")
    @Tag("sign-in#AC-15")
    void commands_about_signing_in_say_where_to_name_the_authority() throws Exception {
        String[] portal = {
            "auth",
            "login",
            "--sso-start-url",
            "https://acme.awsapps.com/start",
            "--region",
            "eu-west-1"
        };
        String[] role = {"auth", "login", "--aws-role", "arn:aws:iam::123456789012:role/build"};
        Map<String, String> keys =
                Map.of("AWS_ACCESS_KEY_ID", "AKIA", "AWS_SECRET_ACCESS_KEY", "hush");

        for (String said : List.of(whoami(Map.of()), said(Map.of(), portal), said(keys, role))) {
            assertThat(said)
                    .contains(UNTRUSTED, "network.authorities or SSL_CERT_FILE")
                    .doesNotContain("try again");
        }
    }

    @Test
    @Tag("connections#AC-13")
    void one_in_the_persons_settings_is_trusted() throws Exception {
        write("home/.kiro/config.yaml", "network:\n  authorities: %s\n".formatted(authority));

        assertThat(whoami(Map.of())).contains("arn:aws:iam::123456789012:user/ada");
        assertThat(said(Map.of(), "config", "explain", "network.authorities"))
                .contains(authority + ", from ~/.kiro/config.yaml:2", "environment SSL_CERT_FILE");
    }

    @Test
    @Tag("connections#AC-13")
    void one_of_the_profile_of_aws_is_trusted() throws Exception {
        write(
                "home/.aws/config",
                "[default]\n[profile work]\nca_bundle = %s\n".formatted(authority));

        assertThat(whoami(Map.of())).contains(UNTRUSTED);
        assertThat(whoami(Map.of("AWS_PROFILE", "work")))
                .contains("arn:aws:iam::123456789012:user/ada");
    }

    @Test
    @Tag("connections#AC-13")
    void what_names_no_certificate_is_told_and_a_projects_file_names_none() throws Exception {
        write("home/.aws/config", "[default]\nca_bundle = ~/none.pem\n");
        write("home/.kiro/config.yaml", "network:\n  authorities: ~/none.pem\n");
        write("w/.kiro/config.yaml", "network:\n  authorities: %s\n".formatted(authority));

        assertThat(whoami(Map.of()))
                .contains(
                        "warning: network.authorities names no file with a certificate, and is left out",
                        "warning: ca_bundle of the profile 'default' names no file with a certificate",
                        UNTRUSTED);
    }
}
