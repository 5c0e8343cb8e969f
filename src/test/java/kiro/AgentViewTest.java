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

class AgentViewTest {
    private static final String PLAN =
            "{\"title\":\"Two files\",\"steps\":["
                    + "{\"action\":\"make one\",\"files\":[\"one.txt\"],\"risk\":\"low\",\"criteria\":[]},"
                    + "{\"action\":\"make two\",\"files\":[\"two.txt\"],\"risk\":\"low\",\"criteria\":[]}]}";
    private static final String[] MAKE = {
        "agent", "make two files", "--model", "scripted/script.jsonl"
    };

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void open() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".kiro/steering/style.md", "# Style\n")
                        .with(".gitignore", "script.jsonl\n")
                        .with(
                                "script.jsonl",
                                ScriptLines.all(
                                        ScriptLines.call("c1", "propose_plan", PLAN),
                                        ScriptLines.writes("c2", "one.txt", "1\u001b[2J\n"),
                                        ScriptLines.says("one is **made**"),
                                        ScriptLines.writes("c3", "two.txt", "2\n"),
                                        ScriptLines.says("two is made")))
                        .committed();
    }

    @Test
    @Tag("terminal#AC-4")
    void in_plain_mode_each_event_is_a_line_that_is_understood_by_itself() {
        Kiro.Result result = Kiro.in(workspace.root()).run(with("--plain", "--mode", "autonomous"));

        assertThat(result.code()).isZero();
        assertThat(result.out().lines())
                .noneMatch(line -> line.startsWith(" ") && !line.startsWith("  "))
                .contains(
                        "step 1 of 1 begins: make two files",
                        "tool: create one.txt (+1 -0)",
                        "model: one is **made**")
                .noneMatch(line -> line.contains("\u001b"));
    }

    @Test
    @Tag("terminal#AC-4")
    void plain_mode_can_be_set_and_asks_in_whole_sentences() {
        Kiro.Result result =
                Kiro.in(workspace.root()).with("KIRO_PLAIN", "on").typing("?", "a", "a").run(MAKE);

        assertThat(result.code()).isZero();
        assertThat(result.out().lines())
                .contains(
                        "step 1 of 2, low risk: make one, files one.txt",
                        "s: carries the plan out and asks before each step",
                        "step 2 of 2 begins: make two",
                        "step 2 is done");
        assertThat(result.out())
                .contains("plan: Two files, 2 steps, saved in .kiro/plans/")
                .contains(
                        "question: approve? Type a for all at once, s for step by step, e for edit, r for"
                                + " reject, q for quit, question mark for help, then enter: ");
    }

    @Test
    @Tag("terminal#AC-4")
    void in_a_pipe_nothing_is_drawn() {
        Kiro.Result result = Kiro.in(workspace.root()).run(with("--mode", "autonomous"));

        assertThat(result.out())
                .contains("1/1 make two files")
                .doesNotContain("\u001b", "\r", "✓", "for help");
        assertThat(result.err()).isEmpty();
    }

    @Test
    @Tag("terminal#AC-1")
    @Tag("terminal#AC-3")
    void on_a_terminal_the_plan_is_drawn_with_its_states_and_single_keys_answer() throws Exception {
        LiveKiro kiro = LiveKiro.in(workspace.root(), 80).start(MAKE);

        kiro.sees("approve: [a]ll at once").press("s");
        kiro.sees("this step: [y]es").sees("  · 2. make two").press("y");
        kiro.sees("+1\\u{1b}[2J").sees("  ▸ 1. make one").press("y");
        kiro.sees("  ✓ 1. make one").sees("next: 2. make two").press("a");
        kiro.sees("allow: [y]es").press("a");

        assertThat(kiro.ends()).isZero();
        assertThat(kiro.screen())
                .contains("one is **made**", "done", "2 files written: one.txt, two.txt")
                .doesNotContain("for help", "[y]es, ");
        assertThat(kiro.keys().isClosed()).isTrue();
        assertThat(workspace.read("two.txt")).isEqualTo("2\n");
    }

    @Test
    @Tag("terminal#AC-10")
    void what_nobody_is_asked_about_is_shown_as_it_was_made() throws Exception {
        workspace.with(
                "script.jsonl",
                ScriptLines.all(
                        ScriptLines.call("c1", "read_file", "{\"path\":\"old.txt\"}"),
                        ScriptLines.call(
                                "c2",
                                "edit_file",
                                "{\"path\":\"old.txt\",\"old_text\":\"two\",\"new_text\":\"2\\u001b[2J\"}"),
                        ScriptLines.writes("c3", "long.txt", "line\n".repeat(40)),
                        ScriptLines.says("done")));
        workspace.with("old.txt", "one\ntwo\nthree\n");

        LiveKiro kiro = LiveKiro.in(workspace.root(), 80).start(with("--mode", "autonomous"));

        assertThat(kiro.ends()).isZero();
        assertThat(kiro.screen())
                .contains("    @@ -1,3 +1,3 @@\n     one\n    -two\n    +2\\u{1b}[2J\n     three")
                .contains("    +line\n    ... 17 more lines");
        workspace.with("old.txt", "one\ntwo\nthree\n");
        assertThat(Kiro.in(workspace.root()).run(with("--mode", "autonomous")).out())
                .doesNotContain("@@");
    }

    @Test
    @Tag("terminal#AC-2")
    void what_a_command_prints_is_seen_while_it_runs() throws Exception {
        workspace.with(
                "script.jsonl",
                ScriptLines.all(
                        ScriptLines.call(
                                "c1",
                                "run_command",
                                "{\"command\":\"echo first; printf 'half way'; while [ ! -e go ]; do sleep 0.05; done\"}"),
                        ScriptLines.says("done")));

        LiveKiro kiro = LiveKiro.in(workspace.root(), 80).start(with("--mode", "autonomous"));

        kiro.sees("\n    half way\n");
        workspace.with("go", "");
        assertThat(kiro.ends()).as(kiro.screen()).isZero();
        assertThat(kiro.screen()).contains("      first\n      half way\n");
    }

    @Test
    @Tag("terminal#AC-9")
    void ctrl_c_ends_the_run_in_order_with_130_and_says_how_it_goes_on() throws Exception {
        LiveKiro kiro = LiveKiro.in(workspace.root(), 80).start(MAKE);

        kiro.sees("approve: [a]ll at once").type("\u0003");

        assertThat(kiro.ends()).isEqualTo(130);
        assertThat(kiro.screen()).contains("stopped", "next: go on with 'kiro agent --resume");
        assertThat(kiro.keys().isClosed()).isTrue();
    }

    @Test
    @Tag("terminal#AC-2")
    void a_run_that_goes_on_shows_the_steps_that_were_done() throws Exception {
        LiveKiro first = LiveKiro.in(workspace.root(), 80).start(with("--mode", "semi-automatic"));
        first.sees("approve: [a]ll").press("s");
        first.sees("next: 1. make one").press("y");
        first.sees("next: 2. make two").press("q");
        assertThat(first.ends()).isEqualTo(3);
        workspace.with("script.jsonl", ScriptLines.says("two was made by hand"));

        LiveKiro again =
                LiveKiro.in(workspace.root(), 80)
                        .start("agent", "--resume", "--model", "scripted/script.jsonl");
        again.sees("approve: [a]ll at once").sees("  ✓ 1. make one").press("a");

        assertThat(again.ends()).isZero();
        assertThat(again.screen()).contains("2/2 make two");
    }

    @Test
    @Tag("terminal#AC-5")
    void at_forty_columns_every_question_can_be_read() throws Exception {
        LiveKiro kiro = LiveKiro.in(workspace.root(), 40).start(MAKE);

        kiro.sees("1. make one\n   one.txt · low risk").sees("[q]uit").press("q");

        assertThat(kiro.ends()).isEqualTo(3);
    }

    private static String[] with(String... more) {
        var all = new java.util.ArrayList<>(List.of(MAKE));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
