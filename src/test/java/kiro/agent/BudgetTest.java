package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import kiro.model.Money;
import kiro.model.Usage;
import kiro.plan.Step;
import kiro.plan.StepStatus;
import kiro.tool.Form;
import kiro.tool.FormAnswer;
import kiro.tool.Risk;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private final AtomicLong time = new AtomicLong(-5_000_000_000L);

    private Budget budget(Allowance allowance) {
        return new Budget(new Limits(100, 3, 1000, allowance), time::get);
    }

    private static Allowance allowance(
            Optional<Long> tokens, Optional<String> cost, Optional<Duration> time) {
        return new Allowance(
                tokens.map(OptionalLong::of).orElse(OptionalLong.empty()),
                cost.flatMap(Money::parse),
                time,
                OptionalInt.empty());
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }

    @Test
    @Tag("loop-hygiene#AC-6")
    void tokens_of_requests_caches_and_replies_count_together() {
        Budget budget = budget(allowance(Optional.of(1000L), Optional.empty(), Optional.empty()));

        budget.spent(new Usage(400, 300, 200, 99, 50), Optional.empty());
        assertThat(budget.exceeded()).isEmpty();

        budget.spent(new Usage(1, 0, 0, 0, 0), Optional.empty());
        assertThat(budget.exceeded()).contains("1,000 tokens were used, and this run allows 1,000");
    }

    @Test
    @Tag("loop-hygiene#AC-6")
    void money_is_counted_exactly() {
        Budget budget = budget(allowance(Optional.empty(), Optional.of("0.30"), Optional.empty()));

        for (int i = 0; i < 2; i++) {
            budget.spent(Usage.NONE, Money.parse("0.1"));
        }
        assertThat(budget.exceeded()).isEmpty();

        budget.spent(Usage.NONE, Money.parse("0.1"));
        assertThat(budget.exceeded()).contains("$0.3000 were spent, and this run allows $0.3000");
    }

    @Test
    @Tag("loop-hygiene#AC-7")
    void each_limit_warns_once_when_four_fifths_are_used() {
        Budget budget =
                budget(
                        allowance(
                                Optional.of(1000L),
                                Optional.empty(),
                                Optional.of(Duration.ofMinutes(100))));

        var told = new Budget.Told();
        budget.spent(new Usage(799, 0, 0, 0, 0), Optional.empty());
        assertThat(budget.warnings(told)).isEmpty();

        budget.spent(new Usage(1, 0, 0, 0, 0), Optional.empty());
        assertThat(budget.warnings(told))
                .containsExactly(
                        "more than 80 % of a limit is used up: 800 tokens were used, and this run allows 1,000");
        assertThat(budget.warnings(told)).isEmpty();
        assertThat(budget.warnings(new Budget.Told())).hasSize(1);

        pass(Duration.ofMinutes(81));
        assertThat(budget.warnings(told))
                .containsExactly(
                        "more than 80 % of a limit is used up: it took 81 min, and this run allows 100 min");
    }

    private Budget ofSteps(StepAllowance each) {
        return new Budget(new Limits(100, 3, 1000, Allowance.UNLIMITED, each), time::get);
    }

    @Test
    @Tag("loop-hygiene#AC-21")
    void each_step_has_its_limits_and_each_warns_once_in_each_step() {
        Budget budget =
                ofSteps(
                        new StepAllowance(
                                OptionalInt.of(2),
                                OptionalLong.of(1000),
                                Money.parse("0.50"),
                                Optional.of(Duration.ofMinutes(10))));
        var told = new Budget.Told();
        budget.spent(new Usage(5000, 0, 0, 0, 0), Money.parse("3"));
        assertThat(budget.exceeded()).as("planning is no step").isEmpty();
        assertThat(budget.timeLeft()).isEmpty();

        for (int step : new int[] {1, 2}) {
            assertThat(budget.step(step)).isEmpty();
            budget.spent(new Usage(800, 0, 0, 0, 0), Money.parse("0.1"));
            pass(Duration.ofMinutes(1));
            assertThat(budget.warnings(told))
                    .containsExactly(
                            "more than 80 %% of a limit is used up: 800 tokens were used in step %d, and each step allows 1,000"
                                    .formatted(step));
            assertThat(budget.warnings(told)).isEmpty();
            assertThat(budget.exceeded()).isEmpty();
            assertThat(budget.timeLeft()).contains(Duration.ofMinutes(9));
            budget.leave();
        }
        budget.step(3);
        budget.spent(new Usage(1, 0, 0, 0, 0), Money.parse("0.5"));
        assertThat(budget.exceeded())
                .contains("$0.5000 were spent in step 3, and each step allows $0.5000");
        budget.leave();
        budget.step(4);
        budget.asked();
        budget.asked();
        assertThat(budget.exceeded())
                .contains("the model was asked 2 times in step 4, and each step allows 2");
        budget.leave();
        budget.step(5);
        pass(Duration.ofMinutes(10));
        assertThat(budget.exceeded())
                .contains("it took 10 min in step 5, and each step allows 10 min");
        budget.leave();
        assertThat(budget.exceeded()).isEmpty();
    }

    @Test
    @Tag("loop-hygiene#AC-8")
    void the_time_of_a_question_does_not_count() throws InterruptedException {
        Budget budget =
                budget(
                        allowance(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Duration.ofMinutes(10))));
        var slow = new Says();
        Approver person =
                budget.uncounted(
                        new Approver() {
                            @Override
                            public PlanAnswer plan(
                                    kiro.plan.Plan plan, kiro.workspace.WorkspacePath file) {
                                return slow.plan(plan, file);
                            }

                            @Override
                            public StepAnswer step(Step step) {
                                pass(Duration.ofHours(8));
                                return slow.step(step);
                            }

                            @Override
                            public CallAnswer call(
                                    String summary,
                                    kiro.tool.Effect effect,
                                    kiro.permission.Ruling ruling) {
                                return slow.call(summary, effect, ruling);
                            }
                        });

        pass(Duration.ofMinutes(9));
        person.step(
                new Step(
                        1,
                        "a",
                        java.util.List.of(),
                        Risk.LOW,
                        java.util.List.of(),
                        StepStatus.PENDING));
        assertThat(budget.timeLeft()).contains(Duration.ofMinutes(1));

        pass(Duration.ofMinutes(1));
        assertThat(budget.exceeded()).contains("it took 10 min, and this run allows 10 min");
    }

    @Test
    @Tag("loop-hygiene#AC-6")
    void all_who_work_for_a_run_share_its_budget() throws InterruptedException {
        Budget budget = budget(allowance(Optional.of(80_000L), Optional.empty(), Optional.empty()));
        var workers = new java.util.ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            workers.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                for (int n = 0; n < 1000; n++) {
                                    budget.spent(new Usage(10, 0, 0, 0, 0), Optional.empty());
                                }
                            }));
        }
        for (Thread worker : workers) {
            worker.join();
        }

        assertThat(budget.exceeded())
                .contains("80,000 tokens were used, and this run allows 80,000");
    }

    /// Tools that are at work at the same time may all have questions.
    @Test
    @Tag("agent-loop#AC-23")
    void one_question_is_put_after_the_other() throws InterruptedException {
        Budget budget =
                budget(
                        allowance(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Duration.ofMinutes(10))));
        var heard = new ConcurrentLinkedQueue<String>();
        var second = new AtomicReference<Thread>();
        var answered = new AtomicReference<Approver>();
        answered.set(
                budget.uncounted(
                        new Says() {
                            @Override
                            public FormAnswer form(Form form) {
                                heard.add("asked by " + form.from());
                                pass(Duration.ofHours(1));
                                if (form.from().equals("one")) {
                                    Thread other =
                                            Thread.ofPlatform()
                                                    .start(() -> answer(answered.get(), "other"));
                                    second.set(other);
                                    while (other.getState() != Thread.State.WAITING
                                            && other.isAlive()) {
                                        Thread.onSpinWait();
                                    }
                                }
                                heard.add("answered to " + form.from());
                                return new FormAnswer.Declined();
                            }
                        }));

        answer(answered.get(), "one");
        second.get().join();

        assertThat(heard)
                .containsExactly(
                        "asked by one", "answered to one", "asked by other", "answered to other");
        assertThat(budget.timeLeft()).contains(Duration.ofMinutes(10));
    }

    private static void answer(Approver approver, String from) {
        try {
            approver.form(new Form(from, "who?", Optional.empty(), java.util.List.of()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
