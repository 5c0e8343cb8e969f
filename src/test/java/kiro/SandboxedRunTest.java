package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands of a run where the machine confines them, and where it does not.
class SandboxedRunTest {
    /// Runs what it is given, and writes down that it was asked to confine it.
    private static final String WORKING =
            "#!/bin/sh\necho \"$*\" >>'%s'\nwhile [ \"$1\" != -- ]; do shift; done\nshift\nexec \"$@\"\n";

    private static final String BROKEN = "#!/bin/sh\necho 'bwrap: no namespaces' >&2\nexit 1\n";

    @TempDir Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void makeProject() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".gitignore", "script.jsonl\n")
                        .with(
                                "script.jsonl",
                                ScriptLines.all(
                                        ScriptLines.call(
                                                "c1",
                                                "propose_plan",
                                                "{\"title\":\"t\",\"steps\":[{\"action\":\"touch\",\"risk\":\"low\"}]}"),
                                        ScriptLines.call(
                                                "c2",
                                                "run_command",
                                                "{\"command\":\"touch made.txt\"}"),
                                        ScriptLines.says("done")))
                        .committed();
    }

    @Test
    @Tag("sandbox#AC-2")
    void a_command_runs_within_the_sandbox() throws Exception {
        Kiro.Result result = run(WORKING.formatted(folder.resolve("calls")), "on");

        assertThat(workspace.root().resolve("made.txt")).exists();
        assertThat(result.code()).isZero();
        assertThat(Files.readString(folder.resolve("calls")))
                .contains("-- /bin/sh -c touch made.txt");
    }

    @Test
    @Tag("sandbox#AC-5")
    void without_one_and_without_anybody_to_ask_it_does_not_run() throws Exception {
        Kiro.Result result = run(BROKEN, "on");

        assertThat(workspace.root().resolve("made.txt")).doesNotExist();
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out())
                .contains(
                        "would not be confined: bubblewrap does not work here: bwrap: no namespaces");
    }

    @Test
    @Tag("permissions#AC-19")
    void a_person_who_is_asked_can_keep_a_command_allowed() throws Exception {
        Kiro.Result first =
                kiro(BROKEN, "off")
                        .typing("a", "k")
                        .run(
                                "agent",
                                "make it",
                                "--model",
                                "scripted/script.jsonl",
                                "--mode",
                                "semi-automatic");

        assertThat(first.out())
                .contains("[a]ll of this run, [k]eep allowed, [q]uit > ")
                .contains("kept for this project: 'allow shell 'touch made.txt''");
        assertThat(workspace.root().resolve("made.txt")).exists();

        Files.delete(workspace.root().resolve("made.txt"));
        Kiro.Result second = run(BROKEN, "on");
        assertThat(second.code()).isZero();
        assertThat(workspace.root().resolve("made.txt")).exists();
    }

    @Test
    @Tag("sandbox#AC-2")
    void a_model_whose_command_fails_is_told_of_the_walls() throws Exception {
        var ignored =
                workspace.with(
                        "script.jsonl",
                        ScriptLines.all(
                                ScriptLines.call(
                                        "c1",
                                        "propose_plan",
                                        "{\"title\":\"t\",\"steps\":[{\"action\":\"look\",\"risk\":\"low\"}]}"),
                                ScriptLines.call(
                                        "c2", "run_command", "{\"command\":\"ls nothing\"}"),
                                ScriptLines.says("done")));
        Kiro.Result result =
                kiro(WORKING.formatted(folder.resolve("calls")), "on")
                        .run(
                                "agent",
                                "look",
                                "--model",
                                "scripted/script.jsonl",
                                "--mode",
                                "autonomous",
                                "--json");

        assertThat(result.out())
                .contains("[it ran in a sandbox: it can write in the workspace alone");
    }

    @Test
    @Tag("sandbox#AC-6")
    void a_person_can_say_that_they_want_none() throws Exception {
        Kiro.Result result = run(BROKEN, "off");

        assertThat(workspace.root().resolve("made.txt")).exists();
        assertThat(result.code()).isZero();
    }

    @Test
    @Tag("sandbox#AC-6")
    void the_state_is_shown_with_the_rules() throws Exception {
        assertThat(kiro(BROKEN, "on").run("permissions", "list").out())
                .endsWith(
                        "sandbox: none, for bubblewrap does not work here: bwrap: no namespaces: every command that does more than"
                                + " look is asked about\n");
        assertThat(
                        kiro(WORKING.formatted(folder.resolve("calls")), "on")
                                .run("permissions", "list")
                                .out())
                .containsPattern(
                        "sandbox: commands are confined by bubblewrap\nwhat build tools fetch within it is kept in /.*/kiro/builds/[0-9a-f]{16}\n$");
        assertThat(kiro(BROKEN, "off").run("permissions", "list").out())
                .endsWith("sandbox: off, by environment KIRO_SANDBOX\n");
        assertThat(kiro(BROKEN, "on").run("permissions", "list", "--json").out())
                .contains(
                        "\"sandbox\":{\"state\":\"degraded\",\"reason\":\"bubblewrap does not work here: bwrap: no namespaces\"}");
    }

    private Kiro.Result run(String bwrap, String use) throws Exception {
        return kiro(bwrap, use)
                .run(
                        "agent",
                        "make it",
                        "--model",
                        "scripted/script.jsonl",
                        "--mode",
                        "autonomous");
    }

    private Kiro kiro(String bwrap, String use) throws Exception {
        Path program = Files.createDirectories(folder.resolve("bin")).resolve("bwrap");
        Files.writeString(program, bwrap);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return Kiro.in(workspace.root())
                .with("PATH", program.getParent() + ":" + System.getenv("PATH"))
                .with("KIRO_SANDBOX", use);
    }
}
