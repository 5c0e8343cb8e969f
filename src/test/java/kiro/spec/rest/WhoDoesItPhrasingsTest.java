package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who does what the path ends in, beside what else a criterion is about.
class WhoDoesItPhrasingsTest {
    private static final Phrasing APPROVING =
            new Phrasing(
                    """
                    # Application approve

                    ## Requirements

                    - Endpoint: `POST /applications/{id}/approve`
                    - Authentication: bearer token
                    - Access: role `COORDINATOR`
                    - State before: `SUBMITTED`
                    - State after: `APPROVED`

                    Response fields:

                    | Field | Type | Meaning |
                    |---|---|---|
                    | `id` | integer | |
                    | `status` | string | `SUBMITTED`, `APPROVED` or `REJECTED` |

                    ## Acceptance Criteria

                    - [ ] AC-1: POST /applications/{id}/approve returns 200 and the application when the request is valid
                    {criterion}
                    """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GIVEN no application with that id WHEN a coordinator approves it THEN the response is 404",
                "GIVEN no application with this id WHEN a coordinator approves it THEN the response is 404",
                "returns 404 when no application has this id when a coordinator approves it"
            })
    @Tag("structured-reading#AC-49")
    void those_who_may_do_it_are_no_more_to_say_where_nothing_is_there(String criterion) {
        assertThat(APPROVING.criterion(criterion))
                .isEqualTo("MissingResource[noun=application] -> Status[code=404]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GIVEN a submitted application WHEN a keeper approves it THEN the response is 403",
                "returns 403 when a keeper approves it",
                "returns 403 when a keeper who is no coordinator approves it"
            })
    @Tag("structured-reading#AC-49")
    void somebody_else_who_does_it_has_another_role(String criterion) {
        assertThat(APPROVING.criterion(criterion))
                .isEqualTo("WithRole[roles=[keeper]] -> Status[code=403]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a keeper who is no coordinator → 403         | WithoutRole[roles=[coordinator]] -> Status[code=403]
                    A keeper who is no coordinator gets 403      | WithoutRole[roles=[coordinator]] -> Status[code=403]
                    """)
    @Tag("structured-reading#AC-49")
    void those_without_the_role_lack_it(String criterion, String reading) {
        assertThat(APPROVING.criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GIVEN no application with that id WHEN a keeper approves it THEN the response is 403",
                "GIVEN no application with that id WHEN a keeper approves it THEN the response is 404",
                "returns 404 when no coordinator has this id",
                "returns 404 when no application has this id and nobody is a coordinator",
                "returns 403 when a keeper who is no manager approves it",
                "returns 403 when a keeper approves it on Sundays",
                "returns 403 when an approval fails"
            })
    @Tag("structured-reading#AC-49")
    void who_does_something_else_is_unread(String criterion) {
        assertThat(APPROVING.criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }
}
