package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is set back, and what is cleared.
class ResetPhrasingsTest {
    private static final Phrasing TICKETS =
            new Phrasing(
                    """
                    # Ticket reopening

                    ## Requirements

                    - Endpoint: `POST /tickets/{id}/reopen`
                    - Authentication: HTTP basic
                    - Access: owner or role `ADMIN`
                    - Owner: `owner`
                    - State before: `CLOSED`
                    - State after: `OPEN`
                    {requirement}

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `reason` | string | yes | 3 to 200 characters |
                    | `code` | string | no | exactly 6 digits |

                    Response fields:

                    | Field | Type | Meaning |
                    |---|---|---|
                    | `id` | integer | |
                    | `status` | string | |
                    | `assignee` | string | |
                    | `closedAt` | timestamp | |
                    | `reopenedAt` | timestamp | |
                    | `reopenedBy` | string | |

                    ## Acceptance Criteria

                    - [ ] AC-1: POST /tickets/{id}/reopen for an unknown ticket returns 404
                    {criterion}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sets `status` back to `OPEN`                                    | Valid -> FieldIs[name=status, value=OPEN]
                    sets the status back to OPEN                                    | Valid -> FieldIs[name=status, value=OPEN]
                    sets `status` back to `OPEN` and clears `closedAt`              | Valid -> FieldIs[name=status, value=OPEN], FieldIs[name=closedAt, value=null]
                    stores the current time in `reopenedAt`                         | Valid -> FieldIsNow[name=reopenedAt]
                    resets `closedAt` to null                                       | Valid -> FieldIs[name=closedAt, value=null]
                    sets `closedAt` to null                                         | Valid -> FieldIs[name=closedAt, value=null]
                    returns 200, sets `status` back to `OPEN` and clears `closedAt` | Valid -> Status[code=200], FieldIs[name=status, value=OPEN], FieldIs[name=closedAt, value=null]
                    returns 200 with `status` set back to `OPEN`                    | Valid -> Status[code=200], FieldIs[name=status, value=OPEN]
                    """)
    @Tag("endpoint-reading#AC-72")
    void what_is_set_back_is_expected(String sentence, String expected) {
        assertThat(TICKETS.criterion("POST /tickets/{id}/reopen " + sentence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    - Sets `status` back to `OPEN`.                       | SetsTo[name=status, value=OPEN]
                    - Sets `status` back to `OPEN` and clears `closedAt`. | SetsTo[name=status, value=OPEN] ; SetsTo[name=closedAt, value=null]
                    - It clears `closedAt` and `assignee`.                | SetsTo[name=closedAt, value=null] ; SetsTo[name=assignee, value=null]
                    - Clears: `closedAt`                                  | SetsTo[name=closedAt, value=null]
                    """)
    @Tag("endpoint-reading#AC-72")
    void what_is_set_back_and_cleared_is_a_fact(String sentence, String expected) {
        assertThat(TICKETS.requirement(sentence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sets `status` back to something else",
                "sets `status` nearly back to `OPEN`"
            })
    @Tag("endpoint-reading#AC-72")
    void a_doubt_is_unread(String sentence) {
        assertThat(TICKETS.criterion("POST /tickets/{id}/reopen " + sentence))
                .isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- Clears: everything",
                "- It usually clears `closedAt`.",
                "- It clears `closedAt` on Sundays.",
                "- Sets `status` back to what it was."
            })
    @Tag("endpoint-reading#AC-72")
    void a_doubt_in_a_line_is_unread(String sentence) {
        assertThat(TICKETS.requirement(sentence)).isEqualTo(Phrasing.UNREAD);
    }
}
