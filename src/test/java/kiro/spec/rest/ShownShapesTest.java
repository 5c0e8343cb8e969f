package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The form of a text, told part by part, with a value that shows it.
class ShownShapesTest {
    private static EndpointReading read(String constraint) {
        return new EndpointReader()
                .read(
                        Phrasing.parsed(
                                """
                                # Buoy

                                ## Requirements

                                - Endpoint: `POST /buoys`

                                Request fields:

                                | Field | Type | Required | Constraints |
                                |---|---|---|---|
                                | `code` | string | yes | %s |

                                ## Acceptance Criteria

                                - [ ] AC-1: POST /buoys returns 201 when the body is valid
                                """
                                        .formatted(constraint)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    two capital letters, a hyphen and four digits (`VL-0412`)      | [A-Z]{2}-[0-9]{4}
                    two capital letters, a hyphen and four digits, such as `VL-04` | [A-Z]{2}-[0-9]{4}
                    """)
    @Tag("structured-reading#AC-38")
    void are_read_with_the_value(String constraint, String expression) {
        assertThat(ReadingText.of(read(constraint)))
                .contains("Matches[expression=" + expression + "]")
                .doesNotContain("unread");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two capital letters, a hyphen and four digits (`VL-0412`, or so)",
                "two capital letters, a hyphen and four digits ()",
                "two capital letters, a hyphen and four digits (on weekdays)"
            })
    @Tag("structured-reading#AC-38")
    void are_not_read_with_more_words(String constraint) {
        assertThat(ReadingText.of(read(constraint))).contains("unread");
    }
}
