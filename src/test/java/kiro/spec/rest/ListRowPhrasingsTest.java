package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways in which authors say what the parameters of a list do, and what its answer has.
class ListRowPhrasingsTest {
    private static final Phrasing ROWS =
            new Phrasing(
                    """
                    # Pick-ups

                    ## Requirements

                    - Endpoint: `GET /pick-ups`
                    - Authentication: bearer token

                    Query parameters:

                    | Parameter | Type | Required | Constraints |
                    |---|---|---|---|
                    | `state` | string | no | `OPEN` or `DONE`; filters |
                    {requirement}

                    ## Acceptance Criteria

                    - [ ] AC-1: GET /pick-ups returns 401 when nobody is signed in
                    """);

    private static final Phrasing ANSWERS =
            new Phrasing(
                    """
                    # Pick-ups

                    ## Requirements

                    - Endpoint: `GET /pick-ups`
                    {requirement}

                    Query parameters:

                    | Parameter | Type | Required | Constraints |
                    |---|---|---|---|
                    | `state` | string | no | `OPEN` or `DONE`; filters |
                    | `size` | integer | no | 1 to 50, default 20 |

                    ## Acceptance Criteria

                    - [ ] AC-1: GET /pick-ups returns 401 when nobody is signed in
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    size   ; pick-ups per page, 1 to 50, default 20                 | 1 | 50 | 20
                    size   ; number of pick-ups on a page, 1 to 50, default 20      | 1 | 50 | 20
                    size   ; entries on each page; 1 to 50; default 20              | 1 | 50 | 20
                    limit  ; at most `limit` pick-ups, 1 to 100, 20 when absent     | 1 | 100 | 20
                    limit  ; how many pick-ups are returned, 1 to 100, default 20   | 1 | 100 | 20
                    limit  ; pick-ups in one response, 1 to 100, default 20         | 1 | 100 | 20
                    page   ; page number, counted from 0, default 0                 | 0 | - | 0
                    page   ; the number of the page, counted from 1, default 1      | 1 | - | 1
                    page   ; which page is shown, from 1, default 1                 | 1 | - | 1
                    offset ; at least 0, default 0: how many pick-ups are skipped   | 0 | - | 0
                    offset ; number of pick-ups to skip, at least 0, default 0      | 0 | - | 0
                    skip   ; how many entries are left out at the beginning, at least 0, default 0 | 0 | - | 0
                    """)
    @Tag("endpoint-reading#AC-74")
    void how_a_list_is_cut_is_read_in_a_row(String row, String least, String most, String usual) {
        String[] name = row.split(" *; ", 2);

        assertThat(ROWS.requirement("| `%s` | integer | no | %s |".formatted(name[0], name[1])))
                .isEqualTo(
                        "query %s INTEGER OPTIONAL [Range[min=Optional[Bound[value=%s, included]], max=%s]] default %s"
                                .formatted(
                                        name[0],
                                        least,
                                        most.equals("-")
                                                ? most
                                                : "Optional[Bound[value=%s, included]]"
                                                        .formatted(most),
                                        usual));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| `limit` | integer | no | how many pick-ups are skipped, at least 0, default 0 |",
                "| `offset` | integer | no | pick-ups per page, at least 0, default 0 |",
                "| `size` | integer | no | page number, counted from 0, default 0 |",
                "| `size` | integer | no | about 20 pick-ups per page |",
                "| `size` | integer | no | pick-ups per driver, 1 to 50, default 20 |",
                "| `from` | date | no | pick-ups ordered on this day, or later in winter |",
                "| `from` | date | no | pick-ups ordered later |"
            })
    @Tag("endpoint-reading#AC-74")
    void a_row_that_speaks_of_something_else_is_unread(String row) {
        assertThat(ROWS.requirement(row)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    pick-ups ordered on this day or later               | AT_LEAST
                    pick-ups that were ordered on this day or later     | AT_LEAST
                    only pick-ups ordered from this day on              | AT_LEAST
                    pick-ups ordered not before this day                | AT_LEAST
                    pick-ups ordered on this day or earlier             | AT_MOST
                    pick-ups that were ordered no later than this day   | AT_MOST
                    pick-ups ordered until this day                     | AT_MOST
                    pick-ups ordered after this day                     | ABOVE
                    pick-ups which were ordered before this day         | BELOW
                    """)
    @Tag("endpoint-reading#AC-74")
    void what_lies_on_one_side_of_a_day_is_read_in_a_row(String rule, String match) {
        assertThat(ROWS.requirement("| `bound` | date | no | " + rule.strip() + " |"))
                .isEqualTo(
                        "query bound DATE OPTIONAL [Selects[match=%s, property=ordered]]"
                                .formatted(match));
    }

    @Test
    @Tag("endpoint-reading#AC-74")
    void what_is_done_in_two_words_has_its_time() {
        assertThat(TimeNames.of(List.of("signedUpAt", "withdrawnAt", "checkedInOn"), "signed up"))
                .contains("signedUpAt");
        assertThat(TimeNames.of(List.of("signedUpAt", "signedOffAt"), "signed")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    - The header `X-Total-Count` has the number of all pick-ups that match, on whatever page. | Answers[condition=Valid, expectations=[CountsInHeader[header=X-Total-Count]]]
                    - The header `X-Total-Count` says how many pick-ups match.              | Answers[condition=Valid, expectations=[CountsInHeader[header=X-Total-Count]]]
                    - The header `X-Total` contains the total number of pick-ups, not only those on the page. | Answers[condition=Valid, expectations=[CountsInHeader[header=X-Total]]]
                    - The response is a JSON array of pick-ups, each as `GET /pick-ups/{id}` shows it.  | answer ? LIST ; Answers[condition=Valid, expectations=[ResourceList]]
                    - Response: an array.                                | answer ? LIST ; Answers[condition=Valid, expectations=[ResourceList]]
                    - No more than 50 pick-ups in one response.          | ListsAtMost[count=50]
                    - At most 50 pick-ups per page.                      | ListsAtMost[count=50]
                    - A filter that is not given does not narrow the list. | -
                    - Parameters that are not sent have no effect.       | -
                    """)
    @Tag("endpoint-reading#AC-75")
    void what_the_answer_of_a_list_has_is_read(String sentence, String expected) {
        assertThat(ANSWERS.requirement(sentence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- The header `X-Total-Count` has the number of pick-ups on the page.",
                "- The header `X-Total-Count` has the number of all pick-ups that matter.",
                "- No more than 50 pick-ups in one van.",
                "- A filter that is not given narrows the list to open ones.",
                "- A filter that is given does not narrow the list.",
                "- The response is a JSON array of vans."
            })
    @Tag("endpoint-reading#AC-75")
    void what_says_something_else_of_the_answer_is_unread(String sentence) {
        assertThat(ANSWERS.requirement(sentence)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- Access: any client with a key",
                "- Access: everyone with a valid token",
                "- Access: anyone who has an account",
                "- Access: every user with the access key"
            })
    @Tag("structured-reading#AC-26")
    void whoever_shows_who_they_are_may(String line) {
        assertThat(ANSWERS.requirement(line))
                .isEqualTo(
                        "authentication REQUIRED ; AdmitsEveryone ; AC-1 GET /pick-ups: Unauthenticated[credential=MISSING] -> Status[code=401]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- Access: any client with a role",
                "- Access: any client with a key of the desk",
                "- Access: a driver with a key",
                "- Access: any client with a key, except on Sundays"
            })
    @Tag("structured-reading#AC-26")
    void access_for_some_of_those_is_unread(String line) {
        assertThat(ANSWERS.requirement(line)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    one of `id` or `state`, ascending; `id` when absent            | ASCENDING
                    `id` or `state`, descending; default `id`                      | DESCENDING
                    the field to sort by: `id` or `state`, default `id`            | ASCENDING
                    what the list is sorted by; `id` or `state`; default `id`      | ASCENDING
                    the field by which the list is sorted; `id` or `state`; default `id`      | ASCENDING
                    sorts the list; `id` or `state`; default `id`      | ASCENDING
                    """)
    @Tag("endpoint-reading#AC-76")
    void by_what_a_list_is_sorted_is_read_in_a_row(String rule, String direction) {
        assertThat(ROWS.requirement("| `sort` | string | no | " + rule.strip() + " |"))
                .contains("query sort STRING OPTIONAL")
                .contains("OneOf[values=[id, state]]")
                .contains("SortsBy[direction=%s]".formatted(direction))
                .endsWith("default id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| `kind` | string | no | `id` or `state`, ascending |",
                "| `sort` | string | no | `id` or `state`, mostly ascending |",
                "| `sort` | string | no | the field that the vans are sorted by; `id` or `state` |"
            })
    @Tag("endpoint-reading#AC-76")
    void an_order_of_something_else_is_unread(String row) {
        assertThat(ROWS.requirement(row)).isEqualTo(Phrasing.UNREAD);
    }

    private static final Phrasing CUT =
            new Phrasing(
                    """
                    # Pick-ups

                    ## Requirements

                    - Endpoint: `GET /pick-ups`
                    - Authentication: none

                    Query parameters:

                    | Parameter | Type | Required | Constraints |
                    |---|---|---|---|
                    | `driver` | string | no | filters |
                    | `from` | date | no | pick-ups picked up on this day or later |
                    | `to` | date | no | pick-ups picked up on this day or earlier |
                    | `sort` | string | no | one of `driver` or `weight`, ascending; `driver` when absent |
                    | `limit` | integer | no | 1 to 50, default 20 |
                    | `offset` | integer | no | at least 0, default 0: how many pick-ups are skipped |

                    Response fields:

                    | Field | Type | Meaning |
                    |---|---|---|
                    | `items` | array | pick-ups, each with `id`, `driver` and `weight` |
                    | `total` | integer | how many there are |

                    ## Acceptance Criteria

                    {criterion}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET /pick-ups returns at most `limit` pick-ups and skips the first `offset`       | WithQuery[parameters=[ValueIs[field=limit, value=2], ValueIs[field=offset, value=1]]] -> AtMostElements[count=2], IsPage[page=-, elements=[2, 3]]
                    GET /pick-ups returns 200 and no more than `limit` pick-ups, and leaves out the first `offset` of them | WithQuery[parameters=[ValueIs[field=limit, value=2], ValueIs[field=offset, value=1]]] -> Status[code=200], AtMostElements[count=2], IsPage[page=-, elements=[2, 3]]
                    GET /pick-ups returns in `total` the number of all matches, also when `limit` cuts the list | ValueIs[field=limit, value=2] -> CountsAll[name=total]
                    GET /pick-ups returns 200 and `total` counts all pick-ups, even if `limit` shortens them | ValueIs[field=limit, value=2] -> Status[code=200], CountsAll[name=total]
                    """)
    @Tag("endpoint-reading#AC-74")
    void a_list_that_is_cut_is_read_in_a_criterion(String criterion, String expected) {
        assertThat(CUT.criterion(criterion)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET /pick-ups returns only pick-ups of the driver when `driver` is given           | FilteredBy[parameter=driver] -> OnlyMatching[words=only pick-ups of the driver]
                    GET /pick-ups returns the pick-ups with the lowest weight first when `sort` is `weight` | ValueIs[field=sort, value=weight] -> SortedBy[name=weight, direction=ASCENDING]
                    GET /pick-ups returns 400 when `sort` is anything else                             | InvalidFields[fields=[BrokenField[name=sort, how=NOT_ALLOWED]]] -> Status[code=400]
                    GET /pick-ups returns 400 when `to` is before `from`                               | Compares[field=to, relation=LESS, other=from, against=SENT] -> Status[code=400]
                    """)
    @Tag("endpoint-reading#AC-76")
    void what_parameters_choose_is_read_in_a_criterion(String criterion, String expected) {
        assertThat(CUT.criterion(criterion)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /pick-ups returns at most `limit` pick-ups and skips the first `limit`",
                "GET /pick-ups returns at most `limit` pick-ups and skips the worst `offset`",
                "GET /pick-ups returns at most `limit` pick-ups and skips the first `driver`",
                "GET /pick-ups returns in `total` the number of all matches, also when `driver` cuts the list",
                "GET /pick-ups returns in `total` the number of some matches, also when `limit` cuts the list",
                "GET /pick-ups returns 400 when `to` is stored before `from`",
                "GET /pick-ups returns the pick-ups with the nicest weight first when `sort` is `weight`"
            })
    @Tag("endpoint-reading#AC-74")
    void a_list_that_is_cut_otherwise_is_unread(String criterion) {
        assertThat(CUT.criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }
}
