package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Fields that hold the key of something else, and criteria in which that is not there.
class ReferencesTest {
    private static final String SPEC =
            """
            # Parcel change

            ## Requirements

            - Endpoint: `PATCH /parcels/{id}`
            - Authentication: none

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `label` | string | no | 1 to 80 characters |
            | `courierId` | integer | no | %s |
            | `kind` | string | no | `BOX` or `BAG` |

            ## Acceptance Criteria

            - [ ] AC-1: PATCH /parcels/{id} returns 200 when the body is valid
            {criterion}
            """;
    private static final Phrasing PARCELS = new Phrasing(SPEC.formatted(""));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    must be an existing courier                       | courier, status=-
                    the id of an existing courier                     | courier, status=-
                    must refer to a known driver                      | driver, status=-
                    must exist                                        | courier, status=-
                    must be an existing courier: 404 when there is none | courier, status=404
                    must be an existing courier (422 otherwise)       | -
                    an existing courier, else 422                     | courier, status=422
                    """)
    @Tag("structured-reading#AC-18")
    void a_column_says_what_a_field_refers_to(String words, String rule) {
        String read = new Phrasing(SPEC.formatted(words)).whole("");

        if (rule.equals("-")) {
            assertThat(read).contains("unread");
        } else {
            assertThat(read).contains("Refers[noun=" + rule + "]").doesNotContain("unread");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    404 | there is no such courier
                    404 | no courier has the `courierId`
                    404 | the courier does not exist
                    422 | `courierId` is not an existing courier
                    422 | `courierId` names no courier
                    409 | `courierId` is unknown
                    400 | `courierId` does not exist
                    """)
    @Tag("structured-reading#AC-18")
    void a_criterion_says_that_what_a_field_refers_to_is_not_there(int status, String situation) {
        assertThat(PARCELS.criterion(criterion(status, situation)))
                .isEqualTo(
                        "MissingReference[field=courierId, noun=courier] -> Status[code=%d]"
                                .formatted(status));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "422 when `courierId` is an existing courier",
                "404 when there is no such courier on Sundays",
                "404 when there is no such driver",
                "429 when there is no such courier",
                "404 when neither the courier nor the `label` exists"
            })
    @Tag("structured-reading#AC-18")
    void what_is_there_or_of_no_field_is_not_read(String rest) {
        assertThat(PARCELS.criterion("PATCH /parcels/{id} returns " + rest))
                .isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    404 | there is no such parcel  | MissingResource
                    422 | `courierId` is null      | ValueIs
                    422 | `kind` is unknown        | InvalidFields
                    """)
    @Tag("structured-reading#AC-18")
    void what_is_said_of_others_is_read_as_before(int status, String situation, String expected) {
        assertThat(PARCELS.criterion(criterion(status, situation))).startsWith(expected);
    }

    private static String criterion(int status, String situation) {
        return "PATCH /parcels/{id} returns " + status + " when " + situation;
    }
}
