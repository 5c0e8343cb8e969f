package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Criteria that name a situation, an arrow and an answer, and no route; and what stands behind the answer.
class ArrowPhrasingsTest {
    private static final Phrasing RELEASE =
            new Phrasing(
                    """
                    # Release of a batch

                    ## Requirements

                    - Endpoint: `POST /batches/{id}/release`
                    - Authentication: HTTP Basic
                    - Access: role `CHEMIST`
                    - Owner: `brewer`
                    - State before: `FINISHED`
                    - State after: `RELEASED`
                    - Sets: `releasedAt` = now, `releasedBy` = caller

                    {requirement}

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `remark` | string | no | at most 200 characters |

                    Response fields:

                    | Field | Type | Meaning |
                    |---|---|---|
                    | `id` | integer | |
                    | `status` | string | `RELEASED` |
                    | `releasedAt` | timestamp | |
                    | `releasedBy` | string | who released it |
                    | `remark` | string | or null |

                    ## Acceptance Criteria

                    - [ ] AC-1: no batch with this id → 404
                    {criterion}
                    """);

    private static final Phrasing LABEL =
            new Phrasing(
                    """
                    # Label correction

                    ## Requirements

                    - Endpoint: `PATCH /labels/{id}`
                    - Authentication: HTTP Basic
                    - Access: owner
                    - Owner: `designer`
                    - State before: `SKETCH` or `RETURNED`
                    - State after: `SKETCH`

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `title` | string | no | 3 to 80 characters |
                    | `motto` | string | no | at most 200 characters |

                    The answer is the label with `id`, `title`, `motto` and `status`.

                    ## Acceptance Criteria

                    {criterion}
                    """);

    private static final Phrasing SAMPLE =
            new Phrasing(
                    """
                    # Removal of a sample

                    ## Requirements

                    - Endpoint: `DELETE /batches/{batchId}/samples/{sampleId}`
                    - Authentication: HTTP Basic
                    - Access: owner
                    - Owner: `brewer` of the batch
                    - State before: `OPEN`

                    ## Acceptance Criteria

                    {criterion}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    batch is still brewing → 409                                                | Conflict[words=batch is still brewing, state=brewing] -> Status[code=409]
                    batch was spoiled → 409 and nothing is changed                              | Conflict[words=batch was spoiled, state=spoiled] -> Status[code=409], ChangesNothing
                    batch was spoiled → 409, the batch stays unchanged                          | Conflict[words=batch was spoiled, state=spoiled] -> Status[code=409], ChangesNothing
                    batch was spoiled → 409, and the batch stays as it was                      | Conflict[words=batch was spoiled, state=spoiled] -> Status[code=409], ChangesNothing
                    batch has been released already → 409, and `releasedBy` does not change     | Conflict[words=batch has been released already, state=RELEASED] -> Status[code=409], ChangesNothing
                    returns 409 and changes nothing when the batch was spoiled                  | Conflict[words=the batch was spoiled, state=spoiled] -> Status[code=409], ChangesNothing
                    `remark` has more than 200 characters → 400 and nothing is stored           | InvalidFields[fields=[BrokenField[name=remark, how=TOO_LONG]]] -> Status[code=400], ChangesNothing
                    body is an empty object → 200, `remark` stays null                          | EmptyObject -> Status[code=200], FieldIs[name=remark, value=null]
                    """)
    @Tag("structured-reading#AC-39")
    void what_is_left_as_it_was_stands_behind_the_status(String criterion, String reading) {
        assertThat(RELEASE.criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sets `releasedBy` to the caller                                             | Valid -> FieldIsCaller[name=releasedBy, whateverIsSent=false]
                    sets `releasedBy` to the chemist                                            | Valid -> FieldIsCaller[name=releasedBy, whateverIsSent=false]
                    batch is released → `releasedBy` is the chemist's user name and `releasedAt` the current time | Valid -> FieldIsCaller[name=releasedBy, whateverIsSent=false], FieldIsNow[name=releasedAt]
                    batch is released → `releasedBy` is the chemist                             | Valid -> FieldIsCaller[name=releasedBy, whateverIsSent=false]
                    `remark` is sent along → it is stored with the batch                        | Valid -> StoresFields[names=[remark]]
                    `remark` is given → it is kept                                              | Valid -> StoresFields[names=[remark]]
                    caller is a brewer → 403                                                    | WithRole[roles=[brewer]] -> Status[code=403]
                    caller is from accounting → 403                                             | WithRole[roles=[accounting]] -> Status[code=403]
                    The answer is 404 if there is no batch with this id.                        | MissingResource[noun=batch] -> Status[code=404]
                    The answer is 401 without credentials.                                      | Unauthenticated[credential=MISSING] -> Status[code=401]
                    """)
    @Tag("structured-reading#AC-41")
    void what_is_set_and_who_calls_is_told_by_the_words_of_the_spec(
            String criterion, String reading) {
        assertThat(RELEASE.criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sets `releasedBy` to the moon",
                "sets `releasedBy` to the brewer",
                "updates `releasedBy` to the caller",
                "changes `releasedBy` to the brewer",
                "the `releasedBy` is set to the brewer",
                "returns 200 and changes `remark` to the brewer",
                "batch was spoiled → 200 and nothing is changed",
                "batch was spoiled → 409 and the moon is full",
                "the brewer → 403"
            })
    @Tag("structured-reading#AC-40")
    void what_is_set_to_something_else_is_not_taken_for_stored(String criterion) {
        assertThat(RELEASE.criterion(criterion)).isEqualTo("unread");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    The owner can change the `title` of a sketch and gets 200 with the label as it is now. | Valid -> Status[code=200], Resource, FieldIsSent[name=title, field=title]
                    A returned label can be changed, too, and has the status `SKETCH` afterwards. | InState[words=A returned label, state=returned] -> Succeeds, FieldIs[name=status, value=SKETCH]
                    Only the owner can change a label; another designer or a printer gets 403.  | ForeignResource -> Status[code=403] ; WithRole[roles=[printer]] -> Status[code=403]
                    Only the designer can change it: another designer gets 403.                 | ForeignResource -> Status[code=403]
                    A label that is printed or pulped cannot be changed (409).                  | Conflict[words=A label that is printed or pulped, state=printed] -> Status[code=409] ; Conflict[words=A label that is printed or pulped, state=pulped] -> Status[code=409]
                    """)
    @Tag("structured-reading#AC-41")
    void what_the_owner_can_do_is_told_with_how_the_thing_is_then(
            String criterion, String reading) {
        assertThat(LABEL.criterion(criterion)).isEqualTo(reading);
    }

    @Test
    @Tag("structured-reading#AC-41")
    void only_those_are_left_out_who_alone_may_do_it() {
        assertThat(LABEL.criterion("Only a printer can change a label; another designer gets 403."))
                .isEqualTo("unread");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GIVEN a sample of another batch WHEN the owner deletes it under this batch THEN the response is 404 and the sample is still there | OfOtherParent[noun=batch] -> Status[code=404], StillThere
                    GIVEN a sample that was deleted before WHEN the owner deletes it again THEN the response is 404 | Repeated -> Status[code=404]
                    GIVEN an open batch of a brewer WHEN a chemist deletes a sample THEN the response is 403 | WithRole[roles=[chemist]] -> Status[code=403]
                    GIVEN an open batch of another brewer WHEN the caller deletes a sample THEN the response is 403 | ForeignResource -> Status[code=403]
                    """)
    @Tag("structured-reading#AC-41")
    void a_part_is_of_another_whole_or_gone(String criterion, String reading) {
        assertThat(SAMPLE.criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- No soft delete: the row is removed",
                "- One transaction",
                "- Plain SQL with `JdbcClient`",
                "- Errors are answered as `ApiError`",
                "- Errors are problem details, as everywhere in this service",
                "- Filtering and paging happen in the database, not in memory"
            })
    @Tag("structured-reading#AC-37")
    void what_asks_for_code_of_one_kind_is_named(String requirement) {
        assertThat(RELEASE.requirement(requirement)).isEqualTo("unread");
    }

    private static final Phrasing MEASURE =
            new Phrasing(
                    """
                    # Recording a measurement

                    ## Requirements

                    - Endpoint: `POST /vats/{id}/measurements`
                    - Authentication: HTTP Basic
                    - Access: any signed-in user
                    - Sets: `takenBy` = caller

                    {requirement}

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `kind` | string | yes | 2 to 40 characters |
                    | `gravity` | decimal | yes | at least 0 |
                    | `scale` | string | yes | `PLATO`, `BRIX`, `OECHSLE` or `BALLING` |
                    | `note` | string | no | at most 60 characters |

                    Response fields: `id`, `kind`, `gravity`, `scale`, `note` and `takenBy`.

                    ## Acceptance Criteria

                    - [ ] AC-1: there is no vat with this id → 404
                    {criterion}
                    """);

    private static String missing(String... fields) {
        return Stream.of(fields)
                .map(name ->
                        "InvalidFields[fields=[BrokenField[name=%s, how=MISSING]]] -> Status[code=400]"
                                .formatted(name))
                .collect(Collectors.joining(" ; "));
    }

    @Test
    @Tag("endpoint-reading#AC-77")
    void of_fields_in_a_list_the_same_is_said_one_by_one() {
        assertThat(MEASURE.criterion("returns 400 when `kind`, `gravity` or `scale` is missing"))
                .isEqualTo(missing("kind", "gravity", "scale"));
        assertThat(MEASURE.criterion("without `kind` or `gravity` → 400"))
                .isEqualTo(missing("kind", "gravity"));
        assertThat(
                        MEASURE.criterion(
                                "returns 400 when one of `kind`, `gravity` and `scale` is not sent"))
                .isEqualTo(missing("kind", "gravity", "scale"));
        assertThat(MEASURE.criterion("returns 400 when `kind` or `scale` is null"))
                .isEqualTo(
                        "ValueIs[field=kind, value=null] -> Status[code=400] ; ValueIs[field=scale, value=null] -> Status[code=400]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 400 when `kind` and `gravity` are missing",
                "returns 400 when `kind` or `gravity` is missing on Sundays",
                "returns 400 when `kind` or `note` is longer than 40 characters",
                "returns 400 when `kind` or `colour` is missing",
                "returns 400 when `kind` beside `gravity` or `scale` is missing",
                "returns 400 when `kind` or `note` is missing"
            })
    @Tag("endpoint-reading#AC-77")
    void what_is_not_true_of_each_is_named(String criterion) {
        assertThat(MEASURE.criterion(criterion)).isEqualTo("unread");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    returns 400 when `scale` is not one of the four scales                      | InvalidFields[fields=[BrokenField[name=scale, how=NOT_ALLOWED]]] -> Status[code=400]
                    returns 400 when `scale` is none of the scales                              | InvalidFields[fields=[BrokenField[name=scale, how=NOT_ALLOWED]]] -> Status[code=400]
                    returns 400 when `scale` is not one of the three scales                     | unread
                    returns 400 when `scale` is not one of the four kinds of beer               | unread
                    POST /vats/{id}/measurements sets `takenBy` to the login of the caller      | Valid -> FieldIsCaller[name=takenBy, whateverIsSent=false]
                    the measurement is stored and is listed by GET /vats/{id}/measurements afterwards | Valid -> IsStored
                    the measurement is stored, and GET /vats/{id}/measurements lists it then    | Valid -> IsStored
                    the measurement is stored and is listed by GET /vats/{id}/samples afterwards | unread
                    """)
    @Tag("structured-reading#AC-41")
    void lists_are_named_after_their_field_and_things_are_listed_later(
            String criterion, String reading) {
        assertThat(MEASURE.criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    the chemist's own batch → 403                                               | OwnResource -> Status[code=403]
                    the chemist's own batch → 403, and it stays `FINISHED`                      | OwnResource -> Status[code=403], ChangesNothing
                    the batch belongs to the caller → 403                                       | OwnResource -> Status[code=403]
                    a chemist releases their own batch → 403                                    | OwnResource -> Status[code=403]
                    POST /batches/{id}/release returns 403 when a chemist releases their own batch | OwnResource -> Status[code=403]
                    the batch is not the chemist's own → 403                                    | unread
                    returns 403 when a chemist releases                                         | unread
                    returns 403 when a chemist deletes their own batch                          | unread
                    the chemist's own batch → 409                                               | unread
                    """)
    @Tag("structured-reading#AC-43")
    void nobody_may_do_it_with_their_own(String criterion, String reading) {
        assertThat(RELEASE.criterion(criterion)).isEqualTo(reading);
    }

    @Test
    @Tag("structured-reading#AC-43")
    void an_administrator_is_of_the_role_admin() {
        Phrasing removal =
                new Phrasing(
                        """
                        # Batch removal

                        ## Requirements

                        - Endpoint: `DELETE /batches/{id}`
                        - Authentication: HTTP Basic
                        - Access: role `ADMIN`

                        ## Acceptance Criteria

                        {criterion}
                        """);

        assertThat(removal.criterion("An administrator who deletes a batch gets 204"))
                .isEqualTo("Valid -> Status[code=204]");
        assertThat(removal.criterion("An administrator gets 403")).isEqualTo("unread");
        assertThat(removal.criterion("A brewer gets 403"))
                .isEqualTo("WithRole[roles=[brewer]] -> Status[code=403]");
    }
}
