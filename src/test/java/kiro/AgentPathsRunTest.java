package kiro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The limits that an agent's file sets, and programs that change files which their command lines do not name.
class AgentPathsRunTest {
    private static final String NARROW =
            """
            ---
            description: Works on the sources
            allowedTools: [shell, write]
            toolsSettings:
              write:
                allowedPaths: ["src/**", "notes/*.txt"]
                deniedPaths: ["src/legal/**"]
              read:
                deniedPaths: ["plans/**"]
            ---
            You work on the sources.
            """;

    @TempDir Path folder;
    private ScriptedProject project;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void makeProject() throws Exception {
        project = ScriptedProject.in(folder, "target/");
        workspace =
                project.workspace
                        .with(".kiro/agents/narrow.md", NARROW)
                        .with("docs/deep/a.txt", "a\n")
                        .with("README.md", "read\n")
                        .with("src/main/a.txt", "a\n")
                        .with("src/legal/a.txt", "a\n")
                        .with("notes/deep/a.txt", "a\n")
                        .with("notes/a.txt", "a\n")
                        .with("plans/a.txt", "secret plan\n")
                        .with(
                                "change.sh",
                                "for f in docs/deep/a.txt README.md src/main/a.txt src/legal/a.txt notes/deep/a.txt notes/a.txt;"
                                        + " do echo bad > $f; done 2>/dev/null\n"
                                        + "echo bad > docs/new.txt; echo bad > new.txt\n"
                                        + "mkdir -p target && echo made > target/a.txt\n"
                                        + "cp plans/a.txt target/plans.txt; mv docs documents; exit 0\n")
                        .committed();
    }

    /// In the sandbox of this machine, where it has one, and without.
    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    @Tag("custom-agents#AC-19")
    void a_command_keeps_to_the_limits_of_the_agent_that_runs_it(String sandbox) {
        Kiro.Result result = run(sandbox, "narrow", "sh change.sh");

        assumeFalse(result.out().contains("would not be confined"), "nothing confines here");
        assertKept();
        assertThat(workspace.read("src/main/a.txt")).isEqualTo("bad\n");
        assertThat(workspace.read("notes/a.txt")).isEqualTo("bad\n");
        assertThat(workspace.read("target/a.txt")).isEqualTo("made\n");
        assertThat(result.out()).contains("taken back after a command", ".kiro/agents/narrow.md");
        if (sandbox.equals("on")) {
            assertThat(workspace.has("target/plans.txt")).isFalse();
        }
    }

    @Test
    @Tag("custom-agents#AC-19")
    void a_child_keeps_to_its_own_limits() {
        project.saying(
                ScriptLines.call("c2", "delegate", "{\"agent\":\"narrow\",\"task\":\"change it\"}"),
                ScriptLines.call("c3", "run_command", "{\"command\":\"sh change.sh\"}"),
                ScriptLines.says("changed"));

        Kiro.Result result = project.agent("on");

        assumeFalse(result.out().contains("would not be confined"), "nothing confines here");
        assertKept();
        assertThat(workspace.read("src/main/a.txt")).isEqualTo("bad\n");
    }

    @Test
    @Tag("custom-agents#AC-19")
    void what_a_person_has_allowed_is_open_to_the_agents_commands_too() throws Exception {
        project.ruledBy("  - {capability: fs_write, match: ['docs/**'], effect: allow}\n");
        workspace.with(
                "open.sh", "echo b > docs/new.txt; echo b > docs/deep/a.txt; echo b > README.md\n");

        run("on", "narrow", "sh open.sh");

        assertThat(workspace.read("README.md")).isEqualTo("read\n");
        assertThat(workspace.read("docs/deep/a.txt")).isEqualTo("b\n");
        assertThat(workspace.has("docs/new.txt")).isTrue();
    }

    @Test
    @Tag("custom-agents#AC-19")
    void a_line_that_sweeps_a_folder_which_the_agent_keeps_itself_from_is_not_run() {
        Kiro.Result result = run("off", "narrow", "rm -rf src/legal");

        assertThat(result.out()).contains("the agent");
        assertThat(result.code()).isEqualTo(3);
        assertThat(workspace.read("src/legal/a.txt")).isEqualTo("a\n");
    }

    private void assertKept() {
        assertThat(workspace.read("docs/deep/a.txt")).isEqualTo("a\n");
        assertThat(workspace.read("README.md")).isEqualTo("read\n");
        assertThat(workspace.read("src/legal/a.txt")).isEqualTo("a\n");
        assertThat(workspace.read("notes/deep/a.txt")).isEqualTo("a\n");
        assertThat(workspace.has("docs/new.txt")).isFalse();
        assertThat(workspace.has("new.txt")).isFalse();
    }

    private Kiro.Result run(String sandbox, String agent, String line) {
        return project.running(line).agent(sandbox, "--agent", agent);
    }
}
