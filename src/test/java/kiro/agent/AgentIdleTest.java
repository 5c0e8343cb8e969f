package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kiro.permission.Mode;
import kiro.session.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("agent-loop#AC-25")
class AgentIdleTest {
    private static final String READS = "{\"path\":\"run-tests.sh\"}";
    private static final String IDLE =
            "no tool was used for the task: nothing was looked at, and nothing has changed";

    @TempDir private Path folder;
    private AgentHarness agent;

    @BeforeEach
    void open() {
        agent = new AgentHarness(folder);
    }

    private List<Event> refusals() {
        return agent.events().stream().filter(Event.DoneRefused.class::isInstance).toList();
    }

    @Test
    void work_that_is_said_to_be_done_without_any_call_is_refused_and_then_not_done()
            throws InterruptedException {
        RunReport report =
                agent.runWithoutSpec(
                        new Script().says("I renamed it everywhere").says("It is done, really"),
                        Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Unproven(IDLE));
        assertThat(refusals()).containsExactly(new Event.DoneRefused(1, List.of(), List.of(IDLE)));
        assertThat(agent.told(2)).contains("<missing round=\"1\">", IDLE, "report_problem");
    }

    @Test
    void what_is_done_when_it_was_refused_is_done() throws InterruptedException {
        RunReport report =
                agent.runWithoutSpec(
                        new Script().says("done").writes("new.txt", "x").says("now it is"),
                        Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        assertThat(report.work().origins()).hasSize(1);
    }

    @Test
    void an_answer_that_was_looked_up_is_one() throws InterruptedException {
        RunReport report =
                agent.runWithoutSpec(
                        new Script()
                                .says("it says hello")
                                .calls("read_file", READS)
                                .says("it runs the tests"),
                        Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        assertThat(report.work().words()).isEqualTo("it runs the tests");
    }

    @Test
    void a_plan_alone_is_no_work() throws InterruptedException {
        RunReport report =
                agent.runWithoutSpec(
                        new Script()
                                .plans("", "Greet by name")
                                .says("greeted")
                                .says("greeted, as I said"),
                        Mode.INTERACTIVE);

        assertThat(report.end()).isEqualTo(new RunEnd.Unproven(IDLE));
    }

    @Test
    void who_says_then_what_stands_in_the_way_is_not_done_either() throws InterruptedException {
        RunReport report =
                agent.runWithoutSpec(
                        new Script()
                                .says("done")
                                .calls("read_file", READS)
                                .calls("report_problem", "{\"reason\":\"there is no such field\"}"),
                        Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Unproven("there is no such field"));
    }
}
