package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import kiro.model.ModelRoutes;
import kiro.model.Money;
import kiro.model.Price;
import kiro.model.Purpose;
import kiro.model.Routed;
import kiro.model.scripted.ScriptedModel;
import kiro.permission.Phase;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.plan.StepStatus;
import kiro.session.Event;
import kiro.tool.Risk;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EstimatorTest {
    private static final Optional<Price> SONNET =
            Optional.of(new Price(dollars("2"), dollars("0.10"), dollars("2.50"), dollars("10")));
    private static final Optional<Price> OPUS =
            Optional.of(new Price(dollars("4"), dollars("0.20"), dollars("5"), dollars("20")));

    private static Money dollars(String text) {
        return Money.parse(text).orElseThrow();
    }

    private static ModelRoutes routes(Optional<Price> usual, Optional<Price> security) {
        var routes = new EnumMap<Purpose, Routed>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            routes.put(
                    purpose,
                    new Routed(
                            new ScriptedModel(List.of()),
                            "as set",
                            purpose == Purpose.SECURITY ? security : usual));
        }
        return new ModelRoutes(routes, List.of(), _ -> Optional.empty());
    }

    private static Plan plan(String... actions) {
        var number = new AtomicInteger();
        return new Plan(
                "p",
                "t",
                Optional.empty(),
                Arrays.stream(actions)
                        .map(action ->
                                new Step(
                                        number.incrementAndGet(),
                                        action,
                                        List.of(),
                                        Risk.LOW,
                                        List.of(),
                                        StepStatus.PENDING))
                        .toList(),
                List.of());
    }

    private static Event.Estimated estimate(ModelRoutes routes, Plan plan) {
        return new Estimator(routes).of(plan, Phase.EXECUTING, 10_000).orElseThrow();
    }

    @Test
    @Tag("model-routing#AC-14")
    void a_plan_costs_from_where_all_goes_well_to_where_steps_take_many_turns() {
        Event.Estimated one = estimate(routes(SONNET, OPUS), plan("write it"));

        assertThat(one.words())
                .isEqualTo(
                        "estimate: 2 to 16 requests, 22,700 to 728,000 tokens, $0.0356 to $0.5888");
        Event.Estimated three = estimate(routes(SONNET, OPUS), plan("a", "b", "c"));
        assertThat(three.least().cost().orElseThrow())
                .isGreaterThan(one.least().cost().orElseThrow());
        assertThat(three.most().tokens()).isGreaterThan(one.most().tokens());
    }

    @Test
    @Tag("model-routing#AC-14")
    void a_step_costs_what_the_model_of_its_kind_costs() {
        assertThat(estimate(routes(SONNET, OPUS), plan("encrypt it")).least().cost().orElseThrow())
                .isGreaterThan(
                        estimate(routes(SONNET, SONNET), plan("encrypt it"))
                                .least()
                                .cost()
                                .orElseThrow());
    }

    @Test
    @Tag("model-routing#AC-14")
    void a_price_that_is_not_known_is_not_nothing() {
        Event.Estimated unknown =
                estimate(routes(SONNET, Optional.empty()), plan("write it", "encrypt it"));

        assertThat(unknown.least().cost()).isEmpty();
        assertThat(unknown.words()).endsWith("tokens, at a price that is not known");
    }

    @Test
    @Tag("model-routing#AC-14")
    void what_is_not_paid_by_tokens_has_no_estimate_and_what_is_done_costs_nothing_more() {
        assertThat(
                        new Estimator(
                                        routes(
                                                Optional.of(Price.NOTHING),
                                                Optional.of(Price.NOTHING)))
                                .of(plan("a"), Phase.EXECUTING, 10))
                .isEmpty();
        assertThat(
                        estimate(routes(Optional.of(Price.NOTHING), OPUS), plan("a", "encrypt it"))
                                .least()
                                .cost()
                                .orElseThrow())
                .as("a step that is paid for among others that are not")
                .isGreaterThan(Money.NONE);
        Plan half = plan("a", "b").withStatus(1, StepStatus.DONE);
        assertThat(estimate(routes(SONNET, OPUS), half))
                .isEqualTo(estimate(routes(SONNET, OPUS), plan("b")));
    }

    @Test
    @Tag("model-routing#AC-15")
    void limits_are_held_against_the_estimate_before_anything_is_spent() {
        var estimate =
                new Event.Estimated(
                        new Event.Expected(4, 50_000, Optional.of(dollars("0.50"))),
                        new Event.Expected(40, 900_000, Optional.of(dollars("3"))));

        assertThat(budget(10, OptionalLong.of(40_000), "1").against(estimate))
                .containsExactly(
                        "the plan may cost more than the $1.0000 that this run allows",
                        "the plan is expected to use more than the 40,000 tokens that this run allows",
                        "the plan may take more than the 10 requests that this run allows");
        assertThat(budget(200, OptionalLong.empty(), "5").against(estimate)).isEmpty();
    }

    private static Budget budget(int turns, OptionalLong tokens, String cost) {
        return new Budget(
                new Limits(
                        turns,
                        3,
                        16_000,
                        new Allowance(
                                tokens, Money.parse(cost), Optional.empty(), OptionalInt.empty())),
                () -> 0);
    }
}
