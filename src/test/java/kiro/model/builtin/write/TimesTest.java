package kiro.model.builtin.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "subscribedAt, subscriber, true",
        "bookedOn, booking, true",
        "orderedAt, order, true",
        "cancelledAt, booking, false",
        "paidAt, payment, false",
        "startsAt, start, false"
    })
    @Tag("builtin-engine#AC-18")
    void what_a_resource_is_named_after_happens_as_it_is_made(
            String property, String noun, boolean isOfTheMaking) {
        assertThat(Times.isOfTheMaking(property, noun)).isEqualTo(isOfTheMaking);
    }
}
