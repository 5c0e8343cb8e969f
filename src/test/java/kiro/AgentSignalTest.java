package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kiro.process.Command;
import kiro.process.CommandResult;
import kiro.process.CommandRunner;
import kiro.testing.Processes;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the system does to a run from outside.
class AgentSignalTest {
    private static final String[] RUN = {
        "agent", "tidy", "--mode", "autonomous", "--model", "scripted/script.jsonl"
    };

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void open() throws IOException {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".kiro/specs/keep", "");
    }

    /// The terminal is closed, or somebody ends the program.
    @ParameterizedTest
    @CsvSource({"HUP, 129", "TERM, 143"})
    @Tag("terminal#AC-13")
    void a_run_that_the_system_ends_is_ended_in_order(String signal, int code) throws Exception {
        script(
                ScriptLines.call(
                        "c1",
                        "run_command",
                        "{\"command\":\"echo $$ > pid.new; mv pid.new pid; sleep 50\"}"),
                ScriptLines.says("done"));

        CommandResult.Exited shell =
                shell(
                        "%s & run=$!; until [ -e pid ]; do sleep 0.05; done; kill -%s $run; wait $run; exit $?"
                                .formatted(java(), signal));

        assertThat(shell.code()).as(shell.output().text()).isEqualTo(code);
        List<String> log = log();
        assertThat(log.getLast()).contains("\"type\":\"run-ended\",\"end\":\"interrupted\"");
        Optional<ProcessHandle> command =
                ProcessHandle.of(Long.parseLong(workspace.read("pid").strip()));
        if (command.isPresent()) {
            command.get().onExit().get(10, TimeUnit.SECONDS);
        }
        script(ScriptLines.call("c1", "list_directory", "{}"), ScriptLines.says("done"));
        assertThat(Kiro.in(workspace.root()).run(RUN).code()).isZero();
    }

    /// What it had printed would be lost with it: the model looks at it, and so does the person.
    @Test
    @Tag("sessions#AC-31")
    void what_a_command_had_printed_when_it_was_stopped_is_told_when_the_run_goes_on()
            throws Exception {
        script(
                ScriptLines.call(
                        "c1",
                        "run_command",
                        "{\"command\":\"seq -f 'row %g of the migration' 5000; echo $$ > pid.new; mv pid.new pid; sleep 50\"}"),
                ScriptLines.says("done"));
        shell(
                "%s & run=$!; until [ -e pid ]; do sleep 0.05; done; kill -TERM $run; wait $run"
                        .formatted(java()));
        List<String> before = log();
        script(ScriptLines.says("I looked"), ScriptLines.says("done"));

        Kiro.Result resumed =
                Kiro.in(workspace.root()).run("agent", "--resume", "--mode", "autonomous");
        Kiro.Result shown = Kiro.in(workspace.root()).run("session", "show", "last");

        String stopped =
                before.stream()
                        .filter(line -> line.contains("tool-stopped"))
                        .findFirst()
                        .orElseThrow();
        assertThat(stopped)
                .contains(
                        "row 1 of the migration\\n",
                        "row 5000 of the migration\\n",
                        "bytes in all");
        assertThat(before.getLast()).contains("\"end\":\"interrupted\"");
        assertThat(session().resolve("output/output-1.txt"))
                .content()
                .startsWith("row 1 of")
                .contains("row 2500 of")
                .endsWith("row 5000 of the migration\n");
        assertThat(resumed.out())
                .contains("unknown: the run was stopped while", "it had printed last: row 5000")
                .doesNotContain("refused: ");
        assertThat(shown.out())
                .contains("stopped   it had printed last: row 5000 of the migration");
        assertThat(log())
                .anyMatch(line ->
                        line.contains("\"type\":\"tool-finished\"")
                                && line.contains("all that it had printed:")
                                && line.contains("row 1 of the migration"));
    }

    /// What a command did before the run was killed with it is known to the run that goes on, and is taken back with it.
    @Test
    @Tag("sessions#AC-28")
    void what_a_command_did_that_was_under_way_at_a_kill_can_be_taken_back() throws Exception {
        workspace.with("kept.txt", "one\n").with("gone.txt", "gone\n");
        script(
                ScriptLines.call(
                        "c1",
                        "run_command",
                        "{\"command\":\"echo two > kept.txt; rm gone.txt; echo x > made.txt; echo $$ > pid.new; mv pid.new pid; sleep 50\"}"),
                ScriptLines.says("done"));
        shell(
                "%s & run=$!; until [ -e pid ]; do sleep 0.05; done; kill -KILL $run; wait $run; kill $(cat pid)"
                        .formatted(java()));
        assertThat(log().getLast()).contains("\"type\":\"tool-intended\"");
        script(ScriptLines.says("I looked"), ScriptLines.says("done"));

        Kiro.Result resumed =
                Kiro.in(workspace.root()).run("agent", "--resume", "--mode", "autonomous");
        Kiro.Result undone = Kiro.in(workspace.root()).run("undo");

        assertThat(log().toString()).contains("\"type\":\"files-changed\",\"call\":\"c1\"");
        assertThat(resumed.out()).contains("kept.txt");
        assertThat(undone.code()).as(undone.out() + undone.err()).isZero();
        assertThat(workspace.read("kept.txt")).isEqualTo("one\n");
        assertThat(workspace.read("gone.txt")).isEqualTo("gone\n");
        assertThat(workspace.has("made.txt")).isFalse();
        assertThat(Files.exists(session().resolve("journal/under-way.json"))).isFalse();
    }

    @Test
    @Tag("agent-command#AC-17")
    void where_nothing_may_be_written_no_run_begins() throws Exception {
        script(ScriptLines.writes("c1", "made.txt", "x"), ScriptLines.says("done"));
        Files.createFile(workspace.root().resolve(".kiro/sessions"));

        Kiro.Result result = Kiro.in(workspace.root()).run(RUN);

        assertThat(result.code()).isEqualTo(69);
        assertThat(result.err())
                .contains(
                        "error: the session's folder cannot be written",
                        "next: make .kiro/sessions writable");
        assertThat(workspace.has("made.txt")).isFalse();
    }

    private void script(String... lines) {
        workspace.with("script.jsonl", ScriptLines.all(lines));
    }

    private static String java() {
        return "'%s' -XX:-UsePerfData -XX:TieredStopAtLevel=1 kiro.Main %s"
                .formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        String.join(" ", RUN));
    }

    private CommandResult.Exited shell(String line) throws Exception {
        return (CommandResult.Exited)
                new CommandRunner(System.getenv(), folder.resolve("spill"))
                        .run(
                                Command.shell(workspace.root(), Duration.ofSeconds(60), line)
                                        .withEnvironment(
                                                Map.of(
                                                        "CLASSPATH",
                                                        Processes.classPath(),
                                                        "HOME",
                                                        folder.resolve("home").toString(),
                                                        "KIRO_SANDBOX",
                                                        "off")));
    }

    private List<String> log() throws IOException {
        return Files.readAllLines(session().resolve("events.jsonl"));
    }

    private Path session() throws IOException {
        try (Stream<Path> files = Files.walk(workspace.root().resolve(".kiro/sessions"))) {
            return files.filter(file -> file.endsWith("events.jsonl"))
                    .findFirst()
                    .map(Path::getParent)
                    .orElseThrow();
        }
    }
}
