package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What must not lie in the time of something else of the one who sends the request.
class OwnOverlapPhrasingsTest {
    private static final String RULE =
            "- An absence must not overlap another absence of the same person; cancelled absences do not count.\n";
    private static final String SPEC =
            """
            # Absence create

            ## Requirements

            - Endpoint: `POST /absences`
            - Authentication: bearer token
            - Access: any signed-in user
            - Sets: `personId` = caller
            {requirement}

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `startsOn` | date | yes | |
            | `endsOn` | date | yes | not before `startsOn` |

            Response fields: `id`, `personId`, `startsOn` and `endsOn`.

            ## Acceptance Criteria

            - [ ] AC-1: POST /absences returns 401 when the request has no token
            {criterion}
            """;
    private static final Phrasing ABSENCE =
            new Phrasing(SPEC.replace("{requirement}\n", RULE + "{requirement}\n"));

    @Test
    @Tag("structured-reading#AC-52")
    void the_rule_names_the_one_who_sends_it() {
        assertThat(new Phrasing(SPEC).requirement(RULE.strip()))
                .isEqualTo(
                        "NoOverlap[span=Optional[Span[start=startsOn, end=endsOn]], parent=person, origin=SAID] ; Uncounted[states=[cancelled]]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 409 when the caller has another absence on one of these days",
                "returns 409 when the sender has another absence on the same dates",
                "returns 409 when the person has another absence on these days",
                "returns 409 when the user has already another absence during that time",
                "the caller has another absence on one of these days → 409",
                "GIVEN the caller has another absence on one of these days WHEN an absence is created THEN the response is 409"
            })
    @Tag("structured-reading#AC-52")
    void another_one_of_theirs_in_that_time_overlaps(String criterion) {
        assertThat(ABSENCE.criterion(criterion))
                .isEqualTo("Overlaps[how=OVERLAPS, word=person] -> Status[code=409]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 201 and the absence when the only other absence on these days is cancelled",
                "returns 201 and the absence when the only other absence in that time was cancelled"
            })
    @Tag("structured-reading#AC-52")
    void the_only_other_one_may_not_count(String criterion) {
        assertThat(ABSENCE.criterion(criterion))
                .isEqualTo("Overlaps[how=UNCOUNTED, word=cancelled] -> Status[code=201], Resource");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 409 when the caller has another absence on other days",
                "returns 409 when the caller has another horse on one of these days",
                "returns 409 when the caller has another absence",
                "returns 409 when the boss has another absence on one of these days",
                "returns 409 when the caller has no other absence on one of these days",
                "returns 409 when the only other absence on these days is cancelled",
                "returns 403 when the caller has another absence on one of these days",
                "returns 201 and the absence when the caller has another absence on one of these days",
                "returns 201 and the absence when the only other horse on these days is cancelled"
            })
    @Tag("structured-reading#AC-52")
    void other_times_things_and_people_are_unread(String criterion) {
        assertThat(ABSENCE.criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }
}
