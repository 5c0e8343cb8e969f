package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kiro.agent.AgentTask.Goal;
import kiro.permission.Mode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that leave something open which no criterion tells.
class OpenPlanTest {
    private static final Goal WHOLE = new Goal.WholeWork();

    @TempDir private Path folder;

    @Test
    @Tag("builtin-placing#AC-3")
    void proven_criteria_are_not_all_where_the_plan_leaves_something_open()
            throws InterruptedException {
        String results =
                AgentHarness.method("AC-1") + " pass\n" + AgentHarness.method("AC-2") + " pass\n";
        Script script =
                new Script()
                        .calls(
                                "propose_plan",
                                """
                                {"title":"the plan","notes":["good to know","open: what to do with strangers"],\
                                "steps":[{"action":"write the tests","files":["src/test/java/demo/DemoTest.java"],"risk":"low","criteria":["AC-1","AC-2"]}]}\
                                """)
                        .calls("read_file", "{\"path\":\"src/test/java/demo/DemoTest.java\"}")
                        .writes(
                                "src/test/java/demo/DemoTest.java",
                                AgentHarness.testsFor("AC-1", "AC-2"))
                        .writes("results.txt", results)
                        .says("done");

        RunReport report = new AgentHarness(folder).run(script, WHOLE, Mode.AUTONOMOUS);

        assertThat(report.verdicts()).hasSize(2).allMatch(verdict -> verdict.isProven());
        assertThat(report.end())
                .isEqualTo(new RunEnd.Unproven("the plan leaves open: what to do with strangers"));
    }

    @Test
    @Tag("builtin-placing#AC-2")
    void a_model_that_can_do_nothing_of_a_spec_has_answered() throws InterruptedException {
        RunReport report =
                new AgentHarness(folder)
                        .run(
                                new Script()
                                        .calls("report_problem", "{\"reason\":\"no such place\"}"),
                                WHOLE,
                                Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Unable("no such place"));
        assertThat(report.end().name()).isEqualTo("no-plan");
    }
}
