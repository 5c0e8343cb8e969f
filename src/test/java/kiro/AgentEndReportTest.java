package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the last words of a run name is there, and is said once.
class AgentEndReportTest {
    private static final String MAIN = "src/main/java/demo/Demo.java";
    private static final String PLAN =
            "{\"title\":\"Greet\",\"steps\":[{\"action\":\"write the code\",\"files\":[\"%s\"],\"risk\":\"low\",\"criteria\":[\"AC-1\"]}],\"notes\":[%s]}"
                    .formatted(
                            MAIN,
                            ScriptLines.quoted(
                                    "AC-2: \"It says goodbye\" stays open: nobody leaves"));
    private static final String FAILING = "echo '[ERROR] the network is away'; exit 3\n";

    private static final String PASSING =
            """
            mkdir -p target/surefire-reports
            echo '<testsuite name="demo.OtherTest"><testcase classname="demo.OtherTest" name="runs"/></testsuite>' \
                > target/surefire-reports/TEST-demo.OtherTest.xml
            """;

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void open() throws IOException {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with("pom.xml", "<project/>\n")
                        .with("old.txt", "old\n")
                        .with("run-tests.sh", "exit 0\n")
                        .with(".gitignore", "target/\nscript.jsonl\n")
                        .with(
                                ".kiro/specs/demo.md",
                                """
                                # Demo

                                ## Overview

                                A demo.

                                ## Requirements

                                - It greets.

                                ## Acceptance Criteria

                                - [ ] AC-1: It greets by name
                                - [ ] AC-2: It says goodbye
                                """);
    }

    private Kiro.Result run(String... script) {
        workspace.with("script.jsonl", ScriptLines.all(script));
        return Kiro.in(workspace.root())
                .with("KIRO_TEST_COMMAND", "sh run-tests.sh")
                .run(
                        "agent",
                        "--spec",
                        "demo",
                        "--task",
                        "implement",
                        "--mode",
                        "autonomous",
                        "--model",
                        "scripted/script.jsonl");
    }

    private static String plan() {
        return ScriptLines.call("c1", "propose_plan", PLAN);
    }

    private static String deletes(String id, String path) {
        return ScriptLines.call(
                id,
                "apply_patch",
                "{\"patch\":%s}"
                        .formatted(
                                ScriptLines.quoted(
                                        "*** Begin Patch\n*** Delete File: %s\n*** End Patch\n"
                                                .formatted(path))));
    }

    private static String problem() {
        return ScriptLines.call("c9", "report_problem", "{\"reason\":\"it cannot be done\"}");
    }

    private static String end(Kiro.Result result) {
        return result.out().substring(result.out().lastIndexOf("\nstopped at"));
    }

    @Test
    @Tag("builtin-engine#AC-157")
    void what_was_taken_back_is_not_among_the_files() {
        Kiro.Result result =
                run(
                        plan(),
                        ScriptLines.writes("c2", MAIN, "class Demo {}\n"),
                        deletes("c3", MAIN),
                        problem());

        assertThat(end(result))
                .startsWith("\nstopped at step 1: it cannot be done\n")
                .doesNotContain(MAIN, "written", "deleted", "evidence")
                .contains("next: mend what is named above, and call the same command again");
        assertThat(workspace.root().resolve(".kiro/evidence/demo.json")).doesNotExist();
    }

    @Test
    @Tag("builtin-engine#AC-157")
    void files_that_are_there_and_files_that_are_gone_are_told_apart() {
        Kiro.Result result =
                run(
                        plan(),
                        ScriptLines.writes("c2", MAIN, "class Demo {}\n"),
                        ScriptLines.call("c3", "read_file", "{\"path\":\"old.txt\"}"),
                        deletes("c4", "old.txt"),
                        problem());

        assertThat(end(result))
                .contains("1 file written: " + MAIN + "\n", "1 file deleted: old.txt\n")
                .contains("next: remove what stands in the way, then 'kiro agent --resume");
    }

    @Test
    @Tag("builtin-engine#AC-157")
    void a_criterion_without_a_test_has_the_reason_that_the_plan_knew() {
        workspace.with("run-tests.sh", PASSING);

        Kiro.Result result =
                run(plan(), ScriptLines.writes("c2", MAIN, "class Demo {}\n"), problem());

        assertThat(end(result))
                .contains(
                        "  [ ] AC-1  It greets by name\n        no test names it\n",
                        "  [ ] AC-2  It says goodbye\n        no test names it: nobody leaves\n")
                .contains("cost      no tokens\n")
                .doesNotContain("context", "step 1  ");
    }

    @Test
    @Tag("builtin-engine#AC-157")
    void a_long_reason_of_several_criteria_is_said_once() {
        workspace.with("run-tests.sh", FAILING);

        Kiro.Result result =
                run(plan(), ScriptLines.writes("c2", MAIN, "class Demo {}\n"), problem());

        assertThat(end(result))
                .containsOnlyOnce("the network is away")
                .contains("        could not measure, as for AC-1\n");
    }
}
