package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Parameters that are given or not, and things that are removed, before an arrow.
class GivenArrowPhrasingsTest {
    private static final String LIST =
            """
            # Lesson list

            ## Requirements

            - Endpoint: `GET /lessons`
            - Authentication: bearer token

            Query parameters:

            | Parameter | Type | Required | Constraints |
            |---|---|---|---|
            | `from` | date | no | only lessons that start on this day or later |
            | `to` | date | no | only lessons that start on this day or earlier |
            | `page` | integer | no | at least %1$s, default %1$s |
            | `size` | integer | no | 1 to 100, default 20 |

            Response fields of each lesson:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | integer | |
            | `startsAt` | timestamp | |

            ## Acceptance Criteria

            {criterion}
            """;

    private static final Phrasing REMOVING =
            new Phrasing(
                    """
                    # Vehicle removal

                    ## Requirements

                    - Endpoint: `DELETE /vehicles/{id}`
                    - Authentication: bearer token
                    - Access: owner
                    - Owner: `ownerId`

                    ## Acceptance Criteria

                    - [ ] AC-1: DELETE /vehicles/{id} returns 204 when the request is valid
                    {criterion}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    `size` absent → at most 20 lessons                        | Without[fields=[size]] -> AtMostElements[count=20]
                    `from` and `to` given → only lessons that start between these days, both included | FiltersCombined[parameters=[from, to]] -> Status[code=200], OnlyMatching[words=only lessons that match both]
                    `from` and `to` given → only the lessons that start between these days | FiltersCombined[parameters=[from, to]] -> Status[code=200], OnlyMatching[words=only lessons that match both]
                    `page` and `size` given → that page                       | WithQuery[parameters=[ValueIs[field=page, value=1], ValueIs[field=size, value=2]]] -> IsPage[page=2, elements=]
                    `page` and `size` given → only the lessons of that page   | WithQuery[parameters=[ValueIs[field=page, value=1], ValueIs[field=size, value=2]]] -> IsPage[page=2, elements=]
                    `size` absent → at most 20 penguins                       | unread
                    `size` absent → at most some lessons                      | unread
                    `from` and `to` given → only penguins that start between these days, both included | unread
                    `from` and `to` given → only lessons that start between these days, both excluded | unread
                    `from` and `to` given → only lessons that start before these days | unread
                    `page` and `size` given → another page                    | unread
                    `page` and `from` given → that page                       | unread
                    """)
    @Tag("structured-reading#AC-58")
    void what_is_given_leads_to_what_is_listed(String criterion, String reading) {
        assertThat(new Phrasing(LIST.formatted("0")).criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource("`page` and `size` given → that page")
    @Tag("structured-reading#AC-58")
    void that_page_is_unread_where_pages_do_not_count_from_0(String criterion) {
        assertThat(new Phrasing(LIST.formatted("1")).criterion(criterion))
                .isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    vehicle removed → the owner's other vehicles stay       | Valid -> OthersStay
                    a vehicle is deleted → the owner's other vehicles stay  | Valid -> OthersStay
                    vehicle removed → all other vehicles stay               | Valid -> OthersStay
                    vehicle of another member → 403, and it stays           | ForeignResource -> Status[code=403], ChangesNothing
                    vehicle of another owner → 403 and it stays unchanged   | ForeignResource -> Status[code=403], ChangesNothing
                    vehicle removed → the owner's other houses stay         | unread
                    vehicle removed → the owner's other vehicles move       | unread
                    vehicle removed → the owner stays                       | unread
                    vehicle painted → the owner's other vehicles stay       | unread
                    vehicle of another member → 403, and it goes            | unread
                    vehicle of another planet → 403, and it stays           | unread
                    """)
    @Tag("structured-reading#AC-58")
    void what_is_removed_leads_to_what_stays(String criterion, String reading) {
        assertThat(REMOVING.criterion(criterion)).isEqualTo(reading);
    }
}
