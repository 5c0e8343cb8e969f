package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Criteria as they are written where nobody thinks of a reader.
class OrdinaryCriteriaTest {
    private static final Phrasing CHANGING =
            new Phrasing(
                    """
                    # Patient contact

                    ## Requirements

                    - Endpoint: `PATCH /patients/{id}`
                    - Authentication: HTTP basic
                    - Access: role `ADMIN`
                    - Unique: `email`

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `fullName` | string | no | 1 to 100 characters |
                    | `email` | string | no | email, unique |
                    | `phone` | string | no | 5 to 20 characters |

                    ## Acceptance Criteria

                    {criterion}
                    """);

    private static final Phrasing ISSUING =
            new Phrasing(
                    """
                    # Prescription issue

                    ## Requirements

                    - Endpoint: `POST /visits/{id}/prescriptions`
                    - Authentication: HTTP basic
                    - Access: the visit's doctor
                    {requirement}

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `medicine` | string | yes | 2 to 80 characters |
                    | `dose` | decimal | yes | greater than 0, at most 2 decimal places |
                    | `refills` | integer | no | 0 to 5, default 0 |

                    Response fields: `id`, `visitId`, `medicine`, `dose`, `refills`, `issuedAt`

                    ## Acceptance Criteria

                    - [ ] AC-1: POST /visits/{id}/prescriptions for an unknown visit returns 404
                    {criterion}
                    """);

    private static final Phrasing LISTING =
            new Phrasing(
                    """
                    # Visit list

                    ## Requirements

                    - Endpoint: `GET /visits`
                    - Authentication: HTTP basic
                    - Lists: only the doctor's own; role `ADMIN` sees all
                    - Order: `startsAt` ascending

                    Query parameters:

                    | Parameter | Type | Required | Constraints |
                    |---|---|---|---|
                    | `status` | string | no | `BOOKED`, `HELD` or `CANCELLED`; filters |
                    | `from` | timestamp | no | visits with `startsAt` at or after it |
                    | `to` | timestamp | no | visits whose `startsAt` is before this time |

                    Response fields: `id`, `doctorId`, `startsAt`, `status`

                    ## Acceptance Criteria

                    {criterion}
                    """);

    private static final Phrasing SPARE =
            new Phrasing(
                    """
                    # Ticket closing

                    ## Requirements

                    - Endpoint: `POST /tickets/{id}/close`
                    {requirement}

                    ## Acceptance Criteria

                    - [ ] AC-1: POST /tickets/{id}/close for an unknown ticket returns 404
                    """);

    private static final Phrasing REJECTING =
            new Phrasing(
                    """
                    # Leave rejection

                    ## Requirements

                    - Endpoint: `POST /leave-requests/{id}/cancel`
                    - Access: role `MANAGER`
                    - Owner: `owner`
                    - State before: `PENDING`
                    - State after: `CANCELLED`

                    Response fields (of the request):

                    | Field | Type | Meaning |
                    |---|---|---|
                    | `id` | integer | |
                    | `status` | string | |

                    ## Acceptance Criteria

                    {criterion}
                    """);

    private static final Phrasing REMOVING =
            new Phrasing(
                    """
                    # Note removal

                    ## Requirements

                    - Endpoint: `DELETE /tickets/{ticketId}/notes/{id}`
                    - Access: role `LEAD`

                    ## Acceptance Criteria

                    {criterion}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    returns 200 and the cancelled request when the manager cancels it | Valid -> Status[code=200], Resource
                    returns 409 when the request has already been approved            | Conflict[words=the request has already been approved, state=approved] -> Status[code=409]
                    returns 403 when a client asks for it                             | WithRole[roles=[client]] -> Status[code=403]
                    returns 403 when a member tries it                                | WithRole[roles=[member]] -> Status[code=403]
                    returns 400 when the id is a word                                 | MalformedId -> Status[code=400]
                    returns 409 when the invoice has already been approved            | unread
                    """)
    @Tag("structured-reading#AC-16")
    void what_a_request_makes_of_a_thing_is_no_state_before_it(String criterion, String expected) {
        assertThat(REJECTING.criterion("POST /leave-requests/{id}/cancel " + criterion))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    returns 204 and the note is gone when a LEAD deletes it | Valid -> Status[code=204], IsGone
                    returns 404 when the note is one of another ticket      | OfOtherParent[noun=ticket] -> Status[code=404]
                    """)
    @Tag("structured-reading#AC-16")
    void what_is_gone_and_what_is_anothers_is_read(String criterion, String expected) {
        assertThat(REMOVING.criterion("DELETE /tickets/{ticketId}/notes/{id} " + criterion))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATCH /patients/{id} leaves fields unchanged that are not in the body",
                "PATCH /patients/{id} keeps the values of fields that are not sent",
                "Fields that are not sent keep their values",
                "PATCH /patients/{id} changes only the fields that are sent"
            })
    @Tag("structured-reading#AC-11")
    void each_field_that_is_not_sent_is_left_out_in_a_case_and_stays(String criterion) {
        assertThat(CHANGING.criterion(criterion))
                .isEqualTo(
                        "Without[fields=[email, phone]] -> FieldsKept[names=[email, phone]] ; "
                                + "Without[fields=[fullName, email]] -> FieldsKept[names=[fullName, email]]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PATCH /patients/{id} clears `phone` when it is null               | ValueIs[field=phone, value=null] -> FieldIs[name=phone, value=null]
                    PATCH /patients/{id} keeps `phone` when it is not sent            | Without[fields=[phone]] -> FieldsKept[names=[phone]]
                    PATCH /patients/{id} returns 409 when another patient has this email              | Duplicate[field=email] -> Status[code=409]
                    PATCH /patients/{id} returns 409 when a different patient already uses the email  | Duplicate[field=email] -> Status[code=409]
                    PATCH /patients/{id} returns 409 when the email belongs to someone else           | Duplicate[field=email] -> Status[code=409]
                    """)
    @Tag("structured-reading#AC-12")
    void it_is_the_field_that_is_named_and_what_another_one_has_is_taken(
            String criterion, String expected) {
        assertThat(CHANGING.criterion(criterion)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    stores `refills` as 0 when it is not given                  | Without[fields=[refills]] -> FieldIs[name=refills, value=0]
                    uses 0 for `refills` when `refills` is missing              | Without[fields=[refills]] -> FieldIs[name=refills, value=0]
                    returns 201 and sets `refills` to 0 when `refills` is not given | Without[fields=[refills]] -> Status[code=201], FieldIs[name=refills, value=0]
                    sets `issuedAt` to the time of the request                  | Valid -> FieldIsNow[name=issuedAt]
                    returns 201 with `issuedAt` set to the current time         | Valid -> Status[code=201], FieldIsNow[name=issuedAt]
                    returns 422 when `dose` has three decimal places            | InvalidFields[fields=[BrokenField[name=dose, how=WRONG_FORM]]] -> Status[code=422]
                    returns 422 when `dose` has more than 2 decimal places      | InvalidFields[fields=[BrokenField[name=dose, how=WRONG_FORM]]] -> Status[code=422]
                    returns 422 when `dose` has too many decimals               | InvalidFields[fields=[BrokenField[name=dose, how=WRONG_FORM]]] -> Status[code=422]
                    returns 422 when `dose` is 0 or negative                    | ValueIs[field=dose, value=-1] -> Status[code=422] ; ValueIs[field=dose, value=0] -> Status[code=422]
                    returns 422 when `dose` is not positive                     | InvalidFields[fields=[BrokenField[name=dose, how=TOO_SMALL]]] -> Status[code=422]
                    returns 403 when another doctor asks                        | ForeignResource -> Status[code=403]
                    returns 403 for any other doctor                            | ForeignResource -> Status[code=403]
                    """)
    @Tag("structured-reading#AC-12")
    void values_that_are_set_and_ways_to_be_wrong_are_read(String criterion, String expected) {
        assertThat(ISSUING.criterion("POST /visits/{id}/prescriptions " + criterion))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 422 when `dose` has two decimal places",
                "returns 422 when `dose` has more than 3 decimal places",
                "returns 422 when `refills` has three decimal places",
                "stores `refills` as 0 and `medicine` as x when it is not given"
            })
    @Tag("structured-reading#AC-12")
    void what_breaks_no_rule_or_is_not_clear_stays_unread(String criterion) {
        assertThat(ISSUING.criterion("POST /visits/{id}/prescriptions " + criterion))
                .isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- The visit must be `HELD`",
                "- The visit must be in status `HELD`.",
                "- The status of the visit has to be `HELD`."
            })
    @Tag("structured-reading#AC-13")
    void a_state_that_a_thing_must_have_is_read(String requirement) {
        assertThat(ISSUING.requirement(requirement)).isEqualTo("OnlyIn[states=[HELD]]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    - Access: the ticket's agent                       | permission Owner ; BelongsTo[name=agent] ; OwnedThrough[thing=ticket]
                    - Access: the agent of the ticket                  | permission Owner ; BelongsTo[name=agent] ; OwnedThrough[thing=ticket]
                    - Access: its agent or role `LEAD`                 | permission OwnerOrRoles[roles=[LEAD]] ; BelongsTo[name=agent]
                    - Access: the ticket's owner                       | permission Owner
                    - Lists: only the agent's own; role `LEAD` sees all | permission OwnerOrRoles[roles=[LEAD]] ; ListsOnlyOwn ; BelongsTo[name=agent]
                    - Lists: own, all for role `LEAD`                  | permission OwnerOrRoles[roles=[LEAD]] ; ListsOnlyOwn
                    - Access: the ticket's agent during office hours   | unread
                    - Access: the ticket's agent and role `LEAD`       | unread
                    - Lists: own; most for role `LEAD`                 | unread
                    """)
    @Tag("structured-reading#AC-13")
    void whose_a_thing_is_and_who_sees_all_is_read(String line, String expected) {
        assertThat(SPARE.requirement(line)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    returns 200 and the doctor's visits, sorted by `startsAt`                          | Valid -> Status[code=200], OnlyOwn, SortedBy[name=startsAt, direction=ASCENDING]
                    returns 200 and all visits when an ADMIN asks                                      | WithRole[roles=[ADMIN]] -> Status[code=200], ResourceList
                    returns 200 and the visits of all doctors when the caller is an ADMIN              | WithRole[roles=[ADMIN]] -> Status[code=200], ResourceList
                    returns only visits from `from` on when `from` is given                            | FilteredBy[parameter=from] -> OnlyMatching[words=only visits from from on]
                    returns only visits that start before `to` when `to` is given                      | FilteredBy[parameter=to] -> OnlyMatching[words=only visits that start before to]
                    returns 200 and only visits between `from` and `to` when `from` and `to` are given | FiltersCombined[parameters=[from, to]] -> Status[code=200], OnlyMatching[words=only visits between from and to]
                    returns only visits from `from` until `to` when `from` and `to` are given          | FiltersCombined[parameters=[from, to]] -> Status[code=200], OnlyMatching[words=only visits from from until to]
                    returns 400 when `status` has an unknown value                                     | InvalidFields[fields=[BrokenField[name=status, how=NOT_ALLOWED]]] -> Status[code=400]
                    returns 200 and an empty list when there are no visits on that day                 | NothingThere -> Status[code=200], EmptyList
                    returns the visits of all doctors when an ADMIN asks                               | WithRole[roles=[ADMIN]] -> Status[code=200], ResourceList
                    returns 200 and all visits when a MANAGER asks                                     | unread
                    returns 200 and all visits when a manager asks                                     | unread
                    """)
    @Tag("structured-reading#AC-14")
    void what_a_list_shows_to_whom_and_between_which_bounds_is_read(
            String criterion, String expected) {
        assertThat(LISTING.criterion("GET /visits " + criterion)).isEqualTo(expected);
    }
}
