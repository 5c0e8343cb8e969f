package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Criteria of the form "WHEN ... THE SYSTEM SHALL ...", statuses in brackets, and times beside each other.
class EarsPhrasingsTest {
    private static final Phrasing SIGN_OFF =
            new Phrasing(
                    """
                    # Signing a tour off

                    ## Requirements

                    - Endpoint: `POST /tours/{number}/sign-off`
                    - Authentication: API key in the header `X-Key`
                    - Access: role `GUIDE`
                    - State before: `RUNNING`
                    - State after: `OVER`
                    - Sets: `endedAt` = now

                    {requirement}

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `distance` | decimal | yes | 0 to 500 |
                    | `loss` | string | no | at most 300 characters |

                    The response is the tour.

                    ## Acceptance Criteria

                    - [ ] AC-1: no key → 401
                    {criterion}
                    """);

    private static final String TOUR =
            """
            # Planning a tour

            ## Requirements

            - Endpoint: `POST /tours`
            - Authentication: API key in the header `X-Key`
            - Access: role `GUIDE`
            {requirement}

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `bus` | string | yes | must be an existing bus |
            | `start` | date | yes | not in the past |
            | `finish` | date | yes | after `start` |
            | `seats` | integer | no | 1 to 12, default 1 |

            ## Acceptance Criteria

            - [ ] AC-1: no key → 401
            {criterion}
            """;

    private static final Phrasing LIST =
            new Phrasing(
                    """
                    # Tours of a bus

                    ## Requirements

                    - Endpoint: `GET /buses/{code}/tours`
                    - Authentication: API key in the header `X-Key`
                    - Access: any signed-in user

                    Query parameters:

                    | Parameter | Type | Required | Constraints |
                    |---|---|---|---|
                    | `status` | string | no | `RUNNING` or `OVER`; filters |
                    | `from` | date | no | tours whose `finish` is on this day or later |
                    | `to` | date | no | tours whose `start` is on this day or earlier |

                    ## Acceptance Criteria

                    - [ ] AC-1: no key → 401
                    {criterion}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    WHEN a guide signs off a tour THE SYSTEM SHALL answer with 200 and the tour with `status` `OVER` | Valid -> Status[code=200], Resource, FieldIs[name=status, value=OVER]
                    WHEN a tour is signed off THE SYSTEM SHALL set `endedAt` to the current time | Valid -> FieldIsNow[name=endedAt]
                    WHEN a tour is signed off THE SYSTEM SHALL store `distance` with the tour   | Valid -> StoresFields[names=[distance]]
                    WHEN `loss` is sent THE SYSTEM SHALL store it with the tour                 | Valid -> StoresFields[names=[loss]]
                    IF `distance` is missing THEN THE SYSTEM SHALL answer with 422              | InvalidFields[fields=[BrokenField[name=distance, how=MISSING]]] -> Status[code=422]
                    IF `distance` is negative or more than 500 THEN THE SYSTEM SHALL answer with 422 | ValueIs[field=distance, value=-1] -> Status[code=422] ; InvalidFields[fields=[BrokenField[name=distance, how=TOO_LARGE]]] -> Status[code=422]
                    IF the tour is only planned THEN THE SYSTEM SHALL answer with 409           | Conflict[words=the tour is only planned, state=planned] -> Status[code=409]
                    IF the tour has been signed off before THEN THE SYSTEM SHALL answer with 409 and leave the tour as it is | Conflict[words=the tour has been signed off, state=OVER] -> Status[code=409], ChangesNothing
                    IF the caller is a driver THEN THE SYSTEM SHALL answer with 403             | WithRole[roles=[driver]] -> Status[code=403]
                    THE SYSTEM SHALL answer with 404 IF there is no tour with this number       | MissingResource[noun=tour] -> Status[code=404]
                    IF the request has no valid key THEN THE API SHALL refuse it with 401       | Unauthenticated[credential=MISSING_OR_INVALID] -> Status[code=401]
                    """)
    @Tag("structured-reading#AC-44")
    void are_read_by_what_the_system_shall_do(String criterion, String reading) {
        assertThat(SIGN_OFF.criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WHEN a tour is signed on THE SYSTEM SHALL set `endedAt` to the current time",
                "WHEN a tour is signed off THE SYSTEM SHALL set `endedAt` to the moon",
                "WHEN a tour is signed off THE SYSTEM SHALL store `colour` with the tour",
                "IF the moon is full THEN THE SYSTEM SHALL answer with 422",
                "IF `distance` is missing THEN THE GUIDE SHALL answer with 422"
            })
    @Tag("structured-reading#AC-44")
    void what_the_spec_does_not_know_stays_unread(String criterion) {
        assertThat(SIGN_OFF.criterion(criterion)).isEqualTo("unread");
    }

    private static final String RULE =
            "A tour must not overlap another tour of the same bus; tours that are cancelled or have ended do not count.";

    @Test
    @Tag("structured-reading#AC-44")
    void things_of_two_states_may_not_count() {
        assertThat(new Phrasing(TOUR).requirement("- " + RULE))
                .isEqualTo(
                        "NoOverlap[span=Optional[Span[start=start, end=finish]], parent=bus, origin=SAID] ; Uncounted[states=[cancelled]] ; Uncounted[states=[ended]]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    A `start` before today is refused (422).                                    | InvalidFields[fields=[BrokenField[name=start, how=NOT_ALLOWED]]] -> Status[code=422]
                    A `finish` that is not after the `start` is refused (422).                  | Compares[field=finish, relation=LESS, other=start, against=SENT] -> Status[code=422] ; Compares[field=finish, relation=SAME, other=start, against=SENT] -> Status[code=422]
                    `seats` must be between 1 and 12, anything else is refused (422).           | InvalidFields[fields=[BrokenField[name=seats, how=TOO_SMALL]]] -> Status[code=422] ; InvalidFields[fields=[BrokenField[name=seats, how=TOO_LARGE]]] -> Status[code=422]
                    A `bus` that does not exist is refused (422).                               | MissingReference[field=bus, noun=bus] -> Status[code=422]
                    Drivers cannot plan (403).                                                  | WithRole[roles=[driver]] -> Status[code=403]
                    A bus cannot be planned for days on which another tour has it (409).        | Overlaps[how=OVERLAPS, word=bus] -> Status[code=409]
                    A tour can begin on the day on which another tour of the bus ends (201).    | Overlaps[how=TOUCHES, word=-] -> Status[code=201]
                    A cancelled tour does not keep the bus from being planned (201).            | Overlaps[how=UNCOUNTED, word=cancelled] -> Status[code=201]
                    A bus that is longer than the road cannot be planned there (409).           | unread
                    """)
    @Tag("structured-reading#AC-44")
    void a_status_stands_in_brackets(String criterion, String reading) {
        String spec = TOUR.replace("{requirement}", "- " + RULE);
        assertThat(new Phrasing(spec).criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a bus with tours → 200 and its tours, none of another bus                   | Valid -> Status[code=200], ResourceList
                    a bus with tours → 200 and its tours, none of another road                  | unread
                    a bus with tours → 200 and its buses, none of another bus                   | unread
                    several tours → they come in the order of their `start`                     | Valid -> SortedBy[name=start, direction=ASCENDING]
                    `status` given → only tours in this status                                  | FilteredBy[parameter=status] -> Status[code=200], OnlyMatching[words=only tours in that status]
                    `from` and `to` given → only tours that finish on `from` or later and start on `to` or earlier | FiltersCombined[parameters=[from, to]] -> Status[code=200], OnlyMatching[words=only tours that match both]
                    `from` and `to` given → only tours that finish on `from` or earlier and start on `to` or earlier | unread
                    `from` and `to` given → only tours that start on `from` or later and finish on `to` or earlier | unread
                    """)
    @Tag("structured-reading#AC-44")
    void what_is_given_stands_before_an_arrow(String criterion, String reading) {
        assertThat(LIST.criterion(criterion)).isEqualTo(reading);
    }
}
