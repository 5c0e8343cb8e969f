package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SteeringDraftTest {
    private static final String STEERING =
            "# Style\n\n- Keep dates out of the way of the clock.\n- Be kind.\n";
    private static final String RULE =
            """
            id: no-clock
            kind: forbid
            name: Date.now
            languages: [typescript]
            message: something else
            bad:
              - "const now = Date.now();"
              - "const { now } = Date; now();"
            good:
              - "const now = clock.now();"
            """;
    private static final String FILE = ".kiro/steering/style.md";

    @TempDir private Path folder;
    private TemporaryWorkspace files;

    @BeforeEach
    void makeProject() throws Exception {
        files =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("p")))
                        .with(FILE, STEERING)
                        .with("src/a.ts", "export const at = Date.now();\n")
                        .committed();
    }

    private void script(String... rules) {
        files.with(
                "s.jsonl",
                IntStream.range(0, 4)
                        .mapToObj(i ->
                                ScriptLines.call(
                                        "c" + i,
                                        "propose_rules",
                                        proposal(rules[Math.min(i, rules.length - 1)])))
                        .collect(Collectors.joining("\n")));
    }

    private static String proposal(String rule) {
        return "{\"rules\":[{\"sentence\":1,\"rule\":%s}]}"
                .formatted(JsonMapper.shared().writeValueAsString(rule));
    }

    private Kiro kiro() {
        return Kiro.in(folder.resolve("p"));
    }

    private static String[] draft(String... more) {
        String[] base = {"steering", "draft", "style", "--model", "scripted/s.jsonl"};
        var all = java.util.Arrays.copyOf(base, base.length + more.length);
        System.arraycopy(more, 0, all, base.length, more.length);
        return all;
    }

    @Test
    @Tag("steering-drafts#AC-1")
    @Tag("steering-drafts#AC-3")
    void a_rule_that_behaves_is_shown_with_what_violates_it_and_checked_once_it_is_accepted() {
        script(RULE);

        Kiro.Result result = kiro().typing("1").run(draft());

        assertThat(result.out())
                .contains(
                        "   1  Keep dates out of the way of the clock.",
                        "in the project: 1 violation",
                        "src/a.ts:1: Date.now is called",
                        "1 rule written to .kiro/steering/style.md");
        assertThat(files.read(FILE))
                .startsWith(STEERING + "\n```rule\nid: no-clock\n")
                .contains("message: \"Keep dates out of the way of the clock.\"\nsentence: ");
        assertThat(kiro().run("steering", "check").out())
                .contains("src/a.ts:1:19: error: Date.now is called: Keep dates out of the way");
        files.with(FILE, files.read(FILE).replace("- Keep dates out", "- Keep times out"));
        assertThat(kiro().run("steering", "list").out())
                .contains("the sentence that it was made of has been edited");
    }

    @Test
    @Tag("steering-drafts#AC-2")
    void what_does_not_behave_is_told_the_model_and_never_written() {
        script(
                RULE.replace("clock.now()", "Date.now()"),
                RULE.replace("kind: forbid", "kind: forbidden"),
                RULE.substring(0, RULE.indexOf("good:")),
                RULE.replace("name: Date.now", "name: \"*\""));

        Kiro.Result result = kiro().run(draft("--propose"));

        assertThat(result.code()).isEqualTo(5);
        assertThat(files.read(FILE)).isEqualTo(STEERING);

        script(RULE.replace("clock.now()", "Date.now()"), RULE);
        assertThat(kiro().run(draft("--propose")).out()).contains("as proposed");
        assertThat(files.read(FILE)).contains("state: proposed\n```\n");
        assertThat(kiro().run("steering", "list").out()).contains("1 proposed");
        assertThat(kiro().run("steering", "check").code()).isZero();
    }

    @Test
    @Tag("steering-drafts#AC-3")
    void nothing_is_written_unless_somebody_says_so() {
        script(RULE);

        assertThat(kiro().run(draft()).out())
                .contains("nothing is written: choose at a terminal, or add --propose");
        kiro().typing("").run(draft());
        kiro().typing("7").run(draft());

        assertThat(files.read(FILE)).isEqualTo(STEERING);
        assertThat(kiro().run("steering", "draft", "style").err())
                .contains("no language model is configured, so nothing is proposed");
        assertThat(kiro().run("steering", "draft", "stile").code()).isEqualTo(1);
    }
}
