package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a list has with a filter and without one, and what is answered to whom.
class FilterPhrasingsTest {
    private static final Phrasing LISTING =
            new Phrasing(
                    """
                    # Scene list

                    ## Requirements

                    - Endpoint: `GET /films/{filmId}/scenes`
                    - Authentication: none

                    Query parameters:

                    | Parameter | Type | Required | Constraints |
                    |---|---|---|---|
                    | `status` | string | no | `DRAFT` or `SHOT`; filters |
                    | `actorId` | string | no | 1 to 40 characters; filters |

                    Response fields:

                    | Field | Type | Meaning |
                    |---|---|---|
                    | `id` | integer | its number |
                    | `status` | string | `DRAFT` or `SHOT` |
                    | `actorId` | string | who plays in it, and whether that is known yet |

                    ## Acceptance Criteria

                    {criterion}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    all scenes of the film when no filter is given                    | Valid -> Status[code=200], ResourceList
                    all scenes of the film when no parameter is given                 | Valid -> Status[code=200], ResourceList
                    all scenes of the film when no query parameter is sent            | Valid -> Status[code=200], ResourceList
                    only the scenes of that actor when `actorId` is given             | FilteredBy[parameter=actorId] -> Status[code=200], OnlyMatching[words=only the scenes of that actor]
                    only the scenes of that member when `actorId` is given            | FilteredBy[parameter=actorId] -> Status[code=200], OnlyMatching[words=actorId]
                    only the scenes of that user when `actorId` is `bob`              | ValueIs[field=actorId, value=bob] -> Status[code=200], OnlyMatching[words=actorId]
                    only the scenes of the caller when `actorId` is given             | FilteredBy[parameter=actorId] -> Status[code=200], OnlyOwn
                    only the scenes with this `actorId` when `actorId` is given       | FilteredBy[parameter=actorId] -> Status[code=200], OnlyMatching[words=only the scenes with this actorId]
                    only the scenes of that actor when `actorId` is `bob`             | ValueIs[field=actorId, value=bob] -> Status[code=200], OnlyMatching[words=only the scenes of that actor]
                    only matching scenes when `actorId` is given                      | FilteredBy[parameter=actorId] -> Status[code=200], OnlyMatching[words=only matching scenes]
                    only the scenes of this actor when `actorId` is sent              | FilteredBy[parameter=actorId] -> Status[code=200], OnlyMatching[words=only the scenes of this actor]
                    only the shot scenes when `status` is `SHOT`                      | ValueIs[field=status, value=SHOT] -> Status[code=200], OnlyMatching[words=only the shot scenes]
                    """)
    @Tag("builtin-placing#AC-8")
    void what_a_filter_selects_is_read(String criterion, String expected) {
        assertThat(LISTING.criterion("GET /films/{filmId}/scenes returns 200 and " + criterion))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "only the scenes of that director when `actorId` is given and it rains",
                "all scenes of the film when a filter is given",
                "all scenes of the film when no filter is usually given"
            })
    @Tag("builtin-placing#AC-8")
    void what_only_looks_like_it_is_unread(String criterion) {
        assertThat(LISTING.criterion("GET /films/{filmId}/scenes returns 200 and " + criterion))
                .isEqualTo(Phrasing.UNREAD);
    }

    private static final Phrasing SHOOTING =
            new Phrasing(
                    """
                    # Scene shot

                    ## Requirements

                    - Endpoint: `POST /films/{filmId}/scenes/{id}/shoot`
                    - Authentication: bearer token
                    - Access: owner or role `EDITOR`
                    - Owner: `producerId`

                    ## Acceptance Criteria

                    {criterion}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    200 when an EDITOR shoots the scene of another producer | WithRole[roles=[EDITOR]] -> Status[code=200]
                    200 when an EDITOR shoots another producer's scene      | WithRole[roles=[EDITOR]] -> Status[code=200]
                    404 when the film has no such scene                     | MissingResource[noun=scene] -> Status[code=404]
                    404 when there is no such scene in the film             | MissingResource[noun=scene] -> Status[code=404]
                    """)
    @Tag("builtin-placing#AC-8")
    void who_may_and_what_is_not_there_is_read(String criterion, String expected) {
        assertThat(
                        SHOOTING.criterion(
                                "POST /films/{filmId}/scenes/{id}/shoot returns " + criterion))
                .isEqualTo(expected);
    }
}
