package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kiro.agent.Approver.CallAnswer;
import kiro.hook.run.Cause;
import kiro.hook.run.HookEngine;
import kiro.hook.run.HookEvent;
import kiro.hook.run.HookRuns;
import kiro.hook.run.Subject;
import kiro.model.scripted.ScriptedModel;
import kiro.permission.Mode;
import kiro.session.Event;
import kiro.session.SessionId;
import kiro.tool.Effect;
import kiro.tool.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Calls of one reply that only look are made at the same time.
@Timeout(20)
class AgentLooksTest {
    @TempDir private Path folder;
    private AgentHarness agent;

    @BeforeEach
    void open() {
        agent = new AgentHarness(folder);
    }

    private static String awaited(CountDownLatch latch) throws InterruptedException {
        return latch.await(10, TimeUnit.SECONDS) ? "met" : "alone";
    }

    /// Tools each of which waits for the other.
    private static Tool[] meeting() {
        var one = new CountDownLatch(1);
        var other = new CountDownLatch(1);
        return new Tool[] {
            TestTool.looking(
                    "one",
                    _ -> {
                        one.countDown();
                        return awaited(other);
                    }),
            TestTool.looking(
                    "other",
                    _ -> {
                        other.countDown();
                        return awaited(one);
                    })
        };
    }

    private List<String> ids(Class<? extends Event> type) {
        return agent.events().stream()
                .filter(type::isInstance)
                .map(event ->
                        switch (event) {
                            case Event.ToolIntended intended -> intended.callId();
                            case Event.ToolFinished finished -> finished.callId();
                            default -> throw new IllegalStateException(event.toString());
                        })
                .toList();
    }

    @Test
    @Tag("agent-loop#AC-20")
    void two_looks_of_one_reply_are_under_way_at_the_same_time() throws InterruptedException {
        agent.offering(meeting())
                .runWithoutSpec(
                        new Script().calls("one", "{}", "other", "{}").says("x"), Mode.AUTONOMOUS);

        assertThat(agent.told(2)).isEqualTo("result: met\nresult: met");
    }

    @Test
    @Tag("agent-loop#AC-20")
    void looks_are_answered_and_recorded_in_the_order_of_the_calls() throws InterruptedException {
        var third = new CountDownLatch(1);
        var second = new CountDownLatch(1);
        agent.offering(
                        TestTool.looking("first", _ -> "1 " + awaited(second)),
                        TestTool.looking(
                                "second",
                                _ -> {
                                    String answer = "2 " + awaited(third);
                                    second.countDown();
                                    return answer;
                                }),
                        TestTool.looking(
                                "third",
                                _ -> {
                                    third.countDown();
                                    return "3";
                                }))
                .runWithoutSpec(
                        new Script()
                                .calls(
                                        "first",
                                        "{}",
                                        "read_file",
                                        "{\"path\":\"none.txt\"}",
                                        "second",
                                        "{}",
                                        "third",
                                        "{}")
                                .says("x"),
                        Mode.AUTONOMOUS);

        assertThat(agent.told(2))
                .isEqualTo(
                        """
                        result: 1 met
                        error: there is no file none.txt, and none with a name like it: use list_directory
                        result: 2 met
                        result: 3\
                        """);
        assertThat(ids(Event.ToolIntended.class)).containsExactly("c1", "c3", "c4");
        assertThat(ids(Event.ToolFinished.class)).containsExactly("c1", "c2", "c3", "c4");
    }

    @Test
    @Tag("agent-loop#AC-21")
    void a_write_is_beside_no_look_before_or_after_it() throws InterruptedException {
        agent.workspace.with("a.txt", "one\n").with("b.txt", "b\n");

        agent.runWithoutSpec(
                new Script()
                        .calls(
                                "read_file", "{\"path\":\"a.txt\"}",
                                "read_file", "{\"path\":\"b.txt\"}",
                                "edit_file",
                                        "{\"path\":\"a.txt\",\"old_text\":\"one\",\"new_text\":\"two\"}",
                                "read_file", "{\"path\":\"a.txt\",\"start_line\":1}",
                                "search", "{\"pattern\":\"two\",\"glob\":\"*.txt\"}",
                                "run_command", "{\"command\":\"echo three > a.txt\"}",
                                "search", "{\"pattern\":\"three\",\"glob\":\"*.txt\"}",
                                "git", "{\"arguments\":[\"status\"]}")
                        .says("x"),
                Mode.AUTONOMOUS);

        List<String> told =
                agent.events(Event.ToolFinished.class).stream()
                        .map(Event.ToolFinished::text)
                        .toList();
        assertThat(told.get(0)).contains("one");
        assertThat(told.get(3)).contains("two");
        assertThat(told.get(4)).isEqualTo("a.txt:1: two");
        assertThat(told.get(6)).isEqualTo("a.txt:1: three");
        assertThat(order())
                .containsExactly(
                        "+c1", "+c2", "-c1", "-c2", "+c3", "-c3", "+c4", "+c5", "-c4", "-c5", "+c6",
                        "-c6", "+c7", "+c8", "-c7", "-c8");
    }

    private List<String> order() {
        var order = new ArrayList<String>();
        for (Event event : agent.events()) {
            if (event instanceof Event.ToolIntended intended) {
                order.add("+" + intended.callId());
            } else if (event instanceof Event.ToolFinished finished) {
                order.add("-" + finished.callId());
            }
        }
        return order;
    }

    @Test
    @Tag("agent-loop#AC-20")
    void eight_looks_are_under_way_at_once_and_no_more() throws InterruptedException {
        var eight = new CyclicBarrier(8);
        var underWay = new AtomicInteger();
        var most = new AtomicInteger();
        agent.offering(
                TestTool.looking(
                        "look",
                        _ -> {
                            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                            try {
                                eight.await(10, TimeUnit.SECONDS);
                            } catch (java.util.concurrent.BrokenBarrierException
                                    | java.util.concurrent.TimeoutException alone) {
                                return "alone";
                            }
                            underWay.decrementAndGet();
                            return "met";
                        }));
        var calls = new ArrayList<String>();
        for (int i = 0; i < 24; i++) {
            calls.add("look");
            calls.add("{\"n\":%d}".formatted(i));
        }

        agent.runWithoutSpec(
                new Script().calls(calls.toArray(String[]::new)).says("x"), Mode.AUTONOMOUS);

        assertThat(agent.told(2).lines()).hasSize(24).containsOnly("result: met");
        assertThat(most).hasValue(8);
    }

    /// A search reckons for seconds, while other tools and the terminal have work on virtual threads.
    @Test
    @Tag("agent-loop#AC-20")
    void looks_that_reckon_hold_up_nothing_else() throws InterruptedException {
        agent.offering(
                TestTool.looking(
                        "reckon",
                        _ -> {
                            var ran = new CountDownLatch(1);
                            Thread.ofVirtual().start(ran::countDown);
                            long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
                            while (ran.getCount() > 0 && System.nanoTime() < limit) {
                                Thread.onSpinWait();
                            }
                            return ran.getCount() > 0 ? "held up" : "went on";
                        }));
        var calls = new ArrayList<String>();
        for (int i = 0; i < 8; i++) {
            calls.add("reckon");
            calls.add("{\"n\":%d}".formatted(i));
        }

        agent.runWithoutSpec(
                new Script().calls(calls.toArray(String[]::new)).says("x"), Mode.AUTONOMOUS);

        assertThat(agent.told(2).lines()).hasSize(8).containsOnly("result: went on");
    }

    @Test
    @Tag("agent-loop#AC-22")
    void an_interruption_ends_all_looks_and_keeps_what_they_had_found() throws Exception {
        var begun = new CountDownLatch(2);
        var ended = new CountDownLatch(2);
        var found = new CountDownLatch(1);
        TestTool.Work endless =
                _ -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                        return "never";
                    } finally {
                        ended.countDown();
                    }
                };
        agent.offering(
                TestTool.looking("endless", endless),
                TestTool.looking(
                        "quick",
                        _ -> {
                            found.countDown();
                            return "found";
                        }));
        Thread run = Thread.currentThread();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        begun.await();
                        found.await();
                        run.interrupt();
                    } catch (InterruptedException over) {
                        Thread.currentThread().interrupt();
                    }
                });

        RunReport report =
                agent.runWithoutSpec(
                        new Script()
                                .calls(
                                        "endless",
                                        "{\"n\":1}",
                                        "quick",
                                        "{}",
                                        "endless",
                                        "{\"n\":2}",
                                        "run_command",
                                        "{\"command\":\"echo x > x\"}")
                                .says("x"),
                        Mode.AUTONOMOUS);

        assertThat(ended.getCount()).isZero();
        assertThat(report.end()).isEqualTo(new RunEnd.Interrupted());
        AgentHarness again = AgentHarness.at(folder);
        again.resume(new ScriptedModel(new Script().says("done").answers()), Mode.AUTONOMOUS);
        assertThat(again.toldLast())
                .contains(
                        """
                        error: not answered: the run was stopped before it; make the call again if it is still needed
                        result: found
                        error: not answered: the run was stopped before it; make the call again if it is still needed
                        error: not made: the run was stopped before it; make the call again if it is still needed
                        """);
        assertThat(again.workspace.has("x")).isFalse();
    }

    @Test
    @Tag("agent-loop#AC-22")
    void a_look_that_breaks_does_not_lose_what_the_others_have_found() {
        var others = new CountDownLatch(2);
        agent.offering(
                TestTool.looking(
                        "broken",
                        _ -> {
                            awaited(others);
                            throw new IllegalStateException("a bug");
                        }),
                TestTool.looking(
                        "look",
                        arguments -> {
                            others.countDown();
                            return "found " + arguments;
                        }));

        assertThatThrownBy(() ->
                        agent.runWithoutSpec(
                                new Script()
                                        .calls("look", "{\"n\":1}", "broken", "{}", "look", "{}")
                                        .says("x"),
                                Mode.AUTONOMOUS))
                .hasMessage("a bug");

        assertThat(agent.events(Event.ToolFinished.class))
                .containsExactly(
                        new Event.ToolFinished("c1", false, "found {\"n\":1}"),
                        new Event.ToolFinished("c3", false, "found {}"));
    }

    /// As when each was made by itself.
    @Test
    @Tag("agent-loop#AC-21")
    void the_same_look_again_and_again_in_one_reply_is_a_circle() throws InterruptedException {
        var calls = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            calls.add("list_directory");
            calls.add("{\"path\":\"src\"}");
        }

        RunReport report =
                agent.runWithoutSpec(
                        new Script().calls(calls.toArray(String[]::new)), Mode.AUTONOMOUS);

        assertThat(report.end())
                .isEqualTo(
                        new RunEnd.StepFailed(
                                1,
                                "the model makes the same call to list_directory again and again"));
        assertThat(ids(Event.ToolIntended.class)).containsExactly("c1", "c2");
    }

    @Test
    @Tag("agent-loop#AC-21")
    void what_a_person_is_asked_about_is_made_by_itself() throws InterruptedException {
        var asked = new Says().to(new CallAnswer.Allowed()).to(new CallAnswer.Refused("no"));
        var fetch = new Effect.Fetch(URI.create("https://example.com/"));
        agent.asking(asked).offering(new TestTool("fetch", fetch, arguments -> "page"));

        agent.runWithoutSpec(
                new Script().calls("fetch", "{\"n\":1}", "fetch", "{\"n\":2}").says("x"),
                Mode.INTERACTIVE);

        assertThat(asked.asked).contains("fetch {\"n\":1}", "fetch {\"n\":2}");
        assertThat(order()).containsExactly("+c1", "-c1", "-c2");
        assertThat(agent.toldLast()).contains("result: page\nerror: a person refused this: no");
    }

    @Test
    @Tag("agent-loop#AC-21")
    void what_hooks_wait_for_is_made_by_itself() throws InterruptedException {
        var seen = new ArrayList<String>();
        HookEngine engine =
                new HookEngine() {
                    @Override
                    public HookRuns fire(HookEvent event) {
                        if (event.subject() instanceof Subject.ToolUse use) {
                            seen.add(event.kind().word() + " " + use.input());
                        }
                        return HookRuns.NONE;
                    }

                    @Override
                    public boolean concerns(String tool) {
                        return tool.equals("hooked");
                    }
                };
        var hooks =
                SessionHooks.of(
                        engine,
                        new SessionId("20260301-120000-abcd"),
                        Cause.AGENT,
                        (_, _) -> {},
                        _ -> {});
        List<Tool> tools = List.of(TestTool.looking("hooked", arguments -> "seen"));
        agent.offering(hooks.around(tools).toArray(Tool[]::new));

        agent.runWithoutSpec(
                new Script().calls("hooked", "1", "hooked", "2").says("x"), Mode.AUTONOMOUS);

        assertThat(seen)
                .containsExactly("before-tool 1", "after-tool 1", "before-tool 2", "after-tool 2");
        assertThat(order()).containsExactly("+c1", "-c1", "+c2", "-c2");
    }
}
