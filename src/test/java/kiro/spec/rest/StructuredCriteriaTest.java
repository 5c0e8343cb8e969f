package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Criteria of the form "METHOD /path returns STATUS when ...", whatever the words of the situation.
class StructuredCriteriaTest {
    private static final Phrasing TREATING =
            new Phrasing(
                    """
                    # Hive treatment update

                    ## Requirements

                    - Endpoint: `PUT /hives/{hiveId}/treatment`
                    - Authentication: bearer token
                    - Access: owner
                    - Owner: `keeperId`
                    - Rate limit: 20 requests per minute per user
                    - State before: `ACTIVE`
                    - State after: `TREATED`
                    - Unique: `batch`

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `agent` | string | yes | 1 to 80 characters |
                    | `dose` | integer | yes | 1 to 50 |
                    | `kind` | string | yes | `ACID` or `THYMOL` |
                    | `batch` | string | yes | 1 to 20 characters |
                    | `remark` | string | no | at most 200 characters |
                    | `water` | integer | yes | 100 to 500 |
                    | `until` | date | yes | not in the past |

                    ## Acceptance Criteria

                    {criterion}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    200 | the keeper updates a hive of theirs           | Valid
                    200 | everything is in order                        | Valid
                    200 | the hive is `ACTIVE` and all fields are valid | Valid
                    401 | the sender does not say who they are          | Unauthenticated[credential=MISSING]
                    401 | nobody is signed in                           | Unauthenticated[credential=MISSING]
                    401 | the keeper sends no bearer token at some hive | Unauthenticated[credential=MISSING]
                    401 | the caller presents a forged token            | Unauthenticated[credential=INVALID]
                    401 | the token was never issued                    | Unauthenticated[credential=INVALID]
                    401 | a proper token is absent                      | Unauthenticated[credential=MISSING_OR_INVALID]
                    401 | the token is left out or made up              | Unauthenticated[credential=MISSING_OR_INVALID]
                    403 | the hive belongs to a different keeper        | ForeignResource
                    403 | the keeper does not own the hive              | ForeignResource
                    403 | a stranger tries it                           | ForeignResource
                    403 | a non-owner touches the hive                  | ForeignResource
                    403 | the hive is not theirs                        | ForeignResource
                    404 | no hive carries that number                   | MissingResource[noun=hive]
                    404 | `{hiveId}` matches nothing                    | MissingResource[noun=-]
                    404 | a hive of this id never existed               | MissingResource[noun=hive]
                    409 | the hive has already been treated             | Conflict[words=the hive has already been treated, state=TREATED]
                    409 | the hive is in any other state                | OutOfState[words=the hive is in any other state, state=ACTIVE]
                    409 | the hive is no longer active                  | OutOfState[words=the hive is no longer active, state=ACTIVE]
                    409 | another hive has the same `batch` already     | Duplicate[field=batch]
                    422 | `agent` was left empty                        | LengthIs[field=agent, length=0]
                    422 | `agent` has only blanks for a value           | InvalidFields[fields=[BrokenField[name=agent, how=BLANK]]]
                    422 | `agent` was left blank                        | InvalidFields[fields=[BrokenField[name=agent, how=BLANK]]]
                    422 | `agent` is not given                          | InvalidFields[fields=[BrokenField[name=agent, how=MISSING]]]
                    422 | the body leaves out `dose`                    | InvalidFields[fields=[BrokenField[name=dose, how=MISSING]]]
                    422 | `agent` exceeds 80 characters                 | InvalidFields[fields=[BrokenField[name=agent, how=TOO_LONG]]]
                    422 | `dose` lies above 50                          | InvalidFields[fields=[BrokenField[name=dose, how=TOO_LARGE]]]
                    422 | `dose` is above 50                            | InvalidFields[fields=[BrokenField[name=dose, how=TOO_LARGE]]]
                    422 | `dose` is outside 1 to 50                     | InvalidFields[fields=[BrokenField[name=dose, how=TOO_SMALL]]] ; InvalidFields[fields=[BrokenField[name=dose, how=TOO_LARGE]]]
                    422 | the value of `dose` is 0                      | ValueIs[field=dose, value=0]
                    422 | `dose` is not a number                        | InvalidFields[fields=[BrokenField[name=dose, how=WRONG_FORM]]]
                    422 | `kind` is none of the listed values           | InvalidFields[fields=[BrokenField[name=kind, how=NOT_ALLOWED]]]
                    422 | the value `OIL` is given for `kind`           | ValueIs[field=kind, value=OIL]
                    422 | some field violates its rule                  | InvalidFields[fields=]
                    400 | the body cannot be parsed                     | MalformedBody
                    400 | the payload is not JSON                       | MalformedBody
                    400 | `{hiveId}` is not a number                    | MalformedId
                    401 | the farmhand shows no token                  | Unauthenticated[credential=MISSING]
                    422 | the farmhand forgets `dose`                  | InvalidFields[fields=[BrokenField[name=dose, how=MISSING]]]
                    422 | `until` lies in the past                     | InvalidFields[fields=[BrokenField[name=until, how=NOT_ALLOWED]]]
                    404 | nobody ever registered a hive under this number | MissingResource[noun=hive]
                    409 | the hive was treated before                  | Conflict[words=the hive was treated, state=TREATED]
                    409 | the farmhand has treated the hive already      | Conflict[words=the farmhand has treated the hive already, state=TREATED]
                    409 | the hive is not in the state ACTIVE            | OutOfState[words=the hive is not in the state ACTIVE, state=ACTIVE]
                    409 | the hive is treated or archived                | Conflict[words=the hive is treated or archived, state=TREATED] ; Conflict[words=the hive is treated or archived, state=archived]
                    409 | the hive was sold, merged or lost          | Conflict[words=the hive was sold, merged or lost, state=sold] ; Conflict[words=the hive was sold, merged or lost, state=merged] ; Conflict[words=the hive was sold, merged or lost, state=lost]
                    409 | the hive has already been treated or merged    | Conflict[words=the hive has already been treated or merged, state=TREATED] ; Conflict[words=the hive has already been treated or merged, state=merged]
                    422 | `dose` is zero                                 | ValueIs[field=dose, value=0]
                    422 | `water` is less than 100                       | InvalidFields[fields=[BrokenField[name=water, how=TOO_SMALL]]]
                    422 | `dose` is not in the range                     | InvalidFields[fields=[BrokenField[name=dose, how=TOO_SMALL]]] ; InvalidFields[fields=[BrokenField[name=dose, how=TOO_LARGE]]]
                    403 | the account is a colleague's                   | ForeignResource
                    429 | the farmhand goes over the limit             | OverLimit[request=-]
                    429 | the keeper has spent all 20 requests of the minute | OverLimit[request=-]
                    429 | it is the 21st request within a minute        | OverLimit[request=21]
                    429 | the caller sends too many requests            | OverLimit[request=-]
                    """)
    @Tag("structured-reading#AC-1")
    @Tag("structured-reading#AC-15")
    void a_situation_is_read_by_its_status_and_what_the_spec_states(
            String status, String situation, String expected) {
        String read =
                TREATING.criterion(
                        "PUT /hives/{hiveId}/treatment returns %s when %s"
                                .formatted(status, situation));

        assertThat(read.replace(" -> Status[code=%s]".formatted(status), "")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The answer to PUT /hives/{hiveId}/treatment is whatever",
                "PUT /hives/{hiveId}/treatment does not return 401 when nobody is signed in",
                "PUT /hives/{hiveId}/treatment never returns 401 when nobody is signed in",
                "PUT /hives/{hiveId}/treatment may return 401 when nobody is signed in",
                "PUT /hives/{hiveId}/treatment should usually return 401 when nobody is signed in",
                "PUT /hives/{hiveId}/treatment returns 401 or 403 when nobody is signed in",
                "PUT /hives/{hiveId}/treatment returns 401 when nobody is signed in, except at night",
                "PUT /hives/{hiveId}/treatment returns 401 when the token was revoked",
                "PUT /hives/{hiveId}/treatment returns 401 when the password is wrong",
                "PUT /hives/{hiveId}/treatment returns 401 when the token is not missing",
                "PUT /hives/{hiveId}/treatment returns 401 when the keeper has left the club",
                "PUT /hives/{hiveId}/treatment returns 401 when the token is known",
                "PUT /hives/{hiveId}/treatment returns 401 when the keeper is signed in",
                "PUT /hives/{hiveId}/treatment returns 401 when the keeper is not anonymous",
                "PUT /hives/{hiveId}/treatment returns 403 when the keeper is suspended",
                "PUT /hives/{hiveId}/treatment returns 403 when the hive belongs to the keeper",
                "PUT /hives/{hiveId}/treatment returns 403 when the hive is not another keeper's",
                "PUT /hives/{hiveId}/treatment returns 403 when the caller is no inspector",
                "PUT /hives/{hiveId}/treatment returns 403 when the hive stands in another country",
                "PUT /hives/{hiveId}/treatment returns 403 when the hive is treated",
                "PUT /hives/{hiveId}/treatment returns 404 when the hive exists",
                "PUT /hives/{hiveId}/treatment returns 404 when the hive is archived",
                "PUT /hives/{hiveId}/treatment returns 404 when the hive is not unknown",
                "PUT /hives/{hiveId}/treatment returns 404 when the hive has no treatment",
                "PUT /hives/{hiveId}/treatment returns 404 when the hive has no queen",
                "PUT /hives/{hiveId}/treatment returns 404 when the hive is not active",
                "PUT /hives/{hiveId}/treatment returns 409 when the same `agent` is used twice",
                "PUT /hives/{hiveId}/treatment returns 409 when nobody has the same `batch`",
                "PUT /hives/{hiveId}/treatment returns 409 when the `batch` is used already in lower case",
                "PUT /hives/{hiveId}/treatment returns 422 when `agent` exceeds 90 characters",
                "PUT /hives/{hiveId}/treatment returns 422 when `dose` is above 40",
                "PUT /hives/{hiveId}/treatment returns 422 when `dose` is not above 50",
                "PUT /hives/{hiveId}/treatment returns 422 when `dose` is larger than `agent`",
                "PUT /hives/{hiveId}/treatment returns 422 when `dose` is outside 1 to 60",
                "PUT /hives/{hiveId}/treatment returns 422 when `remark` is missing",
                "PUT /hives/{hiveId}/treatment returns 422 when `agent` is a number of the wrong form",
                "PUT /hives/{hiveId}/treatment returns 422 when `agent` is not blank",
                "PUT /hives/{hiveId}/treatment returns 422 when `agent` and `dose` are missing",
                "PUT /hives/{hiveId}/treatment returns 422 when `agent` is missing on Sundays",
                "PUT /hives/{hiveId}/treatment returns 422 when `weight` is missing",
                "PUT /hives/{hiveId}/treatment returns 422 when the body is in order",
                "PUT /hives/{hiveId}/treatment returns 422 when no field is invalid",
                "PUT /hives/{hiveId}/treatment returns 400 when the body is JSON",
                "PUT /hives/{hiveId}/treatment returns 400 when the body is not malformed",
                "PUT /hives/{hiveId}/treatment returns 400 when the body is in Latin-1",
                "PUT /hives/{hiveId}/treatment returns 429 when the keeper has spent 15 requests",
                "PUT /hives/{hiveId}/treatment returns 429 when it is the 20th request within a minute",
                "PUT /hives/{hiveId}/treatment returns 429 when more than 20 requests come within an hour",
                "PUT /hives/{hiveId}/treatment returns 429 when the limit is not exceeded",
                "PUT /hives/{hiveId}/treatment returns 429 when another keeper is over the limit",
                "PUT /hives/{hiveId}/treatment returns 200 when `remark` is skipped",
                "PUT /hives/{hiveId}/treatment returns 200 when another keeper asks",
                "PUT /hives/{hiveId}/treatment returns 200 within a second when everything is in order",
                "PUT /hives/{hiveId}/treatment returns 422 when the frame is missing `dose`",
                "PUT /hives/{hiveId}/treatment returns 422 when `until` is not in the past",
                "PUT /hives/{hiveId}/treatment returns 422 when `until` is in the future",
                "PUT /hives/{hiveId}/treatment returns 409 when the hive was treated before noon",
                "PUT /hives/{hiveId}/treatment returns 403 when the hive belongs to a different apiary",
                "PUT /hives/{hiveId}/treatment returns 409 when the payment is treated",
                "PUT /hives/{hiveId}/treatment returns 409 when the payment has failed already",
                "PUT /hives/{hiveId}/treatment returns 422 when `water` is less than 200",
                "PUT /hives/{hiveId}/treatment returns 409 when the hive is active or archived",
                "PUT /hives/{hiveId}/treatment returns 409 when the hive is treated and archived",
                "PUT /hives/{hiveId}/treatment returns 409 when the hive is treated or blue paint fell on it",
                "PUT /hives/{hiveId}/treatment returns 409 when the hive is neither treated nor archived",
                "PUT /hives/{hiveId}/treatment returns 409 when the hive is not treated or not archived",
                "PUT /hives/{hiveId}/treatment returns 503 when the database is down",
                "PUT /hives/{hiveId} returns 404 when the hive is unknown"
            })
    @Tag("structured-reading#AC-2")
    void what_the_facts_do_not_explain_is_unread(String criterion) {
        assertThat(TREATING.criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }
}
