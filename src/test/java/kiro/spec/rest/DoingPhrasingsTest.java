package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The ways in which authors say who does something, and whose it is.
class DoingPhrasingsTest {
    private static final Phrasing DELIVERING =
            new Phrasing(
                    """
                    # Job delivery

                    ## Requirements

                    - Endpoint: `POST /jobs/{id}/deliver`
                    - Authentication: session
                    - Access: owner or role `ADMIN`
                    - Owner: `translator`
                    - State before: `STARTED`
                    - State after: `DELIVERED`
                    - Rate limit: 30 requests per minute
                    {requirement}

                    Response fields:

                    | Field | Type | Meaning |
                    |---|---|---|
                    | `id` | integer | |
                    | `status` | string | `DELIVERED` |

                    ## Acceptance Criteria

                    - [ ] AC-1: POST /jobs/{id}/deliver returns 200 when the request is valid
                    {criterion}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    200 | the translator hands it in                     | Valid
                    200 | the user who created the job delivers it       | Valid
                    200 | the translator delivers a started job          | Valid
                    200 | the translator delivers a delivered job        | unread
                    200 | the user is on leave                           | unread
                    200 | another user created the job                   | unread
                    200 | the translator never hands it in               | unread
                    403 | another translator has it                      | ForeignResource
                    403 | another driver reported it                     | ForeignResource
                    403 | another user created the job                   | ForeignResource
                    403 | the job is assigned to another translator      | ForeignResource
                    403 | it was reported by another driver              | ForeignResource
                    403 | another driver may have reported it            | unread
                    403 | the user is a reviewer                         | WithRole[roles=[reviewer]]
                    403 | a bidder tries it                              | WithRole[roles=[bidder]]
                    403 | a driver tries it                              | WithRole[roles=[driver]]
                    403 | the user is a driver                           | WithRole[roles=[driver]]
                    409 | a translator has delivered it                  | Conflict[words=a translator has delivered it, state=DELIVERED]
                    429 | the user has used up the 30 requests           | OverLimit[request=-]
                    429 | the user has used up 20 requests               | unread
                    """)
    @Tag("endpoint-reading#AC-11")
    void who_does_it_and_whose_it_is_is_read(int status, String situation, String expected) {
        String criterion =
                "POST /jobs/{id}/deliver returns %d when %s".formatted(status, situation);

        assertThat(DELIVERING.criterion(criterion))
                .isEqualTo(
                        expected.equals("unread")
                                ? expected
                                : expected + " -> Status[code=" + status + "]");
    }
}
