package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a branch adds, against the one that it is to be merged into.
class SteeringBaseTest {
    private static final String BASELINE = ".kiro/steering/baseline.json";

    @TempDir Path folder;
    private TemporaryWorkspace files;
    private Kiro kiro;

    @BeforeEach
    void leaveMain() throws Exception {
        files =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("project")))
                        .with(".kiro/steering/code-style.md", "- Never use `console.log`.\n")
                        .with("src/old.ts", "console.log('old');\n")
                        .with("src/moved.ts", "console.log('moved');\n")
                        .with("src/left.ts", "console.log('left alone');\n")
                        .committed();
        files.git("checkout", "-q", "-b", "feature");
        kiro = Kiro.in(folder.resolve("project"));
    }

    private Kiro.Result check(String... more) {
        var all = new String[3 + more.length];
        all[0] = "steering";
        all[1] = "check";
        all[2] = "--changed";
        System.arraycopy(more, 0, all, 3, more.length);
        return kiro.run(all);
    }

    @Test
    @Tag("steering-commands#AC-14")
    void only_what_the_branch_adds_counts_committed_or_not() throws Exception {
        files.with("src/old.ts", "say(1);\nconsole.log('old');\n")
                .with("src/new.ts", "console.log('new');\n")
                .committed();
        files.with("src/later.ts", "console.log('not committed');\n");

        assertThat(check()).extracting(Kiro.Result::out).asString().doesNotContain("src/new.ts");
        assertThat(check("--base", "main"))
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                """
                                src/later.ts:1:1: error: console.log is called: Never use `console.log`. [code-style/no-console-log]
                                  next: do without it
                                src/new.ts:1:1: error: console.log is called: Never use `console.log`. [code-style/no-console-log]
                                  next: do without it
                                1 rule checked: 2 violations
                                """,
                                "note: 1 violation in the files of the change that were there before\n"));
    }

    @Test
    @Tag("steering-commands#AC-14")
    void what_moves_with_its_file_is_not_added() throws Exception {
        files.git("mv", "src/moved.ts", "src/elsewhere.ts");
        files.committed();

        assertThat(check("--base", "main").code()).isZero();

        files.with("src/elsewhere.ts", "console.log('moved');\nconsole.log('moved');\n");
        assertThat(check("--base", "main").out()).contains("1 rule checked: 1 violation");
    }

    @Test
    @Tag("steering-commands#AC-14")
    void a_change_cannot_write_what_it_adds_into_the_baseline() throws Exception {
        kiro.run("steering", "baseline", "--begin");
        files.committed();
        files.git("checkout", "-q", "-B", "main");
        files.git("checkout", "-q", "-b", "more");
        files.with("src/new.ts", "console.log('new');\n")
                .with(
                        BASELINE,
                        files.read(BASELINE)
                                .replace(
                                        "\"violations\": [",
                                        "\"violations\": [\n    {\"rule\":\"code-style/no-console-log\",\"file\":\"src/new.ts\",\"count\":1,\"print\":\"console.log\"},"))
                .committed();

        assertThat(check().code()).as("nothing is known of what was there").isZero();
        assertThat(check("--base", "main").out())
                .contains("the change lets the baseline grow by 1 [steering/grown-baseline]");
    }

    @Test
    @Tag("steering-commands#AC-14")
    void a_base_that_is_not_here_fails_and_says_how_to_fetch_it() {
        assertThat(check("--base", "gone"))
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                "",
                                """
                                error: what is changed is not known: there is no branch or commit 'gone' here [steering/no-changes]
                                  next: fetch it with its history: 'git fetch origin gone', or 'fetch-depth: 0' for actions/checkout
                                """));
        assertThat(kiro.run("steering", "check", "--base", "main").code()).isEqualTo(64);
        assertThat(check("--base", "--upload-pack=x").code()).isEqualTo(1);
    }

    @Test
    @Tag("steering-commands#AC-14")
    void annotations_and_sarif_tell_of_the_same_places() throws Exception {
        files.with("src/new.ts", "console.log('new');\n").committed();

        assertThat(check("--base", "main", "--format", "github").out())
                .startsWith("::error file=src/new.ts,line=1,")
                .hasLineCount(1);
        assertThat(check("--base", "main", "--format", "sarif").out())
                .contains("\"uri\" : \"src/new.ts\"")
                .doesNotContain("src/old.ts");
    }
}
