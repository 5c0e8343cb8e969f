package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kiro.agent.AgentTask.Goal;
import kiro.agent.Approver.CallAnswer;
import kiro.agent.Approver.Pace;
import kiro.agent.Approver.PlanAnswer;
import kiro.agent.Approver.StepAnswer;
import kiro.permission.Mode;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.plan.StepStatus;
import kiro.session.Event;
import kiro.tool.Risk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentAskingTest {
    private static final Goal WHOLE = new Goal.WholeWork();

    @TempDir private Path folder;
    private AgentHarness agent;

    @BeforeEach
    void open() {
        agent = new AgentHarness(folder);
    }

    @Test
    @Tag("agent-loop#AC-12")
    void the_reason_of_a_rejected_plan_reaches_the_model() throws InterruptedException {
        var person =
                new Says()
                        .to(new PlanAnswer.Rejected("smaller steps, please"))
                        .to(new PlanAnswer.Abandoned("not today"));

        RunReport report =
                agent.asking(person)
                        .run(
                                new Script().plans("\"AC-1\"", "all").plans("\"AC-1\"", "a", "b"),
                                WHOLE,
                                Mode.INTERACTIVE);

        assertThat(agent.told(2)).isEqualTo("error: the plan is rejected: smaller steps, please");
        assertThat(report.end()).isEqualTo(new RunEnd.Denied("not today"));
        assertThat(agent.events(Event.PlanRejected.class)).hasSize(2);
    }

    @Test
    @Tag("agent-loop#AC-12")
    void an_edited_plan_is_the_one_that_is_carried_out() throws InterruptedException {
        Plan edited =
                new Plan(
                        "mine",
                        "implement",
                        Optional.empty(),
                        List.of(
                                new Step(
                                        1,
                                        "do it my way",
                                        List.of(),
                                        Risk.LOW,
                                        List.of(),
                                        StepStatus.PENDING)),
                        List.of());

        agent.asking(new Says().to(new PlanAnswer.Approved(edited, Pace.ALL_AT_ONCE)))
                .run(
                        new Script().plans("\"AC-1\"", "a", "b").says("done").says("enough"),
                        WHOLE,
                        Mode.INTERACTIVE);

        assertThat(agent.told(2)).contains("edited by a person", "do it my way");
        assertThat(agent.events(Event.StepStarted.class))
                .containsExactly(new Event.StepStarted(1, "do it my way"));
        assertThat(agent.workspace.read(".kiro/plans/demo-20260301-120000-abcd.md"))
                .contains("# Plan: mine");
    }

    @Test
    @Tag("agent-loop#AC-13")
    void interactive_mode_asks_before_each_step_and_each_change() throws InterruptedException {
        var person = new Says().to(new StepAnswer.Skip());

        agent.asking(person)
                .run(
                        new Script()
                                .plans("\"AC-1\"", "a", "b")
                                .writes("b.txt", "x")
                                .says("b done")
                                .says("enough"),
                        WHOLE,
                        Mode.INTERACTIVE);

        assertThat(person.asked).hasSize(4).startsWith("plan the plan", "step 1", "step 2");
        assertThat(person.asked.getLast()).contains("b.txt");
        assertThat(agent.events(Event.StepFinished.class))
                .extracting(Event.StepFinished::status)
                .containsExactly(StepStatus.SKIPPED, StepStatus.DONE);
    }

    @Test
    @Tag("agent-loop#AC-13")
    void a_refused_change_is_not_made_and_the_model_learns_why() throws InterruptedException {
        agent.asking(new Says().to(new CallAnswer.Refused("wrong folder")))
                .run(
                        new Script()
                                .plans("\"AC-1\"", "a")
                                .writes("b.txt", "x")
                                .says("then not")
                                .says("enough"),
                        WHOLE,
                        Mode.INTERACTIVE);

        assertThat(agent.workspace.has("b.txt")).isFalse();
        assertThat(agent.told(3)).isEqualTo("error: a person refused this: wrong folder");
    }

    @Test
    void a_person_who_quits_at_a_question_leaves_the_step_open() throws InterruptedException {
        RunReport report =
                agent.asking(new Says().to(new CallAnswer.Stop("lunch")))
                        .run(
                                new Script().plans("\"AC-1\"", "a").writes("b.txt", "x"),
                                WHOLE,
                                Mode.INTERACTIVE);

        assertThat(report.end()).isEqualTo(new RunEnd.Denied("lunch"));
        assertThat(report.plan().orElseThrow().plan().steps().getFirst().status())
                .isEqualTo(StepStatus.PENDING);
        assertThat(agent.workspace.has("b.txt")).isFalse();
    }

    @Test
    @Tag("agent-loop#AC-13")
    void autonomous_mode_asks_nothing() throws InterruptedException {
        var person = new Says();

        agent.asking(person)
                .run(
                        new Script()
                                .plans("\"AC-1\"", "a")
                                .writes("b.txt", "x")
                                .says("done")
                                .says("enough"),
                        WHOLE,
                        Mode.AUTONOMOUS);

        assertThat(person.asked).isEmpty();
        assertThat(agent.workspace.read("b.txt")).isEqualTo("x");
    }
}
