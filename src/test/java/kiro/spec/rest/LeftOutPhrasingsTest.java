package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways in which authors say what an endpoint is not to do, and what goes wrong because of other things.
class LeftOutPhrasingsTest {
    private static final Phrasing ACCEPTING =
            new Phrasing(
                    """
                    # Talk acceptance

                    ## Requirements

                    - Endpoint: `POST /talks/{id}/accept`
                    - Authentication: bearer token
                    - Access: role `CHAIR`
                    - State before: `SUBMITTED`
                    - State after: `ACCEPTED`
                    {requirement}

                    ## Acceptance Criteria

                    - [ ] AC-1: A request without a token returns 401
                    {criterion}
                    """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The other endpoints stay as they are.",
                "No paging for now.",
                "No pagination.",
                "No caching is needed.",
                "No mail is sent.",
                "No e-mail is sent to the speaker.",
                "No audit log yet.",
                "There is no undo.",
                "No background jobs.",
                "Nothing is deleted in cascade.",
                "A refused request changes nothing.",
                "A rejected request leaves everything as it was.",
                "Nothing changes when the request is refused.",
                "An accepted talk stays stored.",
                "Reviews of an accepted talk stay readable.",
                "Talks are read with `GET /talks/{id}`, which does not change.",
                "Notifications are out of scope.",
                "Notifying the speaker is not part of this spec.",
            })
    @Tag("endpoint-reading#AC-64")
    void what_is_left_out_needs_no_code(String requirement) {
        assertThat(ACCEPTING.requirement("- " + requirement)).isEqualTo("-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No two talks may have the same title.",
                "No more than 5 talks per speaker.",
                "No talk is accepted without a review.",
                "No talk with fewer than two reviews for now.",
                "No duplicate titles for now.",
                "No one but the chair accepts talks for now.",
                "No speaker may accept a talk yet.",
                "No mail is sent before the talk is accepted.",
                "A deleted talk stays stored.",
                "A refused request changes nothing but the time.",
            })
    @Tag("endpoint-reading#AC-64")
    void what_could_ask_for_something_is_named(String requirement) {
        assertThat(ACCEPTING.requirement("- " + requirement)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    POST /talks/{id}/accept returns 409 when the talk is a draft              | Conflict[words=the talk is a draft, state=draft] -> Status[code=409]
                    POST /talks/{id}/accept returns 409 when the talk is still a draft        | Conflict[words=the talk is still a draft, state=draft] -> Status[code=409]
                    POST /talks/{id}/accept returns 409 when it is only a draft               | Conflict[words=it is only a draft, state=draft] -> Status[code=409]
                    POST /talks/{id}/accept returns 409 when a chair has accepted the talk    | Conflict[words=a chair has accepted the talk, state=ACCEPTED] -> Status[code=409]
                    POST /talks/{id}/accept returns 409 when a reviewer has rejected the talk | Conflict[words=a reviewer has rejected the talk, state=rejected] -> Status[code=409]
                    POST /talks/{id}/accept returns 409 when work orders of the talk exist    | HasDependents[nouns=work orders] -> Status[code=409]
                    POST /talks/{id}/accept returns 409 when the talk has open slots          | unread
                    """)
    @Tag("endpoint-reading#AC-66")
    void what_stands_in_the_way_is_read(String criterion, String expected) {
        assertThat(ACCEPTING.criterion(criterion)).isEqualTo(expected);
    }
}
