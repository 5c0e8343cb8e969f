package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kiro.model.Reply;
import kiro.permission.Mode;
import kiro.secret.SecretMask;
import kiro.session.Recorded;
import kiro.session.SessionListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentSecretTest {
    private static final String SECRET = "correct horse battery";
    private static final String KEY = "ghp_0123456789abcdefghijABCDEFGHIJ012345";

    @TempDir private Path folder;
    private AgentHarness agent;
    private final List<String> seen = new ArrayList<>();

    @BeforeEach
    void knows_a_secret() {
        agent =
                new AgentHarness(folder)
                        .knowing(SecretMask.of(Map.of("DEPLOY_TOKEN", SECRET)))
                        .watchedBy(
                                new SessionListener() {
                                    @Override
                                    public void recorded(Recorded recorded, String line) {
                                        seen.add(recorded.event() + line);
                                    }

                                    @Override
                                    public void arrived(Reply reply) {
                                        seen.add(reply.toString());
                                    }
                                });
    }

    @Test
    @Tag("loop-hygiene#AC-10")
    void a_secret_that_a_command_prints_reaches_neither_model_nor_log_nor_screen_nor_report()
            throws IOException, InterruptedException {
        agent.workspace.with("notes.txt", "the token is " + SECRET + "\n");
        var script =
                new Script()
                        .calls(
                                "run_command",
                                "{\"command\":\"cat notes.txt; echo password=abc123def456\"}")
                        .calls("read_file", "{\"path\":\"notes.txt\"}")
                        .calls("run_command", "{\"command\":\"false '" + SECRET + "'\"}")
                        .says("it was " + SECRET + " and " + KEY);

        RunReport report = agent.runWithoutSpec(script, Mode.AUTONOMOUS);

        assertThat(agent.told(2)).contains("the token is [secret]", "password=[secret]");
        assertThat(agent.told(3)).contains("the token is [secret]");
        assertThat(Files.readString(agent.log())).contains("[secret]").doesNotContain(SECRET, KEY);
        assertThat(String.join("\n", seen)).contains("[secret]").doesNotContain(SECRET, KEY);
        assertThat(report.toString())
                .contains("it was [secret] and [secret]")
                .doesNotContain(SECRET);
    }

    /// Plans lie in the project, and are committed.
    @Test
    @Tag("loop-hygiene#AC-10")
    void a_secret_of_the_task_or_of_the_models_plan_is_in_no_file_of_a_plan() throws Exception {
        var script = new Script().plans("", "write " + SECRET + " and " + KEY).says("done");

        agent.runWithoutSpec(script, "deploy with " + SECRET, Mode.SEMI_AUTOMATIC);

        try (Stream<Path> files = Files.walk(agent.workspace.root().resolve(".kiro/plans"))) {
            List<Path> plans = files.filter(Files::isRegularFile).toList();
            assertThat(plans).hasSize(1);
            assertThat(plans.getFirst().getFileName().toString())
                    .startsWith("deploy-with-secret-")
                    .doesNotContain("horse");
            assertThat(Files.readString(plans.getFirst()))
                    .contains("deploy with [secret]", "write [secret] and [secret]")
                    .doesNotContain(SECRET, KEY);
        }
    }

    @Test
    @Tag("loop-hygiene#AC-13")
    void a_mask_is_never_written_where_a_secret_stands() throws IOException, InterruptedException {
        agent.workspace.with("settings.yaml", "key: " + KEY + "\nname: demo\n");
        var script =
                new Script()
                        .calls("read_file", "{\"path\":\"settings.yaml\"}")
                        .writes("settings.yaml", "key: [secret]\nname: other\n")
                        .calls(
                                "edit_file",
                                "{\"path\":\"settings.yaml\",\"old_text\":\"name: demo\",\"new_text\":\"name: other\"}")
                        .says("done");

        RunReport report = agent.runWithoutSpec(script, Mode.AUTONOMOUS);

        assertThat(agent.told(2)).contains("key: [secret]").doesNotContain(KEY);
        assertThat(agent.told(3)).contains("'[secret]'", "edit_file");
        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        assertThat(agent.workspace.root().resolve("settings.yaml"))
                .hasContent("key: " + KEY + "\nname: other\n");
    }
}
