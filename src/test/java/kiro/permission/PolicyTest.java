package kiro.permission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kiro.permission.Mode.AUTONOMOUS;
import static kiro.permission.Mode.INTERACTIVE;
import static kiro.permission.Mode.SEMI_AUTOMATIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.edit.FileChange;
import kiro.edit.FileState;
import kiro.tool.Effect;
import kiro.tool.Risk;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final Path ROOT = Path.of("/srv/project");
    private static final List<WorkspacePath> TARGETS =
            paths("src/App.java", "pom.xml", "src/feature", ".kiro/specs/planned.md");

    @Test
    @Tag("permissions#AC-1")
    void the_guide_has_the_ruling_for_every_effect_in_every_mode() throws IOException {
        assertThat(documented()).isEqualTo(table());
    }

    /// The table of the guide.
    private static String documented() throws IOException {
        return Files.readString(Path.of("docs/guide/permissions.md"))
                .lines()
                .dropWhile(line -> !line.startsWith("| effect |"))
                .takeWhile(line -> line.startsWith("|"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    @Tag("named-tasks#AC-4")
    void while_tests_are_written_only_tests_may_change() {
        for (String path :
                List.of(
                        "src/test/java/a/B.java",
                        "src/integrationTest/java/a/B.java",
                        "web/button.test.tsx",
                        "tests/conftest.py",
                        "pkg/user_test.go",
                        "src/lib.rs",
                        "app/src/test/resources/data.json")) {
            assertThat(rule(AUTONOMOUS, Phase.WRITING_TESTS, create(path)).decision())
                    .as(path)
                    .isEqualTo(Ruling.Decision.ALLOW);
        }
        for (String path :
                List.of(
                        "src/main/java/a/Latest.java",
                        "src/main/java/a/TestimonialService.java",
                        "pom.xml",
                        "web/contest.ts",
                        "pkg/attest.go",
                        ".kiro/specs/demo.md")) {
            assertThat(rule(AUTONOMOUS, Phase.WRITING_TESTS, create(path)))
                    .as(path)
                    .extracting(Ruling::decision, Ruling::reason)
                    .containsExactly(
                            Ruling.Decision.DENY,
                            "the task writes tests alone, and " + path + " is none");
        }
    }

    @Test
    @Tag("permissions#AC-2")
    void while_planning_everything_but_looking_is_denied_in_every_mode() {
        effects()
                .forEach((name, effect) -> {
                    for (Mode mode : Mode.values()) {
                        Ruling ruling = rule(mode, Phase.PLANNING, effect);
                        if (isLooking(effect)) {
                            assertThat(ruling).isEqualTo(rule(mode, Phase.EXECUTING, effect));
                        } else {
                            assertThat(ruling.decision()).as(name).isEqualTo(Ruling.Decision.DENY);
                            assertThat(ruling.reason())
                                    .isEqualTo(
                                            "a plan is being made: until it is approved, only looking is allowed");
                        }
                    }
                });
    }

    private static boolean isLooking(Effect effect) {
        return effect instanceof Effect.Nothing
                || effect instanceof Effect.Read
                || effect instanceof Effect.Fetch
                || (effect instanceof Effect.ServerCall call && call.isLooking());
    }

    @Test
    @Tag("permissions#AC-3")
    void a_step_that_names_no_files_has_none_off_the_plan() {
        var policy = new Policy(SEMI_AUTOMATIC, ROOT);
        assertThat(policy.rule(create("anywhere/New.java"), Phase.EXECUTING, List.of()))
                .isEqualTo(new Ruling(Ruling.Decision.ALLOW, Risk.LOW, "anywhere/New.java is new"));
        assertThat(policy.rule(edit("src/Old.java"), Phase.EXECUTING, List.of()))
                .isEqualTo(
                        new Ruling(
                                Ruling.Decision.ASK, Risk.MEDIUM, "src/Old.java exists already"));
    }

    @Test
    @Tag("permissions#AC-4")
    void the_reason_explains_the_ruling() {
        assertThat(reason(SEMI_AUTOMATIC, edit("pom.xml"))).isEqualTo("pom.xml is a build file");
        assertThat(reason(SEMI_AUTOMATIC, edit("src/Other.java")))
                .isEqualTo("src/Other.java is not among the step's files");
        assertThat(reason(SEMI_AUTOMATIC, edit("src/App.java")))
                .isEqualTo("src/App.java exists already, and among the step's files");
        assertThat(reason(AUTONOMOUS, new Effect.GitChange(List.of("push"))))
                .isEqualTo(
                        "git push sends commits to another place: a person would have to allow it, and nobody is asked"
                                + " here");
        assertThat(reason(AUTONOMOUS, create(".kiro/evidence/a.json")))
                .isEqualTo(".kiro/evidence/a.json is evidence, which only the engine writes");
        assertThat(
                        reason(
                                INTERACTIVE,
                                change(
                                        ".kiro/specs/planned.md",
                                        "- [ ] AC-1: a\n",
                                        "- [x] AC-1: a\n")))
                .isEqualTo(
                        "it ticks a criterion in .kiro/specs/planned.md: only evidence ticks one, after the tests have"
                                + " run");
    }

    @Test
    @Tag("permissions#AC-5")
    void a_spec_may_change_around_its_ticks_but_gain_none() {
        String before = "- [x] AC-1: done\n- [ ] AC-2: open\n";
        assertThat(decision(before, before + "- [ ] AC-3: new\n")).isEqualTo(Ruling.Decision.ASK);
        assertThat(decision(before, "- [ ] AC-1: done\n")).isEqualTo(Ruling.Decision.ASK);
        assertThat(decision(before, "- [ ] AC-2: open\n  - [X]   AC-1: done\n"))
                .isEqualTo(Ruling.Decision.ASK);
        assertThat(decision(before, "- [x] AC-1: done\n- [x] AC-2: open\n"))
                .isEqualTo(Ruling.Decision.DENY);
        assertThat(decision(before, "* [X] AC-1: something easier\n"))
                .isEqualTo(Ruling.Decision.DENY);
        assertThat(decision(before, before + before)).isEqualTo(Ruling.Decision.DENY);
        assertThat(
                        rule(
                                        SEMI_AUTOMATIC,
                                        Phase.EXECUTING,
                                        create(".kiro/specs/n.md", "1. [x] AC-1: born done\n"))
                                .decision())
                .isEqualTo(Ruling.Decision.DENY);
    }

    private static Ruling.Decision decision(String before, String after) {
        return rule(
                        SEMI_AUTOMATIC,
                        Phase.EXECUTING,
                        change(".kiro/specs/planned.md", before, after))
                .decision();
    }

    private static Map<String, Effect> effects() {
        var effects = new LinkedHashMap<String, Effect>();
        effects.put("nothing", new Effect.Nothing());
        effects.put("read a file", new Effect.Read(paths("src/App.java", ".env.example")));
        effects.put("read a secret", new Effect.Read(paths("src/App.java", ".env")));
        effects.put("change nothing", new Effect.Change(List.of()));
        effects.put("create a planned file", create("src/App.java"));
        effects.put("create in a planned folder", create("src/feature/deep/New.java"));
        effects.put("edit a planned file", edit("src/App.java"));
        effects.put("edit a planned build file", edit("pom.xml"));
        effects.put("create off the plan", create("src/Other.java"));
        effects.put("edit off the plan", edit("src/Other.java"));
        effects.put("delete a planned file", delete("src/App.java"));
        effects.put("make a planned file executable", executable("src/App.java"));
        effects.put("edit a planned spec", edit(".kiro/specs/planned.md"));
        effects.put("edit a spec off the plan", edit(".kiro/specs/other.md"));
        effects.put("edit hooks off the plan", edit(".kiro/hooks.yaml"));
        effects.put(
                "tick a criterion",
                change(".kiro/specs/planned.md", "- [ ] AC-1: a\n", "- [x] AC-1: a\n"));
        effects.put("write evidence", create(".kiro/evidence/spec.json"));
        effects.put("write into a session", edit(".kiro/sessions/1/events.jsonl"));
        effects.put("write into git's folder", create(".git/hooks/pre-commit"));
        effects.put("write a secret", edit("config/.env.production"));
        effects.put(
                "one harmless and one forbidden",
                both(create("src/App.java"), delete(".git/index")));
        effects.put("a command that looks", new Effect.Execute("grep -rn TODO src | head"));
        effects.put("a command that builds", new Effect.Execute("mvn -q test"));
        effects.put("a command that installs", new Effect.Execute("npm install left-pad"));
        effects.put("a command not understood", new Effect.Execute("echo 'open"));
        effects.put("a destructive command", new Effect.Execute("sudo rm -rf /"));
        effects.put("git add", new Effect.GitChange(List.of("add", "-A")));
        effects.put("git push", new Effect.GitChange(List.of("push", "origin", "main")));
        effects.put("git reset --hard", new Effect.GitChange(List.of("reset", "--hard")));
        effects.put("git push --force", new Effect.GitChange(List.of("push", "--force")));
        effects.put("call a server's tool", new Effect.ServerCall("s3", "put", false));
        effects.put("call a tool that only looks", new Effect.ServerCall("s3", "list", true));
        effects.put("fetch a page", new Effect.Fetch(URI.create("https://example.com/a")));
        return effects;
    }

    private static String table() {
        var table =
                new StringBuilder(
                        "| effect | risk | interactive | semi-automatic | autonomous |\n|---|---|---|---|---|\n");
        effects()
                .forEach((name, effect) -> {
                    Risk risk = rule(INTERACTIVE, Phase.EXECUTING, effect).risk();
                    String decisions =
                            Stream.of(INTERACTIVE, SEMI_AUTOMATIC, AUTONOMOUS)
                                    .map(mode -> rule(mode, Phase.EXECUTING, effect))
                                    .peek(ruling -> assertThat(ruling.risk()).isEqualTo(risk))
                                    .map(ruling -> word(ruling.decision()))
                                    .collect(Collectors.joining(" | "));
                    table.append(
                            "| %s | %s | %s |%n"
                                    .formatted(
                                            name, risk.name().toLowerCase(Locale.ROOT), decisions));
                });
        return table.toString();
    }

    private static String word(Ruling.Decision decision) {
        return switch (decision) {
            case ALLOW -> "allowed";
            case ASK -> "asked";
            case DENY -> "denied";
        };
    }

    private static Ruling rule(Mode mode, Phase phase, Effect effect) {
        return new Policy(mode, ROOT).rule(effect, phase, TARGETS);
    }

    private static String reason(Mode mode, Effect effect) {
        return rule(mode, Phase.EXECUTING, effect).reason();
    }

    private static Effect.Change create(String path) {
        return create(path, "new\n");
    }

    private static Effect.Change create(String path, String text) {
        return change(path, new FileState.Absent(), present(text, false));
    }

    private static Effect.Change edit(String path) {
        return change(path, "old\n", "new\n");
    }

    private static Effect.Change delete(String path) {
        return change(path, present("old\n", false), new FileState.Absent());
    }

    private static Effect.Change executable(String path) {
        return change(path, present("old\n", false), present("old\n", true));
    }

    private static Effect.Change change(String path, String before, String after) {
        return change(path, present(before, false), present(after, false));
    }

    private static Effect.Change change(String path, FileState before, FileState after) {
        return new Effect.Change(List.of(new FileChange(WorkspacePath.of(path), before, after)));
    }

    private static Effect.Change both(Effect.Change one, Effect.Change two) {
        return new Effect.Change(
                Stream.concat(one.changes().stream(), two.changes().stream()).toList());
    }

    private static FileState present(String text, boolean isExecutable) {
        return FileState.Present.of(text.getBytes(UTF_8), isExecutable);
    }

    private static List<WorkspacePath> paths(String... values) {
        return Stream.of(values).map(WorkspacePath::of).toList();
    }
}
