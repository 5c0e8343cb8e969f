package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kiro.agent.AgentTask.Goal;
import kiro.evidence.VerdictState;
import kiro.model.ModelFailure;
import kiro.permission.Mode;
import kiro.plan.StepStatus;
import kiro.session.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentFaultTest {
    @TempDir private Path folder;
    private AgentHarness agent;

    @BeforeEach
    void open() {
        agent = new AgentHarness(folder);
    }

    @Test
    @Tag("agent-loop#AC-14")
    void a_failure_that_may_pass_is_waited_out() throws InterruptedException {
        RunReport report =
                agent.runWithoutSpec(
                        new Script()
                                .fails(
                                        new ModelFailure.RateLimited(
                                                "slow down", Optional.of(Duration.ofSeconds(7))))
                                .fails(new ModelFailure.Disconnected("gone"))
                                .calls("list_directory", "{}")
                                .says("done"),
                        Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        assertThat(agent.pauses).hasSize(2).startsWith(Duration.ofSeconds(7));
        assertThat(agent.events(Event.ModelFailed.class))
                .extracting(Event.ModelFailed::kind)
                .containsExactly("RateLimited", "Disconnected");
    }

    @Test
    @Tag("loop-hygiene#AC-3")
    void a_reply_that_breaks_off_costs_no_call_that_was_made_before() throws InterruptedException {
        RunReport report =
                agent.runWithoutSpec(
                        new Script()
                                .calls("run_command", "{\"command\":\"echo once >> made.txt\"}")
                                .fails(new ModelFailure.Disconnected("the connection broke"))
                                .fails(new ModelFailure.Silent("silence", Duration.ofSeconds(90)))
                                .says("done"),
                        Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        assertThat(agent.workspace.read("made.txt")).isEqualTo("once\n");
        assertThat(agent.requests().subList(1, 4))
                .extracting(request -> request.messages())
                .allMatch(messages -> messages.equals(agent.requests().get(1).messages()));
    }

    @Test
    @Tag("agent-loop#AC-14")
    void a_failure_that_cannot_pass_ends_the_run_and_leaves_the_step_open()
            throws InterruptedException {
        var failure = new ModelFailure.Unauthorized("the key is not accepted");

        RunReport report =
                agent.run(
                        new Script().plans("\"AC-1\"", "a").fails(failure),
                        new Goal.WholeWork(),
                        Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.ModelFailed(failure));
        assertThat(agent.pauses).isEmpty();
        assertThat(report.plan().orElseThrow().plan().steps().getFirst().status())
                .isEqualTo(StepStatus.PENDING);
    }

    @Test
    @Tag("agent-loop#AC-15")
    void an_interruption_ends_the_run_with_everything_in_order() throws InterruptedException {
        var ended = new AtomicReference<RunReport>();
        Thread run =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                ended.set(
                                        agent.run(
                                                new Script()
                                                        .plans("\"AC-1\"", "wait")
                                                        .calls(
                                                                "run_command",
                                                                "{\"command\":\"touch begun; sleep 60\"}"),
                                                new Goal.WholeWork(),
                                                Mode.AUTONOMOUS));
                            } catch (InterruptedException late) {
                                Thread.currentThread().interrupt();
                            }
                        });
        assertThat(begins()).isTrue();
        run.interrupt();
        run.join();

        assertThat(ended.get().end()).isEqualTo(new RunEnd.Interrupted());
        assertThat(agent.events().getLast()).isInstanceOf(Event.RunEnded.class);
        assertThat(agent.workspace.read(ended.get().plan().orElseThrow().file().value()))
                .contains("1. [-] wait");
    }

    /// Waits until the command runs.
    private boolean begins() throws InterruptedException {
        for (int tries = 0; tries < 400 && !agent.workspace.has("begun"); tries++) {
            Thread.sleep(25);
        }
        return agent.workspace.has("begun");
    }

    @Test
    @Tag("agent-loop#AC-16")
    void tests_that_cannot_be_run_are_said_up_front_and_nothing_is_ticked()
            throws InterruptedException {
        agent.workspace.with("run-tests.sh", "echo 'Demo.java:1: error: broken'; exit 1\n");

        RunReport report =
                agent.run(
                        new Script()
                                .plans("\"AC-1\"", "a")
                                .writes("a.txt", "x")
                                .says("done")
                                .says("enough"),
                        new Goal.WholeWork(),
                        Mode.AUTONOMOUS);

        assertThat(agent.events(Event.Warned.class))
                .anyMatch(warned -> warned.text().startsWith("the tests cannot be run"));
        assertThat(report.verdicts())
                .extracting(verdict -> verdict.state())
                .containsOnly(VerdictState.COULD_NOT_MEASURE);
        assertThat(report.end()).isInstanceOf(RunEnd.Unproven.class);
        assertThat(agent.workspace.read(".kiro/specs/demo.md")).isEqualTo(AgentHarness.SPEC);
    }

    @Test
    @Tag("agent-loop#AC-17")
    void a_run_stops_at_its_limit_of_turns() throws InterruptedException {
        var script = new Script();
        for (int i = 0; i < 10; i++) {
            script.writes("file-" + i + ".txt", "x");
        }

        RunReport report =
                agent.with(new Limits(4, 3, 1_000)).runWithoutSpec(script, Mode.AUTONOMOUS);

        assertThat(report.end())
                .isEqualTo(
                        new RunEnd.LimitReached(
                                "the model was asked 4 times, and this run allows 4"));
        assertThat(agent.workspace.has("file-3.txt")).isTrue();
        assertThat(agent.workspace.has("file-4.txt")).isFalse();
    }

    @Test
    void a_script_that_ends_is_a_failure_and_no_success() throws InterruptedException {
        RunReport report = agent.runWithoutSpec(new Script(), Mode.AUTONOMOUS);

        assertThat(report.end()).isInstanceOf(RunEnd.ModelFailed.class);
    }
}
