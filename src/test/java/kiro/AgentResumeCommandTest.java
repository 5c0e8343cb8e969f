package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.WorkspaceLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentResumeCommandTest {
    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void open() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".gitignore", "target/\nspill/\nscript.jsonl\n")
                        .with(".kiro/steering/none.md", "# None\n")
                        .committed();
    }

    private Kiro.Result kiro(List<String> script, String... args) {
        workspace.with("script.jsonl", String.join("\n", script));
        var all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--model", "scripted/script.jsonl"));
        return Kiro.in(workspace.root())
                .with("KIRO_TEST_COMMAND", "true")
                .run(all.toArray(String[]::new));
    }

    /// A run that reached its limit after its first change.
    private Kiro.Result stopped() {
        return kiro(
                List.of(ScriptLines.writes("c1", "one.txt", "1\n")),
                "agent",
                "do it",
                "--mode",
                "autonomous",
                "--max-turns",
                "1");
    }

    private Path session() throws Exception {
        try (Stream<Path> all = Files.list(workspace.root().resolve(".kiro/sessions"))) {
            return all.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    @Test
    @Tag("sessions#AC-21")
    @Tag("sessions#AC-22")
    void a_run_that_reached_its_limit_says_how_it_goes_on_and_goes_on() throws Exception {
        Kiro.Result limit = stopped();
        assertThat(limit.code()).isEqualTo(4);
        String id = session().getFileName().toString();
        assertThat(limit.out())
                .contains(
                        "next: go on with 'kiro agent --resume %s --mode autonomous --model scripted/script.jsonl --max-turns 1'"
                                .formatted(id));

        Kiro.Result resumed =
                kiro(
                        List.of(
                                ScriptLines.writes("c2", "two.txt", "2\n"),
                                ScriptLines.says("all of it is there")),
                        "agent",
                        "--resume",
                        "--mode",
                        "autonomous");

        assertThat(resumed.code()).as(resumed.out() + resumed.err()).isZero();
        assertThat(resumed.out()).contains("goes on: model", "2 files written: one.txt, two.txt");
        assertThat(workspace.read("two.txt")).isEqualTo("2\n");
        assertThat(session().resolve("events.jsonl")).content().contains("run-resumed");
        Kiro.Result again = kiro(List.of(ScriptLines.says("x")), "agent", "--resume", id);
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("session " + id + " is done");
    }

    @Test
    @Tag("sessions#AC-27")
    void a_session_that_another_process_has_taken_up_is_refused_and_names_who_has_it()
            throws Exception {
        stopped();
        String log = Files.readString(session().resolve("events.jsonl"));
        var held =
                (WorkspaceLock.Attempt.Locked)
                        WorkspaceLock.lock(workspace.workspace(), "session " + session());
        try {
            for (String[] line :
                    List.of(
                            new String[] {"agent", "--resume", "--mode", "autonomous"},
                            new String[] {"chat"})) {
                Kiro.Result second = kiro(List.of(ScriptLines.says("x")), line);

                assertThat(second.code()).as(second.out() + second.err()).isEqualTo(6);
                assertThat(second.err()).contains(session().getFileName().toString());
            }
        } finally {
            held.lock().close();
        }
        assertThat(session().resolve("events.jsonl")).content().isEqualTo(log);
    }

    @Test
    @Tag("sessions#AC-18")
    void without_a_terminal_a_run_that_has_to_be_asked_for_does_nothing() throws Exception {
        stopped();

        Kiro.Result result =
                kiro(List.of(ScriptLines.writes("c2", "two.txt", "2\n")), "agent", "--resume");

        assertThat(result.code()).isEqualTo(3);
        assertThat(workspace.has("two.txt")).isFalse();
    }

    @Test
    @Tag("sessions#AC-21")
    void what_cannot_be_gone_on_with_is_said_with_the_next_move() throws Exception {
        assertThat(kiro(List.of(), "agent", "--resume").err())
                .contains("there is no session yet [session/not-found]");
        stopped();
        assertThat(kiro(List.of(), "agent", "--resume", "zzzz").err())
                .contains("there is no session 'zzzz'");
        assertThat(kiro(List.of(), "agent", "--resume", "last", "--task", "x").code())
                .isEqualTo(64);

        Path log = session().resolve("events.jsonl");
        String text = Files.readString(log);
        Files.writeString(log, text.lines().limit(1).findFirst().orElseThrow() + "\n");
        assertThat(kiro(List.of(), "agent", "--resume").err()).doesNotContain("agent/log-damaged");

        Files.writeString(log, text.replace("\"step-started\"", "\"step-changed\""));
        Kiro.Result damaged = kiro(List.of(), "agent", "--resume");
        assertThat(damaged.code()).isEqualTo(1);
        assertThat(damaged.err())
                .contains("is damaged in the middle: line", "[agent/log-damaged]", "--plan FILE");
    }

    @Test
    @Tag("sessions#AC-20")
    void a_torn_end_is_warned_of_when_the_run_goes_on() throws Exception {
        stopped();
        Path log = session().resolve("events.jsonl");
        String text = Files.readString(log);
        Files.writeString(log, text.substring(0, text.length() - 20));

        Kiro.Result result =
                kiro(
                        List.of(ScriptLines.says("done")),
                        "agent",
                        "--resume",
                        "--mode",
                        "autonomous");

        assertThat(result.out()).contains("warning: the last record of the log was cut off");
        assertThat(session().resolve("events.torn")).exists();
    }
}
