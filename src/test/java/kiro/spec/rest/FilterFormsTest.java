package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a criterion of a list, or of a parameter of the path, is shown that was not read; the form itself is read.
class FilterFormsTest {
    private static UnreadSentence unread(String criterion) {
        return new EndpointReader().read(Phrasing.parsed(spec(criterion))).unread().getFirst();
    }

    private static String spec(String criterion) {
        return """
        # Item list

        ## Requirements

        - Endpoint: `GET /items/{sku}/parts`
        - Authentication: none

        Path parameters:

        | Parameter | Type | Required | Constraints |
        |---|---|---|---|
        | `sku` | string | yes | 1 to 20 characters |

        Query parameters:

        | Parameter | Type | Required | Constraints |
        |---|---|---|---|
        | `kind` | string | no | `BOLT` or `NUT`; filters |

        ## Acceptance Criteria

        - [ ] AC-1: GET /items/{sku}/parts returns %s
        """
                .formatted(criterion);
    }

    @ParameterizedTest
    @Tag("builtin-placing#AC-10")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    200 and only the shiny ones on Sundays when `kind` is given | 200 and only matching parts when `kind` is `BOLT`
                    400 when `sku` is too small                                 | 404 when the item does not exist
                    """)
    void it_is_shown_a_form_that_is_read(String criterion, String form) {
        String shown = unread(criterion).form().orElseThrow();

        assertThat(shown).isEqualTo("GET /items/{sku}/parts returns " + form);
        assertThat(new EndpointReader().read(Phrasing.parsed(spec(form))).unread()).isEmpty();
    }
}
