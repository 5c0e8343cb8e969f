package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How many there may be, and that there is no room for one more.
class CapacityPhrasingsTest {
    private static final String SPEC =
            """
            # Seat booking

            ## Requirements

            - Endpoint: `POST /trips/{tripId}/seats`
            - Authentication: none
            %s{requirement}

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `guest` | string | yes | at most 60 characters |

            ## Acceptance Criteria

            - [ ] AC-1: POST /trips/{tripId}/seats returns 201 when the body is valid
            {criterion}
            """;
    private static final Phrasing TRIP =
            new Phrasing(SPEC.formatted("- A trip has at most `places` seats\n"));
    private static final Phrasing ANY = new Phrasing(SPEC.formatted(""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 409 when the trip is full",
                "returns 409 when the trip is already full",
                "GIVEN a trip with as many seats as it has `places` WHEN a seat is booked THEN the response is 409",
                "returns 409 when the trip has no places left",
                "returns 409 when all places of the trip are taken"
            })
    @Tag("structured-reading#AC-61")
    void there_is_no_room(String criterion) {
        assertThat(TRIP.criterion(criterion)).isEqualTo("Full -> Status[code=409]");
    }

    @Test
    @Tag("structured-reading#AC-61")
    void any_status_of_a_refusal_can_say_so() {
        assertThat(TRIP.criterion("returns 422 when the trip is full"))
                .isEqualTo("Full -> Status[code=422]");
        assertThat(ANY.requirement("- A trip has at most 3 seats"))
                .isEqualTo("HoldsAtMost[count=3, nouns=seats]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 409 when the trip is not full",
                "returns 409 when the trip is full of water",
                "returns 409 when the bus is full"
            })
    @Tag("structured-reading#AC-61")
    void other_words_are_about_something_else(String criterion) {
        assertThat(TRIP.criterion(criterion)).doesNotContain("Full ->");
        assertThat(ANY.criterion("returns 409 when the trip is full")).doesNotContain("Full ->");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- A trip has at most `places` seats.",
                "- Each trip takes up to `places` seats",
                "- A trip never has more seats than `places`"
            })
    @Tag("structured-reading#AC-61")
    void a_number_of_the_thing_says_how_many(String requirement) {
        assertThat(ANY.requirement(requirement)).isEqualTo("HoldsUpTo[limit=places]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GIVEN a stranded trip WHEN a seat is booked THEN the response is 409",
                "GIVEN a trip of last year WHEN a seat is booked THEN the response is 409",
                "GIVEN a trip with a broken mast WHEN a seat is booked THEN the response is 409",
                "GIVEN a trip with as many seats as it has `places` WHEN a seat is booked THEN the response is 409"
            })
    @Tag("structured-reading#AC-25")
    void what_is_given_counts_where_a_spec_has_no_states(String criterion) {
        assertThat(ANY.criterion(criterion)).doesNotContain("Valid ->", "words=a seat is booked,");
    }
}
