package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpecCheckCommandTest {
    private static final String SPEC =
            "# Greeting\n\n## Overview\n\nWords.\n\n## Requirements\n\n- It greets.\n\n"
                    + "## Acceptance Criteria\n\n- [ ] AC-1: It greets\n- [ ] AC-2: It leaves\n";
    private static final String TESTS =
            """
            mkdir -p target/surefire-reports
            cat > target/surefire-reports/TEST-demo.DemoTest.xml <<'X'
            <testsuite name="demo.DemoTest" tests="2">
              <testcase classname="demo.DemoTest" name="greets" time="0.1"/>
              <testcase classname="demo.DemoTest" name="leaves" time="0.1"/>
            </testsuite>
            X
            """;
    private static final String SOURCE =
            """
            package demo;

            class DemoTest {
                @Test
                @Tag("greeting#AC-1")
                void greets() {
                    check();
                }

                @Test
                @Tag("greeting#AC-2")
                void leaves() {
                    check();
                }
            }
            """;
    private static final String GATE = "--require-spec-for-feature-prs";

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void makeProject() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with("pom.xml", "<project/>\n")
                        .with(".gitignore", "target/\nspill/\n")
                        .with("src/test/java/demo/DemoTest.java", SOURCE)
                        .with("src/main/java/demo/Demo.java", "class Demo {}\n")
                        .with("tests.sh", TESTS)
                        .with(".kiro/specs/greeting.md", SPEC)
                        .committed();
        workspace.git("checkout", "-q", "-b", "topic");
    }

    @Test
    @Tag("spec-check#AC-4")
    void a_feature_without_a_spec_may_not_be_merged() throws Exception {
        change("src/main/java/demo/Demo.java");
        commit("feat: leaving");

        Kiro.Result result = check(GATE);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .matches(
                        "(?s)\\.kiro/specs:1:1: error: the change owes a spec and names none: [0-9a-f]+"
                                + " 'feat: leaving' changes src/main/java/demo/Demo\\.java"
                                + " \\[check/no-spec\\]\n  next: write one with 'kiro spec create',"
                                + " or name it: 'Spec: NAME' in the pull request or a commit\n"
                                + "a spec is owed: .*\nit may not be merged\n");
    }

    @Test
    @Tag("spec-check#AC-1")
    @Tag("spec-check#AC-2")
    void what_is_no_feature_owes_nothing() throws Exception {
        change("src/main/java/demo/Demo.java");
        commit("fix: leaving");
        change("docs/guide.py");
        commit("feat: a guide");

        Kiro.Result result = check(GATE);

        assertThat(result)
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                "no spec is owed: no commit that changes source is a feature\nit may be merged\n",
                                ""));
    }

    @Test
    @Tag("spec-check#AC-1")
    void a_commit_that_does_not_say_what_it_is_owes_a_spec_unless_the_pull_request_says()
            throws Exception {
        change("src/main/java/demo/Demo.java");
        commit("leaving");

        assertThat(check(GATE).out()).contains("'leaving' does not say what it is");
        assertThat(pipeline("fix: leaving", "").run("spec", "check", GATE).code()).isZero();
        assertThat(pipeline("feat: leaving", "").run("spec", "check", GATE).out())
                .contains("a spec is owed: the pull request 'feat: leaving' changes src/main");
    }

    @Test
    @Tag("spec-check#AC-2")
    void settings_say_what_source_is() throws Exception {
        workspace.with(".kiro/config.yaml", "check:\n  source: [lib/**]\n  base: main\n");
        change("src/main/java/demo/Demo.java");
        commit("feat: leaving");
        assertThat(check(GATE).out()).contains("no source file differs");

        change("lib/a.txt");
        commit("feat: more");
        assertThat(check(GATE).out()).contains("'feat: more' changes lib/a.txt");
    }

    @Test
    @Tag("spec-check#AC-3")
    @Tag("spec-check#AC-5")
    void a_named_spec_is_met_when_every_criterion_is_proven() throws Exception {
        change("src/main/java/demo/Demo.java");
        commit("feat: leaving\n\nSpec: greeting");
        Kiro.Result before = check(GATE);
        sync();
        commit("chore: evidence");
        Kiro.Result met = check(GATE);
        change("src/main/java/demo/Demo.java");
        commit("fix: more");
        Kiro.Result stale = check(GATE);

        assertThat(before.code()).isEqualTo(1);
        assertThat(before.out())
                .contains(".kiro/specs/greeting.md:13:1: error: AC-1 is not met: ")
                .contains(".kiro/specs/greeting.md:14:1: error: AC-2 is not met: ")
                .contains(
                        "[check/unmet-criterion]\n  next: run 'kiro spec sync greeting' and commit")
                .contains("greeting: 0 of 2 criteria proven, not met\n");
        assertThat(met.out()).endsWith("greeting: 2 of 2 criteria proven\nit may be merged\n");
        assertThat(met.code()).isZero();
        assertThat(stale.code()).isEqualTo(1);
        assertThat(stale.out())
                .contains("the evidence of AC-1 is stale")
                .contains("[check/stale-evidence]");
    }

    @Test
    @Tag("spec-check#AC-3")
    void a_spec_is_named_by_its_changed_file_the_pull_request_or_the_person() throws Exception {
        change("src/main/java/demo/Demo.java");
        workspace.with(".kiro/specs/other.md", SPEC.replace("Greeting", "Other"));
        commit("feat: leaving");

        assertThat(check(GATE).out()).contains("other: 0 of 2").doesNotContain("greeting: ");
        assertThat(
                        pipeline("feat: x", "See .kiro/specs/greeting.md for it.\n")
                                .run("spec", "check", GATE)
                                .out())
                .contains("greeting: 0 of 2")
                .contains("other: 0 of 2");
        assertThat(check(GATE, "--spec", "greting").out())
                .contains("there is no spec 'greting', which --spec names [check/unknown-spec]")
                .contains("next: did you mean greeting?");
    }

    @Test
    @Tag("spec-check#AC-6")
    void in_a_workflow_the_lines_are_marked() throws Exception {
        change("src/main/java/demo/Demo.java");
        commit("feat: leaving\n\nSpec: greeting");

        String out =
                pipeline("feat: x", "")
                        .with("GITHUB_ACTIONS", "true")
                        .run("spec", "check", GATE)
                        .out();

        assertThat(out)
                .startsWith("::error file=.kiro/specs/greeting.md,line=13,")
                .contains(
                        "title=check/unmet-criterion::.kiro/specs/greeting.md:13: AC-1 is not met: ")
                .containsOnlyOnce("AC-1 is not met")
                .endsWith("it may not be merged\n");
    }

    @Test
    @Tag("spec-check#AC-7")
    void what_git_cannot_know_is_said_with_the_next_move() throws Exception {
        change("src/main/java/demo/Demo.java");
        commit("feat: leaving");
        workspace.git("checkout", "-q", "--detach");
        assertThat(check(GATE).out()).contains("[check/no-spec]");

        assertThat(check(GATE, "--base", "nothing").out())
                .contains("there is no branch or commit 'nothing' [check/no-base]");
        workspace.git("branch", "-q", "-D", "main");
        assertThat(check(GATE).out())
                .contains("there is no branch to compare with: tried origin/HEAD,")
                .contains("next: name it with --base");
        workspace.git("checkout", "-q", "--orphan", "alone");
        commit("feat: alone");
        assertThat(check(GATE, "--base", "topic").out())
                .contains("topic and this branch have no commit in common");
    }

    @Test
    @Tag("spec-check#AC-7")
    void a_shallow_clone_is_told_how_to_become_whole() throws Exception {
        change("src/main/java/demo/Demo.java");
        commit("feat: leaving");
        Path clone = folder.resolve("clone");
        workspace.git(
                "clone",
                "-q",
                "--depth",
                "1",
                "-b",
                "topic",
                "file://" + workspace.root(),
                clone.toString());

        assertThat(Kiro.in(clone).run("spec", "check", GATE, "--base", "main").out())
                .contains("'main' is not in this shallow clone [check/shallow-clone]")
                .contains("next: fetch the history: 'git fetch --unshallow', or 'fetch-depth: 0'");
    }

    @Test
    @Tag("spec-check#AC-7")
    void a_base_that_was_told_and_is_not_there_is_not_replaced_by_another() throws Exception {
        change("src/main/java/demo/Demo.java");
        commit("feat: leaving");
        workspace.git("checkout", "-q", "--detach");
        Path clone = folder.resolve("clone");
        workspace.git(
                "clone",
                "-q",
                "--depth",
                "1",
                "-b",
                "topic",
                "file://" + workspace.root(),
                clone.toString());

        Kiro.Result told =
                Kiro.in(clone).with("GITHUB_BASE_REF", "main").run("spec", "check", GATE);
        Kiro.Result guessed = Kiro.in(clone).run("spec", "check", GATE);

        assertThat(told.out()).contains("'main' is not in this shallow clone");
        assertThat(guessed.out()).contains("no branch to compare with is in this shallow clone");
        assertThat(List.of(told.code(), guessed.code())).containsOnly(1);
        assertThat(
                        Kiro.in(workspace.root())
                                .with("GITHUB_BASE_REF", "release")
                                .run("spec", "check", GATE)
                                .out())
                .contains("there is no branch or commit 'release' [check/no-base]");
    }

    @Test
    @Tag("spec-check#AC-7")
    void an_empty_base_of_a_push_leaves_the_one_of_the_settings() throws Exception {
        workspace.with(".kiro/config.yaml", "check:\n  base: develop\n");

        assertThat(
                        Kiro.in(workspace.root())
                                .with("GITHUB_BASE_REF", "")
                                .run("spec", "check", GATE)
                                .out())
                .contains("there is no branch or commit 'develop' [check/no-base]");
    }

    @Test
    @Tag("spec-check#AC-7")
    void merges_of_the_other_branch_are_no_part_of_the_change() throws Exception {
        change("docs/a.md");
        commit("docs: a");
        workspace.git("checkout", "-q", "main");
        change("src/main/java/demo/Other.java");
        commit("feat: other");
        workspace.git("checkout", "-q", "topic");
        workspace.git(
                "-c",
                "user.name=T",
                "-c",
                "user.email=t@example.com",
                "merge",
                "-q",
                "--no-edit",
                "main");

        assertThat(check(GATE).out()).contains("no spec is owed: no source file differs");
    }

    @Test
    @Tag("spec-check#AC-7")
    void outside_of_a_repository_and_with_a_broken_event_it_stays_shut() throws Exception {
        Path bare = Files.createDirectories(folder.resolve("bare/.kiro")).getParent();
        assertThat(Kiro.in(bare).run("spec", "check", GATE).out())
                .contains("this project is no git repository");

        Path event = folder.resolve("event.json");
        Files.writeString(event, "{");
        Kiro.Result result =
                Kiro.in(workspace.root())
                        .with("GITHUB_EVENT_PATH", event.toString())
                        .run("spec", "check", GATE);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("[check/bad-event]");
    }

    @Test
    @Tag("spec-check#AC-8")
    void specs_alone_may_have_open_criteria_but_claim_nothing() {
        assertThat(check().code()).isZero();
        assertThat(check().out()).isEqualTo("greeting: 0 of 2 criteria proven\nit may be merged\n");
        assertThat(check("--strict").out()).contains("[check/unmet-criterion]");
        assertThat(check("greeting", "--strict").code()).isEqualTo(1);

        workspace.with(".kiro/specs/greeting.md", SPEC.replace("[ ] AC-2", "[x] AC-2"));
        assertThat(check().out())
                .contains("AC-2 is ticked and nothing proves it [check/ticked-without-evidence]");
        assertThat(check().code()).isEqualTo(1);
        assertThat(workspace.has(".kiro/evidence")).isFalse();
    }

    @Test
    @Tag("spec-check#AC-9")
    void programs_get_json() throws Exception {
        change("src/main/java/demo/Demo.java");
        commit("feat: leaving\n\nSpec: greeting");

        JsonNode json = JsonMapper.shared().readTree(check(GATE, "--json").out());

        assertThat(json.path("open").asBoolean(true)).isFalse();
        assertThat(json.path("change").path("specOwed").asBoolean(false)).isTrue();
        assertThat(json.path("specs").get(0).toString())
                .isEqualTo("{\"name\":\"greeting\",\"criteria\":2,\"proven\":0,\"met\":false}");
        assertThat(json.path("findings").get(0).path("rule").asString())
                .isEqualTo("check/unmet-criterion");
    }

    @Test
    @Tag("spec-check#AC-9")
    void options_about_a_change_need_one() {
        assertThat(check("--base", "main").code()).isEqualTo(64);
    }

    private void change(String file) {
        workspace.with(file, (workspace.has(file) ? workspace.read(file) : "") + "// more\n");
    }

    private void commit(String message) throws InterruptedException {
        workspace.git("add", "-A");
        workspace.git(
                "-c",
                "user.name=T",
                "-c",
                "user.email=t@example.com",
                "commit",
                "-q",
                "-m",
                message);
    }

    private void sync() {
        Kiro.Result result =
                Kiro.in(workspace.root())
                        .with("KIRO_TEST_COMMAND", "sh tests.sh")
                        .run("spec", "sync", "greeting");
        assertThat(result.code()).as(result.err() + result.out()).isZero();
    }

    private Kiro pipeline(String title, String body) throws Exception {
        Path event = folder.resolve("event.json");
        Files.writeString(
                event,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("number", 7)
                        .set(
                                "pull_request",
                                JsonMapper.shared()
                                        .createObjectNode()
                                        .put("number", 7)
                                        .put("title", title)
                                        .put("body", body))
                        .toString());
        return Kiro.in(workspace.root())
                .with("GITHUB_EVENT_PATH", event.toString())
                .with("GITHUB_BASE_REF", "main");
    }

    private Kiro.Result check(String... arguments) {
        var all = new java.util.ArrayList<>(java.util.List.of("spec", "check"));
        all.addAll(java.util.List.of(arguments));
        return Kiro.in(workspace.root()).run(all.toArray(String[]::new));
    }
}
