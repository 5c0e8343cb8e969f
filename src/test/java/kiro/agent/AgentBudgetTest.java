package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import kiro.agent.AgentTask.Goal;
import kiro.model.Answer;
import kiro.model.Deadlines;
import kiro.model.Model;
import kiro.model.ModelFailure;
import kiro.model.ModelRequest;
import kiro.model.Money;
import kiro.model.Price;
import kiro.model.Reply;
import kiro.model.Usage;
import kiro.model.scripted.ScriptedModel;
import kiro.permission.Mode;
import kiro.plan.StepStatus;
import kiro.session.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentBudgetTest {
    /// 110 tokens a reply; at this price, $0.0013.
    private static final Price PRICE =
            new Price(
                    Money.parse("3").orElseThrow(),
                    Money.NONE,
                    Money.NONE,
                    Money.parse("100").orElseThrow());

    @TempDir private Path folder;
    private AgentHarness agent;

    @BeforeEach
    void open() {
        agent = new AgentHarness(folder).at(PRICE);
    }

    private static Script work() {
        var script = new Script();
        for (int i = 0; i < 8; i++) {
            script.writes("file-" + i + ".txt", "x");
        }
        return script.says("all written");
    }

    private AgentHarness limited(Allowance allowance) {
        return agent.with(new Limits(50, 3, 4000, allowance));
    }

    private static Allowance tokens(long most) {
        return new Allowance(
                OptionalLong.of(most), Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    @Test
    @Tag("loop-hygiene#AC-6")
    @Tag("loop-hygiene#AC-7")
    void a_run_warns_near_its_limit_of_tokens_stops_at_it_and_goes_on_when_it_is_taken_up()
            throws InterruptedException {
        RunReport report = limited(tokens(500)).runWithoutSpec(work(), Mode.AUTONOMOUS);

        assertThat(report.end())
                .isEqualTo(
                        new RunEnd.LimitReached("550 tokens were used, and this run allows 500"));
        assertThat(report.plan().orElseThrow().plan().steps().getFirst().status())
                .isEqualTo(StepStatus.PENDING);
        assertThat(agent.events(Event.Warned.class))
                .extracting(Event.Warned::text)
                .filteredOn(text -> text.startsWith("more than 80 %"))
                .containsExactly(
                        "more than 80 % of a limit is used up: 440 tokens were used, and this run allows 500");
        assertThat(agent.told(5)).contains("<budget>", "bring what you are at to a good end");
        assertThat(agent.workspace.has("file-4.txt")).isTrue();
        assertThat(agent.workspace.has("file-5.txt")).isFalse();

        RunReport later =
                agent.with(Limits.STANDARD)
                        .resume(
                                new ScriptedModel(
                                        new Script()
                                                .after(20)
                                                .writes("file-5.txt", "x")
                                                .says("done")
                                                .answers()),
                                Mode.AUTONOMOUS);

        assertThat(later.end()).isEqualTo(new RunEnd.Done());
    }

    private AgentHarness limitedInEachStep(AgentHarness harness, long tokens) {
        return harness.with(
                new Limits(
                        50,
                        3,
                        4000,
                        Allowance.UNLIMITED,
                        new StepAllowance(
                                OptionalInt.empty(),
                                OptionalLong.of(tokens),
                                Optional.empty(),
                                Optional.empty())));
    }

    private static Script twoSteps() {
        var script = new Script().plans("", "write little", "write much").writes("little.txt", "x");
        script.says("little is written");
        for (int i = 0; i < 8; i++) {
            script.writes("file-" + i + ".txt", "x");
        }
        return script.says("all written");
    }

    @Test
    @Tag("loop-hygiene#AC-21")
    void a_run_stops_at_the_limit_of_a_step_which_is_open_again_and_begins_anew_when_it_goes_on()
            throws InterruptedException {
        RunReport report =
                limitedInEachStep(agent, 500)
                        .run(twoSteps(), new Goal.WholeWork(), Mode.AUTONOMOUS);

        assertThat(report.end())
                .isEqualTo(
                        new RunEnd.LimitReached(
                                "550 tokens were used in step 2, and each step allows 500"));
        assertThat(report.plan().orElseThrow().plan().steps())
                .extracting(step -> step.status())
                .containsExactly(StepStatus.DONE, StepStatus.PENDING);
        assertThat(agent.events(Event.Warned.class))
                .extracting(Event.Warned::text)
                .filteredOn(text -> text.startsWith("more than 80 %"))
                .containsExactly(
                        "more than 80 % of a limit is used up: 440 tokens were used in step 2, and each step allows 500");
        assertThat(agent.toldLast()).contains("<budget>", "bring what you are at to a good end");
        assertThat(agent.workspace.has("file-4.txt")).isTrue();
        assertThat(agent.workspace.has("file-5.txt")).isFalse();

        RunReport later =
                limitedInEachStep(agent, 500)
                        .resume(
                                new ScriptedModel(
                                        new Script()
                                                .after(20)
                                                .writes("file-5.txt", "x")
                                                .says("done")
                                                .says("no")
                                                .says("no")
                                                .says("no")
                                                .answers()),
                                Mode.AUTONOMOUS);

        assertThat(later.plan().orElseThrow().plan().steps())
                .extracting(step -> step.status())
                .containsExactly(StepStatus.DONE, StepStatus.DONE);
    }

    @Test
    @Tag("loop-hygiene#AC-21")
    void what_a_step_had_used_when_the_run_was_killed_counts_when_it_goes_on()
            throws InterruptedException {
        AgentHarness killed = limitedInEachStep(new AgentHarness(folder.resolve("killed")), 500);
        try {
            killed.watchedBy(
                            (recorded, line) -> {
                                if (recorded.event() instanceof Event.ModelAsked asked
                                        && asked.turn() == 7) {
                                    throw new IllegalStateException("killed here");
                                }
                            })
                    .run(twoSteps(), new Goal.WholeWork(), Mode.AUTONOMOUS);
        } catch (IllegalStateException kill) {
            assertThat(kill).hasMessage("killed here");
        }

        RunReport report =
                killed.watchedBy()
                        .resume(
                                new ScriptedModel(
                                        new Script()
                                                .after(20)
                                                .writes("a.txt", "x")
                                                .writes("b.txt", "x")
                                                .says("never said")
                                                .answers()),
                                Mode.AUTONOMOUS);

        assertThat(report.end())
                .isEqualTo(
                        new RunEnd.LimitReached(
                                "550 tokens were used in step 2, and each step allows 500"));
        assertThat(killed.workspace.has("b.txt")).isTrue();
    }

    @Test
    @Tag("loop-hygiene#AC-6")
    void a_run_stops_at_its_limit_of_money_and_says_what_it_cost() throws InterruptedException {
        RunReport report =
                limited(
                                new Allowance(
                                        OptionalLong.empty(),
                                        Money.parse("0.0039"),
                                        Optional.empty(),
                                        OptionalInt.empty()))
                        .runWithoutSpec(work(), Mode.AUTONOMOUS);

        assertThat(report.end())
                .isEqualTo(
                        new RunEnd.LimitReached("$0.0039 were spent, and this run allows $0.0039"));
        assertThat(report.cost().money()).isEqualTo(Money.parse("0.0039"));
        assertThat(agent.events(Event.RunEnded.class).getLast().cost())
                .isEqualTo(Money.parse("0.0039"));
    }

    @Test
    @Tag("loop-hygiene#AC-20")
    void what_each_step_cost_is_in_the_report_also_of_a_run_that_went_on()
            throws InterruptedException {
        RunReport report =
                limited(
                                new Allowance(
                                        OptionalLong.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        OptionalInt.of(1)))
                        .run(
                                new Script()
                                        .plans("", "a", "b")
                                        .writes("a.txt", "x")
                                        .says("a is done"),
                                new AgentTask.Goal.WholeWork(),
                                Mode.AUTONOMOUS);
        assertThat(report.cost().shares())
                .containsExactly(share(OptionalInt.of(1), 2), share(OptionalInt.empty(), 1));

        RunReport later =
                agent.with(Limits.STANDARD)
                        .resume(
                                new ScriptedModel(
                                        new Script().after(9).says("b is done").answers()),
                                Mode.AUTONOMOUS);

        assertThat(later.cost().shares())
                .startsWith(share(OptionalInt.of(1), 2), share(OptionalInt.of(2), 1));
        assertThat(later.cost().shares().getLast().step()).isEmpty();
        assertThat(later.cost().shares().stream().mapToLong(each -> each.usage().total()).sum())
                .isEqualTo(later.cost().usage().total());
    }

    private static RunReport.Share share(OptionalInt step, int replies) {
        var usage = new Usage(100L * replies, 0, 0, 10L * replies, 0);
        return new RunReport.Share(step, usage, Optional.of(PRICE.of(usage)));
    }

    @Test
    @Tag("loop-hygiene#AC-9")
    void a_run_whose_price_is_not_known_never_says_that_it_cost_nothing()
            throws InterruptedException {
        RunReport report =
                new AgentHarness(folder.resolve("other"))
                        .runWithoutSpec(new Script().says("done"), Mode.AUTONOMOUS);

        assertThat(report.cost().money()).isEmpty();
    }

    @Test
    @Tag("loop-hygiene#AC-9")
    void tokens_of_several_models_are_not_counted_at_the_price_of_the_last() throws Exception {
        AgentHarness harness = agent.with(new Limits(1, 3, 4_000));
        harness.run(
                new ScriptedModel(
                        new Script().calls("read_file", "{\"path\":\"pom.xml\"}").answers()),
                new Goal.WholeWork(),
                Mode.AUTONOMOUS);
        Model other =
                new Model() {
                    private final Model scripted =
                            new ScriptedModel(new Script().after(1).says("done").answers());

                    @Override
                    public String name() {
                        return "another";
                    }

                    @Override
                    public int window() {
                        return scripted.window();
                    }

                    @Override
                    public Answer answer(ModelRequest request, Consumer<Reply> onReply)
                            throws InterruptedException {
                        return scripted.answer(request, onReply);
                    }
                };

        RunReport report = harness.resume(other, Mode.AUTONOMOUS);

        assertThat(report.cost().usage().total()).isPositive();
        assertThat(report.cost().money()).isEmpty();
    }

    @Test
    @Tag("loop-hygiene#AC-6")
    void a_run_stops_before_the_step_that_would_be_one_too_many() throws InterruptedException {
        var script =
                new Script()
                        .plans("\"AC-1\"", "write one", "write two")
                        .writes("one.txt", "1")
                        .says("one is written");

        RunReport report =
                limited(
                                new Allowance(
                                        OptionalLong.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        OptionalInt.of(1)))
                        .run(script, new Goal.WholeWork(), Mode.AUTONOMOUS);

        assertThat(report.end())
                .isEqualTo(
                        new RunEnd.LimitReached(
                                "1 steps of the plan were begun, and this run allows 1"));
        assertThat(report.plan().orElseThrow().plan().steps())
                .extracting(step -> step.status())
                .containsExactly(StepStatus.DONE, StepStatus.PENDING);
    }

    @Test
    @Tag("loop-hygiene#AC-6")
    void a_run_stops_at_its_limit_of_time_and_no_reply_may_outlast_it()
            throws InterruptedException {
        var slow = new Slow(work(), Duration.ofMinutes(4));

        RunReport report =
                limited(
                                new Allowance(
                                        OptionalLong.empty(),
                                        Optional.empty(),
                                        Optional.of(Duration.ofMinutes(10)),
                                        OptionalInt.empty()))
                        .run(
                                slow,
                                new AgentTask(
                                        "work",
                                        Optional.empty(),
                                        new Goal.WholeWork(),
                                        Mode.AUTONOMOUS));

        assertThat(report.end())
                .isEqualTo(new RunEnd.LimitReached("it took 10 min, and this run allows 10 min"));
        assertThat(slow.allowed)
                .containsExactly(
                        Duration.ofMinutes(10), Duration.ofMinutes(6), Duration.ofMinutes(2));
    }

    @Test
    @Tag("loop-hygiene#AC-1")
    void a_wait_that_is_longer_than_the_run_has_time_is_not_begun() throws InterruptedException {
        var script =
                new Script()
                        .fails(
                                new ModelFailure.RateLimited(
                                        "slow down", Optional.of(Duration.ofMinutes(4))))
                        .says("never asked for");

        RunReport report =
                limited(
                                new Allowance(
                                        OptionalLong.empty(),
                                        Optional.empty(),
                                        Optional.of(Duration.ofMinutes(3)),
                                        OptionalInt.empty()))
                        .runWithoutSpec(script, Mode.AUTONOMOUS);

        assertThat(report.end()).isInstanceOf(RunEnd.ModelFailed.class);
        assertThat(agent.pauses).isEmpty();
        assertThat(agent.events(Event.ModelFailed.class))
                .containsExactly(
                        new Event.ModelFailed(
                                1,
                                "RateLimited",
                                "slow down; the next try would be in 240 s, and the run has no time for that",
                                Optional.empty()));
    }

    @Test
    @Tag("loop-hygiene#AC-1")
    void whoever_is_asked_to_wait_for_too_long_is_told_how_long() throws InterruptedException {
        var script =
                new Script()
                        .fails(
                                new ModelFailure.RateLimited(
                                        "slow down", Optional.of(Duration.ofHours(1))))
                        .says("never asked for");

        RunReport report = limited(Allowance.UNLIMITED).runWithoutSpec(script, Mode.AUTONOMOUS);

        assertThat(report.end())
                .isInstanceOfSatisfying(
                        RunEnd.ModelFailed.class,
                        failed ->
                                assertThat(failed.failure().message())
                                        .isEqualTo(
                                                "slow down; the provider asks to wait 60 minutes"));
        assertThat(agent.pauses).isEmpty();
    }

    @Test
    @Tag("loop-hygiene#AC-6")
    void what_a_run_had_used_when_it_was_killed_counts_when_it_goes_on()
            throws InterruptedException {
        var killed = new AgentHarness(folder.resolve("killed"));
        try {
            killed.watchedBy(
                            (recorded, line) -> {
                                if (recorded.event() instanceof Event.ModelAsked asked
                                        && asked.turn() == 5) {
                                    throw new IllegalStateException("killed here");
                                }
                            })
                    .runWithoutSpec(work(), Mode.AUTONOMOUS);
        } catch (IllegalStateException kill) {
            assertThat(kill).hasMessage("killed here");
        }

        RunReport report =
                killed.watchedBy()
                        .with(new Limits(50, 3, 4000, tokens(500)))
                        .resume(
                                new ScriptedModel(
                                        new Script()
                                                .after(20)
                                                .writes("other.txt", "x")
                                                .says("done")
                                                .answers()),
                                Mode.AUTONOMOUS);

        assertThat(report.end())
                .isEqualTo(
                        new RunEnd.LimitReached("550 tokens were used, and this run allows 500"));
    }

    /// A model whose every reply takes the same time, or all that it is allowed.
    private final class Slow implements Model {
        private final ScriptedModel script;
        private final Duration takes;
        private final java.util.List<Duration> allowed = new java.util.ArrayList<>();

        Slow(Script script, Duration takes) {
            this.script = new ScriptedModel(script.answers());
            this.takes = takes;
        }

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public int window() {
            return 100_000;
        }

        @Override
        public Answer answer(ModelRequest request, Consumer<Reply> onReply)
                throws InterruptedException {
            Deadlines deadlines = request.deadlines();
            allowed.add(deadlines.total());
            if (deadlines.total().compareTo(takes) < 0) {
                agent.time.addAndGet(deadlines.total().toNanos());
                return new Answer.Failed(
                        new ModelFailure.Silent("the reply was not whole", deadlines.total()));
            }
            agent.time.addAndGet(takes.toNanos());
            return script.answer(request, onReply);
        }
    }
}
