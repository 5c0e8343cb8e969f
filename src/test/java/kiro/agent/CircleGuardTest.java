package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kiro.agent.CircleGuard.Advice;
import kiro.model.Block;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CircleGuardTest {
    private final CircleGuard guard = new CircleGuard();

    private static Block.ToolCall call(String name) {
        return new Block.ToolCall("c", name, "{}");
    }

    /// What is advised before each call; those that are made have the answer beside them.
    private List<String> calls(String... callsAndAnswers) {
        var advised = new ArrayList<String>();
        for (int i = 0; i < callsAndAnswers.length; i += 2) {
            Block.ToolCall call = call(callsAndAnswers[i]);
            Advice advice = guard.before(call);
            advised.add(advice.getClass().getSimpleName());
            if (advice instanceof Advice.GoOn) {
                guard.after(call, new Block.ToolResult("c", callsAndAnswers[i + 1], false));
            }
        }
        return advised;
    }

    @Test
    @Tag("loop-hygiene#AC-4")
    void the_same_call_with_the_same_answer_is_nudged_and_then_asked_about() {
        assertThat(calls("a", "1", "a", "1", "a", "1", "a", "1", "a", "1", "a", "1"))
                .containsExactly("GoOn", "GoOn", "Nudge", "Nudge", "Nudge", "Ask");
    }

    @Test
    @Tag("loop-hygiene#AC-5")
    void a_call_whose_answer_changes_is_no_circle() {
        assertThat(calls("a", "1", "a", "2", "a", "3", "a", "4", "a", "5", "a", "6", "a", "7"))
                .containsOnly("GoOn");
    }

    @Test
    @Tag("loop-hygiene#AC-5")
    void calls_that_alternate_are_a_circle() {
        var twenty = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            twenty.addAll(List.of("a", "1", "b", "2"));
        }

        assertThat(calls(twenty.toArray(String[]::new)))
                .startsWith("GoOn", "GoOn", "GoOn", "GoOn", "GoOn", "Nudge", "Nudge")
                .endsWith("Ask");
    }

    @Test
    @Tag("loop-hygiene#AC-5")
    void work_in_rounds_with_other_edits_is_no_circle() {
        var work = new ArrayList<String>();
        for (int i = 0; i < 8; i++) {
            work.addAll(List.of("edit-" + i, "edited", "test", "1 failed"));
        }

        assertThat(calls(work.toArray(String[]::new))).containsOnly("GoOn");
    }

    @Test
    @Tag("loop-hygiene#AC-5")
    void an_error_that_stays_the_same_is_nudged_and_then_asked_about() {
        var advised = new ArrayList<String>();
        for (int i = 0; i < 8; i++) {
            advised.add(
                    guard.after(call("try-" + i), new Block.ToolResult("c", "no such file", true))
                            .getClass()
                            .getSimpleName());
        }

        assertThat(advised)
                .containsExactly("GoOn", "GoOn", "GoOn", "Nudge", "Nudge", "Nudge", "Nudge", "Ask");
    }

    @Test
    void what_was_forgotten_counts_no_more() {
        calls("a", "1", "a", "1");
        guard.forget();

        assertThat(calls("a", "1", "a", "1")).containsOnly("GoOn");
    }
}
