package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways in which authors say what an answer has, what is stored, and what is private.
class AnswerPhrasingsTest {
    private static final Phrasing CLAIM =
            new Phrasing(
                    """
                    # Claim verdict

                    ## Requirements

                    - `PUT /policies/{policy}/claims/{number}/verdict` sets the verdict on the claim `{number}`.
                    - Authentication is required: a bearer token.
                    - Only assessors may set a verdict.
                    {requirement}

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `verdict` | string | yes | `PAID` or `DENIED` |
                    | `reason` | string | no | at most 200 characters, such as "not covered" |

                    Response fields:

                    | Field | Type | Meaning |
                    |---|---|---|
                    | `number` | integer | the claim |
                    | `status` | string | `FILED`, `PAID` or `DENIED` |
                    | `verdictReason` | string or null | the reason |
                    | `assessor` | string | who set it |
                    | `settledAt` | timestamp | when it was settled |

                    ## Acceptance Criteria

                    - [ ] AC-1: A request without a valid token returns 401
                    {criterion}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PUT /policies/{policy}/claims/{number}/verdict with `PAID` returns 200 and the claim in the status `PAID` | ValueIs[field=verdict, value=PAID] -> Status[code=200], Resource, FieldIs[name=status, value=PAID]
                    PUT /policies/{policy}/claims/{number}/verdict with `PAID` by an assessor returns 200 and the claim whose status is `PAID` | ValueIs[field=verdict, value=PAID] -> Status[code=200], Resource, FieldIs[name=status, value=PAID]
                    PUT /policies/{policy}/claims/{number}/verdict with `DENIED` and a reason stores the status, the reason and `settledAt` | ValueIs[field=verdict, value=DENIED] -> StoresFields[names=[status, reason, settledAt]]
                    PUT /policies/{policy}/claims/{number}/verdict with the value `DENIED` returns 200 and the claim with all response fields | ValueIs[field=verdict, value=DENIED] -> Status[code=200], Resource
                    The new status and `settledAt` are stored | Valid -> StoresFields[names=[status, settledAt]]
                    A valid request returns 200 and the claim with its `settledAt` | Valid -> Status[code=200], Resource, HasFields[names=[settledAt]]
                    A valid request returns 200 and the claim, with the caller as `assessor` | Valid -> Status[code=200], Resource, FieldIsCaller[name=assessor, whateverIsSent=false]
                    A valid request returns 200 and the claim whose `assessor` is the caller | Valid -> Status[code=200], Resource, FieldIsCaller[name=assessor, whateverIsSent=false]
                    A valid request returns 200 and the claim whose `verdictReason` is `none` | Valid -> Status[code=200], Resource, FieldIs[name=verdictReason, value=none]
                    A valid request is answered with 200 and the claim with exactly the response fields listed above | Valid -> Status[code=200], Resource
                    """)
    @Tag("endpoint-reading#AC-68")
    void what_is_answered_and_stored_is_read(String criterion, String expected) {
        assertThat(CLAIM.criterion(criterion)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PUT /policies/{policy}/claims/{number}/verdict with any other verdict, `FILED` included, returns 400 | InvalidFields[fields=[BrokenField[name=verdict, how=NOT_ALLOWED]]] -> Status[code=400] ; ValueIs[field=verdict, value=FILED] -> Status[code=400]
                    PUT /policies/{policy}/claims/{number}/verdict with another verdict, such as `FILED`, returns 400 | InvalidFields[fields=[BrokenField[name=verdict, how=NOT_ALLOWED]]] -> Status[code=400] ; ValueIs[field=verdict, value=FILED] -> Status[code=400]
                    PUT /policies/{policy}/claims/{number}/verdict with any other value for `verdict` returns 400 | InvalidFields[fields=[BrokenField[name=verdict, how=NOT_ALLOWED]]] -> Status[code=400]
                    PUT /policies/{policy}/claims/{number}/verdict with a verdict other than `PAID` or `DENIED` returns 400 | InvalidFields[fields=[BrokenField[name=verdict, how=NOT_ALLOWED]]] -> Status[code=400]
                    Every other verdict returns 400 | InvalidFields[fields=[BrokenField[name=verdict, how=NOT_ALLOWED]]] -> Status[code=400]
                    Any other verdict, like `FILED`, is refused with 400 | InvalidFields[fields=[BrokenField[name=verdict, how=NOT_ALLOWED]]] -> Status[code=400] ; ValueIs[field=verdict, value=FILED] -> Status[code=400]
                    """)
    @Tag("endpoint-reading#AC-68")
    void any_other_value_is_one_that_is_not_allowed(String criterion, String expected) {
        assertThat(CLAIM.criterion(criterion)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PUT /policies/{policy}/claims/{number}/verdict for an unknown policy returns 404 | MissingResource[noun=policy] -> Status[code=404]
                    A number that the policy does not have returns 404 | MissingResource[noun=claim] -> Status[code=404]
                    A number that does not exist in the policy returns 404 with the error type `no-claim` | MissingResource[noun=claim] -> Status[code=404], HasErrorCode[code=no-claim]
                    PUT /policies/{policy}/claims/{number}/verdict for a number that no claim of the policy has returns 404 with the error code `NO_CLAIM` | MissingResource[noun=claim] -> Status[code=404], HasErrorCode[code=NO_CLAIM]
                    """)
    @Tag("endpoint-reading#AC-68")
    void what_is_missing_in_the_path_is_read(String criterion, String expected) {
        assertThat(CLAIM.criterion(criterion)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    - The status of the claim becomes the verdict.        | SetsFrom[name=status, field=verdict]
                    - The sent verdict becomes the status of the claim.   | SetsFrom[name=status, field=verdict]
                    - The verdict is stored as the status.                | SetsFrom[name=status, field=verdict]
                    - The status is set to the verdict of the request.    | SetsFrom[name=status, field=verdict]
                    - The claim takes the verdict as its new status.      | SetsFrom[name=status, field=verdict]
                    - The state becomes the given verdict.                | SetsFrom[name=state, field=verdict]
                    """)
    @Tag("endpoint-reading#AC-68")
    void a_property_that_gets_what_is_sent_under_another_name_is_read(
            String requirement, String expected) {
        assertThat(CLAIM.requirement(requirement)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- `payout` is private: never in a response and never in the log.",
                "- `payout` is confidential: it is never part of a response and never written to the log.",
                "- `payout` is never returned and never logged.",
                "- `payout` is never shown or logged.",
                "- `payout` appears neither in a response nor in the log.",
                "- `payout` must not appear in a response or in the log."
            })
    @Tag("endpoint-reading#AC-68")
    void what_is_private_is_neither_answered_nor_logged(String requirement) {
        assertThat(CLAIM.requirement(requirement))
                .isEqualTo("HidesFields[names=[payout]] ; DoesNotLog[names=[payout]]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- The claim is stored with the id of the assessor who sent it.",
                "- The id of the caller is stored with the claim.",
                "- The claim records the caller.",
                "- The new claim is saved with the name of the signed-in user.",
                "- The claim keeps the id of the assessor who made the request.",
                "- The claim is stored with the account of the assessor who wrote it."
            })
    @Tag("endpoint-reading#AC-68")
    void who_sent_it_is_stored(String requirement) {
        assertThat(CLAIM.requirement(requirement)).startsWith("BelongsTo[name=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- The note and the time of the verdict do not show up in the other endpoints.",
                "- The existing endpoints keep their behaviour and have no limit.",
                "- The response of `GET /policies/{policy}` keeps its fields.",
                "- No other endpoint shows the reason.",
                "- The existing responses do not get the new fields.",
                "- The other endpoints have no limit."
            })
    @Tag("endpoint-reading#AC-68")
    void what_is_said_of_other_endpoints_needs_no_code(String requirement) {
        assertThat(CLAIM.requirement(requirement)).isIn("KeepsExistingBehaviour", "-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUT /policies/{policy}/claims/{number}/verdict with `LOST` returns 200",
                "PUT /policies/{policy}/claims/{number}/verdict with any other reason returns 400",
                "PUT /policies/{policy}/claims/{number}/verdict with a verdict other than `PAID` returns 400",
                "A valid request returns 200 and the claim with most response fields",
                "A valid request stores the colour",
                "A valid request returns 200 and the claim, with the caller or the owner as `assessor`"
            })
    @Tag("endpoint-reading#AC-68")
    void what_only_looks_alike_is_unread(String criterion) {
        assertThat(CLAIM.criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- `payout` is private: never in a response unless an admin asks.",
                "- The status of the claim becomes what fits the verdict.",
                "- The claim is stored with the name of the policy.",
                "- The reason shows up in the other endpoints only for admins.",
                "- The other endpoints have a limit."
            })
    @Tag("endpoint-reading#AC-68")
    void a_requirement_that_only_looks_alike_is_unread(String requirement) {
        assertThat(CLAIM.requirement(requirement)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "when it was settled",
                "when the claim was last changed",
                "the time at which the claim was filed",
                "null until it is settled",
                "null while the claim is filed",
                "null if there is none",
                "null for a filed claim",
                "null when it was never paid"
            })
    @Tag("endpoint-reading#AC-68")
    void what_is_said_beside_a_field_of_the_answer_explains_it(String gloss) {
        assertThat(withGloss(gloss).unread()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "when the caller is authenticated",
                "null unless the caller is trusted",
                "null for other assessors",
                "null for a viewer",
                "only when it was settled"
            })
    @Tag("endpoint-reading#AC-68")
    void what_says_for_whom_a_field_of_the_answer_is_explains_nothing(String gloss) {
        assertThat(withGloss(gloss).unread()).isNotEmpty();
    }

    private static EndpointReading withGloss(String gloss) {
        return new EndpointReader()
                .read(
                        Phrasing.parsed(
                                """
                                # Claim read

                                ## Requirements

                                - `GET /claims/{id}` returns the claim `{id}`.

                                Response fields:

                                - `id` (integer): the claim
                                - `settledAt` (timestamp or null): %s

                                ## Acceptance Criteria

                                - [ ] AC-1: GET /claims/{id} for an unknown claim returns 404
                                """
                                        .formatted(gloss)));
    }
}
