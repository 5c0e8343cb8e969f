package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a spec calls those in a list, and arrows that lead to what is listed.
class ListedThingsTest {
    private static final String LIST =
            """
            # Glossary list

            ## Requirements

            - Endpoint: `GET /glossary`
            - Authentication: none

            Query parameters:

            | Parameter | Type | Required | Constraints |
            |---|---|---|---|
            | `language` | string | no | filters |
            | `from` | date | no | %2$s added on this day or later |
            | `limit` | integer | no | 1 to 100, default 20 |

            Response fields of each %1$s:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | integer | |
            | `language` | string | |
            | `addedOn` | date | |

            ## Acceptance Criteria

            {criterion}
            """;
    private static final Phrasing GLOSSARY = new Phrasing(LIST.formatted("entry", "entries"));
    private static final Phrasing LEMMAS = new Phrasing(LIST.formatted("lemma", "lemmas"));

    private static final Phrasing ONE =
            new Phrasing(
                    """
                    # Glossary entry

                    ## Requirements

                    - Endpoint: `GET /glossary/{id}`
                    - Authentication: none

                    Fields of each lemma:

                    | Field | Type | Meaning |
                    |---|---|---|
                    | `id` | integer | |

                    ## Acceptance Criteria

                    {criterion}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET /glossary returns 200 and all entries when no filter is given | Valid -> Status[code=200], ResourceList
                    GET /glossary returns 200 and only the entries of that language when `language` is given | FilteredBy[parameter=language] -> Status[code=200], OnlyMatching[words=only the entries of that language]
                    GET /glossary returns 200 and only the rows of that language when `language` is given | FilteredBy[parameter=language] -> Status[code=200], OnlyMatching[words=only the rows of that language]
                    """)
    @Tag("structured-reading#AC-45")
    void those_in_a_list_are_called_entries(String criterion, String reading) {
        assertThat(GLOSSARY.criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET /glossary returns 200 and all lemmas when no filter is given | Valid -> Status[code=200], ResourceList
                    GET /glossary returns 200 and only the lemmas of that language when `language` is given | FilteredBy[parameter=language] -> Status[code=200], OnlyMatching[words=only the lemmas of that language]
                    `GET /glossary` with filters that no lemma matches → 200 and an empty list | NothingMatches[parameter=-] -> Status[code=200], EmptyList
                    """)
    @Tag("structured-reading#AC-45")
    void the_table_of_the_answer_says_what_they_are(String criterion, String reading) {
        assertThat(LEMMAS.criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /glossary returns 200 and all lemmas when no filter is given",
                "GET /glossary returns 200 and only the penguins of that language when `language` is given",
                "GET /glossary returns 200 and only the fields of that language when `language` is given"
            })
    @Tag("structured-reading#AC-45")
    void other_words_are_not_taken_for_them(String criterion) {
        assertThat(GLOSSARY.criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /glossary/{id} returns 404 when no lemma has this id",
                "GET /glossary/{id} returns 404 when no row has this id"
            })
    @Tag("structured-reading#AC-45")
    void what_is_no_list_has_no_such_words(String criterion) {
        assertThat(ONE.criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    `GET /glossary` with `language` → only entries of that language | FilteredBy[parameter=language] -> OnlyMatching[words=only entries of that language]
                    `GET /glossary` with `language` -> only the entries in this language | FilteredBy[parameter=language] -> OnlyMatching[words=only the entries in this language]
                    `GET /glossary` with `language` and `from` → only entries that match both | FiltersCombined[parameters=[language, from]] -> Status[code=200], OnlyMatching[words=only entries that match both]
                    `GET /glossary` with `language` and `from` → only the entries that fit both of them | FiltersCombined[parameters=[language, from]] -> Status[code=200], OnlyMatching[words=only entries that match both]
                    `GET /glossary` without `limit` → at most 20 entries | Without[fields=[limit]] -> AtMostElements[count=20]
                    `GET /glossary` without `limit` → no more than 20 entries | Without[fields=[limit]] -> AtMostElements[count=20]
                    `GET /glossary` without filters → all entries | Valid -> ResourceList
                    `GET /glossary` with filters that no entry matches → 200 and an empty list | NothingMatches[parameter=-] -> Status[code=200], EmptyList
                    `GET /glossary` with a filter that no entry matches → 200 and an empty list | NothingMatches[parameter=-] -> Status[code=200], EmptyList
                    `GET /glossary` with filters which match no entry → 200 and an empty array | NothingMatches[parameter=-] -> Status[code=200], EmptyList
                    `GET /glossary` with filters that match none of the entries → 200 and an empty list | NothingMatches[parameter=-] -> Status[code=200], EmptyList
                    """)
    @Tag("structured-reading#AC-46")
    void an_arrow_leads_to_what_is_listed(String criterion, String reading) {
        assertThat(GLOSSARY.criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`GET /glossary` with `language` → only entries of that language, mostly",
                "`GET /glossary` with `language` → only penguins of that language",
                "`GET /glossary` with `colour` → only entries of that colour",
                "`GET /terms` with `language` → only entries of that language",
                "`GET /glossary` with `language` and `from` → only entries that match one",
                "`GET /glossary` without `limit` → at most many entries",
                "`GET /glossary` with filters that no penguin matches → 200 and an empty list",
                "`GET /glossary` with filters that no entry matches on Sundays → 200 and an empty list"
            })
    @Tag("structured-reading#AC-46")
    void an_arrow_to_something_else_is_unread(String criterion) {
        assertThat(GLOSSARY.criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }
}
