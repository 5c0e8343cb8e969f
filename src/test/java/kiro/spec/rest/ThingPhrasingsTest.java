package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Situations in words for which the spec has no value: in which state a thing is, what belongs to it, who sends a
/// request.
class ThingPhrasingsTest {
    private static final Phrasing SEALING =
            new Phrasing(
                    """
                    # Sealing a crate

                    ## Requirements

                    - Endpoint: `POST /crates/{id}/seal`
                    - Authentication: bearer token
                    - Access: owner
                    - Owner: `packer`
                    - State before: `OUT` or `PACKED`
                    - State after: `SEALED`

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `until` | date | yes | in the future |

                    Response fields:

                    | Field | Type | Meaning |
                    |---|---|---|
                    | `id` | integer | |
                    | `status` | string | |

                    ## Acceptance Criteria

                    {criterion}
                    """);

    private static final Phrasing DROPPING =
            new Phrasing(
                    """
                    # Dropping a crate

                    ## Requirements

                    - Endpoint: `DELETE /crates/{id}`
                    - Authentication: bearer token
                    - Access: role `FOREMAN`

                    A crate to which a label still belongs cannot be deleted.

                    ## Acceptance Criteria

                    {criterion}
                    """);

    private static final Phrasing NAMING =
            new Phrasing(
                    """
                    # Naming a crate

                    ## Requirements

                    - Endpoint: `PUT /crates/{id}`
                    - Authentication: none
                    - Unique: `name`

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `name` | string | yes | 1 to 20 characters |
                    | `place` | string | yes | 1 to 20 characters |

                    ## Acceptance Criteria

                    {criterion}
                    """);

    private static String read(Phrasing spec, String route, String status, String situation) {
        return spec.criterion("%s returns %s when %s".formatted(route, status, situation))
                .replace(" -> Status[code=%s]".formatted(status), "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    409 | it was rejected                           | Conflict[words=it was rejected, state=rejected]
                    409 | the crate was waived                      | Conflict[words=the crate was waived, state=waived]
                    409 | the crate has been inspected before       | Conflict[words=the crate has been inspected, state=inspected]
                    409 | the packer has withdrawn it               | Conflict[words=the packer has withdrawn it, state=withdrawn]
                    409 | the crate is already overdue              | Conflict[words=the crate is already overdue, state=overdue]
                    200 | the crate is still `OUT`                  | Valid
                    200 | the crate has just been handed out        | Valid
                    200 | the crate is still packed                 | InState[words=the crate is still packed, state=PACKED]
                    400 | `until` is a day in the past              | InvalidFields[fields=[BrokenField[name=until, how=NOT_ALLOWED]]]
                    403 | somebody else packed the crate            | ForeignResource
                    403 | an inspector sends it                     | WithRole[roles=[inspector]]
                    """)
    @Tag("structured-reading#AC-9")
    void a_word_that_the_spec_has_no_value_for_is_read(
            String status, String situation, String expected) {
        assertThat(read(SEALING, "POST /crates/{id}/seal", status, situation)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    409 | labels belong to the crate                | HasDependents[nouns=labels]
                    409 | labels of the crate exist                 | HasDependents[nouns=labels]
                    409 | labels of the crate are there             | HasDependents[nouns=labels]
                    409 | a label still belongs to the crate        | HasDependents[nouns=labels]
                    204 | the crate has no labels                   | Valid
                    403 | a packer tries it                         | WithRole[roles=[packer]]
                    """)
    @Tag("structured-reading#AC-10")
    void what_belongs_to_a_thing_is_read(String status, String situation, String expected) {
        assertThat(read(DROPPING, "DELETE /crates/{id}", status, situation)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "409 when its shelf is closed",
                "409 when the crate is almost closed",
                "409 when the crate was closed twice",
                "409 when the crate has three labels",
                "409 when some labels of the crate are open",
                "409 when the crate has no labels",
                "204 when the crate has no lids",
                "403 when no packer tries it"
            })
    @Tag("structured-reading#AC-10")
    void two_unknown_words_are_unread(String rest) {
        assertThat(DROPPING.criterion("DELETE /crates/{id} returns " + rest))
                .isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /crates/{id}/labels", "GET /labels/{id}"})
    @Tag("structured-reading#AC-10")
    void what_another_path_answers_later_is_unread(String route) {
        assertThat(DROPPING.criterion("After DELETE /crates/{id}, " + route + " returns 404"))
                .isEqualTo(Phrasing.UNREAD);
        assertThat(DROPPING.criterion("After DELETE /crates/{id}, GET /crates/{id} returns 404"))
                .isEqualTo("Valid -> IsGone");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    the crate keeps its own `name`  | OwnValue[field=name]
                    the crate keeps its own `place` | unread
                    the crate has no own `name`     | unread
                    """)
    @Tag("structured-reading#AC-9")
    void a_value_of_ones_own_is_read_where_it_is_unique(String situation, String expected) {
        assertThat(read(NAMING, "PUT /crates/{id}", "200", situation)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    the crate as `SEALED` when it was out | Valid -> Status[code=200], Resource, FieldIs[name=status, value=SEALED]
                    the crate as `PACKED`                 | unread
                    """)
    @Tag("structured-reading#AC-9")
    void the_state_that_it_leads_to_is_read_behind_as(String answer, String expected) {
        assertThat(SEALING.criterion("POST /crates/{id}/seal returns 200 and " + answer))
                .isEqualTo(expected);
    }
}
