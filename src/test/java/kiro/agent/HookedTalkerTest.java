package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kiro.hook.EventKind;
import kiro.hook.run.Cause;
import kiro.hook.run.HookEvent;
import kiro.hook.run.HookRun;
import kiro.hook.run.HookRuns;
import kiro.hook.run.Subject;
import kiro.model.Block;
import kiro.session.SessionId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HookedTalkerTest {
    private final List<String> events = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<RunEnd> ends = new ArrayList<>();
    private final Deque<Talker.Said> says = new ArrayDeque<>();
    private List<Talker.Said.Words> meanwhile = List.of();

    /// A person of whom everything is known before.
    private final Talker person =
            new Talker() {
                @Override
                public Said next() {
                    return says.isEmpty() ? new Said.Bye() : says.poll();
                }

                @Override
                public List<Said.Words> meanwhile() {
                    return meanwhile;
                }

                @Override
                public void ended(RunEnd end) {
                    ends.add(end);
                }
            };

    private Talker talker() {
        return SessionHooks.of(
                        this::fire,
                        new SessionId("20260301-120000-abcd"),
                        Cause.PERSON,
                        (path, content) -> {},
                        told::add)
                .around(person);
    }

    /// Says no to passwords, has something to say of the rest, and wants more at each end.
    private HookRuns fire(HookEvent event) {
        events.add(event.kind().word());
        return switch (event.kind()) {
            case PROMPT_SUBMITTED ->
                    event.subject() instanceof Subject.Prompt(String words)
                                    && words.contains("password")
                            ? runs(event.kind(), new HookRun.Outcome.Blocked("says no"), "")
                            : runs(event.kind(), new HookRun.Outcome.Done(), "mind the rules");
            case STOP -> runs(event.kind(), new HookRun.Outcome.Asked(), "shorter");
            default -> HookRuns.NONE;
        };
    }

    private static HookRuns runs(EventKind kind, HookRun.Outcome outcome, String output) {
        return new HookRuns(
                List.of(
                        new HookRun(
                                "1",
                                "it",
                                kind,
                                List.of(),
                                outcome,
                                new HookRun.Left(output, "", Optional.empty(), List.of()),
                                new HookRun.Times(Instant.EPOCH, Duration.ZERO, 1))),
                Optional.empty());
    }

    private static Talker.Said words(String text) {
        return new Talker.Said.Words(text);
    }

    @Test
    @Tag("hook-sessions#AC-3")
    void what_a_hook_says_no_to_is_never_heard_by_the_model() throws Exception {
        says.add(words("my password"));
        says.add(words("hello"));
        Talker talker = talker();

        Talker.Said heard = talker.next();
        meanwhile = List.of(new Talker.Said.Words("the password is x"));
        List<Talker.Said.Words> refused = talker.meanwhile();
        meanwhile = List.of(new Talker.Said.Words("go on"));
        List<Talker.Said.Words> passed = talker.meanwhile();

        assertThat(heard)
                .isEqualTo(
                        new Talker.Said.Words(
                                "hello",
                                List.of(
                                        new Block.Text("<hooks>\nmind the rules\n</hooks>\n"),
                                        new Block.Text("hello")),
                                List.of()));
        assertThat(ends).containsExactly(new RunEnd.Denied("the hook 'it' says no"));
        assertThat(refused).isEmpty();
        assertThat(told)
                .containsExactly(
                        "what you said meanwhile was not passed on: the hook 'it' says no");
        assertThat(passed).extracting(Talker.Said.Words::said).containsExactly("", "go on");
    }

    @Test
    @Tag("hook-sessions#AC-5")
    void more_is_asked_for_once_for_what_a_person_said() throws Exception {
        says.add(words("hello"));
        Talker talker = talker();

        talker.next();
        talker.ended(new RunEnd.Done());
        Talker.Said more = talker.next();
        talker.ended(new RunEnd.Done());
        Talker.Said last = talker.next();

        assertThat(more)
                .isEqualTo(
                        new Talker.Said.Words(
                                "",
                                List.of(new Block.Text("<hooks>\nshorter\n</hooks>\n")),
                                List.of()));
        assertThat(last).isInstanceOf(Talker.Said.Bye.class);
        assertThat(events)
                .containsExactly(
                        "session-start", "prompt-submitted", "stop", "stop", "session-end");
    }
}
