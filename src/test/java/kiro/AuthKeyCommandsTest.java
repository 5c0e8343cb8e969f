package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kiro.testing.AnthropicEvents;
import kiro.testing.AnthropicServer;
import kiro.testing.FakeKeyring;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Signing in with keys of models, and what is done with them.
@Timeout(60)
class AuthKeyCommandsTest {
    private static final String KEY = "sk-ant-api03-0123456789abcdef-wxyz";

    @TempDir private Path folder;

    private AnthropicServer server;
    private FakeKeyring keyring;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void begin() throws Exception {
        server = AnthropicServer.start();
        keyring = FakeKeyring.in(folder.resolve("bin"));
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with("README.md", "# Demo\n");
    }

    @AfterEach
    void leave() throws Exception {
        server.close();
    }

    private Kiro kiro() {
        return Kiro.in(workspace.root())
                .with("HOME", folder.resolve("home").toString())
                .with("AWS_EC2_METADATA_DISABLED", "true")
                .with("ANTHROPIC_BASE_URL", server.url().toString())
                .with("OPENAI_BASE_URL", server.url() + "/v1");
    }

    private Kiro atDesktop() {
        return kiro().with("PATH", keyring.path())
                .with("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    }

    private void takesTheKey() {
        server.thenStatus(200, Map.of(), "{\"data\":[{\"id\":\"claude-x\"}],\"has_more\":false}");
    }

    private Path file() {
        return folder.resolve("home/.kiro/credentials.json");
    }

    @Test
    @Tag("sign-in#AC-1")
    void a_key_is_read_checked_with_its_service_and_kept_in_the_keyring() throws Exception {
        takesTheKey();

        Kiro.Result result = atDesktop().reading(KEY).run("auth", "login", "--anthropic");

        assertThat(result)
                .isEqualTo(new Kiro.Result(0, "the key of Anthropic is kept in the keyring\n", ""));
        assertThat(keyring.kept("anthropic.api-key")).isEqualTo(KEY);
        assertThat(server.requests().getFirst().headers()).containsEntry("x-api-key", KEY);
    }

    @Test
    @Tag("sign-in#AC-1")
    void without_a_keyring_it_is_said_aloud_that_a_file_keeps_it() throws Exception {
        takesTheKey();

        Kiro.Result result =
                kiro().with("PATH", "/usr/bin:/bin").typing(KEY).run("auth", "login", "--openai");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out())
                .endsWith(
                        "the key of OpenAI is kept in ~/.kiro/credentials.json, which you alone can read:"
                                + " this system has no keyring that kiro reaches\n")
                .doesNotContain(KEY);
        assertThat(Files.readString(file())).contains(KEY);
    }

    @Test
    @Tag("sign-in#AC-1")
    void a_key_that_its_service_refuses_is_not_kept() throws Exception {
        server.thenStatus(
                401,
                Map.of(),
                "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\",\"message\":\"invalid x-api-key %s\"}}"
                        .formatted(KEY));

        Kiro.Result result = kiro().reading(KEY).run("auth", "login", "--anthropic");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains(
                        "the key is not kept: it is refused (HTTP 401: invalid x-api-key [secret]) [auth/key-refused]",
                        "--no-check")
                .doesNotContain(KEY);
        assertThat(file()).doesNotExist();

        assertThat(kiro().reading(KEY).run("auth", "login", "--anthropic", "--no-check").code())
                .isZero();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    @Tag("sign-in#AC-1")
    void a_service_that_cannot_be_asked_keeps_nobody_from_signing_in() throws Exception {
        server.thenStatus(404, Map.of(), "{}");

        Kiro.Result result = kiro().reading(KEY).run("auth", "login", "--anthropic");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err()).startsWith("not checked: ").contains("'kiro models test'");
    }

    @ParameterizedTest
    @Tag("sign-in#AC-1")
    @ValueSource(
            strings = {
                "--anthropic " + KEY,
                "--anthropic=" + KEY,
                "--openai " + KEY,
                KEY + " --anthropic",
                "--anthropic --api-key " + KEY,
                "--api-key=" + KEY,
                "--api-key " + KEY
            })
    void a_key_as_an_argument_is_refused_and_not_repeated(String arguments) {
        var args = new java.util.ArrayList<>(List.of("auth", "login"));
        args.addAll(List.of(arguments.split(" ")));

        Kiro.Result result = kiro().reading(KEY).run(args.toArray(String[]::new));

        assertThat(result.code()).isEqualTo(64);
        assertThat(result.out() + result.err()).doesNotContain(KEY);
        assertThat(server.requests()).isEmpty();
        assertThat(file()).doesNotExist();
    }

    @Test
    @Tag("sign-in#AC-1")
    void what_was_not_given_or_is_no_key_is_told() {
        assertThat(kiro().reading("").run("auth", "login", "--anthropic"))
                .isEqualTo(
                        new Kiro.Result(
                                3,
                                "",
                                "error: no key was given [auth/no-key]\n  next: type it, or pipe it in\n"));
        assertThat(kiro().reading("sk-ant two words").run("auth", "login", "--anthropic").err())
                .contains("[auth/not-a-key]")
                .doesNotContain("two words");
        assertThat(kiro().run("auth", "login").code()).isEqualTo(64);
        assertThat(kiro().run("auth", "login", "--anthropic", "--openai").code()).isEqualTo(64);
    }

    @Test
    @Tag("sign-in#AC-3")
    void a_model_is_asked_with_the_key_that_is_kept() throws Exception {
        takesTheKey();
        atDesktop().reading(KEY).run("auth", "login", "--anthropic");
        server.thenReply(
                AnthropicEvents.reply().call("c1", "say", "{\"word\":\"hello\"}").end("tool_use"));

        Kiro.Result tested = atDesktop().run("models", "test");

        assertThat(tested.out() + tested.err()).contains("anthropic/").doesNotContain(KEY);
        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().getLast().headers()).containsEntry("x-api-key", KEY);
        assertThat(atDesktop().run("models", "list").out()).contains("key of the keyring");
    }

    @Test
    @Tag("sign-in#AC-1")
    void the_help_shows_no_place_for_a_key() {
        assertThat(kiro().run("auth", "login", "--help").out())
                .contains("--anthropic", "--openai")
                .doesNotContain("--anthropic=", "--openai=", "--anthropic -", "<openai>");
    }

    @Test
    @Tag("sign-in#AC-3")
    void a_key_that_is_kept_is_masked_in_a_run() throws Exception {
        String plain = "plain-words-and-7-numbers";
        atDesktop().reading(plain).run("auth", "login", "--anthropic", "--no-check");
        server.thenReply(AnthropicEvents.reply().call("l", "list_directory", "{}").end("tool_use"))
                .thenReply(AnthropicEvents.reply().text("I saw " + plain).end("end_turn"));

        Kiro.Result result = atDesktop().run("agent", "look around", "--mode", "autonomous");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(server.requests().getFirst().headers()).containsEntry("x-api-key", plain);
        assertThat(result.out() + result.err()).doesNotContain(plain);
        var written = new StringBuilder();
        try (var files = Files.walk(workspace.root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                written.append(Files.readString(file));
            }
        }
        assertThat(written).contains("I saw [secret]").doesNotContain(plain);
    }

    @Test
    @Tag("sign-in#AC-3")
    void a_keyring_that_gives_nothing_out_is_named() throws Exception {
        takesTheKey();
        atDesktop().reading(KEY).run("auth", "login", "--anthropic");
        keyring.lock();

        Kiro.Result result = atDesktop().run("models", "test");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains(
                        ": the keyring keeps one, and does not give it out",
                        "sign in with 'kiro auth login --anthropic'");
    }

    @Test
    @Tag("sign-in#AC-3")
    void the_environment_and_the_settings_go_before_it_and_that_is_said() throws Exception {
        takesTheKey();
        Kiro.Result login =
                atDesktop()
                        .with("ANTHROPIC_API_KEY", "sk-ant-of-the-environment")
                        .reading(KEY)
                        .run("auth", "login", "--anthropic");
        assertThat(login.err())
                .isEqualTo(
                        "warning: the key of environment ANTHROPIC_API_KEY goes before it: take it out there to use this one\n");

        assertThat(
                        atDesktop()
                                .with("ANTHROPIC_API_KEY", "sk-ant-of-the-environment")
                                .run("config", "explain", "anthropic.api-key")
                                .out())
                .endsWith(
                        """
                          in force    [secret], from environment ANTHROPIC_API_KEY
                          overridden  [secret], from the keyring
                          can be set  environment ANTHROPIC_API_KEY, else ~/.kiro/config.yaml, else 'kiro auth login --anthropic'
                        """);
        assertThat(
                        atDesktop()
                                .with("ANTHROPIC_API_KEY", "sk-ant-of-the-environment")
                                .run("auth", "status")
                                .out())
                .isEqualTo(
                        """
                        FOR        WHAT         WHERE                          UNTIL  STATE
                        anthropic  key ...ment  environment ANTHROPIC_API_KEY  -      used
                        anthropic  key ...wxyz  the keyring                    -      not used
                        """);
        assertThat(atDesktop().run("config", "list").out())
                .contains("anthropic.api-key", "the keyring");
    }

    @Test
    @Tag("sign-in#AC-3")
    void what_is_kept_is_told_to_programs_without_its_value() throws Exception {
        takesTheKey();
        kiro().reading(KEY).run("auth", "login", "--anthropic");

        Kiro.Result result = kiro().run("auth", "status", "--json");

        assertThat(JsonMapper.shared().readTree(result.out()))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"version":1,"credentials":[{"service":"anthropic","kind":"key",
                                        "origin":"~/.kiro/credentials.json","state":"used","endsIn":"wxyz"}]}
                                        """));
        assertThat(kiro().run("auth", "status").out()).doesNotContain("0123456789");
    }

    @Test
    @Tag("sign-in#AC-4")
    void one_thing_or_all_is_forgotten() throws Exception {
        takesTheKey();
        takesTheKey();
        atDesktop().reading(KEY).run("auth", "login", "--anthropic");
        atDesktop().reading(KEY + "2").run("auth", "login", "--openai");

        assertThat(atDesktop().run("auth", "logout").code()).isEqualTo(64);
        assertThat(atDesktop().run("auth", "logout", "claude").err())
                .contains("nobody signs in with 'claude'");
        assertThat(atDesktop().run("auth", "logout", "openai"))
                .isEqualTo(new Kiro.Result(0, "the key of OpenAI is forgotten\n", ""));
        assertThat(keyring.kept("openai.api-key")).isEmpty();
        assertThat(keyring.kept("anthropic.api-key")).isEqualTo(KEY);
        assertThat(atDesktop().run("auth", "logout", "--all").out())
                .isEqualTo("the key of Anthropic is forgotten\n");
        assertThat(atDesktop().run("auth", "logout", "anthropic").out())
                .isEqualTo("there was nothing to forget of anthropic\n");
        assertThat(atDesktop().run("auth", "status").out())
                .startsWith("you are signed in with nothing\n");
    }

    @Test
    @Tag("sign-in#AC-3")
    void a_file_that_is_broken_is_named() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{");

        Kiro.Result result = kiro().run("auth", "status");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("~/.kiro/credentials.json is not JSON");
        assertThat(kiro().reading(KEY).run("auth", "login", "--anthropic", "--no-check").code())
                .isEqualTo(1);
        assertThat(Files.readString(file())).isEqualTo("{");
    }
}
