package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Times of a thing that have passed.
class PassedPhrasingsTest {
    private static final Phrasing TRIP =
            new Phrasing(
                    """
                    # Trip change

                    ## Requirements

                    - Endpoint: `PATCH /trips/{id}`
                    - Authentication: none
                    - State before: `PLANNED`
                    {requirement}

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `returnsAt` | timestamp | no | in the future |

                    ## Acceptance Criteria

                    - [ ] AC-1: PATCH /trips/{id} returns 200 when the body is valid
                    {criterion}
                    """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 409 when `departsAt` is in the past",
                "returns 409 when the trip's `departsAt` is in the past",
                "`departsAt` is in the past → 409",
                "GIVEN a planned trip whose `departsAt` is in the past WHEN it is changed THEN the response is 409",
                "WHEN the `departsAt` of the trip is in the past THE SYSTEM SHALL answer with 409"
            })
    @Tag("structured-reading#AC-60")
    void a_time_of_the_thing_has_passed(String criterion) {
        assertThat(TRIP.criterion(criterion))
                .isEqualTo("TimePassed[name=departsAt] -> Status[code=409]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 409 when `departsAt` is not in the past",
                "returns 409 when `departsAt` is in the past and it rains",
                "GIVEN a cancelled trip whose `departsAt` is in the past WHEN it is changed THEN the response is 409",
                "returns 409 when `departsAt` or `closesAt` is in the past",
                "returns 409 when `colour` is in the past"
            })
    @Tag("structured-reading#AC-60")
    void what_is_said_beside_leaves_it_unread(String criterion) {
        assertThat(TRIP.criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- A trip that has already begun (`departsAt` is in the past) cannot be changed.",
                "- A trip whose `departsAt` is in the past cannot be changed.",
                "- Changes are accepted until the `departsAt`."
            })
    @Tag("structured-reading#AC-60")
    void requirements_say_until_when(String requirement) {
        assertThat(TRIP.requirement(requirement)).isEqualTo("OnlyUntil[name=departsAt]");
    }
}
