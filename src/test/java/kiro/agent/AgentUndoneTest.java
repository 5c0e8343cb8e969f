package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import kiro.agent.AgentTask.Goal;
import kiro.agent.Approver.CallAnswer;
import kiro.agent.UndoneCall.Cause;
import kiro.model.scripted.ScriptedModel;
import kiro.permission.Mode;
import kiro.session.Event;
import kiro.session.Recorded;
import kiro.session.SessionListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("agent-loop#AC-18")
class AgentUndoneTest {
    private static final String READS = "{\"path\":\"run-tests.sh\"}";
    private static final String NO_MATCH =
            "{\"path\":\"run-tests.sh\",\"old_text\":\"not there\",\"new_text\":\"x\"}";

    @TempDir private Path folder;
    private AgentHarness agent;
    private int trials;

    @BeforeEach
    void open() {
        agent = new AgentHarness(folder);
    }

    private List<UndoneCall> undone(Script script) throws InterruptedException {
        return autonomous(script).work().undone();
    }

    private RunReport autonomous(Script script) throws InterruptedException {
        return agent.runWithoutSpec(script.says("all done"), Mode.AUTONOMOUS);
    }

    private static Script runs(String... commands) {
        var script = new Script();
        for (String command : commands) {
            script.calls("run_command", "{\"command\":\"%s\"}".formatted(command));
        }
        return script;
    }

    @Test
    void an_edit_that_did_not_match_and_was_not_tried_again_is_not_done()
            throws InterruptedException {
        RunReport report =
                autonomous(new Script().calls("read_file", READS).calls("edit_file", NO_MATCH));

        assertThat(report.end()).isInstanceOf(RunEnd.Undone.class);
        assertThat(report.end().reason()).isEqualTo("run-tests.sh was not done");
        assertThat(report.work().undone())
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.subject()).isEqualTo("run-tests.sh");
                    assertThat(call.cause()).isEqualTo(Cause.FAILED);
                    assertThat(call.reason()).isNotBlank();
                });
    }

    @Test
    void a_later_change_of_the_same_file_makes_up_for_it() throws InterruptedException {
        RunReport report =
                autonomous(
                        new Script()
                                .calls("read_file", READS)
                                .calls("edit_file", NO_MATCH)
                                .writes("run-tests.sh", "exit 0\\n"));

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        assertThat(report.work().undone()).isEmpty();
    }

    @Test
    void a_change_of_another_file_does_not() throws InterruptedException {
        assertThat(
                        undone(
                                new Script()
                                        .calls("read_file", READS)
                                        .calls("edit_file", NO_MATCH)
                                        .writes("other.txt", "x")))
                .extracting(UndoneCall::subject)
                .containsExactly("run-tests.sh");
    }

    @Test
    void a_wrong_path_outside_is_made_up_for_by_the_right_one() throws InterruptedException {
        assertThat(undone(new Script().writes("/srv/app/notes.txt", "x"))).hasSize(1);
        assertThat(
                        new AgentHarness(folder.resolve("again"))
                                .runWithoutSpec(
                                        new Script()
                                                .writes("/srv/app/notes.txt", "x")
                                                .writes("app/notes.txt", "x")
                                                .says("done"),
                                        Mode.AUTONOMOUS)
                                .work()
                                .undone())
                .isEmpty();
    }

    @Test
    void what_only_looked_leaves_nothing_undone() throws InterruptedException {
        assertThat(
                        undone(
                                new Script()
                                        .calls("read_file", "{\"path\":\"nowhere.txt\"}")
                                        .calls("read_file", "{\"path\":")
                                        .calls("search", "{\"pattern\":\"\"}")
                                        .calls("git", "{\"arguments\":[\"log\",\"--output=x\"]}")))
                .isEmpty();
    }

    @Test
    void a_command_whose_failure_was_the_last_word_is_not_done() throws InterruptedException {
        assertThat(undone(runs("touch ready", "exit 3")))
                .containsExactly(new UndoneCall("exit 3", "exit code 3", Cause.FAILED));
    }

    @Test
    void a_command_that_failed_on_the_way_is_no_matter() throws InterruptedException {
        assertThat(undone(runs("exit 3", "touch ready"))).isEmpty();
    }

    @Test
    void a_command_that_is_not_allowed_stays_undone_whatever_else_is_done()
            throws InterruptedException {
        RunReport report = autonomous(runs("sudo reboot", "touch ready"));

        assertThat(report.work().undone())
                .extracting(UndoneCall::subject, UndoneCall::cause)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("sudo reboot", Cause.FORBIDDEN));
        assertThat(((RunEnd.Undone) report.end()).isForbidden()).isTrue();
    }

    @Test
    void what_a_person_declined_is_told_and_is_no_failure() throws InterruptedException {
        RunReport report =
                agent.asking(new Says().to(new CallAnswer.Refused("wrong folder")))
                        .runWithoutSpec(
                                new Script()
                                        .plans("", "write")
                                        .writes("b.txt", "x")
                                        .says("then not"),
                                Mode.INTERACTIVE);

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        assertThat(report.work().undone())
                .containsExactly(new UndoneCall("b.txt", "wrong folder", Cause.DECLINED));
    }

    @Test
    @Tag("sessions#AC-23")
    void what_was_under_way_when_a_run_was_killed_and_is_not_made_again_is_not_done()
            throws InterruptedException {
        Script script =
                new Script()
                        .calls("write_file", "{\"path\":\"a.txt\",\"content\":\"x\"}")
                        .says("all done");
        assertThat(killedAt(Event.ModelAnswered.class, script))
                .as("before the call was begun")
                .containsExactly("a.txt: " + RestoredTalk.NOT_MADE);

        assertThat(killedAt(Event.ToolIntended.class, script))
                .as("before it had its effect")
                .containsExactly("a.txt: the run was stopped while this was under way");

        assertThat(killedAt(Event.ToolIntended.class, runs("sleep 0").says("all done")))
                .containsExactly("run sleep 0: the run was stopped while this was under way");

        assertThat(killedAt(Event.ToolFinished.class, script)).isEmpty();
    }

    @Test
    void what_is_made_again_after_a_kill_is_done() throws InterruptedException {
        Script script =
                new Script()
                        .calls("write_file", "{\"path\":\"a.txt\",\"content\":\"x\"}")
                        .says("all done");
        kill(Event.ToolIntended.class, script);

        RunReport report =
                agent.watchedBy()
                        .resume(
                                new ScriptedModel(
                                        new Script()
                                                .after(1)
                                                .calls(
                                                        "write_file",
                                                        "{\"path\":\"a.txt\",\"content\":\"x\"}")
                                                .says("all done")
                                                .answers()),
                                Mode.AUTONOMOUS);

        assertThat(report.end()).isInstanceOf(RunEnd.Done.class);
    }

    /// What is undone when a run that was killed after the first of these events goes on, and the model says that all is
    /// done.
    private List<String> killedAt(Class<? extends Event> event, Script script)
            throws InterruptedException {
        agent = new AgentHarness(folder.resolve(event.getSimpleName() + trials++));
        kill(event, script);
        var done = new ScriptedModel(new Script().says("all done").answers());
        return agent.watchedBy().resume(done, Mode.AUTONOMOUS).work().undone().stream()
                .map(call -> call.subject() + ": " + call.reason())
                .toList();
    }

    private void kill(Class<? extends Event> event, Script script) {
        agent.watchedBy(
                new SessionListener() {
                    @Override
                    public void recorded(Recorded recorded, String line) {
                        if (event.isInstance(recorded.event())) {
                            throw new Killed();
                        }
                    }
                });
        assertThatThrownBy(() -> agent.runWithoutSpec(script, Mode.AUTONOMOUS))
                .isInstanceOf(Killed.class);
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void with_a_spec_the_evidence_says_what_is_done() throws InterruptedException {
        RunReport report =
                agent.run(
                        new Script()
                                .plans("\"AC-1\"", "a")
                                .calls("delete_everything", "{}")
                                .says("done")
                                .says("enough"),
                        new Goal.WholeWork(),
                        Mode.AUTONOMOUS);

        assertThat(report.end()).isInstanceOf(RunEnd.Unproven.class);
        assertThat(report.work().undone())
                .extracting(UndoneCall::subject)
                .containsExactly("delete_everything");
    }

    @Test
    void what_is_refused_while_a_plan_is_made_is_not_counted() throws InterruptedException {
        RunReport report =
                agent.run(
                        new Script().writes("early.txt", "x").plans("\"AC-1\"", "later"),
                        new Goal.PlanOnly(),
                        Mode.AUTONOMOUS);

        assertThat(report.work().undone()).isEmpty();
    }
}
