package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kiro.testing.AnthropicServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The program behind a proxy, in a process of its own, for Java's proxies are those of a process.
@Timeout(60)
class ProxyTest {
    @TempDir private Path folder;

    private AnthropicServer proxy;

    @BeforeEach
    void begin() throws Exception {
        proxy = AnthropicServer.start();
        Files.createDirectories(folder.resolve("w"));
    }

    @AfterEach
    void leave() throws Exception {
        proxy.close();
    }

    private String said(Map<String, String> variables, String... args) throws Exception {
        var line =
                new java.util.ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "kiro.Main"));
        line.addAll(List.of(args));
        var java = new ProcessBuilder(line);
        java.environment().clear();
        java.environment().putAll(variables);
        java.environment().put("HOME", folder.resolve("home").toString());
        java.environment().put("PATH", "/usr/bin:/bin");
        java.directory(folder.resolve("w").toFile());
        java.redirectErrorStream(true);
        java.redirectOutput(folder.resolve("said.txt").toFile());
        java.start().waitFor();
        return Files.readString(folder.resolve("said.txt"));
    }

    private static final String[] LOGIN = {
        "auth",
        "login",
        "--sso-start-url",
        "https://acme.awsapps.com/start",
        "--region",
        "eu-west-1"
    };

    @Test
    @Tag("sign-in#AC-13")
    void services_are_asked_through_the_proxy_with_its_password() throws Exception {
        proxy.thenStatus(407, Map.of("Proxy-Authenticate", "Basic realm=\"work\""), "who are you?");
        proxy.thenStatus(503, Map.of(), "no way out");

        String said =
                said(
                        Map.of(
                                "HTTPS_PROXY",
                                proxy.url().toString().replace("http://", "http://ada:s%3Acret@")),
                        LOGIN);

        assertThat(proxy.requests().stream().map(AnthropicServer.Received::line))
                .containsOnly("CONNECT oidc.eu-west-1.amazonaws.com:443 HTTP/1.1");
        assertThat(proxy.requests().getLast().headers())
                .containsEntry("proxy-authorization", "Basic YWRhOnM6Y3JldA==");
        assertThat(said)
                .contains(
                        "oidc.eu-west-1.amazonaws.com cannot be reached: ", "[auth/not-signed-in]")
                .doesNotContain("cret", "YWRhOnM6Y3JldA");
    }

    private String withPassword() {
        return proxy.url().toString().replace("http://", "http://ada:s%3Acret@");
    }

    @Test
    @Tag("connections#AC-10")
    void a_server_that_nothing_encrypts_is_asked_of_the_proxy_by_its_whole_address()
            throws Exception {
        String said =
                said(
                        Map.of(
                                "HTTP_PROXY",
                                withPassword(),
                                "OPENAI_BASE_URL",
                                "http://models.example:8000/v1"),
                        "models",
                        "test",
                        "openai/coder");

        assertThat(proxy.requests().getFirst().line())
                .as(said)
                .isEqualTo("POST http://models.example:8000/v1/chat/completions HTTP/1.1");
        assertThat(proxy.requests().getFirst().headers())
                .containsEntry("proxy-authorization", "Basic YWRhOnM6Y3JldA==")
                .containsEntry("host", "models.example:8000");
    }

    @Test
    @Tag("connections#AC-11")
    void pages_are_fetched_through_the_proxy_with_its_password() throws Exception {
        Files.createDirectories(folder.resolve("w/.kiro"));
        Files.writeString(
                folder.resolve("w/script.jsonl"),
                ScriptLines.all(
                        ScriptLines.call(
                                "c1",
                                "propose_plan",
                                "{\"title\":\"t\",\"steps\":[{\"action\":\"go\",\"risk\":\"low\"}]}"),
                        ScriptLines.call("c2", "web_fetch", "{\"url\":\"http://93.184.215.14/a\"}"),
                        ScriptLines.call(
                                "c3", "web_fetch", "{\"url\":\"https://93.184.215.14/b\"}"),
                        ScriptLines.says("done")));
        Files.createDirectories(folder.resolve("home/.kiro/settings"));
        Files.writeString(
                folder.resolve("home/.kiro/settings/permissions.yaml"),
                "rules:\n  - capability: web_fetch\n    match: ['**']\n    effect: allow\n");

        String said =
                said(
                        Map.of(
                                "HTTP_PROXY",
                                withPassword(),
                                "HTTPS_PROXY",
                                withPassword(),
                                "KIRO_SANDBOX",
                                "off"),
                        "agent",
                        "go",
                        "--mode",
                        "autonomous",
                        "--model",
                        "scripted/script.jsonl");

        assertThat(proxy.requests().stream().map(AnthropicServer.Received::line))
                .as(said)
                .containsExactly(
                        "GET http://93.184.215.14/a HTTP/1.1",
                        "CONNECT 93.184.215.14:443 HTTP/1.1");
        assertThat(proxy.requests())
                .allSatisfy(each ->
                        assertThat(each.headers())
                                .containsEntry("proxy-authorization", "Basic YWRhOnM6Y3JldA=="));
        assertThat(said).doesNotContain("YWRhOnM6Y3JldA", "cret");
    }

    @Test
    @Tag("connections#AC-11")
    void servers_of_mcp_and_their_sign_in_are_asked_with_the_proxys_password() throws Exception {
        Files.createDirectories(folder.resolve("w/.kiro"));
        Files.createDirectories(folder.resolve("home/.kiro"));
        Files.writeString(
                folder.resolve("home/.kiro/mcp.yaml"),
                "servers:\n  tickets:\n    url: https://mcp.example/mcp\n");

        for (String[] command : new String[][] {{"mcp", "doctor"}, {"mcp", "login", "tickets"}}) {
            int before = proxy.requests().size();
            String said = said(Map.of("HTTPS_PROXY", withPassword()), command);

            assertThat(proxy.requests().stream().skip(before))
                    .as(said)
                    .isNotEmpty()
                    .allSatisfy(each ->
                            assertThat(each.line()).isEqualTo("CONNECT mcp.example:443 HTTP/1.1"))
                    .allSatisfy(each ->
                            assertThat(each.headers())
                                    .containsEntry(
                                            "proxy-authorization", "Basic YWRhOnM6Y3JldA=="));
            assertThat(said).doesNotContain("YWRhOnM6Y3JldA", "cret");
        }
    }

    @Test
    @Tag("connections#AC-11")
    void a_server_that_is_asked_directly_gets_no_password_of_the_proxy() throws Exception {
        Files.createDirectories(folder.resolve("w/.kiro"));
        Files.createDirectories(folder.resolve("home/.kiro"));
        Files.writeString(
                folder.resolve("home/.kiro/mcp.yaml"),
                "servers:\n  tickets:\n    url: %s/mcp\n".formatted(proxy.url()));

        String said = said(Map.of("HTTP_PROXY", withPassword()), "mcp", "doctor");

        assertThat(proxy.requests())
                .as(said)
                .isNotEmpty()
                .noneMatch(each -> each.headers().containsKey("proxy-authorization"));
    }

    @Test
    @Tag("sign-in#AC-13")
    void a_wrong_password_is_not_tried_until_the_account_is_locked() throws Exception {
        for (int i = 0; i < 30; i++) {
            proxy.thenStatus(407, Map.of("Proxy-Authenticate", "Basic realm=\"work\""), "who?");
        }
        String address = proxy.url().toString().replace("http://", "http://ada:wrong@");

        String said =
                said(
                        Map.of("HTTPS_PROXY", address, "OPENAI_API_KEY", "key"),
                        "models",
                        "test",
                        "openai/gpt-5.4");

        assertThat(said)
                .contains(
                        "https://api.openai.com/v1 cannot be reached: the proxy 127.0.0.1:"
                                + proxy.url().getPort()
                                + " answers 407",
                        "NO_PROXY")
                .doesNotContain("wrong@");
        assertThat(proxy.requests()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    @Tag("sign-in#AC-13")
    void a_proxy_that_is_not_there_is_named() throws Exception {
        int port = proxy.url().getPort();
        proxy.close();

        assertThat(
                        said(
                                Map.of("HTTPS_PROXY", "127.0.0.1:" + port, "OPENAI_API_KEY", "key"),
                                "models",
                                "test",
                                "openai/gpt-5.4"))
                .containsIgnoringCase("no way through the proxy 127.0.0.1:%d: ".formatted(port));
    }

    @Test
    @Tag("sign-in#AC-13")
    void a_variable_that_names_no_proxy_is_told() throws Exception {
        assertThat(said(Map.of("HTTP_PROXY", "gopher://p.example"), "auth", "status"))
                .contains("warning: HTTP_PROXY is not the address of a proxy, and is left out");
    }
}
