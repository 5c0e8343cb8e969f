package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Situations told of people, or of what cannot be done, and lines beside one another on whose a thing is.
class SubjectPhrasingsTest {
    private static final Phrasing BOOKINGS =
            new Phrasing(
                    """
                    # Booking deletion

                    ## Requirements

                    - Endpoint: `DELETE /bookings/{id}`
                    - Authentication: bearer token
                    - Access: owner or role `ADMIN`
                    - Owner: `guest`
                    {requirement}

                    ## Acceptance Criteria

                    - [ ] AC-1: DELETE /bookings/{id} without a valid token returns 401
                    {criterion}
                    """);

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

    private static final Phrasing PROFILES =
            new Phrasing(
                    """
                    # Profile

                    ## Requirements

                    - Endpoint: `PUT /profiles/{id}`
                    - Owner: owner
                    - Access: owner or role ADMIN
                    - Authentication: HTTP Basic
                    {requirement}

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `zip` | string | yes | 5 digits |
                    | `nick` | string | yes | 3-20 letters and digits |
                    | `bio` | string | no | up to 200 characters |
                    | `age` | integer | no | 18 to 120 |
                    | `level` | string | yes | one of BRONZE, SILVER or GOLD (any other value 422) |
                    | `newsletter` | boolean | no | default false |

                    Response fields: `id`, `zip`, `nick`, `bio`, `age`, `level`, `newsletter`, `updatedAt`

                    ## Acceptance Criteria

                    - [ ] AC-1: PUT /profiles/{id} without a valid token returns 401
                    {criterion}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    returns 409 when the guests are already seated       | Conflict[words=the guests are already seated, state=seated] -> Status[code=409]
                    returns 409 when the guest is checked in             | Conflict[words=the guest is checked in, state=checked in] -> Status[code=409]
                    returns 409 when the guest has checked in            | Conflict[words=the guest has checked in, state=checked in] -> Status[code=409]
                    returns 409 because a paid booking cannot be deleted | Conflict[words=a paid booking, state=paid] -> Status[code=409]
                    returns 404 when the booking was deleted before      | Repeated -> Status[code=404]
                    returns 404 when deleted before                      | Repeated -> Status[code=404]
                    returns 404 for a booking that was already deleted   | Repeated -> Status[code=404]
                    returns 403 for guests who did not make the booking  | ForeignResource -> Status[code=403]
                    """)
    @Tag("structured-reading#AC-20")
    void what_people_did_is_the_state_of_the_thing(String sentence, String expected) {
        assertThat(BOOKINGS.criterion("DELETE /bookings/{id} " + sentence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    returns 409 unless the ticket is closed            | OutOfState[words=unless the ticket is closed, state=CLOSED] -> Status[code=409]
                    returns 200 for an ADMIN who is not the owner      | WithRole[roles=[ADMIN]] -> Status[code=200]
                    returns 401 for a known user with a wrong password | Unauthenticated[credential=WRONG_PASSWORD] -> Status[code=401]
                    """)
    @Tag("structured-reading#AC-20")
    void who_and_when_not_is_read(String sentence, String expected) {
        assertThat(TICKETS.criterion("POST /tickets/{id}/reopen " + sentence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    an open ticket cannot be reopened (409)       | Conflict[words=for an open ticket, state=OPEN] -> Status[code=409]
                    an open ticket cannot be reopened again (409) | Conflict[words=for an open ticket, state=OPEN] -> Status[code=409]
                    an open ticket cannot be paid (409)           | unread
                    an open ticket cannot always be reopened (409) | unread
                    """)
    @Tag("structured-reading#AC-20")
    void what_cannot_be_done_is_a_situation(String sentence, String expected) {
        assertThat(TICKETS.criterion(sentence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- Owner: `owner`",
                "- Owner: owner",
                "- Access: the owner or an ADMIN",
                "- Only the owner of a profile or an admin may change it."
            })
    @Tag("structured-reading#AC-20")
    void the_owner_s_property_stands_beside_who_has_access(String sentence) {
        assertThat(PROFILES.requirement(sentence))
                .matches("-|permission OwnerOrRoles\\[roles=\\[admin]]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 404 when the booking was cancelled before",
                "returns 404 when it was nearly deleted before",
                "returns 409 when the caller is checked in",
                "returns 409 when the guests are rarely seated",
                "returns 409 when the room is occupied"
            })
    @Tag("structured-reading#AC-20")
    void another_subject_or_doubt_is_unread(String sentence) {
        assertThat(BOOKINGS.criterion("DELETE /bookings/{id} " + sentence))
                .isEqualTo(Phrasing.UNREAD);
    }
}
