package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentCommandTest {
    private static final String SPEC =
            """
            # Demo

            ## Overview

            A demo.

            ## Requirements

            - It greets.

            ## Acceptance Criteria

            - [ ] AC-1: It greets by name
            """;
    private static final String TESTS =
            """
            mkdir -p target/surefire-reports
            echo '<testsuite name="demo.DemoTest"><testcase classname="demo.DemoTest" name="greets"/></testsuite>' \
                > target/surefire-reports/TEST-demo.DemoTest.xml
            """;
    private static final String TEST_SOURCE =
            """
            package demo;

            class DemoTest {
                @Test
                @Tag("demo#AC-1")
                void greets() {
                    check();
                }
            }
            """;

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void open() throws Exception {
        workspace =
                TemporaryWorkspace.in(java.nio.file.Files.createDirectories(folder.resolve("w")))
                        .with("pom.xml", "<project/>\n")
                        .with("run-tests.sh", TESTS)
                        .with(".gitignore", "target/\nspill/\nscript.jsonl\n")
                        .with(".kiro/specs/demo.md", SPEC)
                        .committed();
    }

    private static final String TEST_FILE = "src/test/java/demo/DemoTest.java";

    private static String plan(String id, String action) {
        return ScriptLines.plan(id, action, TEST_FILE);
    }

    private static String writesTest(String id) {
        return ScriptLines.writes(id, TEST_FILE, TEST_SOURCE);
    }

    private static String says(String text) {
        return ScriptLines.says(text);
    }

    private Kiro kiro(String... script) {
        workspace.with("script.jsonl", ScriptLines.all(script));
        return Kiro.in(workspace.root()).with("KIRO_TEST_COMMAND", "sh run-tests.sh");
    }

    private static final String[] IMPLEMENT = {
        "agent", "--spec", "demo", "--task", "implement", "--model", "scripted/script.jsonl"
    };

    private static String[] implement(String... more) {
        var all = new java.util.ArrayList<String>(List.of(IMPLEMENT));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    @Tag("agent-command#AC-1")
    void an_autonomous_run_shows_its_plan_its_steps_and_what_is_proven() {
        Kiro.Result result =
                kiro(plan("c1", "write the test"), writesTest("c2"), says("done"))
                        .run(implement("--mode", "autonomous"));

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains(
                        "demo: implement",
                        "Plan: Greet",
                        "1/1 write the test",
                        "tests: 1 passed, 0 failed, 0 skipped",
                        "criteria: 1 of 1 proven",
                        "[x] AC-1  It greets by name",
                        ".kiro/evidence/demo.json");
        assertThat(workspace.read(".kiro/specs/demo.md")).contains("- [x] AC-1");
    }

    @Test
    @Tag("named-tasks#AC-6")
    void a_named_task_needs_a_spec() {
        Kiro.Result result = kiro().run("agent", "generate-tests");

        assertThat(result)
                .isEqualTo(
                        new Kiro.Result(
                                64,
                                "",
                                """
                                error: the task 'generate-tests' is about a spec, and none is named [agent/no-spec]
                                  next: name it with --spec NAME; 'kiro spec list' shows what there is
                                """));
    }

    @Test
    @Tag("named-tasks#AC-6")
    void a_name_that_is_nearly_one_is_not_taken_for_a_task_in_words() {
        Kiro.Result result = kiro().run("agent", "--spec", "demo", "--task", "genrate-tests");

        assertThat(result.code()).isEqualTo(64);
        assertThat(result.err())
                .contains("there is no task 'genrate-tests' [agent/unknown-task]")
                .contains("did you mean 'generate-tests'?");
        assertThat(workspace.has(".kiro/sessions")).isFalse();
    }

    @Test
    @Tag("named-tasks#AC-9")
    void a_dry_run_shows_the_patch_and_leaves_the_project_as_it_was() throws Exception {
        String before = listing();
        Kiro.Result result =
                kiro(plan("c1", "write the test"), writesTest("c2"), says("done"))
                        .with("TMPDIR", String.valueOf(folder.resolve("tmp")))
                        .run(implement("--mode", "autonomous", "--dry-run"));

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("dry run, on a copy of the project: it stays as it is\n")
                .contains(
                        "criteria: 1 of 1 proven",
                        "what would change:",
                        "+++ b/" + TEST_FILE,
                        "+    @Tag(\"demo#AC-1\")",
                        "+- [x] AC-1: It greets by name")
                .doesNotContain(".kiro/sessions/", "next:");
        assertThat(listing()).isEqualTo(before);
        assertThat(folder.resolve("tmp"))
                .isDirectoryContaining(
                        one -> String.valueOf(one.getFileName()).startsWith("kiro-output-"));
        assertThat(leftCopies()).isEmpty();
    }

    @Test
    @Tag("named-tasks#AC-9")
    void programs_get_the_patch_of_a_dry_run_as_the_last_line() {
        Kiro.Result result =
                kiro(plan("c1", "write the test"), writesTest("c2"), says("done"))
                        .run(implement("--mode", "autonomous", "--dry-run", "--json"));

        assertThat(result.out().lines().toList().getLast())
                .startsWith("{\"type\":\"dry-run\",\"changes\":\"diff --git ");
    }

    @Test
    @Tag("named-tasks#AC-9")
    void a_dry_run_that_cannot_be_proven_ends_as_the_run_would() {
        Kiro.Result result =
                kiro(plan("c1", "think"), says("done"), says("really"))
                        .run(implement("--mode", "autonomous", "--dry-run"));

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).endsWith("nothing would change\n");
    }

    @Test
    @Tag("named-tasks#AC-8")
    void a_saved_plan_can_be_done_step_by_step() {
        workspace.with(
                ".kiro/plans/p.md",
                kiro.plan.PlanMarkdown.write(
                        new kiro.plan.Plan(
                                "Greet",
                                "implement",
                                java.util.Optional.of(new kiro.spec.SpecName("demo")),
                                List.of(step(1, "think"), step(2, "write the test")),
                                List.of())));
        Kiro.Result result =
                kiro(says("thought"))
                        .run(
                                "agent",
                                "--plan",
                                ".kiro/plans/p.md",
                                "--step",
                                "1",
                                "--model",
                                "scripted/script.jsonl",
                                "--mode",
                                "autonomous");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("so far: step 1 is done, 1 is left")
                .contains("kiro agent --spec demo --plan .kiro/plans/p.md");
        assertThat(workspace.read(".kiro/plans/p.md")).contains("1. [x] think", "2. [ ] write");

        assertThat(run("--plan", ".kiro/plans/p.md", "--step", "1"))
                .contains("step 1 is done [agent/step-done]");
        assertThat(run("--plan", ".kiro/plans/p.md", "--step", "7"))
                .contains("the plan has no step 7 [agent/no-step]", "it has 1, 2");
        assertThat(run("--spec", "demo", "--task", "implement", "--step", "1"))
                .contains("--step is about a saved plan");
    }

    @Test
    @Tag("named-tasks#AC-11")
    void a_plan_for_another_spec_or_about_criteria_that_are_not_there_is_not_begun() {
        workspace.with(".kiro/specs/other.md", workspace.read(".kiro/specs/demo.md"));
        String plan =
                "# Plan\n\n- Task: implement\n- Spec: demo\n\n1. [x] a\n   - Criteria: AC-8\n"
                        + "2. [ ] b\n   - Criteria: AC-1, AC-9\n";
        workspace.with(".kiro/plans/p.md", plan);

        Kiro.Result unknown = kiro().run("agent", "--plan", ".kiro/plans/p.md");
        Kiro.Result other = kiro().run("agent", "--plan", ".kiro/plans/p.md", "--spec", "other");

        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.out() + unknown.err())
                .contains(
                        "step 2 is about 'AC-9', and the spec 'demo' has no such criterion"
                                + " [plan/unknown-criterion]")
                .doesNotContain("AC-8");
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.out() + other.err())
                .contains("the plan is for the spec 'demo', and --spec names 'other'");
        assertThat(workspace.root().resolve(".kiro/sessions")).doesNotExist();
    }

    @Test
    @Tag("named-tasks#AC-10")
    void a_run_that_goes_on_is_not_rehearsed() {
        assertThat(run("--resume", "--dry-run")).contains("leave --spec");
    }

    /// What wrong use is told.
    private String run(String... arguments) {
        var all = new java.util.ArrayList<String>(List.of("agent"));
        all.addAll(List.of(arguments));
        Kiro.Result result = kiro().run(all.toArray(String[]::new));
        assertThat(result.code()).isEqualTo(64);
        return result.err();
    }

    private static kiro.plan.Step step(int number, String action) {
        return new kiro.plan.Step(
                number,
                action,
                List.of(),
                kiro.tool.Risk.LOW,
                List.of(),
                kiro.plan.StepStatus.PENDING);
    }

    /// Every file of the project with its content, those of git's own aside.
    private String listing() throws Exception {
        try (var files = java.nio.file.Files.walk(workspace.root())) {
            var text = new StringBuilder();
            for (Path file : files.filter(java.nio.file.Files::isRegularFile).sorted().toList()) {
                String name = workspace.root().relativize(file).toString();
                if (!name.startsWith(".git/") && !name.equals("script.jsonl")) {
                    text.append(name).append('\n').append(java.nio.file.Files.readString(file));
                }
            }
            return text.toString();
        }
    }

    private List<Path> leftCopies() throws Exception {
        try (var files = java.nio.file.Files.walk(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith("copy-"))
                    .toList();
        }
    }

    @Test
    @Tag("named-tasks#AC-2")
    void tests_that_are_red_because_nothing_is_built_yet_are_done() {
        workspace.with(
                "run-tests.sh",
                TESTS.replace(
                        "name=\"greets\"/>",
                        "name=\"greets\"><failure message=\"no\"/></testcase>"));
        Kiro.Result result =
                kiro(plan("c1", "write the test"), writesTest("c2"), says("written"))
                        .run(
                                "agent",
                                "--spec",
                                "demo",
                                "--task",
                                "generate-tests",
                                "--model",
                                "scripted/script.jsonl",
                                "--mode",
                                "autonomous");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains(
                        "done\n  [ ] AC-1  It greets by name",
                        "its tests can fail: it fails as the code stands");
    }

    @Test
    @Tag("agent-command#AC-2")
    void what_is_not_proven_is_said_and_ends_with_exit_code_2() {
        Kiro.Result result =
                kiro(plan("c1", "think"), says("done"), says("really"))
                        .run(implement("--mode", "autonomous"));

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out())
                .contains(
                        "not done: 1 criterion is not proven: AC-1",
                        "[ ] AC-1  It greets by name",
                        "next: mend what is named above, and call the same command again");
        assertThat(workspace.read(".kiro/specs/demo.md")).isEqualTo(SPEC);
    }

    @Test
    @Tag("agent-command#AC-3")
    void json_is_the_events_of_the_log_and_nothing_else() {
        Kiro.Result result =
                kiro(plan("c1", "write the test"), writesTest("c2"), says("done"))
                        .run(implement("--mode", "autonomous", "--json"));

        assertThat(result.code()).isZero();
        assertThat(result.out().lines())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("{\"seq\":") && line.endsWith("\"}"));
        assertThat(result.out().lines().reduce((first, last) -> last).orElseThrow())
                .contains("\"type\":\"run-ended\",\"end\":\"done\"");
    }

    @Test
    @Tag("agent-command#AC-4")
    void a_person_at_a_terminal_approves_the_plan_the_steps_and_the_changes() {
        Kiro.Result result =
                kiro(plan("c1", "write the test"), writesTest("c2"), says("done"))
                        .typing("y", "s", "y", "y")
                        .run(implement());

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains(
                        "approve: [a]ll at once, [s]tep by step, [e]dit, [r]eject, [q]uit > ",
                        "next: 1. write the test",
                        "+    @Tag(\"demo#AC-1\")",
                        "allow: [y]es, [n]o, [a]ll of this run, [q]uit > ");
    }

    @Test
    @Tag("named-tasks#AC-11")
    void a_plan_that_is_edited_to_be_about_criteria_that_are_not_there_can_be_mended() {
        workspace.with("editor.sh", "sed 's/AC-1/AC-9/' \"$1\" > new.md; mv new.md \"$1\"\n");

        Kiro.Result result =
                kiro(plan("c1", "write the test"), says("done"), says("enough"))
                        .with("EDITOR", "sh editor.sh")
                        .typing("y", "e", "d", "q")
                        .run(implement());

        assertThat(result.out() + result.err())
                .contains(
                        "step 1 is about 'AC-9', and the spec 'demo' has no such criterion",
                        "the plan cannot be read");
    }

    @Test
    @Tag("agent-command#AC-5")
    void a_plan_is_edited_in_the_persons_editor_and_a_broken_edit_can_be_mended() {
        workspace.with(
                "editor.sh",
                """
                if [ -f edited ]; then
                  printf '# Plan: mine\\n\\n1. [ ] my own step\\n' > "$1"
                else
                  touch edited
                  echo 'loose words' > "$1"
                fi
                """);

        Kiro.Result result =
                kiro(plan("c1", "write the test"), says("done"), says("enough"))
                        .with("EDITOR", "sh editor.sh")
                        .typing("y", "e", "e", "a")
                        .run(implement());

        assertThat(result.err()).contains("this line is no step and no field");
        assertThat(result.out()).contains("my own step", "1/1 my own step");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    @Tag("agent-command#AC-6")
    void without_a_terminal_nobody_is_asked_and_nothing_is_done() {
        Kiro.Result result = kiro(plan("c1", "write the test")).run(implement());

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out())
                .contains("somebody has to be asked, and this is no terminal", "--mode autonomous");
        assertThat(workspace.has("src/test/java/demo/DemoTest.java")).isFalse();
    }

    @Test
    @Tag("agent-command#AC-7")
    void a_plan_alone_is_saved_and_carried_out_by_a_later_call() {
        Kiro.Result planned = kiro(plan("c1", "write the test")).run(implement("--plan-only"));
        String file =
                planned.out()
                        .lines()
                        .filter(line -> line.startsWith("plan "))
                        .map(line -> line.substring("plan".length()).strip())
                        .findFirst()
                        .orElseThrow();

        Kiro.Result later =
                kiro(writesTest("c2"), says("done"))
                        .run(
                                "agent",
                                "--plan",
                                file,
                                "--mode",
                                "autonomous",
                                "--model",
                                "scripted/script.jsonl");

        assertThat(planned.code()).isZero();
        assertThat(later.code()).isZero();
        assertThat(workspace.read(file)).contains("1. [x] write the test");
        assertThat(workspace.read(".kiro/specs/demo.md")).contains("- [x] AC-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent",
                "agent --mode sometimes x",
                "agent --task implement also",
                "agent --plan p.md --plan-only",
                "agent --max-turns 0 x",
                "agent --max-tokens many x",
                "agent --max-cost 2,50 x",
                "agent --max-time 10 x",
                "agent --max-steps -1 x",
                "agent --max-step-turns 0 x",
                "agent --max-step-tokens many x",
                "agent --max-step-cost 2,50 x",
                "agent --max-step-time 10 x"
            })
    @Tag("agent-command#AC-8")
    void a_wrong_command_line_says_what_to_do(String line) {
        Kiro.Result result = kiro().run(line.split(" "));

        assertThat(result.code()).isEqualTo(64);
        assertThat(result.err()).contains("[cli/usage]", "next: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--max-cost", "--max-step-cost"})
    @Tag("loop-hygiene#AC-9")
    void a_limit_of_money_needs_a_price(String limit) {
        Kiro.Result unknown =
                kiro(says("done"))
                        .run(
                                "agent",
                                "say hello",
                                "--mode",
                                "autonomous",
                                "--model",
                                "scripted/script.jsonl",
                                limit,
                                "0.50");

        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("[agent/unknown-price]", limit, "price.input");
        assertThat(workspace.has(".kiro/sessions")).isFalse();
    }

    @Test
    @Tag("loop-hygiene#AC-6")
    void a_run_that_used_up_its_tokens_ends_with_code_4_and_says_how_it_goes_on() {
        Kiro.Result result =
                kiro(
                                ScriptLines.writes("c1", "one.txt", "1")
                                        .replaceFirst("}$", ",\"usage\":{\"input\":9}}"),
                                ScriptLines.writes("c2", "two.txt", "2"))
                        .run(
                                "agent",
                                "write two files",
                                "--mode",
                                "autonomous",
                                "--model",
                                "scripted/script.jsonl",
                                "--max-tokens",
                                "1",
                                "--max-time",
                                "1h");

        assertThat(result.out()).as(result.err()).contains("limit reached", "--max-tokens 1");
        assertThat(result.code()).isEqualTo(4);
        assertThat(workspace.has("two.txt")).isFalse();
    }

    @Test
    @Tag("loop-hygiene#AC-21")
    void a_step_that_used_up_its_tokens_ends_the_run_with_code_4() {
        Kiro.Result result =
                kiro(
                                ScriptLines.writes("c1", "one.txt", "1")
                                        .replaceFirst("}$", ",\"usage\":{\"input\":9}}"),
                                ScriptLines.writes("c2", "two.txt", "2"))
                        .run(
                                "agent",
                                "write two files",
                                "--mode",
                                "autonomous",
                                "--model",
                                "scripted/script.jsonl",
                                "--max-step-tokens",
                                "9",
                                "--max-step-time",
                                "1h");

        assertThat(result.out())
                .as(result.err())
                .contains(
                        "9 tokens were used in step 1, and each step allows 9",
                        "--max-step-tokens 9 --max-step-time 1h");
        assertThat(result.code()).isEqualTo(4);
        assertThat(workspace.has("one.txt")).isTrue();
        assertThat(workspace.has("two.txt")).isFalse();
    }

    @Test
    @Tag("agent-command#AC-9")
    void a_spec_that_is_missing_is_named_with_the_nearest_and_nothing_is_written() {
        Kiro.Result result = kiro().run("agent", "--spec", "dmeo", "--task", "implement");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("dmeo", "demo");
        assertThat(workspace.has(".kiro/sessions")).isFalse();
    }

    @Test
    @Tag("agent-command#AC-9")
    void a_project_without_kiro_folder_is_told_to_make_one() throws Exception {
        Path bare = java.nio.file.Files.createDirectories(folder.resolve("bare"));

        Kiro.Result result = Kiro.in(bare).run("agent", "--spec", "demo", "--task", "implement");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("there is no .kiro folder", "kiro init");
    }

    @Test
    @Tag("agent-command#AC-10")
    void a_second_run_on_the_same_workspace_is_refused_naming_the_first() throws Exception {
        var attempt =
                kiro.workspace.WorkspaceLock.lock(workspace.workspace(), "session the-first-one");
        assertThat(attempt).isInstanceOf(kiro.workspace.WorkspaceLock.Attempt.Locked.class);

        Kiro.Result result = kiro(says("x")).run(implement("--mode", "autonomous"));

        assertThat(result.code()).isEqualTo(6);
        assertThat(result.err()).contains("the-first-one");
        ((kiro.workspace.WorkspaceLock.Attempt.Locked) attempt).lock().close();
    }

    @Test
    @Tag("agent-command#AC-11")
    void with_no_model_configured_the_built_in_engine_says_that_it_stands_in() {
        Kiro.Result result =
                kiro().run(
                                "agent",
                                "--spec",
                                "demo",
                                "--task",
                                "implement",
                                "--mode",
                                "autonomous");

        assertThat(result.out())
                .contains(
                        "model built-in",
                        "no model configured: the built-in engine reads the structured parts of a spec");
        assertThat(result.code()).isNotZero();
    }
}
