package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Roles that alone may ask for a list, of which some see all of it.
class ListAccessTest {
    private static final Phrasing LIST =
            new Phrasing(
                    """
                    # Ticket list

                    ## Requirements

                    - Endpoint: `GET /tickets`
                    - Authentication: bearer token
                    - Access: role `AGENT` or role `LEAD`
                    {requirement}

                    ## Acceptance Criteria

                    - [ ] AC-1: GET /tickets returns 401 when the token is missing
                    {criterion}
                    """);

    @Test
    @Tag("structured-reading#AC-62")
    void who_sees_all_is_one_of_those_who_may_ask() {
        assertThat(LIST.requirement("- Lists: only the agent's own; role `LEAD` sees all"))
                .isEqualTo("ListsOnlyOwn ; BelongsTo[name=agent] ; Exempts[roles=[LEAD]]");
    }

    @Test
    @Tag("structured-reading#AC-62")
    void one_who_sees_all_and_may_not_ask_contradicts_it() {
        assertThat(LIST.requirement("- Lists: only the agent's own; role `AUDITOR` sees all"))
                .isEqualTo(Phrasing.UNREAD);
    }
}
