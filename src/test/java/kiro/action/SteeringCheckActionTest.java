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

class SteeringCheckActionTest {
    @TempDir private Path folder;
    private ActionWorkshop shop;

    @BeforeEach
    void open() throws Exception {
        shop =
                new ActionWorkshop(folder)
                        .with(".kiro/steering/code-style.md", "- Never use `console.log`.\n")
                        .with("src/a.ts", "console.log('old');\n")
                        .committed("start");
    }

    private BuiltInOutcome commit(Map<String, String> settings, String... files) throws Exception {
        return shop.on(
                "steering-check",
                EventKind.PRE_COMMIT,
                new Subject.Commit(List.of(files), Optional.empty(), ""),
                settings);
    }

    @Test
    @Tag("hook-built-ins#AC-17")
    void what_is_staged_counts_and_not_what_lies_in_the_folder() throws Exception {
        shop.with("src/b.ts", "console.log('staged');\n").staged();
        shop.with("src/b.ts", "say('mended and not staged');\n");

        BuiltInOutcome outcome = commit(Map.of(), "src/b.ts");

        assertThat(outcome.answer()).isEqualTo(BuiltInOutcome.Answer.OBJECTS);
        assertThat(outcome.text())
                .startsWith("src/b.ts:1:1 code-style/no-console-log console.log is called");

        shop.staged();
        shop.with("src/b.ts", "console.log('not staged');\n");
        assertThat(commit(Map.of(), "src/b.ts"))
                .isEqualTo(BuiltInOutcome.done("no new violation of the steering", List.of()));
    }

    @Test
    @Tag("hook-built-ins#AC-17")
    void what_was_committed_before_stops_nothing_unless_all_is_asked() throws Exception {
        shop.with("src/a.ts", "\nconsole.log('old');\nsay(1);\n").staged();

        assertThat(commit(Map.of(), "src/a.ts"))
                .isEqualTo(
                        BuiltInOutcome.done(
                                "no new violation of the steering, 1 that were there before",
                                List.of()));
        assertThat(commit(Map.of("all", "true"), "src/a.ts").answer())
                .isEqualTo(BuiltInOutcome.Answer.OBJECTS);
    }

    @Test
    @Tag("hook-built-ins#AC-17")
    void steering_that_is_broken_stops_the_step() throws Exception {
        shop.with(
                        ".kiro/steering/code-style.md",
                        "- Never use `console.log`; use `log` from `src/gone.ts`.\n")
                .with("src/b.ts", "say(1);\n")
                .staged();

        BuiltInOutcome outcome = commit(Map.of(), "src/b.ts");

        assertThat(outcome.answer()).isEqualTo(BuiltInOutcome.Answer.OBJECTS);
        assertThat(outcome.text()).contains("src/gone.ts, which is not there");
    }

    @Test
    @Tag("hook-built-ins#AC-17")
    void a_saved_file_is_checked_as_it_lies_there() throws Exception {
        shop.with("src/c.ts", "console.log('new');\n");

        BuiltInOutcome outcome =
                shop.on(
                        "steering-check",
                        EventKind.FILE_SAVED,
                        new Subject.Files(List.of("src/c.ts")),
                        Map.of());

        assertThat(outcome.answer()).isEqualTo(BuiltInOutcome.Answer.OBJECTS);
    }

    @Test
    @Tag("hook-built-ins#AC-20")
    void of_a_pull_request_it_is_what_it_adds_that_counts() throws Exception {
        var request = new Subject.PullRequest(7, "Cart", "cart", "main", "");
        shop.git("checkout", "-q", "-b", "cart");
        shop.with("src/a.ts", "say(1);\nconsole.log('old');\n").committed("feat: cart");

        assertThat(shop.on("steering-check", EventKind.PR_OPENED, request, Map.of()))
                .isEqualTo(
                        BuiltInOutcome.done(
                                "no new violation of the steering, 1 that were there before",
                                List.of()));

        shop.with("src/b.ts", "console.log('new');\n").committed("feat: more");
        BuiltInOutcome outcome = shop.on("steering-check", EventKind.PR_UPDATED, request, Map.of());
        assertThat(outcome.answer()).isEqualTo(BuiltInOutcome.Answer.OBJECTS);
        assertThat(outcome.text()).startsWith("src/b.ts:1:1 code-style/no-console-log");

        assertThat(
                        shop.on(
                                        "steering-check",
                                        EventKind.PR_OPENED,
                                        request,
                                        Map.of("base", "gone"))
                                .answer())
                .isEqualTo(BuiltInOutcome.Answer.FAILED);
    }
}
