package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Criteria as people say them, without method, path and "returns".
class PlainOrdersTest {
    private static final Phrasing FIRING =
            new Phrasing(
                    """
                    # Announcing a firing

                    ## Requirements

                    - **Endpoint:** `POST /firings`
                    - **Authentication:** tag in the header `X-Tag`
                    - **Access:** role `POTTER`
                    - **Unique:** `label`, ignoring case
                    - **Sets:** `announcedBy` = caller, `announcedAt` = now

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `label` | string | yes | 3 to 20 characters |
                    | `glaze` | string | yes | `RAW`, `MATT` or `GLOSS` |
                    | `degrees` | integer | yes | 600 to 1300 |
                    | `startsOn` | date | yes | |
                    | `endsOn` | date | no | after `startsOn` |

                    Response fields: `id`, `label`, `glaze`, `degrees`, `startsOn`, `endsOn`, `announcedBy` and `announcedAt`.

                    ## Acceptance Criteria

                    {criterion}
                    """);

    private static final Phrasing KILN =
            new Phrasing(
                    """
                    # Repairing a kiln

                    ## Requirements

                    - Endpoint: `PATCH /kilns/{id}`
                    - Authentication: tag in the header `X-Tag`
                    - Access: role `POTTER`
                    - State before: `COLD` or `WARM`

                    {requirement}

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `name` | string | no | 1 to 60 characters |
                    | `opensOn` | date | no | |
                    | `closesOn` | date | no | after `opensOn` |
                    | `shelves` | integer | no | 1 to 40 |

                    The answer is the kiln with the fields `id`, `name`, `opensOn`, `closesOn`, `shelves` and `status`.

                    ## Acceptance Criteria

                    - [ ] AC-1: For a kiln that does not exist the answer is 404.

                    {criterion}
                    """);

    private static final Phrasing SIGN_UP =
            new Phrasing(
                    """
                    # Cancelling a sign-up

                    ## Requirements

                    - Endpoint: `POST /sign-ups/{id}/cancel`
                    - Authentication: tag in the header `X-Tag`
                    - Access: owner or role `TUTOR`
                    - Owner: `pupilId`
                    - State before: `ACTIVE`
                    - State after: `CANCELLED`

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `reason` | string | yes | 5 to 120 characters |

                    Response fields: `id`, `pupilId`, `status` and `reason`.

                    ## Acceptance Criteria

                    {criterion}
                    """);

    private static final Phrasing LIST =
            new Phrasing(
                    """
                    # My sign-ups

                    ## Requirements

                    - Endpoint: `GET /sign-ups`
                    - Authentication: tag in the header `X-Tag`
                    - Access: any signed-in user
                    - Lists: only the pupil's own; role `TUTOR` sees all
                    - Order: `signedUpAt` descending

                    Query parameters:

                    | Parameter | Type | Required | Constraints |
                    |---|---|---|---|
                    | `courseId` | uuid | no | filters |
                    | `limit` | integer | no | 1 to 100, default 20 |

                    Response: an array of sign-ups. Each entry has `id`, `courseId`, `pupilId`, `status` and `signedUpAt`.

                    ## Acceptance Criteria

                    {criterion}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Without a tag the answer is 401.                                                | Unauthenticated[credential=MISSING] -> Status[code=401]
                    Without a tag, the request is refused with 401                                  | Unauthenticated[credential=MISSING] -> Status[code=401]
                    A tag that nobody has is answered with 401.                                     | Unauthenticated[credential=INVALID] -> Status[code=401]
                    A tag that nobody owns is refused with 401.                                     | Unauthenticated[credential=INVALID] -> Status[code=401]
                    Whoever shows no tag gets 401.                                                  | Unauthenticated[credential=MISSING] -> Status[code=401]
                    Helpers may not announce firings: 403.                                          | WithRole[roles=[helper]] -> Status[code=403]
                    The answer to a valid request is 201 and the firing.                            | Valid -> Status[code=201], Resource
                    When `degrees` is 599 or 1301, the answer is 400.                               | ValueIs[field=degrees, value=599] -> Status[code=400] ; ValueIs[field=degrees, value=1301] -> Status[code=400]
                    If `label` is missing, the service answers with 400                             | InvalidFields[fields=[BrokenField[name=label, how=MISSING]]] -> Status[code=400]
                    A `degrees` of 599 or 1301 is refused with 400.                                 | ValueIs[field=degrees, value=599] -> Status[code=400] ; ValueIs[field=degrees, value=1301] -> Status[code=400]
                    A `glaze` other than the three is refused with 400, since such a body cannot be read. | InvalidFields[fields=[BrokenField[name=glaze, how=NOT_ALLOWED]]] -> Status[code=400]
                    A `label` that another firing has already is refused with 409, no matter how it is capitalised. | Duplicate[field=label] -> Status[code=409] ; DuplicateInOtherCase[field=label] -> Status[code=409]
                    A `label` that another firing has already is refused with 409, regardless of capitalisation | Duplicate[field=label] -> Status[code=409] ; DuplicateInOtherCase[field=label] -> Status[code=409]
                    An `endsOn` that is not after `startsOn` is refused with 400, the same day included. | Compares[field=endsOn, relation=LESS, other=startsOn, against=SENT] -> Status[code=400] ; Compares[field=endsOn, relation=SAME, other=startsOn, against=SENT] -> Status[code=400]
                    An `endsOn` that is before `startsOn` is refused with 400, the same day included. | Compares[field=endsOn, relation=LESS, other=startsOn, against=SENT] -> Status[code=400] ; Compares[field=endsOn, relation=SAME, other=startsOn, against=SENT] -> Status[code=400]
                    Helpers cannot announce firings (403).                                          | WithRole[roles=[helper]] -> Status[code=403]
                    A helper is not allowed to announce a firing (403)                              | WithRole[roles=[helper]] -> Status[code=403]
                    `POST /firings` by a potter with a valid body is answered with 201 and the firing, and `GET /firings/{id}` shows the same firing afterwards. | Valid -> Status[code=201], Resource, IsStored
                    `POST /firings` by a potter with a valid body is answered with 201 and the firing | Valid -> Status[code=201], Resource
                    The potter who sent the request is stored as `announcedBy`.                     | Valid -> FieldIsCaller[name=announcedBy, whateverIsSent=false]
                    POST /firings → 201 when `degrees` is 600                                       | ValueIs[field=degrees, value=600] -> Status[code=201]
                    POST /firings → 403 for guests                                                  | WithRole[roles=[guest]] -> Status[code=403]
                    POST /firings → stores the name of the calling client as `announcedBy`          | Valid -> FieldIsCaller[name=announcedBy, whateverIsSent=false]
                    POST /firings → 201 with the firing, which from then on is in the list of GET /firings | Valid -> Status[code=201], Resource, IsStored
                    POST /firings sets `announcedBy` to the name of the potter and `announcedAt` to the current time | Valid -> FieldIsCaller[name=announcedBy, whateverIsSent=false], FieldIsNow[name=announcedAt]
                    `announcedBy` is the name of the potter                                         | Valid -> FieldIsCaller[name=announcedBy, whateverIsSent=false]
                    """)
    @Tag("structured-reading#AC-32")
    void a_situation_and_its_answer_are_read_in_plain_words(String criterion, String reading) {
        assertThat(FIRING.criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    `PATCH /kilns/{id}` with a new `name` and new `shelves` is answered with 200 and the changed kiln. | Valid -> Status[code=200], Resource
                    When both dates are sent and `closesOn` is not after `opensOn`, the answer is 400. | Compares[field=closesOn, relation=LESS, other=opensOn, against=SENT] -> Status[code=400] ; Compares[field=closesOn, relation=SAME, other=opensOn, against=SENT] -> Status[code=400]
                    When only `closesOn` is sent and it lies before the stored `opensOn`, the answer is 400. | Compares[field=closesOn, relation=LESS, other=opensOn, against=STORED] -> Status[code=400]
                    A fired kiln cannot be repaired (409).                                          | Conflict[words=A fired kiln, state=fired] -> Status[code=409]
                    A fired kiln can no longer be repaired (409).                                   | Conflict[words=A fired kiln, state=fired] -> Status[code=409]
                    For a kiln that does not exist the answer is 404.                               | MissingResource[noun=kiln] -> Status[code=404]
                    For an unknown kiln the answer is 404.                                          | MissingResource[noun=kiln] -> Status[code=404]
                    Once the kiln has been fired, the answer is 409.                                | Conflict[words=the kiln has been fired, state=fired] -> Status[code=409]
                    """)
    @Tag("structured-reading#AC-33")
    void a_change_is_told_by_what_is_new_and_what_was_there(String criterion, String reading) {
        assertThat(KILN.criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is not in the body stays as it was.",
                "Whatever is not sent stays unchanged",
                "Everything that is missing in the body keeps its old value",
                "What the request does not mention remains as it is"
            })
    @Tag("structured-reading#AC-33")
    void what_is_not_sent_stays(String criterion) {
        assertThat(KILN.criterion(criterion))
                .isEqualTo(KILN.criterion("leaves fields unchanged that are not in the body"))
                .contains("Without[fields=[opensOn, closesOn, shelves]] -> FieldsKept");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    A tutor can cancel the sign-up of a pupil (200).                                | WithRole[roles=[TUTOR]] -> Status[code=200]
                    A sign-up that is cancelled already cannot be cancelled again (409).            | Conflict[words=for A sign-up that is cancelled already, state=CANCELLED] -> Status[code=409]
                    For an unknown sign-up the answer is 404.                                       | MissingResource[noun=sign-up] -> Status[code=404]
                    The pupil who signed up sends `POST /sign-ups/{id}/cancel` with a reason and gets 200 and the sign-up with status `CANCELLED` and this `reason`. | Valid -> Status[code=200], Resource, FieldIs[name=status, value=CANCELLED], FieldIsSent[name=reason, field=reason]
                    """)
    @Tag("structured-reading#AC-34")
    void who_can_and_what_cannot_has_its_status_in_brackets(String criterion, String reading) {
        assertThat(SIGN_UP.criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    `GET /sign-ups` gives a pupil 200 and the pupil's own sign-ups, never those of others. | Valid -> Status[code=200], OnlyOwn
                    A tutor gets the sign-ups of everybody.                                         | WithRole[roles=[TUTOR]] -> Status[code=200], ResourceList
                    A pupil without sign-ups gets 200 and an empty array.                           | NothingThere -> Status[code=200], EmptyList
                    A pupil who has no sign-ups gets an empty list.                                 | NothingThere -> Status[code=200], EmptyList
                    A pupil sees only the pupil's own sign-ups.                                     | Valid -> Status[code=200], OnlyOwn
                    The newest sign-ups come first.                                                 | Valid -> SortedByAge[direction=DESCENDING]
                    The latest sign-up is the first in the list.                                    | Valid -> SortedByAge[direction=DESCENDING]
                    With `courseId` only sign-ups for that course are returned.                     | FilteredBy[parameter=courseId] -> OnlyMatching[words=only sign-ups for that course]
                    Without `limit` no more than 20 sign-ups are returned.                          | Without[fields=[limit]] -> AtMostElements[count=20]
                    """)
    @Tag("structured-reading#AC-35")
    void callers_get_what_they_may_see(String criterion, String reading) {
        assertThat(LIST.criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Without a tag the answer is sometimes 401.",
                "Without a tag the answer is 401 or 403.",
                "Without a tag on Sundays the answer is 401.",
                "Without a tag `GET /tags` answers 401.",
                "A tag that nobody has is answered with 401 and a letter.",
                "A tag that nobody in the studio has is answered with 401.",
                "A `glaze` other than the two is refused with 400.",
                "A `glaze` other than the three is refused with 400, since the cat is away.",
                "A `label` that another firing has already is refused with 409, no matter how old it is.",
                "An `endsOn` that is not after `startsOn` is refused with 400, the next day included.",
                "Helpers cannot announce firings on Sundays (403).",
                "Helpers cannot paint firings (403).",
                "Whoever shows no tag on Sundays gets 401.",
                "The answer to a valid request is 201 or 202 and the firing.",
                "Helpers cannot announce kilns (403).",
                "Helpers cannot announce firings (403 or 404).",
                "Helpers without patience cannot announce firings (403).",
                "`POST /firings` by a potter with a valid body is answered with 201 and the firing, and `GET /kilns/{id}` shows the same kiln afterwards.",
                "The potter who sent the request last week is stored as `announcedBy`.",
                "The potter who owns the kiln is stored as `announcedBy`.",
                "POST /firings sets `announcedBy` to the name of the apprentice and `announcedAt` to the current time",
                "POST /kilns → 201 when `degrees` is 600",
                "POST /firings → 201 when `degrees` is 600 and the moon is full",
                "When `degrees` is 599 the answer is 400, mostly.",
                "POST /firings → 201 with the firing, which from then on is in the list of GET /kilns"
            })
    @Tag("structured-reading#AC-36")
    void a_word_more_than_is_understood_leaves_a_criterion_unread(String criterion) {
        assertThat(FIRING.criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`PATCH /kilns/{id}` with a new `name` and new `colour` is answered with 200 and the changed kiln.",
                "`PATCH /kilns/{id}` with a new `name` and a broken `shelves` is answered with 200 and the changed kiln.",
                "What is not in the body stays as it was on Monday.",
                "What is not in the catalogue stays as it was.",
                "A fired kiln cannot be painted (409).",
                "When both dates are sent and `closesOn` is not after `name`, the answer is 400."
            })
    @Tag("structured-reading#AC-36")
    void a_change_that_says_more_is_unread(String criterion) {
        assertThat(KILN.criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A tutor can cancel the course of a pupil (200).",
                "A tutor can sometimes cancel the sign-up of a pupil (200).",
                "A visitor can cancel the sign-up of a pupil (200).",
                "A sign-up that is cancelled already cannot be printed again (409).",
                "Once the course has been closed the answer is 409, for tutors too."
            })
    @Tag("structured-reading#AC-36")
    void who_can_do_something_else_is_unread(String criterion) {
        assertThat(SIGN_UP.criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    `status` is not touched by this endpoint.               | -
                    Other kilns of the studio are not touched.              | -
                    Kilns are never deleted.                                | -
                    Whoever is refused leaves the kiln as it was.           | -
                    A refused request leaves the kiln as it was.            | -
                    `name` is not touched by this endpoint.                 | unread
                    Other kilns of the studio are repaired.                 | unread
                    Potters are never deleted.                              | unread
                    Kilns are never deleted in summer.                      | unread
                    Whoever is refused leaves the studio at once.           | unread
                    A refused delivery leaves the kiln as it was.           | unread
                    """)
    @Tag("structured-reading#AC-37")
    void requirements_that_ask_for_nothing_are_no_gap(String requirement, String added) {
        assertThat(KILN.requirement(requirement)).isEqualTo(added);
    }
}
