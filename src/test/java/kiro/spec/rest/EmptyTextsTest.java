package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Texts without characters, and texts of blanks: the one breaks the least length, the other breaks it not.
class EmptyTextsTest {
    private static final Phrasing CHANGING =
            new Phrasing(
                    """
                    # Show update

                    ## Requirements

                    - Endpoint: `PATCH /shows/{id}`
                    - Authentication: none

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `title` | string | yes | 1 to 120 characters |
                    | `category` | string | no | 1 to 40 characters |
                    | `note` | string | no | at most 200 characters |

                    ## Acceptance Criteria

                    {criterion}
                    """);

    @ParameterizedTest
    @Tag("builtin-placing#AC-6")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    `category` is empty                    | LengthIs[field=category, length=0]
                    `category` is left empty               | LengthIs[field=category, length=0]
                    the `category` is empty                | LengthIs[field=category, length=0]
                    `title` is empty                       | LengthIs[field=title, length=0]
                    `category` is blank                    | InvalidFields[fields=[BrokenField[name=category, how=BLANK]]]
                    `category` has 0 characters            | LengthIs[field=category, length=0]
                    `category` is shorter than 1 character | InvalidFields[fields=[BrokenField[name=category, how=TOO_SHORT]]]
                    """)
    void what_is_sent_is_told_apart(String situation, String expected) {
        assertThat(CHANGING.criterion("PATCH /shows/{id} returns 400 when " + situation))
                .startsWith(expected + " -> ");
    }
}
