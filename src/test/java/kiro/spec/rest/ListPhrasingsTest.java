package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways in which authors say what a list has, in which order, and what selects from it.
class ListPhrasingsTest {
    private static final Phrasing FLIGHTS =
            new Phrasing(
                    """
                    # Flight list

                    ## Requirements

                    - `GET /flights` returns the flights of the caller.
                    {requirement}

                    Response fields:

                    - `items`: the flights of this page, each with `id`, `state`, `gateId`, `departsAt` and `createdAt`
                    - `total`: how many there are

                    ## Acceptance Criteria

                    - [ ] AC-1: GET /flights without a valid token returns 401
                    {criterion}
                    """);

    private static final Phrasing FILTERED =
            new Phrasing(
                    """
                    # Flight list

                    ## Requirements

                    - `GET /flights` returns the flights of the caller.
                    {requirement}

                    Query parameters, all of them optional:

                    | Parameter | Type | Meaning |
                    |---|---|---|
                    | `state` | string | `PLANNED` or `GONE`; without it flights of either state are returned |
                    | `from` | timestamp | flights that depart at this time or later |
                    | `limit` | integer | how many flights at most, 1 to 50; 20 without it |

                    Response fields of each flight:

                    - `id`: the flight
                    - `state`: the state
                    - `departsAt`: when it departs

                    ## Acceptance Criteria

                    - [ ] AC-1: GET /flights without a valid token returns 401
                    {criterion}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    - The latest departure first.                              | DESCENDING
                    - The flights are listed with the earliest departure first. | ASCENDING
                    - The one that departs last comes first.                   | DESCENDING
                    - The flight that departs earliest comes first.            | ASCENDING
                    - They are sorted: the latest departure first.             | DESCENDING
                    - The list is sorted with the most recent departure first. | DESCENDING
                    """)
    @Tag("endpoint-reading#AC-69")
    void an_order_by_a_time_in_words_is_read(String requirement, String direction) {
        assertThat(FLIGHTS.requirement(requirement))
                .isEqualTo("Sorts[name=departsAt, direction=%s]".formatted(direction));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- The latest mood first.",
                "- The nicest departure first.",
                "- Usually the latest departure first.",
                "- The one that departs slowest comes first."
            })
    @Tag("endpoint-reading#AC-69")
    void an_order_by_something_else_is_unread(String requirement) {
        assertThat(FLIGHTS.requirement(requirement)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- The optional parameter `state` (`PLANNED` or `GONE`) selects flights by their state.",
                "- The query parameter `state` (`PLANNED` or `GONE`) filters the flights by their state.",
                "- An optional query parameter `state` (`PLANNED` or `GONE`) filters by state.",
                "- `state` (optional, `PLANNED` or `GONE`) limits the list to flights with this state.",
                "- The list can be filtered by the optional parameter `state` (`PLANNED` or `GONE`).",
                "- The parameter `state` (`PLANNED` or `GONE`) restricts the list to flights of that state."
            })
    @Tag("endpoint-reading#AC-69")
    void a_parameter_in_a_sentence_is_one_of_the_query(String requirement) {
        assertThat(FLIGHTS.requirement(requirement))
                .matches(
                        "query state STRING (OPTIONAL|NOT_STATED) \\[OneOf\\[values=\\[PLANNED, GONE]]]( ; FiltersBy\\[name=state])?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    - The optional parameter `gateId` selects the flights with one gate. | query gateId NOT_STATED OPTIONAL ; FiltersBy[name=gateId]
                    - `page` counts from 0 and is 0 if it is absent.                     | query page NOT_STATED OPTIONAL [Range[min=Optional[Bound[value=0, included]], max=-]] default 0
                    - `size` is 1 to 100, and 20 if it is absent.                        | query size NOT_STATED OPTIONAL [Range[min=Optional[Bound[value=1, included]], max=Optional[Bound[value=100, included]]]] default 20
                    """)
    @Tag("endpoint-reading#AC-69")
    void what_can_be_left_out_of_a_reading_is_a_parameter(String requirement, String expected) {
        assertThat(FLIGHTS.requirement(requirement)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- The optional parameter `state` selects flights by their gate.",
                "- The optional parameter `state` mostly selects flights by their state.",
                "- The optional parameter `state` selects flights by magic numbers."
            })
    @Tag("endpoint-reading#AC-69")
    void a_parameter_that_selects_otherwise_is_unread(String requirement) {
        assertThat(FLIGHTS.requirement(requirement)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- A member sees their own flights only.",
                "- Every user gets only their own flights.",
                "- A caller sees only their own flights and no others.",
                "- Users see their own flights only.",
                "- Everybody sees their own flights only.",
                "- Nobody sees the flights of others.",
                "- Flights of other users are never shown. This is so for managers, too.",
                "- A user only sees their own flights."
            })
    @Tag("endpoint-reading#AC-69")
    void a_list_of_ones_own_is_read(String requirement) {
        assertThat(FLIGHTS.requirement(requirement))
                .isIn("-", "Answers[condition=Valid, expectations=[OnlyOwn]]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- Members may list flights. This is so for managers, too.",
                "- A member sees their own flights only on Sundays.",
                "- A member mostly sees their own flights."
            })
    @Tag("endpoint-reading#AC-69")
    void what_only_looks_like_a_list_of_ones_own_is_unread(String requirement) {
        assertThat(FLIGHTS.requirement(requirement)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET /flights returns 200 and the caller's flights, the one that departs last first | Valid -> Status[code=200], ResourceList, OnlyOwn, SortedBy[name=departsAt, direction=DESCENDING]
                    GET /flights returns 200 and the flights, the earliest departure first    | Valid -> Status[code=200], ResourceList, SortedBy[name=departsAt, direction=ASCENDING]
                    GET /flights?state=GONE returns only flights that are gone                | ValueIs[field=state, value=GONE] -> OnlyMatching[words=only flights that are gone]
                    GET /flights with `from` returns only flights that depart at that time or later | FilteredBy[parameter=from] -> OnlyMatching[words=only flights that depart at that time or later]
                    GET /flights?limit=2 returns the two flights that depart first            | ValueIs[field=limit, value=2] -> ResourceList, AtMostElements[count=2], SortedBy[name=departsAt, direction=ASCENDING]
                    GET /flights with a `limit` of 0 or 51 returns 400                        | ValueIs[field=limit, value=0] -> Status[code=400] ; ValueIs[field=limit, value=51] -> Status[code=400]
                    GET /flights with an unknown `state` returns 400                          | InvalidFields[fields=[BrokenField[name=state, how=NOT_ALLOWED]]] -> Status[code=400]
                    """)
    @Tag("endpoint-reading#AC-69")
    void what_a_query_returns_is_read(String criterion, String expected) {
        assertThat(FILTERED.criterion(criterion)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /flights with a valid token returns 200 and `total` counts all flights of the caller",
                "GET /flights with a valid token returns 200, and `total` is the number of all flights of the user",
                "GET /flights with a valid token returns 200, and `total` counts all their own flights"
            })
    @Tag("endpoint-reading#AC-69")
    void a_count_of_the_callers_own_is_read(String criterion) {
        assertThat(FLIGHTS.criterion(criterion))
                .isEqualTo("Valid -> Status[code=200], CountsAll[name=total]");
    }
}
