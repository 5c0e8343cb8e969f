package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kiro.agent.AgentTask.Goal;
import kiro.evidence.VerdictState;
import kiro.model.Block;
import kiro.permission.Mode;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.plan.StepStatus;
import kiro.session.Event;
import kiro.spec.CriterionId;
import kiro.tool.Risk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentTest {
    private static final Goal WHOLE = new Goal.WholeWork();

    @TempDir private Path folder;
    private AgentHarness agent;

    @BeforeEach
    void open() {
        agent = new AgentHarness(folder);
    }

    private static Script proof(Script script, String... criteria) {
        var results = new StringBuilder();
        for (String criterion : criteria) {
            results.append(AgentHarness.method(criterion)).append(" pass\n");
        }
        return script.calls("read_file", "{\"path\":\"src/test/java/demo/DemoTest.java\"}")
                .writes("src/test/java/demo/DemoTest.java", AgentHarness.testsFor(criteria))
                .writes("results.txt", results.toString());
    }

    @Test
    @Tag("agent-loop#AC-1")
    void a_spec_becomes_a_plan_code_evidence_and_ticks() throws InterruptedException {
        Script script = new Script().plans("\"AC-1\",\"AC-2\"", "write the tests");
        RunReport report =
                agent.run(proof(script, "AC-1", "AC-2").says("done"), WHOLE, Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        assertThat(report.verdicts()).allMatch(verdict -> verdict.state() == VerdictState.PASSING);
        assertThat(agent.workspace.read(".kiro/specs/demo.md"))
                .isEqualTo(AgentHarness.SPEC.replace("- [ ]", "- [x]"));
        assertThat(agent.workspace.read(".kiro/evidence/demo.json")).contains("AC-1", "AC-2");
        assertThat(report.plan().orElseThrow().plan().steps().getFirst().status())
                .isEqualTo(StepStatus.DONE);
        assertThat(agent.workspace.read(report.plan().orElseThrow().file().value()))
                .contains("1. [x] write the tests");
    }

    @Test
    @Tag("agent-loop#AC-2")
    void done_is_refused_while_a_criterion_lacks_evidence() throws InterruptedException {
        Script script = proof(new Script().plans("\"AC-1\"", "write one test"), "AC-1");
        script.says("everything is done");
        RunReport report =
                agent.run(proof(script, "AC-1", "AC-2").says("now it is"), WHOLE, Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        assertThat(agent.events(Event.DoneRefused.class))
                .extracting(Event.DoneRefused::missing)
                .containsExactly(List.of(new CriterionId("AC-2")));
        assertThat(agent.told(6)).contains("<missing round=\"1\">\nAC-2: ");
    }

    @Test
    @Tag("agent-loop#AC-3")
    void a_run_that_proves_nothing_more_ends_and_says_what_is_unproven()
            throws InterruptedException {
        Script script = proof(new Script().plans("\"AC-1\"", "write one test"), "AC-1");
        RunReport report =
                agent.run(script.says("done").says("I think it is fine"), WHOLE, Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Unproven("1 criterion is not proven: AC-2"));
        assertThat(agent.events(Event.DoneRefused.class)).hasSize(1);
        assertThat(agent.workspace.read(".kiro/specs/demo.md"))
                .contains("- [x] AC-1", "- [ ] AC-2");
    }

    @Test
    @Tag("agent-loop#AC-3")
    void done_is_refused_a_bounded_number_of_times() throws InterruptedException {
        Script script = new Script().plans("\"AC-1\"", "try").says("done");
        for (int round = 1; round <= 5; round++) {
            script.writes("notes-" + round + ".txt", "round " + round).says("done");
        }

        RunReport report = agent.run(script, WHOLE, Mode.AUTONOMOUS);

        assertThat(report.end())
                .isEqualTo(new RunEnd.Unproven("2 criteria are not proven: AC-1, AC-2"));
        assertThat(agent.events(Event.DoneRefused.class)).hasSize(3);
    }

    @Test
    @Tag("agent-loop#AC-4")
    void a_test_that_passed_before_and_fails_now_is_in_the_way_of_done()
            throws InterruptedException {
        agent.workspace.with("results.txt", "it_worked pass\n");
        Script script = proof(new Script().plans("\"AC-1\"", "write"), "AC-1", "AC-2");
        script.calls("read_file", "{\"path\":\"results.txt\"}");
        script.writes("results.txt", "proves_ac_1 pass\nproves_ac_2 pass\nit_worked broken\n");

        RunReport report = agent.run(script.says("done").says("no idea"), WHOLE, Mode.AUTONOMOUS);

        assertThat(report.end())
                .isEqualTo(new RunEnd.Unproven("the test demo.DemoTest.it_worked fails"));
    }

    @Test
    @Tag("agent-loop#AC-5")
    void a_plan_alone_is_saved_and_carried_out_later() throws InterruptedException {
        RunReport planned =
                agent.run(
                        new Script().plans("\"AC-1\"", "first", "second"),
                        new Goal.PlanOnly(),
                        Mode.INTERACTIVE);

        assertThat(planned.end()).isEqualTo(new RunEnd.Planned());
        assertThat(agent.workspace.has("results.txt")).isFalse();
        RunReport.SavedPlan saved = planned.plan().orElseThrow();
        assertThat(saved.file())
                .isEqualTo(AgentHarness.path(".kiro/plans/demo-20260301-120000-abcd.md"));

        var later = new AgentHarness(folder.resolve("later"));
        RunReport report =
                later.run(
                        proof(new Script().says("first done"), "AC-1", "AC-2").says("second done"),
                        new Goal.SavedPlan(saved.plan(), saved.file(), OptionalInt.empty()),
                        Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        assertThat(later.told(1))
                .contains("<now>\nexecute\n</now>", "<plan>", "<step number=\"1\"");
    }

    @Test
    @Tag("named-tasks#AC-8")
    void one_step_of_a_plan_is_done_alone() throws InterruptedException {
        Plan plan = threeSteps();
        RunReport report =
                agent.run(
                        proof(new Script(), "AC-1").says("second done"),
                        step(plan, 2),
                        Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Stepped(2, 2));
        assertThat(report.end().reason()).isEqualTo("step 2 is done, 2 are left");
        assertThat(report.plan().orElseThrow().plan().steps())
                .extracting(Step::status)
                .containsExactly(StepStatus.PENDING, StepStatus.DONE, StepStatus.PENDING);
        assertThat(agent.workspace.read(".kiro/specs/demo.md"))
                .contains("- [x] AC-1", "- [ ] AC-2");
        assertThat(agent.events(Event.DoneRefused.class)).isEmpty();
    }

    @Test
    @Tag("named-tasks#AC-8")
    void the_last_step_that_is_open_meets_the_gate() throws InterruptedException {
        Plan plan = threeSteps().withStatus(1, StepStatus.DONE).withStatus(3, StepStatus.SKIPPED);
        RunReport report =
                agent.run(
                        proof(new Script(), "AC-1").says("done").says("no more"),
                        step(plan, 2),
                        Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Unproven("1 criterion is not proven: AC-2"));
    }

    @Test
    @Tag("named-tasks#AC-8")
    void a_step_that_breaks_tests_is_not_passed_over() throws InterruptedException {
        agent.workspace.with("results.txt", "it_worked pass\n");
        RunReport report =
                agent.run(
                        new Script()
                                .calls("read_file", "{\"path\":\"results.txt\"}")
                                .writes("results.txt", "it_worked broken\n")
                                .says("done"),
                        step(threeSteps(), 1),
                        Mode.AUTONOMOUS);

        assertThat(report.end())
                .isEqualTo(new RunEnd.Unproven("the test demo.DemoTest.it_worked fails"));
    }

    private static Goal step(Plan plan, int number) {
        return new Goal.SavedPlan(
                plan, AgentHarness.path(".kiro/plans/p.md"), OptionalInt.of(number));
    }

    private static Plan threeSteps() {
        var steps = new ArrayList<Step>();
        for (int number = 1; number <= 3; number++) {
            steps.add(
                    new Step(
                            number,
                            "do " + number,
                            List.of(),
                            Risk.LOW,
                            List.of(),
                            StepStatus.PENDING));
        }
        return new Plan("three", "implement", Optional.empty(), steps, List.of());
    }

    @Test
    @Tag("agent-loop#AC-6")
    void nothing_is_written_while_a_plan_is_made() throws InterruptedException {
        RunReport report =
                agent.run(
                        new Script().writes("early.txt", "too early").plans("\"AC-1\"", "later"),
                        new Goal.PlanOnly(),
                        Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Planned());
        assertThat(agent.workspace.has("early.txt")).isFalse();
        assertThat(agent.told(2)).startsWith("error: not allowed");
    }

    @Test
    @Tag("agent-loop#AC-7")
    void a_reply_that_was_cut_has_none_of_its_calls_made() throws InterruptedException {
        RunReport report =
                agent.runWithoutSpec(
                        new Script()
                                .isCutIn("write_file", "{\"path\":\"a.txt\",\"content\":\"half")
                                .writes("a.txt", "whole")
                                .says("done"),
                        Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        assertThat(agent.told(2)).startsWith("error: your reply was cut");
        assertThat(agent.workspace.read("a.txt")).isEqualTo("whole");
    }

    @Test
    @Tag("loop-hygiene#AC-18")
    void a_model_that_says_and_does_nothing_is_asked_again_and_is_never_done()
            throws InterruptedException {
        RunReport report =
                agent.runWithoutSpec(
                        new Script().saysNothing().saysNothing().saysNothing(), Mode.AUTONOMOUS);

        assertThat(report.end()).isInstanceOf(RunEnd.StepFailed.class);
        assertThat(report.end().toString())
                .contains("the model said nothing and did nothing, 3 times in a row");
    }

    @Test
    @Tag("loop-hygiene#AC-18")
    void a_model_that_says_nothing_once_goes_on_and_one_that_has_worked_may_end_so()
            throws InterruptedException {
        RunReport report =
                agent.runWithoutSpec(
                        new Script().saysNothing().writes("a.txt", "whole").saysNothing(),
                        Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        assertThat(agent.workspace.read("a.txt")).isEqualTo("whole");
    }

    @Test
    @Tag("loop-hygiene#AC-19")
    void a_reply_that_ends_for_an_unknown_reason_is_said() throws InterruptedException {
        agent.runWithoutSpec(new Script().endsOf("pondered", "I did it"), Mode.AUTONOMOUS);

        assertThat(agent.events(Event.Warned.class))
                .extracting(Event.Warned::text)
                .anyMatch(warned ->
                        warned.contains("for a reason that is not known here, 'pondered'"));
    }

    @Test
    @Tag("agent-loop#AC-8")
    void what_a_model_gets_wrong_is_answered_and_changes_nothing() throws InterruptedException {
        RunReport report =
                agent.runWithoutSpec(
                        new Script()
                                .calls("delete_everything", "{}")
                                .calls("write_file", "{\"path\": \"a.txt\", ")
                                .writes("../outside.txt", "x")
                                .calls("read_file", "{\"path\":\"run-tests.sh\"}")
                                .calls(
                                        "edit_file",
                                        "{\"path\":\"run-tests.sh\",\"old_text\":\"not there\",\"new_text\":\"x\"}")
                                .says("I give up"),
                        Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Undone(report.work().undone()));
        assertThat(report.work().undone())
                .extracting(UndoneCall::subject)
                .containsExactly("write_file", "../outside.txt", "run-tests.sh");
        assertThat(report.work().origins()).isEmpty();
        assertThat(agent.told(2)).startsWith("error: there is no tool 'delete_everything'");
        assertThat(List.of(agent.told(3), agent.told(4), agent.told(6)))
                .allMatch(told -> told.startsWith("error: "));
        assertThat(folder.getParent().resolve("outside.txt")).doesNotExist();
    }

    @Test
    @Tag("agent-loop#AC-9")
    void the_same_call_again_and_again_ends_the_step() throws InterruptedException {
        var script = new Script();
        for (int i = 0; i < 8; i++) {
            script.calls("read_file", "{\"path\":\"pom.xml\"}");
        }

        RunReport report = agent.runWithoutSpec(script, Mode.AUTONOMOUS);

        assertThat(report.end())
                .isEqualTo(
                        new RunEnd.StepFailed(
                                1, "the model makes the same call to read_file again and again"));
        assertThat(agent.told(4)).startsWith("error: this same call was made before");
    }

    @Test
    @Tag("agent-loop#AC-10")
    void each_request_begins_with_the_one_before_it() throws InterruptedException {
        Script script = proof(new Script().plans("\"AC-1\"", "a", "b"), "AC-1", "AC-2");
        agent.run(script.says("a done").says("b done"), WHOLE, Mode.AUTONOMOUS);

        for (int i = 1; i < agent.requests().size(); i++) {
            var before = agent.requests().get(i - 1);
            var after = agent.requests().get(i);
            assertThat(after.system()).isEqualTo(before.system());
            assertThat(after.tools()).isEqualTo(before.tools());
            assertThat(after.messages().subList(0, before.messages().size()))
                    .isEqualTo(before.messages());
        }
    }

    @Test
    @Tag("agent-loop#AC-11")
    void an_intent_stands_in_the_log_before_its_effect_and_the_result_after_it()
            throws InterruptedException {
        agent.runWithoutSpec(new Script().writes("a.txt", "x").says("done"), Mode.AUTONOMOUS);

        assertThat(agent.events())
                .filteredOn(event -> event instanceof Event.OfTool)
                .satisfiesExactly(
                        intent ->
                                assertThat(((Event.ToolIntended) intent).files())
                                        .singleElement()
                                        .satisfies(mark -> {
                                            assertThat(mark.path().value()).isEqualTo("a.txt");
                                            assertThat(mark.before()).isEmpty();
                                            assertThat(mark.after()).isPresent();
                                        }),
                        result -> assertThat(((Event.ToolFinished) result).isError()).isFalse());
    }

    @Test
    void several_calls_of_one_reply_are_answered_in_one_message() throws InterruptedException {
        agent.runWithoutSpec(
                new Script()
                        .calls(
                                "read_file", "{\"path\":\"pom.xml\"}",
                                "read_file", "{\"path\":\"run-tests.sh\"}")
                        .says("done"),
                Mode.AUTONOMOUS);

        assertThat(agent.requests().get(1).messages().getLast().blocks())
                .hasSize(2)
                .allMatch(Block.ToolResult.class::isInstance);
    }

    @Test
    void a_plan_of_the_wrong_form_is_explained_and_made_again() throws InterruptedException {
        RunReport report =
                agent.run(
                        new Script()
                                .plans("\"AC-9\"", "serve a criterion that is not there")
                                .plans("\"AC-1\"", "serve one that is"),
                        new Goal.PlanOnly(),
                        Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Planned());
        assertThat(agent.told(2)).isEqualTo("error: step 1: the spec has no criterion 'AC-9'");
    }

    @Test
    void a_model_that_reports_a_problem_while_planning_ends_the_run() throws InterruptedException {
        RunReport report =
                agent.run(
                        new Script().calls("report_problem", "{\"reason\":\"no such endpoint\"}"),
                        WHOLE,
                        Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Unable("no such endpoint"));
    }

    @Test
    void a_run_without_a_spec_that_nobody_watches_needs_no_planning() throws InterruptedException {
        RunReport report =
                agent.runWithoutSpec(
                        new Script().calls("list_directory", "{}").says("hello"), Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        assertThat(report.work().words()).isEqualTo("hello");
        assertThat(agent.told(1)).contains("<task>\nsay hello\n</task>", "<step number=\"1\"");
    }
}
