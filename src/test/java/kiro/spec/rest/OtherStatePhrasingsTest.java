package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways in which authors say in which state something else has to be, and what becomes of it.
class OtherStatePhrasingsTest {
    private static final Phrasing APPROVING =
            new Phrasing(
                    """
                    # Application approve

                    ## Requirements

                    - Endpoint: `POST /applications/{id}/approve`
                    - Authentication: bearer token
                    - Access: role `COORDINATOR`
                    - State before: `SUBMITTED`
                    - State after: `APPROVED`
                    {requirement}

                    Response fields:

                    | Field | Type | Meaning |
                    |---|---|---|
                    | `id` | integer | |
                    | `animalId` | integer | |
                    | `status` | string | `SUBMITTED`, `APPROVED` or `REJECTED` |

                    ## Acceptance Criteria

                    - [ ] AC-1: POST /applications/{id}/approve returns 401 when the request has no token
                    {criterion}
                    """);

    private static final Phrasing BOOKING =
            new Phrasing(
                    """
                    # Booking create

                    ## Requirements

                    - Endpoint: `POST /bookings`
                    - Authentication: none
                    {requirement}

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `roomId` | integer | yes | must be an existing room |
                    | `title` | string | yes | 1 to 60 characters |

                    ## Acceptance Criteria

                    - [ ] AC-1: POST /bookings returns 400 when `title` is missing
                    {criterion}
                    """);

    private static final Phrasing MOVING =
            new Phrasing(
                    """
                    # Booking show

                    ## Requirements

                    - Endpoint: `GET /bookings/{id}`
                    - Authentication: none
                    {requirement}

                    Response fields: `id`, `roomId` and `title`.

                    ## Acceptance Criteria

                    - [ ] AC-1: GET /bookings/{id} returns 404 when there is no such booking
                    {criterion}
                    """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 409 when the animal is reserved",
                "returns 409 for an application for an animal that is already reserved",
                "returns 409 when the animal of the application is reserved",
                "returns 409 when the application's animal is reserved",
                "GIVEN an application for an animal that is already reserved WHEN a coordinator approves it THEN the response is 409",
                "GIVEN a submitted application for an animal that is already reserved WHEN a coordinator approves it THEN the response is 409",
                "GIVEN a submitted application for a reserved animal WHEN a coordinator approves it THEN the response is 409"
            })
    @Tag("structured-reading#AC-47")
    void a_state_of_what_the_answer_has_the_key_of_forbids_it(String criterion) {
        assertThat(APPROVING.criterion(criterion))
                .startsWith("OtherInState[noun=animal, words=")
                .endsWith(", state=reserved, isIn=true] -> Status[code=409]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    returns 409 when its animal is not available         | OtherInState[noun=animal, words=its animal is not available, state=available, isIn=false] -> Status[code=409]
                    returns 422 when the animal is `ADOPTED`             | OtherInState[noun=animal, words=the animal is ADOPTED, state=adopted, isIn=true] -> Status[code=422]
                    returns 403 when the animal has been adopted         | OtherInState[noun=animal, words=the animal has been adopted, state=adopted, isIn=true] -> Status[code=403]
                    returns 409 when the application is approved already | Conflict[words=the application is approved already, state=APPROVED] -> Status[code=409]
                    """)
    @Tag("structured-reading#AC-47")
    void whose_state_it_is_and_whether_it_is_in_it_counts(String criterion, String reading) {
        assertThat(APPROVING.criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 409 when the animal that is applied for is reserved",
                "returns 409 when the animal is reserved on Sundays",
                "returns 409 when the keeper is reserved",
                "returns 409 when the animal is required",
                "returns 409 when the animal is not reserved and not adopted",
                "returns 404 when the animal is reserved",
                "returns 200 when the animal is reserved",
                "GIVEN an approved application for a reserved animal WHEN a coordinator approves it THEN the response is 409",
                "GIVEN an application for an animal that is already reserved on Sundays WHEN a coordinator approves it THEN the response is 409"
            })
    @Tag("structured-reading#AC-47")
    void what_is_more_than_the_state_of_one_other_thing_is_unread(String criterion) {
        assertThat(APPROVING.criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 409 when the room is closed on Sundays",
                "returns 409 when the hall is closed",
                "returns 409 when the room is closed or `title` is missing",
                "returns 201 when the room is closed",
                "returns 404 when the room is closed"
            })
    @Tag("structured-reading#AC-47")
    void so_is_it_of_what_a_field_of_the_body_refers_to(String criterion) {
        assertThat(BOOKING.criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    404 | the room does not exist
                    422 | there is no such room
                    409 | the room is unknown
                    """)
    @Tag("structured-reading#AC-47")
    void that_it_is_not_there_is_no_state(int status, String situation) {
        assertThat(BOOKING.criterion("returns " + status + " when " + situation))
                .isEqualTo(
                        "MissingReference[field=roomId, noun=room] -> Status[code=%d]"
                                .formatted(status));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    The animal must be `AVAILABLE`, and becomes `RESERVED`.         | OtherOnlyIn[noun=animal, states=[AVAILABLE]] ; BringsOther[noun=animal, state=RESERVED]
                    The animal must be `AVAILABLE` and it becomes `RESERVED`.       | OtherOnlyIn[noun=animal, states=[AVAILABLE]] ; BringsOther[noun=animal, state=RESERVED]
                    Its animal must be `AVAILABLE`.                                 | OtherOnlyIn[noun=animal, states=[AVAILABLE]]
                    The animal of the application must be `AVAILABLE` or `RESERVED`. | OtherOnlyIn[noun=animal, states=[AVAILABLE, RESERVED]]
                    Only applications for an animal that is `AVAILABLE` can be approved. | OtherOnlyIn[noun=animal, states=[AVAILABLE]]
                    Approving it sets the animal to `RESERVED`.                     | BringsOther[noun=animal, state=RESERVED]
                    When an application is approved, its animal becomes `RESERVED`. | BringsOther[noun=animal, state=RESERVED]
                    The animal becomes `RESERVED` when the application is approved. | BringsOther[noun=animal, state=RESERVED]
                    The animal's status becomes `RESERVED`.                         | BringsOther[noun=animal, state=RESERVED]
                    """)
    @Tag("structured-reading#AC-48")
    void a_requirement_says_the_states_before_and_after(String requirement, String added) {
        assertThat(APPROVING.requirement("- " + requirement)).isEqualTo(added);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    The room must be `OPEN` or `FREE`.                  | OtherOnlyIn[noun=room, states=[OPEN, FREE]]
                    The room must be `OPEN` and then becomes `TAKEN`.   | OtherOnlyIn[noun=room, states=[OPEN]] ; BringsOther[noun=room, state=TAKEN]
                    The status of the room is set to `TAKEN`.           | BringsOther[noun=room, state=TAKEN]
                    The room becomes `TAKEN` when a booking is created. | BringsOther[noun=room, state=TAKEN]
                    """)
    @Tag("structured-reading#AC-48")
    void so_it_does_of_what_a_field_of_the_body_refers_to(String requirement, String added) {
        assertThat(BOOKING.requirement("- " + requirement)).isEqualTo(added);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The room should be `OPEN`.",
                "The room must usually be `OPEN`.",
                "The room must be `OPEN` on Sundays.",
                "The room must be tidy.",
                "The hall must be `OPEN`.",
                "The hall becomes `TAKEN`.",
                "The room becomes `TAKEN` for a while."
            })
    @Tag("structured-reading#AC-48")
    void doubts_and_other_things_are_unread(String requirement) {
        assertThat(BOOKING.requirement("- " + requirement)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"The room must be `OPEN`.", "The room becomes `TAKEN`."})
    @Tag("structured-reading#AC-48")
    void what_is_only_shown_has_nothing_to_do_with_others(String requirement) {
        assertThat(MOVING.requirement("- " + requirement)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "THEN its room is `TAKEN`",
                "the room becomes `TAKEN`",
                "A booking is created → the room is `TAKEN`",
                "POST /bookings sets the room to `TAKEN`",
                "WHEN a booking is created THE SYSTEM SHALL set the room to `TAKEN`",
                "WHEN a booking is created THE SYSTEM SHALL set the status of the room to `TAKEN`"
            })
    @Tag("structured-reading#AC-48")
    void a_criterion_says_what_becomes_of_it(String criterion) {
        assertThat(BOOKING.criterion(criterion))
                .isEqualTo("Valid -> OtherIs[noun=room, state=TAKEN]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    returns 201 and the room becomes `TAKEN` when the body is valid | Valid -> Status[code=201], OtherIs[noun=room, state=TAKEN]
                    the body is valid → 201, and the room becomes `TAKEN`           | Valid -> Status[code=201], OtherIs[noun=room, state=TAKEN]
                    """)
    @Tag("structured-reading#AC-48")
    void beside_its_status(String criterion, String reading) {
        assertThat(BOOKING.criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WHEN the application is approved THEN its animal is `RESERVED`",
                "GIVEN an application WHEN a coordinator approves it THEN its animal is `RESERVED`",
                "WHEN an application is approved THE SYSTEM SHALL set the animal's status to `RESERVED`"
            })
    @Tag("structured-reading#AC-48")
    void a_scenario_says_what_becomes_of_what_the_answer_has_the_key_of(String criterion) {
        assertThat(APPROVING.criterion(criterion))
                .startsWith("Valid -> ")
                .endsWith("OtherIs[noun=animal, state=RESERVED]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the hall becomes `TAKEN`",
                "the room becomes `TAKEN` on Sundays",
                "the room might become `TAKEN`",
                "A booking is painted → the room is `TAKEN`"
            })
    @Tag("structured-reading#AC-48")
    void what_may_become_of_it_is_unread(String criterion) {
        assertThat(BOOKING.criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }
}
