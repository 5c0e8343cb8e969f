package kiro.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.hook.EventKind;
import kiro.hook.run.BuiltInOutcome;
import kiro.hook.run.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedCopyTest {
    /// A compiler to which each line with `wrong` is an error.
    private static final String COMPILER =
            """
            #!/bin/sh
            rc=0
            for file in $(find src -name '*.ts' | sort); do
                grep -n wrong "$file" | sed "s|^\\([0-9]*\\):.*|$file(\\1,1): error TS1: it is wrong|"
                grep -q wrong "$file" && rc=2
            done
            exit $rc
            """;

    @TempDir private Path folder;
    private ActionWorkshop shop;

    @BeforeEach
    void open() throws Exception {
        shop =
                new ActionWorkshop(folder)
                        .with("tsconfig.json", "{}\n")
                        .with(".gitignore", "node_modules\n")
                        .with("node_modules/.bin/tsc", COMPILER)
                        .with("src/cart.ts", "let total = 1;\n")
                        .with("src/till.ts", "let till = 1;\n");
        assertThat(shop.root().resolve("node_modules/.bin/tsc").toFile().setExecutable(true))
                .isTrue();
        shop.committed("start");
    }

    private BuiltInOutcome checked(Map<String, String> settings) throws InterruptedException {
        return shop.on(
                "type-check",
                EventKind.PRE_COMMIT,
                new Subject.Commit(List.of("src/cart.ts"), Optional.empty(), ""),
                settings);
    }

    @Test
    @Tag("hook-built-ins#AC-19")
    void before_a_commit_what_is_staged_is_checked_and_not_what_lies_there() throws Exception {
        shop.with("src/cart.ts", "let total = wrong;\n")
                .staged()
                .with("src/cart.ts", "let total = 2;\n");

        BuiltInOutcome staged = checked(Map.of("fix", "true"));

        assertThat(staged.answer()).isEqualTo(BuiltInOutcome.Answer.OBJECTS);
        assertThat(staged.text()).isEqualTo("src/cart.ts:1:1 tsc/ts1 it is wrong");
        assertThat(shop.read("src/cart.ts")).isEqualTo("let total = 2;\n");

        shop.staged()
                .with("src/cart.ts", "let total = wrong;\n")
                .with("src/new.ts", "let other = wrong;\n");

        assertThat(checked(Map.of()).text()).isEqualTo("tsc has nothing against it");
    }

    @Test
    @Tag("hook-built-ins#AC-19")
    void a_file_that_is_staged_and_gone_since_is_checked_too() throws Exception {
        shop.with("src/deep/other.ts", "let other = wrong;\n").staged();
        shop.git("rm", "-q", "--cached", "src/till.ts");
        shop.with("src/till.ts", "let till = wrong;\n");
        shop.root().resolve("src/deep/other.ts").toFile().delete();

        assertThat(checked(Map.of()).text()).isEqualTo("src/deep/other.ts:1:1 tsc/ts1 it is wrong");
    }

    @Test
    @Tag("hook-models#AC-7")
    void what_a_model_proposes_is_shown_when_the_tools_say_less_with_it() throws Exception {
        String bad = "let total = wrong; // a number\n";
        shop.with("src/cart.ts", bad).staged();
        shop.models()
                .proposing("fixes", edits("let total = wrong;", "let total = wrong.too;"))
                .proposing("fixes", edits("let total = wrong;", "// @ts-ignore\nlet total = 2;"))
                .proposing("fixes", edits("let total", "let sum"))
                .proposing("fixes", edits("total = wrong;", "total = 1;"));

        BuiltInOutcome outcome = checked(Map.of("model", "true", "fix", "true"));

        assertThat(outcome.answer()).isEqualTo(BuiltInOutcome.Answer.OBJECTS);
        assertThat(outcome.text())
                .startsWith(
                        """
                        src/cart.ts:1:1 tsc/ts1 it is wrong
                        proposed, not written; with it 0 errors and 0 problems are left: The total is a number.
                        diff --git\
                        """)
                .endsWith(
                        "\n-let total = wrong; // a number\n+let total = 1; // a number\nby scripted");
        assertThat(shop.models().told())
                .contains("with the edits there are 1 errors, and 1 without")
                .contains("silences what is to be mended");
        assertThat(shop.read("src/cart.ts")).isEqualTo(bad);
        assertThat(outcome.written()).isEmpty();
    }

    private static Object[] edits(String old, String now) {
        return new Object[] {
            "why",
            "The total is a number.",
            "edits",
            List.of(WorkshopModels.edit("src/cart.ts", old, now))
        };
    }

    @Test
    @Tag("hook-models#AC-7")
    void where_nothing_is_left_to_mend_no_model_is_asked() throws Exception {
        checked(Map.of("model", "true"));

        assertThat(shop.models().named()).isEmpty();
    }
}
