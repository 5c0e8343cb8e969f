package kiro.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("anthropic-model#AC-15")
class PatienceTest {
    private static final ModelFailure CUT = new ModelFailure.Disconnected("cut");

    @Test
    @Tag("loop-hygiene#AC-1")
    void each_wait_is_twice_the_one_before_and_the_sixth_failure_is_the_last() {
        assertThat(IntStream.rangeClosed(1, 6).mapToObj(n -> after(0.5, n, CUT)))
                .containsExactly(
                        wait(1_000),
                        wait(2_000),
                        wait(4_000),
                        wait(8_000),
                        wait(16_000),
                        gaveUp("it was tried 6 times"));
    }

    @Test
    void a_wait_is_shifted_by_a_tenth_at_most() {
        assertThat(after(0, 3, CUT)).isEqualTo(wait(3_600));
        assertThat(after(Math.nextDown(1.0), 3, CUT)).isEqualTo(wait(4_400));
    }

    @Test
    void what_cannot_be_helped_is_not_tried_again() {
        for (ModelFailure failure :
                List.of(
                        new ModelFailure.Unauthorized("no"),
                        new ModelFailure.ContextTooLong("no"),
                        new ModelFailure.Rejected("no"))) {
            assertThat(after(0.5, 1, failure)).isEqualTo(gaveUp("sending it again cannot help"));
        }
    }

    @Test
    void every_transient_failure_is_tried_again() {
        for (ModelFailure failure :
                List.of(
                        new ModelFailure.RateLimited("x", Optional.empty()),
                        new ModelFailure.Overloaded("x", Optional.empty()),
                        new ModelFailure.ProviderFault("x"),
                        new ModelFailure.Silent("x", Duration.ofSeconds(1)),
                        new ModelFailure.Malformed("x"))) {
            assertThat(after(0.5, 1, failure)).isEqualTo(wait(1_000));
        }
    }

    @Test
    @Tag("loop-hygiene#AC-1")
    void the_time_that_the_provider_asks_for_is_waited_exactly() {
        assertThat(after(0.9, 1, limited(Duration.ofSeconds(7)))).isEqualTo(wait(7_000));
        assertThat(after(0.9, 5, limited(Duration.ofSeconds(7)))).isEqualTo(wait(7_000));
        assertThat(
                        after(
                                0.5,
                                2,
                                new ModelFailure.Overloaded(
                                        "x", Optional.of(Duration.ofMinutes(5)))))
                .isEqualTo(wait(300_000));
    }

    @Test
    void no_time_asked_for_is_no_answer_and_too_long_a_time_is_the_end() {
        assertThat(after(0.5, 1, limited(Duration.ZERO))).isEqualTo(wait(1_000));
        assertThat(after(0.5, 1, limited(Duration.ofSeconds(301))))
                .isEqualTo(gaveUp("the provider asks to wait 6 minutes"));
    }

    private static Patience.Advice after(double chance, int failures, ModelFailure failure) {
        return new Patience(always(chance)).after(failures, failure);
    }

    private static RandomGenerator always(double chance) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public double nextDouble() {
                return chance;
            }
        };
    }

    private static ModelFailure limited(Duration retryAfter) {
        return new ModelFailure.RateLimited("x", Optional.of(retryAfter));
    }

    private static Patience.Advice wait(int millis) {
        return new Patience.Advice.Wait(Duration.ofMillis(millis));
    }

    private static Patience.Advice gaveUp(String reason) {
        return new Patience.Advice.GiveUp(reason);
    }
}
