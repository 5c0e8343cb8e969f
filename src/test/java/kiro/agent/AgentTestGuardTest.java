package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kiro.agent.AgentTask.Goal;
import kiro.evidence.Weakening;
import kiro.permission.Mode;
import kiro.session.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentTestGuardTest {
    private static final String FILE = "src/test/java/demo/OldTest.java";
    private static final String WHOLE =
            "class OldTest {\n    @Test\n    void works() {\n        assertEquals(1, one());\n        assertEquals(2, two());\n    }\n}\n";
    private static final String WEAKER = WHOLE.replace("        assertEquals(2, two());\n", "");

    @TempDir private Path folder;
    private AgentHarness agent;

    @BeforeEach
    void open() throws Exception {
        agent = new AgentHarness(folder);
        agent.workspace.with(FILE, WHOLE).with("results.txt", "works pass\n").committed();
    }

    private static Script weakening() {
        return new Script()
                .calls("read_file", "{\"path\":\"" + FILE + "\"}")
                .writes(FILE, WEAKER)
                .says("all tests pass");
    }

    @Test
    @Tag("loop-hygiene#AC-16")
    void a_run_that_leaves_a_weaker_test_is_not_done_and_says_so() throws InterruptedException {
        RunReport report = agent.runWithoutSpec(weakening().says("I leave it"), Mode.AUTONOMOUS);

        var weakening =
                new Weakening(
                        AgentHarness.path(FILE),
                        "works",
                        Weakening.Kind.FEWER_ASSERTIONS,
                        "2 assertions, now 1");
        assertThat(report.end())
                .isEqualTo(
                        new RunEnd.Unproven(
                                "the test works asserts less (%s): 2 assertions, now 1"
                                        .formatted(FILE)));
        assertThat(report.work().weakened()).containsExactly(weakening);
        assertThat(agent.told(4)).contains("<weakened-tests>", "<missing", "works asserts less");
        assertThat(agent.events(Event.TestsWeakened.class))
                .containsExactly(new Event.TestsWeakened(java.util.List.of(weakening)));
    }

    @Test
    @Tag("loop-hygiene#AC-16")
    void a_test_that_is_brought_back_is_forgiven() throws InterruptedException {
        RunReport report =
                agent.runWithoutSpec(
                        weakening().writes(FILE, WHOLE).says("brought back"), Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        assertThat(report.work().weakened()).isEmpty();
        assertThat(agent.events(Event.TestsWeakened.class)).hasSize(2);
    }

    @Test
    @Tag("loop-hygiene#AC-16")
    void a_test_that_a_command_deletes_is_noticed() throws InterruptedException {
        RunReport report =
                agent.runWithoutSpec(
                        new Script()
                                .calls("run_command", "{\"command\":\"rm " + FILE + "\"}")
                                .says("done")
                                .says("I leave it"),
                        Mode.AUTONOMOUS);

        assertThat(report.work().weakened())
                .extracting(Weakening::kind)
                .containsExactly(Weakening.Kind.DELETED);
        assertThat(report.end()).isInstanceOf(RunEnd.Unproven.class);
    }

    @Test
    @Tag("loop-hygiene#AC-16")
    void another_expectation_is_told_and_refuses_nothing() throws InterruptedException {
        RunReport report =
                agent.runWithoutSpec(
                        new Script()
                                .calls("read_file", "{\"path\":\"" + FILE + "\"}")
                                .writes(FILE, WHOLE.replace("(2,", "(3,"))
                                .says("it is 3 now"),
                        Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        assertThat(report.work().weakened())
                .extracting(Weakening::line)
                .containsExactly(
                        "the test works expects something else (%s): 2, now 3".formatted(FILE));
    }

    @Test
    @Tag("loop-hygiene#AC-16")
    void a_team_may_want_to_be_told_alone() throws InterruptedException {
        RunReport report =
                agent.withWeaker(TestGuard.Answer.TELL)
                        .runWithoutSpec(weakening(), Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        assertThat(report.work().weakened()).hasSize(1);
    }

    @Test
    @Tag("loop-hygiene#AC-16")
    void tests_that_were_weakened_before_a_run_was_stopped_count_when_it_goes_on()
            throws InterruptedException {
        agent.with(new Limits(2, 3, 4000)).runWithoutSpec(weakening(), Mode.AUTONOMOUS);

        RunReport report =
                agent.with(new Limits(50, 3, 4000))
                        .resume(
                                new kiro.model.scripted.ScriptedModel(
                                        new Script().after(20).says("done").says("no").answers()),
                                Mode.AUTONOMOUS);

        assertThat(report.end()).isInstanceOf(RunEnd.Unproven.class);
        assertThat(report.work().weakened()).hasSize(1);
    }

    @Test
    void a_spec_whose_criteria_are_proven_is_not_done_with_a_deleted_test()
            throws InterruptedException {
        agent.workspace.with("src/test/java/demo/DemoTest.java", AgentHarness.testsFor("AC-1"));

        RunReport report =
                agent.run(
                        new Script()
                                .plans("\"AC-1\"", "write the tests")
                                .calls("run_command", "{\"command\":\"rm " + FILE + "\"}")
                                .calls("read_file", "{\"path\":\"results.txt\"}")
                                .writes(
                                        "results.txt",
                                        AgentHarness.method("AC-1")
                                                + " pass\n"
                                                + AgentHarness.method("AC-2")
                                                + " pass\n")
                                .calls(
                                        "read_file",
                                        "{\"path\":\"src/test/java/demo/DemoTest.java\"}")
                                .writes(
                                        "src/test/java/demo/DemoTest.java",
                                        AgentHarness.testsFor("AC-1", "AC-2"))
                                .says("done")
                                .says("I leave it"),
                        new Goal.WholeWork(),
                        Mode.AUTONOMOUS);

        assertThat(report.verdicts()).allMatch(verdict -> verdict.isProven());
        assertThat(report.end()).isInstanceOf(RunEnd.Unproven.class);
    }
}
