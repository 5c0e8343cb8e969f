package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may do something as well, who is refused, and what a thing is called beside a field that begins so.
class RegistrationPhrasingsTest {
    private static final String SPEC =
            """
            # Exam registration

            ## Requirements

            - Endpoint: `POST /exams/{id}/registrations`
            - Authentication: bearer token
            - Access: %s

            {requirement}

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `learnerId` | integer | yes | must be an existing learner: 404 |
            | `venue` | string | yes | 2 to 60 characters |
            | `reason` | string | no | at most 60 characters |
            | `examDate` | date | no | |

            Response fields: `id`, `learnerId`, `venue`, `registeredBy`, `registeredAt` and `cancelReason`.

            ## Acceptance Criteria

            - [ ] AC-1: POST /exams/{id}/registrations returns 400 when `venue` is missing
            {criterion}
            """;
    private static final Phrasing ALL =
            new Phrasing(SPEC.formatted("role `LEARNER` or role `INSTRUCTOR`"));
    private static final Phrasing INSTRUCTORS = new Phrasing(SPEC.formatted("role `INSTRUCTOR`"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    - Sets: `registeredBy` = username of the caller, `cancelReason` = `reason` | SetsField[name=registeredBy, source=CALLER] ; SetsFrom[name=cancelReason, field=reason]
                    - Sets: `registeredBy` = the caller's username                             | SetsField[name=registeredBy, source=CALLER]
                    - Sets: `registeredBy` = id of the signed-in user, `registeredAt` = the current time | SetsField[name=registeredBy, source=CALLER] ; SetsField[name=registeredAt, source=NOW]
                    - Sets: `cancelReason` = `REASON`                                          | SetsTo[name=cancelReason, value=REASON]
                    - Sets: `cancelReason` = `other`                                           | SetsTo[name=cancelReason, value=other]
                    """)
    @Tag("structured-reading#AC-55")
    void a_field_of_the_body_or_who_sends_it_is_where_a_value_comes_from(
            String line, String reading) {
        assertThat(ALL.requirement(line)).isEqualTo(reading);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- Sets: `registeredBy` = username of the learner",
                "- Sets: `registeredBy` = shoe size of the caller",
                "- Sets: `cancelReason` = reason of the caller",
                "- Sets: `registeredAt` = the current time,"
            })
    @Tag("structured-reading#AC-55")
    void a_value_from_elsewhere_is_unread(String line) {
        assertThat(ALL.requirement(line)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    `registeredBy` is the caller's username and `registeredAt` the current time          | Valid -> FieldIsCaller[name=registeredBy, whateverIsSent=false], FieldIsNow[name=registeredAt]
                    `registeredBy` is the username of the caller and `registeredAt` is the current time  | Valid -> FieldIsCaller[name=registeredBy, whateverIsSent=false], FieldIsNow[name=registeredAt]
                    `registeredBy` is the caller's shoe size and `registeredAt` the current time         | unread
                    `registeredBy` is the caller's username and `registeredAt` the next day              | unread
                    """)
    @Tag("structured-reading#AC-55")
    void who_sent_it_and_when_are_two_fields(String criterion, String reading) {
        assertThat(ALL.criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    An instructor can register a learner, too (201)        | Valid -> Status[code=201]
                    An instructor may also register a learner (201)        | Valid -> Status[code=201]
                    An instructor can register a learner on Sundays (201)  | unread
                    An instructor can register a learner, too              | unread
                    An instructor can paint a learner, too (201)           | unread
                    A keeper can register a learner, too (201)             | unread
                    """)
    @Tag("structured-reading#AC-56")
    void those_of_another_role_may_do_it_too(String criterion, String reading) {
        assertThat(ALL.criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    An interviewer is refused with 403             | WithRole[roles=[interviewer]] -> Status[code=403]
                    An interviewer is turned away with 403         | WithRole[roles=[interviewer]] -> Status[code=403]
                    An interviewer is refused (403)                | WithRole[roles=[interviewer]] -> Status[code=403]
                    a learner calls it → 403                       | WithRole[roles=[learner]] -> Status[code=403]
                    returns 403 when a learner calls it            | WithRole[roles=[learner]] -> Status[code=403]
                    a learner does not exist → 404                 | MissingReference[field=learnerId, noun=learner] -> Status[code=404]
                    An interviewer is refused with 403 on Mondays  | unread
                    An interviewer is refused with pleasure        | unread
                    a learner exists → 403                         | unread
                    a learner calls it twice → 403                 | unread
                    a registration calls it → 403                  | unread
                    """)
    @Tag("structured-reading#AC-56")
    void somebody_is_refused_also_where_a_field_is_called_so(String criterion, String reading) {
        assertThat(INSTRUCTORS.criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    `venue` has only one character → 400                           | InvalidFields[fields=[BrokenField[name=venue, how=TOO_SHORT]]] -> Status[code=400]
                    returns 400 when `venue` has only one character                | InvalidFields[fields=[BrokenField[name=venue, how=TOO_SHORT]]] -> Status[code=400]
                    returns 400 when `venue` is just a single character long       | InvalidFields[fields=[BrokenField[name=venue, how=TOO_SHORT]]] -> Status[code=400]
                    the exam does not exist → 404                                  | MissingResource[noun=exam] -> Status[code=404]
                    returns 404 when the exam does not exist                       | MissingResource[noun=exam] -> Status[code=404]
                    `venue` has only two characters → 400                          | unread
                    `venue` has only one word → 400                                | unread
                    `venue` has only one vowel → 400                               | unread
                    the exam is in the past → 409                                  | unread
                    """)
    @Tag("structured-reading#AC-57")
    void a_text_is_too_short_and_a_thing_is_no_field(String criterion, String reading) {
        assertThat(ALL.criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    - Nothing else of the exam changes.                                  | -
                    - Nothing else of the registration changes.                          | -
                    - Errors have the shape of all other errors (`code`, `message`).     | -
                    - Errors have the shape of all other errors.                         | -
                    - No new tables or columns: the entity has what is needed            | -
                    - No new columns; `Exam` has them all.                               | -
                    - Statuses are changed by their own endpoints (`open`), not here     | -
                    - Nothing else of the weather changes.                               | unread
                    - Nothing else of the exam changes on Sundays.                       | unread
                    - Errors have the shape of a box.                                    | unread
                    - No new learners: the exam has what is needed                       | unread
                    - Statuses are changed here                                          | unread
                    - Statuses are changed by instructors                                | unread
                    """)
    @Tag("structured-reading#AC-59")
    void what_asks_for_nothing_adds_nothing(String line, String reading) {
        assertThat(ALL.requirement(line)).isEqualTo(reading);
    }
}
