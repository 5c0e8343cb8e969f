package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import kiro.cli.ExitCode;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each exit code is documented, and each that a run can end with is what it ends with.
class ExitCodeTest {
    private static final String SCRIPT = "scripted/script.jsonl";
    private static final String[] DO_IT = {
        "agent", "do it", "--mode", "autonomous", "--model", SCRIPT
    };

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void open() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".kiro/steering/style.md", "# Style\n")
                        .with(".gitignore", "script.jsonl\n")
                        .committed();
    }

    @Test
    @Tag("terminal#AC-11")
    void every_code_stands_in_the_guide_with_its_name_and_no_other_does() throws Exception {
        var documented = new ArrayList<String>();
        var row = Pattern.compile("\\| (\\d+) \\| ([a-z]+) \\| .+ \\|");
        for (String line : Files.readAllLines(Path.of("docs/guide/exit-codes.md"))) {
            var found = row.matcher(line);
            if (found.matches()) {
                documented.add(found.group(1) + " " + found.group(2));
            }
        }

        assertThat(documented)
                .containsExactlyElementsOf(
                        Arrays.stream(ExitCode.values())
                                .map(code -> code.number() + " " + word(code))
                                .toList());
    }

    private static String word(ExitCode code) {
        return switch (code) {
            case BUDGET -> "limit";
            case PROVIDER -> "model";
            case OK, FINDINGS, UNPROVEN, DENIED, BUSY, USAGE, ENVIRONMENT, INTERNAL, INTERRUPTED ->
                    code.name().toLowerCase(Locale.ROOT);
        };
    }

    @Test
    @Tag("terminal#AC-11")
    void a_run_that_is_done_ends_with_0() {
        assertThat(
                        code(
                                List.of(
                                        ScriptLines.writes("c1", "a.txt", "a"),
                                        ScriptLines.says("done")),
                                DO_IT))
                .isEqualTo(0);
    }

    @Test
    @Tag("terminal#AC-11")
    @Tag("agent-loop#AC-25")
    void a_run_that_only_says_that_it_is_done_ends_with_2() {
        assertThat(code(List.of(ScriptLines.says("done"), ScriptLines.says("it is")), DO_IT))
                .isEqualTo(2);
    }

    @Test
    @Tag("terminal#AC-11")
    void settings_that_cannot_be_read_end_it_with_1() {
        workspace.with(".kiro/config.yaml", "mode: [\n");

        assertThat(code(List.of(), DO_IT)).isEqualTo(1);
    }

    @Test
    @Tag("terminal#AC-11")
    void work_that_failed_ends_with_2() {
        assertThat(
                        code(
                                List.of(
                                        ScriptLines.call("c1", "edit_file", "{broken"),
                                        ScriptLines.says("done")),
                                DO_IT))
                .isEqualTo(2);
    }

    @Test
    @Tag("terminal#AC-11")
    void what_would_have_to_be_asked_ends_it_with_3() {
        assertThat(
                        code(
                                List.of(
                                        ScriptLines.call(
                                                "c1",
                                                "propose_plan",
                                                "{\"title\":\"T\",\"steps\":[{\"action\":\"do\",\"files\":[],"
                                                        + "\"risk\":\"low\",\"criteria\":[]}]}")),
                                "agent",
                                "do it",
                                "--model",
                                SCRIPT))
                .isEqualTo(3);
    }

    @Test
    @Tag("terminal#AC-11")
    void a_limit_that_is_reached_ends_it_with_4() {
        assertThat(
                        code(
                                List.of(
                                        ScriptLines.call(
                                                "c1", "list_directory", "{\"path\":\".\"}"),
                                        ScriptLines.says("done")),
                                "agent",
                                "do it",
                                "--mode",
                                "autonomous",
                                "--model",
                                SCRIPT,
                                "--max-turns",
                                "1"))
                .isEqualTo(4);
    }

    @Test
    @Tag("terminal#AC-11")
    void a_model_that_does_not_answer_ends_it_with_5() {
        assertThat(code(List.of(), DO_IT)).isEqualTo(5);
    }

    @Test
    @Tag("terminal#AC-11")
    void a_workspace_that_is_worked_on_ends_it_with_6() throws Exception {
        workspace.with("script.jsonl", ScriptLines.says("done"));
        try (var _ =
                ((WorkspaceLock.Attempt.Locked)
                                WorkspaceLock.lock(new Workspace(workspace.root()), "another"))
                        .lock()) {
            assertThat(Kiro.in(workspace.root()).run(DO_IT).code()).isEqualTo(6);
        }
    }

    @Test
    @Tag("terminal#AC-11")
    void a_command_line_that_makes_no_sense_ends_with_64() {
        assertThat(Kiro.in(workspace.root()).run("agent", "--no-such-option").code()).isEqualTo(64);
        assertThat(Kiro.in(workspace.root()).run("chat", "--no-such-option").code()).isEqualTo(64);
    }

    @Test
    @Tag("terminal#AC-11")
    void a_session_that_cannot_be_written_ends_it_with_69() throws Exception {
        workspace.with(".kiro/sessions", "this is a file\n");

        assertThat(code(List.of(ScriptLines.says("done")), DO_IT)).isEqualTo(69);
    }

    @Test
    @Tag("terminal#AC-11")
    void a_fault_of_the_program_ends_it_with_70_and_says_where() {
        workspace.with("script.jsonl", ScriptLines.says("done"));

        Kiro.Result result = Kiro.in(workspace.root()).withBrokenClock().run(DO_IT);

        assertThat(result.code()).isEqualTo(70);
        assertThat(result.err()).contains("the clock is broken", "[cli/internal]");
    }

    private int code(List<String> script, String... args) {
        workspace.with("script.jsonl", ScriptLines.all(script.toArray(String[]::new)));
        return Kiro.in(workspace.root()).run(args).code();
    }
}
