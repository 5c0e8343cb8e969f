package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What follows, in words that the grammar has only in another order.
class StructuredListsTest {
    private static final Phrasing LISTING =
            new Phrasing(
                    """
                    # Bookings list

                    ## Requirements

                    - Endpoint: `GET /huts/{hutId}/bookings`
                    - Authentication: bearer token

                    Query parameters:

                    | Parameter | Type | Required | Constraints |
                    |---|---|---|---|
                    | `status` | string | no | `OPEN` or `DONE`; selects the bookings with this status |

                    Response fields:

                    | Field | Type | Meaning |
                    |---|---|---|
                    | `id` | integer | its number |
                    | `arrival` | date | the first night |
                    | `status` | string | `OPEN` or `DONE` |

                    ## Acceptance Criteria

                    {criterion}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    200 and the hut's bookings, sorted by `arrival`                     | Valid -> Status[code=200], ResourceList, SortedBy[name=arrival, direction=ASCENDING]
                    200 and the list of the hiker's own bookings, sorted by `arrival`   | Valid -> Status[code=200], OnlyOwn, SortedBy[name=arrival, direction=ASCENDING]
                    200 and the list of their own bookings                              | Valid -> Status[code=200], ResourceList, OnlyOwn
                    400 when `status` is none of the allowed values                     | InvalidFields[fields=[BrokenField[name=status, how=NOT_ALLOWED]]] -> Status[code=400]
                    """)
    @Tag("structured-reading#AC-1")
    void what_a_list_has_is_read(String criterion, String expected) {
        assertThat(LISTING.criterion("GET /huts/{hutId}/bookings returns " + criterion))
                .isEqualTo(expected);
    }
}
