package kiro.hook.watch;

import static kiro.workspace.watch.FileEvent.Kind.CREATED;
import static kiro.workspace.watch.FileEvent.Kind.DELETED;
import static kiro.workspace.watch.FileEvent.Kind.SAVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import kiro.hook.EventKind;
import kiro.hook.Origin;
import kiro.hook.run.Cause;
import kiro.hook.run.HookEvent;
import kiro.hook.run.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HookWatchTest {
    private static final String STYLE =
            """
            - {name: style, on: file-saved, files: "src/**", except: "**/made/**", command: ./style}
            - {name: new, on: file-created, files: "*.java", command: ./new}
            - {name: gone, on: file-deleted, command: ./gone}
            """;

    @TempDir Path folder;
    private WatchWorkshop shop;

    @BeforeEach
    void open() {
        shop = new WatchWorkshop(folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("hook-watch#AC-1")
    void a_file_starts_the_hooks_whose_event_and_patterns_fit() throws Exception {
        shop.hooks(STYLE).tick();
        shop.changed(SAVED, "src/A.java", "src/made/B.java", "README.md");
        shop.changed(CREATED, "lib/C.java", "lib/c.txt").changed(DELETED, "old.txt");
        assertThat(shop.started(3))
                .containsExactlyInAnyOrder(
                        "style: file-saved src/A.java",
                        "new: file-created lib/C.java",
                        "gone: file-deleted old.txt");
    }

    @Test
    @Tag("hook-watch#AC-1")
    void origin_says_whose_changes_count() throws Exception {
        shop.hooks(
                """
                - {name: mine, on: file-saved, origin: user, command: ./a}
                - {name: agents, on: file-saved, origin: agent, command: ./b}
                """);
        shop.knowing((path, _, _) -> path.equals("a.txt") ? Cause.AGENT : Cause.PERSON);
        shop.tick().changed(SAVED, "a.txt", "b.txt");
        assertThat(shop.started(2))
                .containsExactlyInAnyOrder("agents: file-saved a.txt", "mine: file-saved b.txt");
    }

    @Test
    @Tag("hook-watch#AC-2")
    void what_is_saved_while_a_hook_runs_waits_once_and_keeps_no_other_hook_waiting()
            throws Exception {
        shop.hooks(STYLE).tick();
        CountDownLatch gate = shop.holding();
        shop.changed(SAVED, "src/A.java");
        shop.started(1);
        for (int i = 0; i < 50; i++) {
            shop.changed(SAVED, "src/A.java", "src/B.java");
        }
        shop.changed(DELETED, "x.txt");
        assertThat(shop.started(2))
                .containsExactly("style: file-saved src/A.java", "gone: file-deleted x.txt");
        gate.countDown();
        assertThat(shop.started(3)).endsWith("style: file-saved src/A.java src/B.java");
    }

    @Test
    @Tag("hook-watch#AC-2")
    void a_thousand_files_at_once_are_all_handed_on_in_portions_that_can_be_run() throws Exception {
        shop.hooks(STYLE).tick();
        shop.changed(
                SAVED, IntStream.range(0, 1_000).mapToObj(i -> "src/" + i).toArray(String[]::new));
        List<String> all =
                shop.started(3).stream()
                        .flatMap(line -> List.of(line.split(" ")).stream().skip(2))
                        .toList();
        assertThat(all).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    @Tag("hook-watch#AC-2")
    void a_longer_debounce_gathers_more() throws Exception {
        shop.hooks("- {name: slow, on: file-saved, debounce: 300ms, command: ./a}").tick();
        for (int i = 0; i < 20; i++) {
            shop.changed(SAVED, "a.txt");
        }
        shop.changed(SAVED, "b.txt");
        assertThat(shop.started(1).getFirst()).startsWith("slow: file-saved a.txt");
        assertThat(shop.news(WatchNews.Ended.class, 1)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    @Tag("hook-watch#AC-11")
    void what_looks_like_a_loop_is_slowed_down_and_not_lost() throws Exception {
        var during = new Cause(Origin.USER, List.of("?"));
        shop.knowing((path, _, _) -> path.equals("src/loop") ? during : Cause.PERSON);
        shop.hooks(STYLE).tick();
        for (int i = 1; i <= 3; i++) {
            shop.changed(SAVED, "src/loop").started(i);
        }
        shop.changed(SAVED, "src/loop");
        assertThat(shop.news(WatchNews.Limited.class, 1).getFirst().problem())
                .contains("'style'", "waits 1 s");
        shop.started(4);
        shop.changed(SAVED, "src/loop");
        assertThat(shop.news(WatchNews.Limited.class, 2).getLast().problem()).contains("waits 2 s");
        shop.knowing((_, _, _) -> Cause.PERSON).changed(SAVED, "src/loop");
        assertThat(shop.started(5)).hasSize(5);
    }

    @Test
    @Tag("hook-watch#AC-11")
    void many_files_that_change_while_a_hook_runs_are_no_loop() throws Exception {
        shop.knowing((_, _, _) -> new Cause(Origin.USER, List.of("?")));
        shop.hooks(STYLE).tick();
        for (int i = 1; i <= 40; i++) {
            shop.changed(SAVED, "src/" + i).started(i);
        }
        assertThat(shop.started(40)).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    @Tag("hook-watch#AC-3")
    void nothing_runs_while_a_file_is_broken_and_it_goes_on_once_it_is_mended() throws Exception {
        shop.hooks("- {name: style, on: file-savd, command: ./a}").tick();
        shop.changed(SAVED, "src/A.java");
        assertThat(shop.news(WatchNews.Broken.class, 1).getFirst().findings().getFirst().message())
                .contains("file-savd");
        shop.hooks(STYLE).changed(SAVED, ".kiro/hooks.yaml").changed(SAVED, "src/B.java");
        assertThat(shop.started(1)).containsExactly("style: file-saved src/B.java");
        assertThat(shop.news(WatchNews.Ready.class, 1))
                .containsExactly(new WatchNews.Ready(List.of("style", "new", "gone"), 0));
    }

    @Test
    @Tag("hook-watch#AC-4")
    void what_nobody_trusts_starts_nothing_until_somebody_does() throws Exception {
        shop.trusting((_, _) -> false).hooks(STYLE).tick().changed(SAVED, "src/A.java");
        assertThat(shop.news(WatchNews.Ready.class, 1))
                .containsExactly(new WatchNews.Ready(List.of(), 3));
        shop.trusting((_, _) -> true).later(Duration.ofSeconds(4)).changed(SAVED, "src/B.java");
        assertThat(shop.started(1)).containsExactly("style: file-saved src/B.java");
    }

    @Test
    @Tag("hook-watch#AC-5")
    void what_git_checked_out_starts_no_hook_on_files() throws Exception {
        shop.hooks(STYLE).tick().checkedOut("src/A.java").changed(SAVED, "src/B.java");
        assertThat(shop.started(1)).containsExactly("style: file-saved src/B.java");
        assertThat(shop.news(WatchNews.CheckedOut.class, 1))
                .containsExactly(new WatchNews.CheckedOut(1));
    }

    @Test
    @Tag("hook-watch#AC-6")
    void a_period_goes_by_time_that_passes_and_not_by_the_clock() throws Exception {
        shop.hooks("- {name: beat, on: schedule, every: 10m, command: ./a}").tick();
        shop.later(Duration.ofMinutes(9)).setTo("2030-01-01T00:00:00Z");
        shop.setTo("2020-01-01T00:00:00Z").later(Duration.ofMinutes(1));
        shop.later(Duration.ofMinutes(35)).later(Duration.ofMinutes(4));
        shop.later(Duration.ofMinutes(1));
        assertThat(shop.started(3))
                .containsExactly("beat: schedule ", "beat: schedule ", "beat: schedule ");
    }

    @Test
    @Tag("hook-watch#AC-6")
    void a_time_of_day_comes_once_a_day_whatever_is_done_to_the_clock() throws Exception {
        shop.hooks("- {name: daily, on: schedule, at: \"12:30\", command: ./a}").tick();
        shop.setTo("2026-03-01T12:29:59Z");
        shop.setTo("2026-03-01T12:30:00Z").setTo("2026-03-01T12:30:01Z");
        shop.started(1);
        shop.setTo("2026-03-01T11:00:00Z").setTo("2026-03-01T12:40:00Z");
        shop.setTo("2026-03-05T09:00:00Z").setTo("2026-03-05T12:29:00Z");
        shop.started(2);
        shop.setTo("2026-03-05T12:30:00Z");
        assertThat(shop.started(3)).hasSize(3);
    }

    @Test
    @Tag("hook-watch#AC-7")
    void what_happens_beside_files_starts_those_that_wait_for_it() throws Exception {
        var failed =
                HookEvent.of(
                        EventKind.TEST_FAILED, new Subject.FailedTests(List.of("a.B#c"), "no"));
        shop.with(
                new WatchSource() {
                    @Override
                    public Set<EventKind> kinds() {
                        return Set.of(EventKind.TEST_FAILED);
                    }

                    @Override
                    public List<HookEvent> look() {
                        return List.of(failed);
                    }
                });
        shop.hooks(STYLE).tick();
        shop.hooks(STYLE + "- {name: why, on: test-failed, command: ./why}\n");
        shop.later(Duration.ofSeconds(4));
        assertThat(shop.started(1)).containsExactly("why: test-failed a.B#c");
    }
}
