package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kiro.evidence.Proof;
import kiro.evidence.Proving;
import kiro.session.Event;
import kiro.spec.CriterionId;
import kiro.spec.CriterionRef;
import kiro.spec.SpecName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tasks that have a name, a prompt and a gate of their own.
class AgentNamedTaskTest {
    private static final String TESTS = "src/test/java/demo/DemoTest.java";

    @TempDir private Path folder;
    private AgentHarness agent;

    @BeforeEach
    void open() {
        agent = new AgentHarness(folder);
    }

    /// Tests for both criteria, and what their run says.
    private static Script tests(String first, String second) {
        return new Script()
                .plans("\"AC-1\",\"AC-2\"", "write the tests")
                .calls("read_file", "{\"path\":\"" + TESTS + "\"}")
                .writes(TESTS, AgentHarness.testsFor("AC-1", "AC-2"))
                .writes(
                        "src/test/results.txt",
                        AgentHarness.method("AC-1")
                                + " "
                                + first
                                + "\n"
                                + AgentHarness.method("AC-2")
                                + " "
                                + second
                                + "\n");
    }

    private static CodeBreaker noticing(boolean isNoticed) {
        return (spec, evidence) ->
                new Proving.Tried(
                        new CriterionRef(new SpecName("demo"), evidence.criterion()),
                        new Proof(
                                1,
                                isNoticed
                                        ? List.of()
                                        : List.of(
                                                new Proof.Survivor(
                                                        "Demo.java", 7, "a > b", "a >= b"))),
                        0);
    }

    @Test
    @Tag("named-tasks#AC-1")
    void the_model_is_told_what_the_task_is_about() throws InterruptedException {
        agent.runTask("generate-tests", tests("red", "red").says("written"));

        assertThat(agent.told(1))
                .contains("<guide>\nOnly tests are to be written")
                .contains("<task>\ngenerate-tests\n</task>");
    }

    @Test
    @Tag("named-tasks#AC-1")
    void each_named_task_has_a_guide_of_its_own() {
        assertThat(NamedTask.values()).extracting(NamedTask::guide).doesNotHaveDuplicates();
        assertThat(NamedTask.values()).allMatch(task -> NamedTask.of(task.word()).isPresent());
        assertThat(NamedTask.of("implement the whole thing")).isEmpty();
    }

    @Test
    @Tag("named-tasks#AC-2")
    void tests_that_fail_as_the_code_stands_are_what_was_asked_for() throws InterruptedException {
        RunReport report =
                agent.runTask("generate-tests", tests("red", "red").says("both are red"));

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        assertThat(report.shown())
                .isEqualTo(
                        Map.of(
                                new CriterionId("AC-1"), "it fails as the code stands",
                                new CriterionId("AC-2"), "it fails as the code stands"));
        assertThat(agent.workspace.read(".kiro/specs/demo.md")).isEqualTo(AgentHarness.SPEC);
    }

    @Test
    @Tag("named-tasks#AC-3")
    void a_test_that_passes_already_has_to_notice_that_its_code_is_broken()
            throws InterruptedException {
        RunReport report =
                agent.breaking(noticing(true))
                        .runTask("generate-tests", tests("pass", "red").says("done"));

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        assertThat(report.shown())
                .containsEntry(
                        new CriterionId("AC-1"),
                        "it is met already, and breaking its code made them fail");
    }

    @Test
    @Tag("named-tasks#AC-3")
    void a_test_that_nothing_makes_fail_is_not_enough() throws InterruptedException {
        RunReport report =
                agent.breaking(noticing(false))
                        .runTask(
                                "generate-tests",
                                tests("pass", "red").says("done").says("so be it"));

        assertThat(report.end())
                .isEqualTo(
                        new RunEnd.Unproven("1 criterion has no test that was seen to fail: AC-1"));
        assertThat(agent.events(Event.DoneRefused.class))
                .containsExactly(
                        new Event.DoneRefused(
                                1,
                                List.of(new CriterionId("AC-1")),
                                List.of(
                                        "AC-1: its tests pass already, and still did when line 7 of Demo.java was broken")));
        assertThat(agent.toldLast())
                .contains(
                        "AC-1: its tests pass already, and still did when line 7 of Demo.java was broken");
    }

    @Test
    @Tag("named-tasks#AC-2")
    void a_test_that_ends_in_an_error_shows_nothing() throws InterruptedException {
        RunReport report =
                agent.runTask("generate-tests", tests("error", "red").says("done").says("no idea"));

        assertThat(report.end())
                .isEqualTo(
                        new RunEnd.Unproven("1 criterion has no test that was seen to fail: AC-1"));
        assertThat(agent.toldLast())
                .contains("AC-1: its tests end in an error and not in a failed check");
    }

    @Test
    @Tag("named-tasks#AC-4")
    void while_tests_are_written_code_is_not() throws InterruptedException {
        Script script =
                tests("red", "red")
                        .calls("read_file", "{\"path\":\"src/main/java/demo/Demo.java\"}")
                        .writes("src/main/java/demo/Demo.java", "class Demo { int one; }")
                        .says("done");
        RunReport report = agent.runTask("generate-tests", script);

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        assertThat(agent.workspace.read("src/main/java/demo/Demo.java"))
                .isEqualTo("package demo;\nclass Demo {}\n");
        assertThat(agent.toldLast())
                .contains("the task writes tests alone, and src/main/java/demo/Demo.java is none");
    }

    @Test
    @Tag("named-tasks#AC-4")
    void code_that_a_command_changed_has_to_be_brought_back() throws InterruptedException {
        agent.workspace.committed();
        Script script =
                tests("red", "red")
                        .calls(
                                "run_command",
                                "{\"command\":\"echo more >> src/main/java/demo/Demo.java\"}")
                        .says("done")
                        .calls(
                                "run_command",
                                "{\"command\":\"head -n 2 src/main/java/demo/Demo.java > t; cat t > src/main/java/demo/Demo.java; rm t\"}")
                        .says("brought back");
        RunReport report = agent.runTask("generate-tests", script);

        assertThat(agent.events(Event.DoneRefused.class)).hasSize(1);
        assertThat(report.end()).isEqualTo(new RunEnd.Done());
    }

    private static String testsWith(String second) {
        return AgentHarness.testsFor("AC-1", "AC-2")
                .replaceFirst("(?s)(.*)check\\(\\);", "$1" + second);
    }

    @Test
    @Tag("named-tasks#AC-12")
    void a_criterion_that_speaks_of_an_error_needs_a_test_that_looks_at_one()
            throws InterruptedException {
        agent.workspace.with(
                ".kiro/specs/demo.md",
                AgentHarness.SPEC.replaceFirst(
                        "AC-2: .*", "AC-2: `PUT /hello` returns 200, and 404 where nobody is"));
        Script script =
                new Script()
                        .plans("\"AC-1\",\"AC-2\"", "write the tests")
                        .calls("read_file", "{\"path\":\"" + TESTS + "\"}")
                        .writes(TESTS, testsWith("assertEquals(200, put());"))
                        .writes("src/test/results.txt", "proves_ac_1 red\nproves_ac_2 red\n")
                        .says("done")
                        .writes(
                                TESTS,
                                testsWith("assertEquals(200, put()); assertEquals(404, other());"))
                        .says("now both");
        RunReport report = agent.runTask("generate-tests", script);

        assertThat(agent.events(Event.DoneRefused.class))
                .extracting(Event.DoneRefused::missing)
                .containsExactly(List.of(new CriterionId("AC-2")));
        assertThat(agent.toldLast()).contains("AC-2: it speaks of an error");
        assertThat(report.end()).isEqualTo(new RunEnd.Done());
    }

    @Test
    @Tag("named-tasks#AC-13")
    void tests_that_are_not_in_the_projects_own_style_are_not_what_was_asked_for()
            throws InterruptedException {
        agent.workspace.committed();
        Script script =
                tests("red", "red")
                        .writes(
                                "src/test/java/demo/OtherIT.java",
                                AgentHarness.testsFor("AC-1").replace("DemoTest", "OtherIT"))
                        .says("done")
                        .says("it stays");
        RunReport report = agent.runTask("generate-tests", script);

        assertThat(agent.toldLast())
                .contains(
                        "src/test/java/demo/OtherIT.java is not in the style of the project's own tests: …IT, and theirs …Test");
        assertThat(report.end()).isNotEqualTo(new RunEnd.Done());
    }

    @Test
    @Tag("named-tasks#AC-5")
    void infrastructure_that_was_asked_for_has_to_be_written() throws InterruptedException {
        Script script =
                new Script()
                        .plans("\"AC-1\"", "write a stack")
                        .calls("read_file", "{\"path\":\"" + TESTS + "\"}")
                        .writes(TESTS, AgentHarness.testsFor("AC-1", "AC-2"))
                        .writes("results.txt", "proves_ac_1 pass\nproves_ac_2 pass\n")
                        .says("done")
                        .writes(
                                "infra/lib/stack.ts",
                                "import { Stack } from 'aws-cdk-lib';\nexport class A extends Stack {}\n")
                        .says("now it is there");
        RunReport report = agent.runTask("generate-cdk-stack", script);

        assertThat(agent.events(Event.DoneRefused.class))
                .extracting(Event.DoneRefused::missing)
                .containsExactly(List.of());
        assertThat(report.end()).isEqualTo(new RunEnd.Done());
    }
}
