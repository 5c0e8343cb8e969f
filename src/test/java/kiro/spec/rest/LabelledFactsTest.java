package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The lines with labels that the template has, as people fill them in.
class LabelledFactsTest {
    private static final Phrasing CLOSING =
            new Phrasing(
                    """
                    # Ticket closing

                    ## Requirements

                    - Endpoint: `POST /tickets/{id}/close`
                    {requirement}

                    ## Acceptance Criteria

                    - [ ] AC-1: POST /tickets/{id}/close for an unknown ticket returns 404
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    - Authentication: bearer token                     | authentication REQUIRED ; AuthenticatesBy[scheme=BEARER_TOKEN]
                    - **Authentication**: required (JWT)               | authentication REQUIRED ; AuthenticatesBy[scheme=BEARER_TOKEN]
                    - Auth: basic                                      | authentication REQUIRED ; AuthenticatesBy[scheme=BASIC]
                    - Auth: API key in the header `X-Desk-Key`         | authentication REQUIRED ; ShownIn[header=X-Desk-Key]
                    - Authentication: none                             | authentication NOT_REQUIRED
                    - Access: owner                                    | permission Owner
                    - Access: only the owner                           | permission Owner
                    - Access: role `AGENT`                             | permission Roles[roles=[AGENT]]
                    - Access: owner or role `AGENT`                    | permission OwnerOrRoles[roles=[AGENT]]
                    - Allowed for: AGENT, LEAD                         | permission Roles[roles=[AGENT, LEAD]]
                    - Roles: agent                                     | permission Roles[roles=[agent]]
                    - Access: any signed-in user                       | authentication REQUIRED ; AdmitsEveryone
                    - Owner: `openedBy`                                | BelongsTo[name=openedBy]
                    - Owner: the user whose id is in `openedBy`        | BelongsTo[name=openedBy]
                    - Rate limit: 20/min per user                      | limit 20 in PT1M per USER
                    - Rate limit: 5 calls every 10 seconds             | limit 5 in PT10S per NOT_STATED
                    - Rate limit: none                                 | -
                    - State before: `OPEN` or `WAITING`                | OnlyIn[states=[OPEN, WAITING]]
                    - State after: CLOSED                              | Brings[state=CLOSED]
                    - State change: `OPEN` -> `CLOSED`                 | OnlyIn[states=[OPEN]] ; Brings[state=CLOSED]
                    - Unique: `title`                                  | Unique[name=title, letters=EXACTLY]
                    - Unique: `title`, ignoring case                   | Unique[name=title, letters=IGNORING_CASE]
                    - Order: `title` ascending                         | Sorts[name=title, direction=ASCENDING]
                    - Sets: `closedAt` = now, `closedBy` = caller      | SetsField[name=closedAt, source=NOW] ; SetsField[name=closedBy, source=CALLER]
                    - Lists: only the caller's own                     | ListsOnlyOwn
                    - Hidden: `note`                                   | HidesFields[names=[note]]
                    """)
    @Tag("structured-reading#AC-3")
    void a_line_with_a_label_is_read(String line, String expected) {
        assertThat(CLOSING.requirement(line)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- Authentication: bearer token, except from the office",
                "- Authentication: optional",
                "- Authentication: two factors",
                "- Access: owner and role `AGENT`",
                "- Access: owner, but not when on leave",
                "- Access: everyone except `AGENT`",
                "- Access: not `AGENT`",
                "- Access: owner during office hours",
                "- Access: agents mostly",
                "- Access:",
                "- Owner: whoever opened it",
                "- Owner: `openedBy` or `assignedTo`",
                "- Rate limit: about 20 per minute",
                "- Rate limit: 20 per minute and 100 per hour",
                "- Rate limit: 20",
                "- State before: anything but `CLOSED`",
                "- State after: `CLOSED` or `DONE`",
                "- Unique: `title` per owner",
                "- Order: as it comes",
                "- Sets: `closedAt` = tomorrow",
                "- Lists: own and shared",
                "- Hidden: `note` for guests"
            })
    @Tag("structured-reading#AC-4")
    void a_value_with_a_word_of_no_use_in_its_line_is_unread(String line) {
        assertThat(CLOSING.requirement(line)).isEqualTo(Phrasing.UNREAD);
    }
}
