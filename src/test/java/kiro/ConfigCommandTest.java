package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
    @TempDir Path folder;
    private TemporaryWorkspace files;
    private Kiro kiro;

    @BeforeEach
    void makeProject() throws IOException {
        files =
                TemporaryWorkspace.in(folder)
                        .with(
                                "project/.kiro/config.yaml",
                                "mode: semi-automatic\ntests:\n  limit: 10m\n")
                        .with(
                                "home/.kiro/config.yaml",
                                "tests:\n  limit: 20m\nopenai:\n  api-key: sk-hidden\n");
        Files.setPosixFilePermissions(
                folder.resolve("home/.kiro/config.yaml"),
                java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        kiro = Kiro.in(folder.resolve("project")).with("KIRO_SANDBOX", "");
    }

    @Test
    @Tag("configuration#AC-12")
    void what_is_set_is_listed_with_where_it_comes_from() {
        assertThat(kiro.with("KIRO_MODEL", "built-in").run("config", "list"))
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                """
                                SETTING         VALUE           FROM
                                mode            semi-automatic  .kiro/config.yaml:1
                                model           built-in        environment KIRO_MODEL
                                openai.api-key  [secret]        ~/.kiro/config.yaml:4
                                tests.limit     20m             ~/.kiro/config.yaml:2
                                """,
                                ""));
    }

    @Test
    @Tag("configuration#AC-12")
    void all_settings_are_listed_with_what_they_mean() {
        assertThat(kiro.run("config", "list", "--all").out())
                .containsPattern("agent.rounds +how often a run goes back")
                .contains("SETTING", "MEANING");
    }

    @Test
    @Tag("configuration#AC-12")
    void programs_get_json_without_keys() {
        assertThat(kiro.run("config", "list", "--json").out())
                .isEqualTo(
                        "{\"version\":1,\"settings\":["
                                + "{\"name\":\"mode\",\"meaning\":\"how much the agent asks before it acts\",\"hidden\":false,\"set\":true,"
                                + "\"value\":\"semi-automatic\",\"origin\":\".kiro/config.yaml:1\",\"overridden\":[]},"
                                + "{\"name\":\"openai.api-key\",\"meaning\":\"the key of the OpenAI API, or of a server that speaks it\","
                                + "\"hidden\":true,\"set\":true,\"origin\":\"~/.kiro/config.yaml:4\",\"overridden\":[]},"
                                + "{\"name\":\"tests.limit\",\"meaning\":\"how long the project's tests may take\",\"hidden\":false,\"set\":true,"
                                + "\"value\":\"20m\",\"origin\":\"~/.kiro/config.yaml:2\",\"overridden\":[{\"value\":\"10m\","
                                + "\"origin\":\".kiro/config.yaml:3\"}]}]}\n");
    }

    @Test
    @Tag("configuration#AC-12")
    void a_setting_is_explained_with_what_it_overrides() {
        assertThat(kiro.run("config", "explain", "tests.limit"))
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                """
                                tests.limit: how long the project's tests may take

                                  takes       a length of time such as 90s, 10m or 1h30m
                                  in force    20m, from ~/.kiro/config.yaml:2
                                  overridden  10m, from .kiro/config.yaml:3
                                  can be set  ~/.kiro/config.yaml, else .kiro/config.yaml
                                """,
                                ""));
    }

    @Test
    @Tag("configuration#AC-12")
    void an_explanation_tells_of_a_line_that_was_left_out() throws IOException {
        files.with("project/.kiro/config.yaml", "tests:\n  command: make evil\n");

        Kiro.Result result = kiro.run("config", "explain", "tests.command");

        assertThat(result.out())
                .contains("nothing: it is not set", "environment KIRO_TEST_COMMAND");
        assertThat(result.err()).contains(".kiro/config.yaml:2:3", "is ignored here");
    }

    @Test
    @Tag("configuration#AC-12")
    void one_value_is_printed_alone() {
        assertThat(kiro.run("config", "get", "tests.limit"))
                .isEqualTo(new Kiro.Result(0, "20m\n", ""));
        assertThat(kiro.run("config", "get", "openai.api-key").out()).isEqualTo("[secret]\n");
        assertThat(kiro.run("config", "get", "model"))
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                "",
                                "model is not set; 'kiro config explain model' says where it can be\n"));
    }

    @Test
    @Tag("configuration#AC-13")
    void a_setting_is_set_and_taken_out_and_what_holds_is_told() {
        assertThat(kiro.run("config", "set", "tests.limit", "5m", "--project"))
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                "tests.limit: set in .kiro/config.yaml\n",
                                "in force is 20m, from ~/.kiro/config.yaml:2\n"));
        assertThat(kiro.run("config", "unset", "tests.limit"))
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                "tests.limit: taken out of ~/.kiro/config.yaml\n",
                                "in force is 5m, from .kiro/config.yaml:3\n"));
        assertThat(kiro.run("config", "set", "check.source", "src/**", "*.sql", "--project").code())
                .isZero();
        assertThat(folder.resolve("project/.kiro/config.yaml"))
                .hasContent(
                        "mode: semi-automatic\ntests:\n  limit: 5m\ncheck:\n  source: [src/**, \"*.sql\"]\n");
        assertThat(folder.resolve("home/.kiro/config.yaml"))
                .hasContent("openai:\n  api-key: sk-hidden\n");
    }

    @Test
    @Tag("configuration#AC-15")
    void a_key_is_typed_or_piped_in_and_never_an_argument() {
        assertThat(kiro.run("config", "set", "anthropic.api-key", "sk-shown"))
                .isEqualTo(
                        new Kiro.Result(
                                64,
                                "",
                                """
                                error: a key on the command line can be read by others, and stays in the shell's history [config/visible-key]
                                  next: leave it out: 'kiro config set anthropic.api-key' asks for it, or reads it from standard input
                                """));
        assertThat(kiro.reading("sk-piped").run("config", "set", "anthropic.api-key").out())
                .isEqualTo("anthropic.api-key: set in ~/.kiro/config.yaml\n");
        assertThat(folder.resolve("home/.kiro/config.yaml"))
                .content()
                .contains("api-key: sk-piped");
        assertThat(kiro.typing("sk-typed").run("config", "set", "anthropic.api-key").out())
                .contains("set in ~/.kiro/config.yaml")
                .doesNotContain("sk-typed");
        assertThat(folder.resolve("home/.kiro/config.yaml"))
                .content()
                .contains("api-key: sk-typed");
        assertThat(kiro.reading().run("config", "set", "anthropic.api-key").code()).isEqualTo(3);
    }

    @Test
    @Tag("configuration#AC-14")
    void a_variable_leads_to_the_setting_that_it_sets() {
        Kiro.Result result = kiro.run("config", "explain", "SSL_CERT_FILE");

        assertThat(result.code()).isEqualTo(64);
        assertThat(result.err())
                .isEqualTo(
                        "error: SSL_CERT_FILE is a variable of the environment [config/unknown-key]\n"
                                + "  next: it sets network.authorities: name that\n");
    }

    @Test
    @Tag("configuration#AC-14")
    void what_is_wrong_is_said_with_the_next_move() {
        assertThat(kiro.run("config", "set", "agent.round", "3"))
                .isEqualTo(
                        new Kiro.Result(
                                64,
                                "",
                                "error: there is no setting 'agent.round' [config/unknown-key]\n"
                                        + "  next: did you mean agent.rounds?\n"));
        assertThat(kiro.run("config", "set", "agent.rounds", "many").err())
                .contains("agent.rounds is not a whole number from 1 to 2147483647");
        assertThat(kiro.run("config", "set", "agent.rounds", "1", "2").err())
                .contains("agent.rounds takes one value, and 2 are given");
        assertThat(kiro.run("config", "set", "agent.rounds").code()).isEqualTo(64);
        assertThat(kiro.run("config", "get", "spec.rules.*").err())
                .contains("spec.rules.* stands for many settings");
        assertThat(kiro.run("config", "set", "tests.command", "make", "--project"))
                .satisfies(result -> {
                    assertThat(result.code()).isEqualTo(1);
                    assertThat(result.err()).contains("set it for yourself, without --project");
                });
    }

    @Test
    @Tag("configuration#AC-14")
    void a_file_that_is_broken_is_shown_and_not_touched() throws IOException {
        files.with("project/.kiro/config.yaml", "mode: [\n");

        assertThat(kiro.run("config", "list").code()).isEqualTo(1);
        assertThat(kiro.run("config", "explain", "mode").err()).contains(".kiro/config.yaml:2:1");
        assertThat(kiro.run("config", "set", "mode", "interactive", "--project").code())
                .isEqualTo(1);
        assertThat(folder.resolve("project/.kiro/config.yaml")).content().isEqualTo("mode: [\n");
    }

    @Test
    @Tag("configuration#AC-14")
    void a_folder_that_is_no_project_has_no_projects_file() throws IOException {
        Files.createDirectories(folder.resolve("bare"));

        assertThat(
                        Kiro.in(folder.resolve("bare"))
                                .run("config", "set", "agent.rounds", "3", "--project")
                                .err())
                .contains("make one with 'kiro init'");
    }
}
