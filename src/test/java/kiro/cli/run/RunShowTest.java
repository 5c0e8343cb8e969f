package kiro.cli.run;

import static kiro.cli.run.Told.answered;
import static kiro.cli.run.Told.at;
import static kiro.cli.run.Told.plan;
import static kiro.cli.run.Told.started;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.cli.terminal.Size;
import kiro.cli.terminal.StyledLine;
import kiro.model.Block;
import kiro.model.Purpose;
import kiro.model.Reply;
import kiro.model.Usage;
import kiro.plan.StepStatus;
import kiro.session.Event;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RunShowTest {
    private final List<String> printed = new ArrayList<>();
    private RunPicture picture = RunPicture.EMPTY;
    private final PieceLayout layout = new PieceLayout();
    private final Stage stage =
            new Stage() {
                @Override
                public void show(List<Piece> pieces) {
                    layout.lines(pieces, new Size(81, 24)).stream()
                            .map(StyledLine::text)
                            .forEach(printed::add);
                }

                @Override
                public void show(RunPicture now, List<Piece> pieces) {
                    picture = now;
                    show(pieces);
                }

                @Override
                public Optional<Question.Choice> choose(Question question) {
                    return Optional.empty();
                }

                @Override
                public Optional<String> line(String prompt) {
                    return Optional.empty();
                }
            };
    private final RunShow show =
            new RunShow(
                    stage,
                    Clock.fixed(Told.START, ZoneOffset.UTC),
                    RunPicture.EMPTY,
                    Details.full(_ -> Optional.empty()));

    @Test
    @Tag("terminal#AC-2")
    void the_states_of_the_steps_are_those_of_the_events() {
        tell(0, started());
        tell(1, new Event.PlanApproved(plan("one", "two", "three", "four", "five"), false));
        tell(2, new Event.StepStarted(1, "one"));
        tell(3, new Event.StepFinished(1, StepStatus.DONE, "did it"));
        tell(4, new Event.StepFinished(2, StepStatus.SKIPPED, "skipped by a person"));
        tell(5, new Event.StepStarted(3, "three"));
        tell(6, new Event.StepFinished(3, StepStatus.FAILED, "no way"));
        tell(7, new Event.StepStarted(4, "four"));

        assertThat(live(10, 80, 24))
                .containsExactly(
                        "  ✓ 1. one",
                        "  – 2. two (skipped)",
                        "  ✗ 3. three (failed)",
                        "  ▸ 4. four",
                        "  · 5. five",
                        "  step 4/5 · 10 s · ? for help");
        assertThat(printed)
                .contains("1/5 one", "    skipped: skipped by a person", "    failed: no way");
    }

    @Test
    @Tag("terminal#AC-2")
    void of_a_long_plan_the_steps_around_the_one_in_hand_are_seen() {
        String[] actions = new String[30];
        for (int i = 0; i < actions.length; i++) {
            actions[i] = "step of work " + (i + 1);
        }
        tell(0, new Event.PlanApproved(plan(actions), false));
        for (int i = 1; i < 12; i++) {
            tell(i, new Event.StepFinished(i, StepStatus.DONE, ""));
        }
        tell(12, new Event.StepStarted(12, actions[11]));

        assertThat(live(13, 80, 12))
                .containsExactly(
                        "    … 10 above",
                        "  ✓ 11. step of work 11",
                        "  ▸ 12. step of work 12",
                        "  · 13. step of work 13",
                        "  · 14. step of work 14",
                        "    … 16 more",
                        "  step 12/30 · ? for help");
    }

    @Test
    @Tag("terminal#AC-2")
    void what_runs_is_named_with_its_time_and_a_new_reply_keeps_the_time_of_the_request() {
        tell(0, started());
        tell(1, new Event.ModelAsked(1, Purpose.CODE, 3, Optional.empty()));
        show.arrived(new Reply.ThinkingDelta("hm"));

        assertThat(live(66, 80, 24)).startsWith("  the model thinks 1:05");

        tell(
                70,
                new Event.ToolIntended(
                        "c1", "run_command", "run ./mvnw -q verify", List.of(), false));

        assertThat(live(73, 80, 24)).startsWith("  run ./mvnw -q verify 3 s");
        assertThat(live(73, 20, 24)).startsWith("  run ./mvnw -… 3 s");
    }

    @Test
    @Tag("terminal#AC-8")
    void tokens_are_those_of_the_replies_and_money_is_said_only_where_prices_are_known() {
        tell(0, started());
        tell(1, answered("a", new Usage(900, 0, 100, 40, 0)));
        tell(2, answered("b", new Usage(500, 1_000, 0, 60, 0)));

        assertThat(live(3, 80, 24)).containsExactly("  3 s · 2.5k in, 100 out · ? for help");
        assertThat(
                        texts(
                                new LiveRows(spent -> Optional.of("$0.02 of " + spent.model()))
                                        .of(picture, Told.START.plusSeconds(3), new Size(80, 24))))
                .containsExactly(
                        "  3 s · 2.5k in, 100 out · $0.02 of anthropic/claude · ? for help");
    }

    @Test
    @Tag("terminal#AC-1")
    void words_are_shown_as_they_arrive_and_whole_lines_of_them_are_final() {
        tell(0, new Event.ModelAsked(1, Purpose.CODE, 1, Optional.empty()));
        show.arrived(new Reply.TextDelta("First I read\nthe fi"));
        show.arrived(new Reply.TextDelta("le, then"));

        assertThat(printed).containsExactly("    First I read");
        assertThat(live(0, 80, 24)).startsWith("    the file, then");

        show.arrived(new Reply.TextDelta(" I write"));
        show.arrived(
                new Reply.BlockFinished(new Block.Text("First I read\nthe file, then I write")));
        tell(1, answered("First I read\nthe file, then I write", Usage.NONE));

        assertThat(printed).containsExactly("    First I read", "    the file, then I write");
    }

    @Test
    void words_that_did_not_arrive_in_pieces_are_shown_with_the_answer() {
        tell(0, answered("\nall\n\nat once\n", Usage.NONE));

        assertThat(printed).containsExactly("    all", "", "    at once");
    }

    @Test
    void the_words_of_a_step_are_not_said_again() {
        tell(0, new Event.PlanApproved(plan("write the test"), false));
        tell(1, new Event.StepStarted(1, "write the test"));
        tell(2, answered("write the test", Usage.NONE));

        assertThat(printed).containsExactly("1/1 write the test");
    }

    @Test
    void what_a_reply_had_said_when_it_failed_is_followed_by_why() {
        tell(0, new Event.ModelAsked(1, Purpose.CODE, 1, Optional.empty()));
        show.arrived(new Reply.TextDelta("half a sen"));
        tell(
                1,
                new Event.ModelFailed(
                        1, "Unreachable", "connection lost", Optional.of(Duration.ofSeconds(2))));

        assertThat(printed)
                .containsExactly(
                        "    half a sen",
                        "    … (the reply broke off here)",
                        "    model: connection lost; next try in 2.0 s");
        assertThat(live(3, 80, 24)).startsWith("  waiting to ask the model again 2 s");
    }

    @Test
    void files_that_are_looked_at_in_a_row_are_one_line() {
        for (int i = 1; i <= 9; i++) {
            tell(
                    i,
                    new Event.ToolIntended(
                            "c" + i, "read_file", "read F%d.java".formatted(i), List.of(), false));
            tell(i, new Event.ToolFinished("c" + i, false, "..."));
        }
        tell(
                10,
                new Event.ToolIntended(
                        "c10", "edit_file", "edit F1.java (+1 -0)", List.of(), false));

        assertThat(printed)
                .containsExactly(
                        "    read F1.java, read F2.java, read F3.java and 6 more",
                        "    edit F1.java (+1 -0)");
    }

    @Test
    @Tag("terminal#AC-5")
    void on_a_narrow_terminal_a_plan_is_a_list_and_no_row_is_wider_than_it() {
        tell(0, started());
        tell(
                1,
                new Event.PlanProposed(
                        plan("do the first thing of all the work"), WorkspacePath.of("p.md")));

        List<StyledLine> lines =
                new PieceLayout()
                        .lines(
                                RunWords.of(
                                        picture,
                                        new Event.PlanProposed(
                                                plan("do the first thing of all the work there is"),
                                                WorkspacePath.of(".kiro/plans/p.md"))),
                                new Size(40, 20));

        assertThat(lines).allMatch(line -> line.columns() < 40);
        assertThat(texts(lines))
                .containsExactly(
                        "Plan: Greet  .kiro/plans/p.md",
                        "1. do the first thing of all the work",
                        "   there is",
                        "   App.java · medium risk · AC-1");
    }

    @Test
    @Tag("terminal#AC-12")
    void the_end_of_what_a_command_prints_is_shown_and_how_it_ended() {
        call("run_command", "exit code 0\none\n\ntwo\u001b[2J\nthree\nfour\n");
        assertThat(printed)
                .containsExactly(
                        "    call",
                        "      ... 1 lines before",
                        "      two",
                        "      three",
                        "      four");
        printed.clear();

        call("run_command", "exit code 2\nbroken\n");
        assertThat(printed).containsExactly("    call", "      broken", "    exit code 2");
        printed.clear();

        call("todo", "1 of 2 done\n[x] a\n[-] b");
        assertThat(printed)
                .containsExactly("    call", "      1 of 2 done", "      [x] a", "      [-] b");
        printed.clear();

        call("git", "nothing of interest");
        assertThat(printed).containsExactly("    call");
    }

    private void call(String tool, String answer) {
        tell(0, new Event.ToolIntended("c1", tool, "call", List.of(), false));
        tell(1, new Event.ToolFinished("c1", false, answer));
    }

    @Test
    @Tag("terminal#AC-1")
    void what_a_reply_said_before_it_broke_off_stays() {
        tell(0, started());
        tell(1, new Event.ModelAsked(1, Purpose.CODE, 1, Optional.empty()));
        show.arrived(new Reply.TextDelta("I read the file.\nThe fault is in"));
        tell(2, new Event.ModelFailed(1, "Disconnected", "the stream was cut", Optional.empty()));
        tell(3, new Event.RunEnded("failed", "no answer", Usage.NONE));

        assertThat(printed)
                .containsSubsequence(
                        "    I read the file.",
                        "    The fault is in",
                        "    … (the reply broke off here)",
                        "    model: the stream was cut; no more tries");
        assertThat(printed).containsOnlyOnce("    … (the reply broke off here)");
    }

    /// The conversation goes on, and nobody writes any more.
    @Test
    @Tag("terminal#AC-1")
    @Tag("chat#AC-4")
    void a_reply_that_a_person_stops_in_a_conversation_stays_and_is_over() {
        tell(0, started());
        tell(1, new Event.ModelAsked(1, Purpose.CODE, 1, Optional.empty()));
        show.arrived(new Reply.TextDelta("The fault is in"));
        assertThat(String.join("\n", live(2, 80, 24))).contains("the model writes");

        tell(2, new Event.TurnStopped());

        assertThat(printed).contains("    The fault is in", "    … (the reply broke off here)");
        assertThat(String.join("\n", live(3, 80, 24)))
                .doesNotContain("the model writes", "The fault is in");
    }

    @Test
    @Tag("terminal#AC-1")
    void a_reply_that_a_person_stops_stays() {
        tell(0, started());
        tell(1, new Event.ModelAsked(1, Purpose.CODE, 1, Optional.empty()));
        show.arrived(new Reply.TextDelta("The fault is in"));
        tell(2, new Event.RunEnded("interrupted", "stopped", Usage.NONE));

        assertThat(printed).contains("    The fault is in", "    … (the reply broke off here)");
    }

    private void tell(int second, Event event) {
        show.recorded(at(second, event), "");
    }

    private List<String> live(int second, int columns, int rows) {
        List<StyledLine> lines =
                new LiveRows(_ -> Optional.empty())
                        .of(picture, Told.START.plusSeconds(second), new Size(columns, rows));
        assertThat(lines).allMatch(line -> line.columns() < columns);
        return texts(lines);
    }

    private static List<String> texts(List<StyledLine> lines) {
        return lines.stream().map(StyledLine::text).toList();
    }
}
