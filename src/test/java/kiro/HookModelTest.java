package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import kiro.process.Command;
import kiro.process.CommandResult;
import kiro.process.CommandRunner;
import kiro.testing.AnthropicEvents;
import kiro.testing.AnthropicServer;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Commits by git itself, with a model over the wire.
@Timeout(60)
class HookModelTest {
    private static final String HOOKS =
            """
            version: 1
            hooks:
              - name: message
                on: prepare-commit-msg
                use: commit-message
                with: {model: true, wait: 5s}
            """;

    @TempDir private Path folder;
    private AnthropicServer server;
    private Path project;

    @BeforeEach
    void begin() throws Exception {
        server = AnthropicServer.start();
        var files =
                TemporaryWorkspace.in(folder)
                        .with("project/.kiro/hooks.yaml", HOOKS)
                        .with("project/src/Till.java", "public class Till {}\n");
        project = files.root().resolve("project");
        git("init", "-q", "-b", "main");
        git("config", "user.name", "Test");
        git("config", "user.email", "test@example.com");
        git("add", "src");
        Kiro kiro = Kiro.in(project).with("HOME", files.root().resolve("home").toString());
        assertThat(kiro.run("trust", "--yes").code()).isZero();
        assertThat(kiro.run("hooks", "install").code()).isZero();
    }

    @AfterEach
    void leave() throws Exception {
        server.close();
    }

    private String git(String... arguments) throws Exception {
        var argv = new ArrayList<>(List.of("git"));
        argv.addAll(List.of(arguments));
        var environment = new HashMap<String, String>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("KIRO_SANDBOX", "off");
        environment.put("GIT_EDITOR", "true");
        environment.put("ANTHROPIC_API_KEY", "key-of-anthropic");
        environment.put("ANTHROPIC_BASE_URL", server.url().toString());
        CommandResult result =
                new CommandRunner(environment, folder.resolve("spill"))
                        .run(Command.of(project, Duration.ofSeconds(50), argv));
        return result instanceof CommandResult.Exited exited
                ? exited.output().text()
                : String.valueOf(result);
    }

    @Test
    @Tag("hook-models#AC-1")
    @Tag("hook-models#AC-3")
    void the_message_of_a_commit_is_worded_by_the_model_of_the_settings() throws Exception {
        server.thenReply(
                AnthropicEvents.reply()
                        .call(
                                "c1",
                                "propose_commit_message",
                                "{\"subject\":\"take money\",\"body\":[\"A till is where people pay.\"]}")
                        .end("tool_use"));

        String said = git("commit", "-q");

        assertThat(git("log", "--format=%B").strip())
                .isEqualTo("feat: take money\n\nA till is where people pay.");
        assertThat(said).contains("by anthropic/").contains(" tokens");
        assertThat(server.requests().getFirst().body()).contains("+public class Till {}");
    }

    @Test
    @Tag("hook-models#AC-2")
    void a_server_that_never_answers_holds_up_no_commit() throws Exception {
        server.then(AnthropicServer.Wire::silence);
        long begun = System.nanoTime();

        String said = git("commit", "-q");

        assertThat(git("log", "--format=%s").strip()).isEqualTo("feat: add Till");
        assertThat(said)
                .contains("without a model: anthropic/")
                .contains("gave nothing that can stand within ");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(25));
    }
}
