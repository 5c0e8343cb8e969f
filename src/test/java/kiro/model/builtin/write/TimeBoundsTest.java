package kiro.model.builtin.write;

import static org.assertj.core.api.Assertions.assertThat;

import kiro.spec.rest.FieldRule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeBoundsTest {
    @ParameterizedTest
    @CsvSource({
        "only bookings that start at that time or later, AT_LEAST, true",
        "only bookings that start at that time or later, AT_MOST, false",
        "only flights that depart at that time or earlier, AT_MOST, true",
        "only flights from that day on, AT_LEAST, true",
        "only flights that do not depart before that, AT_LEAST, true",
        "only flights that do not depart after that, AT_MOST, true",
        "only cancelled bookings, AT_LEAST, false",
        "only bookings that start at that time or later, EXACT, false"
    })
    @Tag("builtin-engine#AC-80")
    void words_speak_of_the_side_of_a_bound_that_a_query_selects(
            String words, FieldRule.Match match, boolean expected) {
        assertThat(TimeBounds.areSaid(words, match)).isEqualTo(expected);
    }

    @Test
    @Tag("builtin-engine#AC-80")
    void a_time_on_each_side_of_a_bound_is_written() {
        assertThat(TimeBounds.of("Instant", "2026-01-05T09:00:00Z", FieldRule.Match.AT_LEAST))
                .hasValueSatisfying(two ->
                        assertThat(two)
                                .containsExactly(
                                        "Instant.parse(\"2026-01-05T09:00:00Z\")",
                                        "Instant.parse(\"2026-01-05T09:00:00Z\").minusSeconds(1)"));
        assertThat(TimeBounds.of("LocalDate", "2026-01-05", FieldRule.Match.AT_MOST))
                .hasValueSatisfying(two ->
                        assertThat(two)
                                .containsExactly(
                                        "LocalDate.parse(\"2026-01-05\")",
                                        "LocalDate.parse(\"2026-01-05\").plusDays(1)"));
        assertThat(TimeBounds.of("String", "2026-01-05", FieldRule.Match.AT_MOST)).isEmpty();
    }
}
