package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a list is limited and sorted by, what is searched in it, and where nothing is found.
class SelectionPhrasingsTest {
    private static final Phrasing TICKETS =
            new Phrasing(
                    """
                    # Ticket list

                    ## Requirements

                    - Endpoint: `GET /tickets`
                    - Authentication: bearer token
                    - Access: any signed-in user
                    {requirement}

                    Query parameters:

                    | Parameter | Type | Required | Constraints |
                    |---|---|---|---|
                    | `status` | string | no | `OPEN` or `CLOSED`; filters |
                    | `assignee` | string | no | filters |
                    | `title` | string | no | 1 to 50 characters; tickets whose `title` contains the text, ignoring case |
                    | `limit` | integer | no | 1 to 100, default 20 |
                    | `sort` | string | no | `title` or `dueDate`, default `title` |

                    Response fields:

                    | Field | Type | Meaning |
                    |---|---|---|
                    | `id` | integer | |
                    | `title` | string | |
                    | `status` | string | |
                    | `assignee` | string | |
                    | `dueDate` | date | |
                    | `createdAt` | timestamp | |

                    ## Acceptance Criteria

                    - [ ] AC-1: GET /tickets without a valid token returns 401
                    {criterion}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    returns 200 and at most `limit` tickets                                                            | ValueIs[field=limit, value=2] -> Status[code=200], AtMostElements[count=2]
                    returns 200 and no more tickets than `limit`                                                       | ValueIs[field=limit, value=2] -> Status[code=200], AtMostElements[count=2]
                    returns at most `limit` tickets, 20 when it is absent                                              | ValueIs[field=limit, value=2] -> AtMostElements[count=2] ; Without[fields=[limit]] -> AtMostElements[count=20]
                    returns 200 and all tickets ordered by `dueDate`, then `id`                                        | Valid -> Status[code=200], SortedBy[name=dueDate, direction=ASCENDING, then=[SortKey[name=id, direction=ASCENDING]]]
                    returns 200 with the tickets sorted by title                                                       | Valid -> Status[code=200], ResourceList, SortedBy[name=title, direction=ASCENDING]
                    returns 200 and the tickets in order of `dueDate`                                                  | Valid -> Status[code=200], ResourceList, SortedBy[name=dueDate, direction=ASCENDING]
                    returns 200 and only tickets whose `title` contains the text, ignoring case, when `title` is given | FilteredBy[parameter=title] -> Status[code=200], OnlyMatching[words=only tickets whose title contains the text, ignoring case]
                    returns 200 and only the tickets whose title contains `title`, ignoring case                       | FilteredBy[parameter=title] -> Status[code=200], OnlyMatching[words=only the tickets whose title contains title, ignoring case]
                    returns 200 and only tickets with a matching title when `title` is given                           | FilteredBy[parameter=title] -> Status[code=200], OnlyMatching[words=only tickets with a matching title]
                    returns 200 and an empty list when no ticket matches                                               | NothingMatches[parameter=-] -> Status[code=200], EmptyList
                    returns 200 and an empty list when nothing matches `title`                                         | NothingMatches[parameter=title] -> Status[code=200], EmptyList
                    returns 200 and an empty list when no ticket has that status                                       | NothingMatches[parameter=status] -> Status[code=200], EmptyList
                    returns 200 and an empty list when there are no tickets                                            | NothingThere -> Status[code=200], EmptyList
                    returns 200 and only the tickets assigned to that user when `assignee` is given                    | FilteredBy[parameter=assignee] -> Status[code=200], OnlyMatching[words=only the tickets assigned to that user]
                    returns 400 when `status` is neither OPEN nor CLOSED                                               | InvalidFields[fields=[BrokenField[name=status, how=NOT_ALLOWED]]] -> Status[code=400]
                    returns 400 when `status` is some other value                                                      | InvalidFields[fields=[BrokenField[name=status, how=NOT_ALLOWED]]] -> Status[code=400]
                    returns 401 when called anonymously                                                                | Unauthenticated[credential=MISSING] -> Status[code=401]
                    """)
    @Tag("endpoint-reading#AC-71")
    void a_criterion_on_a_list_is_read(String sentence, String expected) {
        assertThat(TICKETS.criterion("GET /tickets " + sentence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    - The list has at most `limit` tickets, 20 when `limit` is absent. | -
                    - Tickets are sorted by `dueDate`, then `id`.                      | Sorts[name=dueDate, direction=ASCENDING, then=[SortKey[name=id, direction=ASCENDING]]]
                    - The tickets are ordered by `dueDate` ascending and then by `id`. | Sorts[name=dueDate, direction=ASCENDING, then=[SortKey[name=id, direction=ASCENDING]]]
                    - Order: `dueDate`, then `id`                                      | Sorts[name=dueDate, direction=ASCENDING, then=[SortKey[name=id, direction=ASCENDING]]]
                    - Order: `createdAt` descending, `id` ascending                    | Sorts[name=createdAt, direction=DESCENDING, then=[SortKey[name=id, direction=ASCENDING]]]
                    - Parameters: none                                                 | -
                    - Request body: none                                               | -
                    - Query parameters: none                                           | -
                    - No parameters.                                                   | -
                    """)
    @Tag("endpoint-reading#AC-71")
    void a_requirement_on_a_list_is_read(String sentence, String expected) {
        assertThat(TICKETS.requirement(sentence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 200 and all tickets ordered by `dueDate`, then by mood",
                "returns at most `status` tickets",
                "returns at most `limit` tickets, 30 when `limit` is absent",
                "returns 200 and only tickets whose `title` does not contain the text when `title` is given",
                "returns 200 and an empty list when hardly anything matches",
                "returns 400 when `status` is neither OPEN nor ARCHIVED",
                "returns 400 when `status` is not OPEN"
            })
    @Tag("endpoint-reading#AC-71")
    void a_doubt_or_another_number_is_unread(String sentence) {
        assertThat(TICKETS.criterion("GET /tickets " + sentence)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- Parameters: some",
                "- Request body: none, except on Sundays",
                "- Order: `dueDate`, then whatever",
                "- Tickets are sorted by `dueDate`, then usually by `id`."
            })
    @Tag("endpoint-reading#AC-71")
    void a_line_with_more_in_it_is_unread(String sentence) {
        assertThat(TICKETS.requirement(sentence)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Response fields:",
                "Response fields (of each ticket):",
                "Response fields, for each ticket:",
            })
    @Tag("structured-reading#AC-20")
    void what_fields_are_of_may_be_said_where_they_are_announced(String intro) {
        String spec =
                """
                # Ticket list

                ## Requirements

                - Endpoint: `GET /tickets`

                %s

                | Field | Type | Meaning |
                |---|---|---|
                | `id` | integer | |

                ## Acceptance Criteria

                - [ ] AC-1: GET /tickets returns 200 and all tickets
                """
                        .formatted(intro);

        EndpointReading reading = new EndpointReader().read(Phrasing.parsed(spec));

        assertThat(reading.unread()).isEmpty();
        assertThat(ReadingText.of(reading)).contains("id INTEGER");
    }
}
