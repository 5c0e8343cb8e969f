package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is not read is named with the form in which it is.
class NearestFormsTest {
    private static final String SPEC =
            """
            # Hive treatment update

            ## Requirements

            - Endpoint: `PUT /hives/{hiveId}/treatment`
            - Authentication: bearer token
            - Access: owner
            - Rate limit: 20 requests per minute per user
            - Unique: `batch`
            %s

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `agent` | string | yes | 1 to 80 characters |
            | `dose` | integer | yes | 1 to 50 |
            | `batch` | string | yes | 1 to 20 characters |

            ## Acceptance Criteria

            - [ ] AC-1: PUT /hives/{hiveId}/treatment returns %s
            """;

    private static List<UnreadSentence> unread(String requirement, String criterion) {
        String text = SPEC.formatted(requirement, criterion);
        return new EndpointReader().read(Phrasing.parsed(text)).unread();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    200 on Tuesdays                      | 200 when the body is valid
                    401 for whoever comes at night       | 401 when the request has no valid token
                    403 for inspectors at times          | 403 when the hive belongs to another user
                    404 when the hive has swarmed        | 404 when the hive does not exist
                    409 when two keepers race            | 409 when another hive has the same `batch` already
                    422 when `dose` would kill the bees  | 422 when `dose` is above 50
                    422 when it looks odd                | 422 when fields are invalid
                    400 when the body is in Latin        | 400 when the body is not JSON
                    429 when the server is tired         | 429 when the user is over the limit
                    """)
    @Tag("structured-reading#AC-5")
    void a_criterion_gets_the_form_for_its_status_and_that_form_is_read(
            String criterion, String form) {
        UnreadSentence sentence = unread("", criterion).getFirst();

        assertThat(sentence.form().orElseThrow())
                .isEqualTo("PUT /hives/{hiveId}/treatment returns " + form);
        assertThat(unread("", form)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    - Keepers must sign in, more or less            | - Authentication: bearer token
                    - Only friends of the keeper have a say         | - Access: owner, or - Access: role `ADMIN`
                    - A keeper is throttled at some point           | - Rate limit: 10 requests per minute per user
                    - Batches are unique among friends              | - Unique: `name`
                    - It cannot be done until the hive has settled  | - State before: `OPEN` and - State after: `CLOSED`
                    - Sorting is a matter of taste                  | - Order: `name` ascending
                    - The treatment is stamped automatically        | - Sets: `createdAt` = now, `createdBy` = caller
                    """)
    @Tag("structured-reading#AC-5")
    void a_requirement_gets_the_line_for_what_it_is_about(String requirement, String form) {
        assertThat(unread(requirement, "404 when the hive does not exist"))
                .extracting(one -> one.form().orElseThrow())
                .containsExactly(form);
    }

    @Test
    @Tag("structured-reading#AC-5")
    void a_row_that_is_not_read_gets_a_row() {
        String row =
                "\n| Field | Type | Constraints |\n|---|---|---|\n| `queen` | string | as she likes |";

        assertThat(unread("\nRequest fields:\n" + row, "404 when the hive does not exist"))
                .extracting(one -> one.form().orElseThrow())
                .containsExactly(
                        "a row of a table: | `name` | string | yes | 1 to 50 characters |");
    }
}
