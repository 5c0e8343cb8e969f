package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Criteria on lists in plain sentences.
class PlainListsTest {
    private static final Phrasing BREWS =
            new Phrasing(
                    """
                    # Search for brews

                    ## Requirements

                    - Endpoint: `GET /brews`
                    - Authentication: bearer token
                    - Access: any signed-in user
                    - Order: `brewedOn` descending, then `label`

                    {requirement}

                    Query parameters:

                    | Parameter | Type | Required | Constraints |
                    |---|---|---|---|
                    | `style` | string | no | `ALE`, `PORTER` or `LAGER`; filters |
                    | `brewedFrom` | date | no | brews brewed on this day or later |
                    | `brewedTo` | date | no | brews brewed on this day or earlier |
                    | `page` | integer | no | page number, counted from 0, default 0 |
                    | `size` | integer | no | brews per page, 1 to 100, default 20 |

                    Response fields:

                    | Field | Type | Meaning |
                    |---|---|---|
                    | `items` | list | the brews of this page, as GET /brews/{id} has them |
                    | `page` | integer | number of this page |
                    | `size` | integer | brews per page |
                    | `total` | integer | brews on all pages |

                    ## Acceptance Criteria

                    - [ ] AC-1: Without a valid token the answer is 401.
                    {criterion}
                    """);

    private static final String LATEST =
            "SortedBy[name=brewedOn, direction=DESCENDING, then=[SortKey[name=label, direction=ASCENDING]]]";
    private static final String SECOND =
            "WithQuery[parameters=[ValueIs[field=page, value=1], ValueIs[field=size, value=3]]] -> IsPage[page=-, elements=[4, 5, 6]]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Without a filter all brews are returned with 200, the latest `brewedOn` first, and by `label` within a day. | Valid -> Status[code=200], ResourceList, LATEST
                    returns 200 and all brews, the earliest `brewedOn` first                    | Valid -> Status[code=200], ResourceList, SortedBy[name=brewedOn, direction=ASCENDING]
                    When several filters are given, only brews that match all of them are returned. | FiltersCombined[parameters=] -> Succeeds
                    With `brewedFrom` and `brewedTo` only brews brewed in that time are returned, both days included. | FiltersCombined[parameters=[brewedFrom, brewedTo]] -> Status[code=200], OnlyMatching[words=only brews that match both]
                    `total` is the number of all brews that match the filters, not only of those on the page. | Valid -> CountsAll[name=total]
                    `total` is the number of all brews that match, on whatever page             | Valid -> CountsAll[name=total]
                    `page` and `size` choose the part of the list that is returned: with `page` 1 and `size` 3 it is the fourth to the sixth brew. | SECOND
                    With `page` 1 and `size` 3 the fourth, fifth and sixth brew are returned.   | SECOND
                    A `style` that does not exist is refused with 400.                          | InvalidFields[fields=[BrokenField[name=style, how=NOT_ALLOWED]]] -> Status[code=400]
                    """)
    @Tag("structured-reading#AC-42")
    void are_read_by_what_is_returned(String criterion, String reading) {
        assertThat(BREWS.criterion(criterion))
                .isEqualTo(reading.replace("LATEST", LATEST).replace("SECOND", SECOND));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "When several filters are given, only brews that match some of them are returned.",
                "With `brewedFrom` and `brewedTo` only brews sold in that time are returned.",
                "`total` is the number of all brews that match, but for those on the page.",
                "returns the sixth to the fourth brew when `page` is 1 and `size` is 3",
                "With `page` 1 and `size` 3 the brews of the fourth to the sixth brewer are returned.",
                "A `page` that does not exist is refused with 400."
            })
    @Tag("structured-reading#AC-42")
    void are_named_where_other_words_decide(String criterion) {
        assertThat(BREWS.criterion(criterion)).isEqualTo("unread");
    }

    @Test
    @Tag("structured-reading#AC-37")
    void that_parameters_are_no_part_of_sql_asks_for_nothing() {
        assertThat(BREWS.requirement("- Parameters are never concatenated into SQL"))
                .isEqualTo("-");
    }
}
