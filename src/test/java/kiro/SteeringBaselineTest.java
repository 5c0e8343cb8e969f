package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a team lets stand against its own rules. Today is the first of March 2026.
class SteeringBaselineTest {
    private static final String BASELINE = ".kiro/steering/baseline.json";

    @TempDir Path folder;
    private TemporaryWorkspace files;
    private Kiro kiro;

    @BeforeEach
    void makeProject() throws Exception {
        files =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("project")))
                        .with(
                                ".kiro/steering/code-style.md",
                                "- Never use `console.log`.\n- Never use `eval`.\n")
                        .with("src/old.ts", "console.log('old');\nconsole.log('old');\n")
                        .with("src/web/a.ts", "eval('1');\n")
                        .committed();
        kiro = Kiro.in(folder.resolve("project"));
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/formats/steering-baseline.schema.json")));
    }

    private Kiro.Result steering(String... args) {
        var all = new String[args.length + 1];
        all[0] = "steering";
        System.arraycopy(args, 0, all, 1, args.length);
        return kiro.run(all);
    }

    @Test
    @Tag("steering-baseline#AC-1")
    void what_is_there_when_a_team_begins_is_written_down_and_passes_from_then_on()
            throws IOException {
        assertThat(steering("check").code()).isEqualTo(1);

        assertThat(steering("baseline", "--begin"))
                .isEqualTo(new Kiro.Result(0, "3 violations of today: " + BASELINE + "\n", ""));

        assertThat(files.read(BASELINE))
                .isEqualTo(
                        """
                        {
                          "version": 1,
                          "violations": [
                            {"rule":"code-style/no-console-log","file":"src/old.ts","count":2,"print":"console.log"},
                            {"rule":"code-style/no-eval","file":"src/web/a.ts","count":1,"print":"eval"}
                          ]
                        }
                        """);
        assertThat(schema().validate(files.read(BASELINE), InputFormat.JSON)).isEmpty();
        assertThat(steering("check", "--all"))
                .isEqualTo(
                        new Kiro.Result(
                                0, "2 rules checked: 0 violations, 3 more in the baseline\n", ""));
    }

    @Test
    @Tag("steering-baseline#AC-2")
    void it_never_takes_in_what_is_new() {
        steering("baseline", "--begin");
        String before = files.read(BASELINE);
        files.with(
                "src/old.ts",
                "\n\nconsole.log('old');\nconsole.log('old');\nconsole.log('old');\n");

        assertThat(steering("check"))
                .matches(result -> result.code() == 1)
                .extracting(Kiro.Result::out)
                .asString()
                .contains("src/old.ts:5:1", "1 violation, 3 more in the baseline");
        assertThat(steering("baseline").code()).isEqualTo(1);
        assertThat(steering("baseline", "--begin").err())
                .contains("there is a baseline already, and it can only become smaller");
        assertThat(files.read(BASELINE)).isEqualTo(before);
    }

    @Test
    @Tag("steering-baseline#AC-3")
    void what_is_mended_must_be_taken_out_and_does_not_come_back() {
        steering("baseline", "--begin");
        files.with("src/old.ts", "console.log('old');\n");

        assertThat(steering("check"))
                .matches(result -> result.code() == 1)
                .extracting(Kiro.Result::out)
                .asString()
                .contains(
                        "1 of its places is not there any more [steering/stale-baseline]",
                        "next: make it smaller: kiro steering baseline");
        assertThat(steering("check", "src/old.ts").code()).isZero();
        assertThat(steering("baseline"))
                .isEqualTo(new Kiro.Result(0, "2 violations left, 1 gone\n", ""));
        assertThat(steering("check").code()).isZero();

        files.with("src/old.ts", "console.log('old');\nconsole.log('old');\n");
        assertThat(steering("check").code()).isEqualTo(1);
    }

    @Test
    @Tag("steering-baseline#AC-3")
    void a_file_that_was_moved_takes_its_entries_along() throws IOException {
        steering("baseline", "--begin");
        Files.move(folder.resolve("project/src/web/a.ts"), folder.resolve("project/src/b.ts"));

        assertThat(steering("check").code()).isZero();
        assertThat(steering("baseline").code()).isZero();
        assertThat(files.read(BASELINE)).contains("src/b.ts").doesNotContain("src/web/a.ts");
    }

    @Test
    @Tag("steering-baseline#AC-4")
    void a_baseline_that_cannot_be_read_lets_nothing_stand_and_is_not_written_over() {
        for (String broken :
                new String[] {
                    "",
                    "{\"version\": 2, \"violations\": []}",
                    "{\"version\": 1}",
                    "{\"version\": 1, \"violations\": [{\"rule\": \"a/b\"}]}",
                    "<<<<<<< HEAD\n"
                }) {
            files.with(BASELINE, broken);

            assertThat(steering("check").out())
                    .contains("[steering/bad-baseline]", "3 violations\n");
            assertThat(steering("baseline").code()).isEqualTo(1);
            assertThat(files.read(BASELINE)).isEqualTo(broken);
        }
    }

    @Test
    @Tag("steering-baseline#AC-5")
    void a_waiver_holds_until_its_day_with_its_owner_said() {
        files.with(
                ".kiro/steering/waivers.yaml",
                """
                waivers:
                  - rule: code-style/no-console-log
                    files: src/**
                    owner: web team
                    until: 2026-03-01
                    reason: until the logger is there
                  - rule: code-style/no-eval
                    files: [src/web/**]
                    owner: anna
                    until: 2026-02-28
                """);

        assertThat(steering("check").out())
                .contains(
                        "src/web/a.ts:1:1: error: eval is called (the waiver of anna ended on 2026-02-28)",
                        "waived by web team until 2026-03-01: src/old.ts:1 [code-style/no-console-log]: until the logger is there",
                        "2 rules checked: 1 violation, 2 waived");
        assertThat(steering("check", "--format", "json").out())
                .contains("\"owner\" : \"web team\"", "\"until\" : \"2026-03-01\"");
    }

    @Test
    @Tag("steering-baseline#AC-5")
    void a_comment_waives_its_line_or_the_next() {
        files.with(
                        "src/old.ts",
                        "// kiro:waive code-style/no-console-log owner=anna until=2026-12-31 a tool for people\nconsole.log('old');\n")
                .with("src/web/a.ts", "eval('1'); // kiro:waive code-style/no-eval owner=bert\n");

        assertThat(steering("check").out())
                .contains(
                        "waived by anna until 2026-12-31: src/old.ts:2 [code-style/no-console-log]: a tool for people",
                        "src/web/a.ts:1:12: error: this waives nothing, since nobody answers for it until a day",
                        "src/web/a.ts:1:1: error: eval is called");
    }

    @Test
    @Tag("steering-baseline#AC-8")
    void what_is_let_stand_is_suppressed_for_code_scanning_with_who_lets_it() {
        files.with("src/web/b.ts", "eval('2');\n");
        kiro.run("steering", "baseline", "--begin");
        files.with(
                        ".kiro/steering/waivers.yaml",
                        """
                        waivers:
                          - {rule: code-style/no-eval, files: src/web/a.ts, owner: anna, until: 2026-12-31, reason: soon gone}
                        """)
                .with("src/web/a.ts", "eval('1');\neval('2');\n")
                .with(
                        "src/web/c.ts",
                        "eval('3'); // kiro:waive code-style/no-eval owner=bert until=2026-12-31\n")
                .with("src/web/d.ts", "eval('4');\n");

        JsonNode run =
                JsonMapper.shared()
                        .readTree(kiro.run("steering", "check", "--format", "sarif").out())
                        .at("/runs/0");

        assertThat(run.at("/results").values())
                .extracting(result ->
                        "%s %s"
                                .formatted(
                                        result.at(
                                                        "/locations/0/physicalLocation/artifactLocation/uri")
                                                .asString(),
                                        result.at("/suppressions")))
                .contains(
                        "src/web/d.ts []",
                        "src/web/a.ts [{\"kind\":\"external\",\"status\":\"accepted\",\"justification\":\"waived by anna until 2026-12-31: soon gone\"}]",
                        "src/web/c.ts [{\"kind\":\"inSource\",\"status\":\"accepted\",\"justification\":\"waived by bert until 2026-12-31\"}]",
                        "src/web/b.ts [{\"kind\":\"external\",\"status\":\"accepted\",\"justification\":\"it was there when .kiro/steering/baseline.json was written\"}]");
        assertThat(run.at("/results").values())
                .allSatisfy(result -> assertThat(result.has("suppressions")).isTrue());
    }

    @Test
    @Tag("steering-baseline#AC-6")
    void a_waiver_that_lacks_something_or_is_not_used_is_said() {
        files.with(
                ".kiro/steering/waivers.yaml",
                """
                waivers:
                  - rule: code-style/no-console-log
                    files: src/**
                    until: 2026-12-31
                  - rule: code-style/no-eval
                    files: lib/**
                    owner: anna
                    until: 2026-12-31
                """);

        assertThat(steering("check").out())
                .contains(
                        ".kiro/steering/waivers.yaml:2:5: error: a waiver needs 'rule', 'files', 'owner' and 'until'",
                        ".kiro/steering/waivers.yaml:5:5: warning: nothing violates code-style/no-eval in the files of this waiver any more",
                        "3 violations\n");
    }

    @Test
    @Tag("steering-baseline#AC-7")
    void an_agent_is_held_to_the_rules_without_waivers() {
        files.with(
                "script.jsonl",
                ScriptLines.all(
                        ScriptLines.writes(
                                "c2",
                                "src/new.ts",
                                "// kiro:waive code-style/no-eval owner=anna until=2026-12-31\neval('2');\n"),
                        ScriptLines.says("done")));

        kiro.run("agent", "go", "--model", "scripted/script.jsonl", "--mode", "autonomous");

        assertThat(files.has("src/new.ts")).isFalse();
    }

    @Test
    @Tag("steering-commands#AC-8")
    void one_of_changed_all_and_a_path_is_checked() {
        assertThat(steering("check", "--changed", "--all").code()).isEqualTo(64);
        assertThat(steering("check", "--all", "src").code()).isEqualTo(64);
        files.with("src/web/b.ts", "eval('2');\n");
        assertThat(steering("check", "--changed").out())
                .contains("src/web/b.ts:1:1", "1 violation")
                .doesNotContain("old.ts");
    }

    @Test
    @Tag("steering-commands#AC-9")
    void each_rule_is_tried_on_its_examples_and_on_the_project() {
        files.with(
                ".kiro/steering/team.md",
                """
                ```rule
                id: no-alert
                kind: forbid
                name: alert
                message: Nobody is alerted.
                bad:
                  - "alert(1)"
                good:
                  - "show(1)"
                ```

                ```rule
                id: no-show
                kind: forbid
                name: show
                message: Nothing is shown.
                bad:
                  - "alert(1)"
                ```
                """);

        assertThat(steering("test"))
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                """
                                .kiro/steering/team.md:13:1: error: its bad example passes: alert(1) [steering/broken-rule]
                                  next: mend the rule, or the example
                                RULE                       STATE     BAD FOUND  GOOD PASSED  IN PROJECT
                                code-style/no-console-log  enforced  0          0            2, first src/old.ts:1
                                code-style/no-eval         enforced  0          0            1, first src/web/a.ts:1
                                team/no-alert              enforced  1          1            0
                                3 rules tried, 1 broken
                                """,
                                ""));
        assertThat(steering("test", "--json").out())
                .contains("\"rule\" : \"team/no-alert\"", "\"inProject\" : 2");
    }

    @Test
    @Tag("steering-commands#AC-10")
    void whoever_keeps_a_file_is_reminded_when_its_review_is_due() {
        files.with(
                        ".kiro/steering/team.md",
                        "---\nowner: web team\nreview: monthly\nreviewed: 2026-01-15\n---\n- Be kind.\n")
                .with("script.jsonl", ScriptLines.says("done"));
        String reminder = "web team was to look at it by 2026-02-15";

        assertThat(steering("list").out()).contains(reminder);
        assertThat(steering("list", "--json").out()).contains(reminder);
        assertThat(steering("check").out()).contains(reminder);
        assertThat(
                        kiro.run(
                                        "agent",
                                        "go",
                                        "--model",
                                        "scripted/script.jsonl",
                                        "--mode",
                                        "autonomous")
                                .out())
                .contains(reminder);

        files.with(
                ".kiro/steering/team.md",
                "---\nowner: web team\nreview: monthly\nreviewed: 2026-02-15\n---\n- Be kind.\n");
        assertThat(steering("list").out()).doesNotContain("was to look at it");
    }
}
