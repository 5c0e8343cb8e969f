package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways in which authors say what there may be only once in the same parent.
class WithinPhrasingsTest {
    private static final String TERM =
            """
            # Term create

            ## Requirements

            - Endpoint: `POST /projects/{projectId}/terms`
            - Authentication: bearer token
            {requirement}

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `source` | string | yes | 1 to 20 characters |
            | `target` | string | yes | 1 to 20 characters |

            ## Acceptance Criteria

            - [ ] AC-1: POST /projects/{projectId}/terms returns 201 and the term when the body is valid
            {criterion}
            """;

    private static final String REVIEW =
            """
            # Review create

            ## Requirements

            - Endpoint: `POST /talks/{id}/reviews`
            - Authentication: bearer token
            - Sets: `reviewerId` = caller
            {requirement}

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `score` | integer | yes | 1 to 5 |

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | number | id of the review |
            | `reviewerId` | number | who has written it |
            | `score` | integer | the score |

            ## Acceptance Criteria

            - [ ] AC-1: POST /talks/{id}/reviews returns 201 and the review when the body is valid
            {criterion}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- Unique: `source` within the project",
                "- Unique: `source` per project",
                "- Unique: `source` in the same project",
                "- Unique: `source` (within one project)",
                "- The source of a term is unique within the project.",
                "- `source` must be unique per project.",
                "- No two terms of the same project may have the same source.",
                "- A project has no two terms with the same source."
            })
    @Tag("endpoint-reading#AC-73")
    void what_is_unique_in_a_parent_is_read(String requirement) {
        assertThat(new Phrasing(TERM).requirement(requirement))
                .isEqualTo("UniqueWithin[name=source, letters=EXACTLY, parent=project]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- Unique: `source` within the project, ignoring case",
                "- Unique: `source` per project, whatever the case",
                "- Unique: `source`, ignoring case, within the project",
                "- The source of a term is unique within the project, ignoring case."
            })
    @Tag("endpoint-reading#AC-73")
    void capitals_may_not_count_there(String requirement) {
        assertThat(new Phrasing(TERM).requirement(requirement))
                .isEqualTo("UniqueWithin[name=source, letters=IGNORING_CASE, parent=project]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 to 20 characters, unique within the project",
                "1 to 20 characters; unique per project",
                "unique within the project, 1 to 20 characters",
                "1 to 20 characters, must be unique in the same project"
            })
    @Tag("endpoint-reading#AC-73")
    void a_cell_says_so(String cell) {
        String spec =
                TERM.replace(
                        "| `source` | string | yes | 1 to 20 characters |",
                        "| `source` | string | yes | " + cell + " |");
        assertThat(new Phrasing(spec).whole(""))
                .contains("UniqueWithin[name=source, letters=EXACTLY, parent=project]");
    }

    @Test
    @Tag("endpoint-reading#AC-73")
    void a_cell_says_that_capitals_do_not_count() {
        String spec =
                TERM.replace(
                        "| `source` | string | yes | 1 to 20 characters |",
                        "| `source` | string | yes | unique within the project, ignoring case |");
        assertThat(new Phrasing(spec).whole(""))
                .contains("UniqueWithin[name=source, letters=IGNORING_CASE, parent=project]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- Unique: `source` within",
                "- Unique: `source` and `target` within the project",
                "- Unique: `source` and `target`",
                "- Unique: `source` with `target` within the project",
                "- Unique: `source` per owner",
                "- Unique: `source` within the project of the caller",
                "- Unique: `source` usually within the project",
                "- The source of a term is usually unique within the project."
            })
    @Tag("endpoint-reading#AC-73")
    void doubts_about_it_are_unread(String requirement) {
        assertThat(new Phrasing(TERM).requirement(requirement)).doesNotContain("Unique");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 409 when the project has a term with this `source` already",
                "POST /projects/{projectId}/terms returns 409 when another term of the project has this `source`",
                "returns 409 when another term of the project already has the same `source`",
                "returns 409 when there is a term with this `source` in the project already",
                "returns 409 when a term with the same `source` exists already in the project",
                "returns 409 when the `source` is taken in the project",
                "returns 409 when the `source` is already used in the project",
                "returns 409 for a `source` that the project has already"
            })
    @Tag("endpoint-reading#AC-73")
    void a_second_one_in_the_parent_is_read(String criterion) {
        assertThat(term(criterion)).isEqualTo("Duplicate[field=source] -> Status[code=409]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 409 when the project has a term with this `source` already, whatever the case",
                "returns 409 when another term of the project has this `source`, whatever the case"
            })
    @Tag("endpoint-reading#AC-73")
    void a_second_one_in_other_letters_is_read(String criterion) {
        assertThat(term(criterion)).contains("DuplicateInOtherCase[field=source]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 409 when another project has a term with this `source` already",
                "returns 409 when a term of another project has this `source`",
                "returns 409 when the project has a term with this `target` already",
                "returns 409 when the project may have a term with this `source`"
            })
    @Tag("endpoint-reading#AC-73")
    void what_only_looks_like_one_is_unread(String criterion) {
        assertThat(term(criterion)).isEqualTo(Phrasing.UNREAD);
    }

    @Test
    @Tag("endpoint-reading#AC-73")
    void a_criterion_alone_does_not_say_what_is_unique() {
        assertThat(
                        new Phrasing(TERM)
                                .criterion(
                                        "returns 409 when the project has a term with this `source` already"))
                .isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- Unique: `reviewerId` within the talk",
                "- Unique: `reviewerId` per talk",
                "- A reviewer may review a talk only once.",
                "- A reviewer reviews a talk once.",
                "- One review per reviewer and talk.",
                "- A reviewer can review the same talk only once."
            })
    @Tag("endpoint-reading#AC-73")
    void once_per_caller_is_read(String requirement) {
        assertThat(new Phrasing(REVIEW).requirement(requirement)).isEqualTo("OncePerCaller");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 409 when the reviewer has reviewed this talk already",
                "returns 409 when the caller has already reviewed the talk",
                "returns 409 when the caller has a review of the talk already",
                "returns 409 when the caller already has a review of this talk",
                "returns 409 when there is a review of this talk by the caller already",
                "returns 409 when the talk has a review by the caller already"
            })
    @Tag("endpoint-reading#AC-73")
    void a_second_one_of_the_caller_is_read(String criterion) {
        assertThat(new Phrasing(REVIEW).criterion(criterion))
                .isEqualTo("SecondByCaller -> Status[code=409]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 409 when another reviewer has reviewed this talk already",
                "returns 409 when the caller has reviewed another talk already",
                "returns 409 when the caller may have reviewed this talk already"
            })
    @Tag("endpoint-reading#AC-73")
    void what_others_made_is_unread(String criterion) {
        assertThat(new Phrasing(REVIEW).criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }

    private static String term(String criterion) {
        return new Phrasing(
                        TERM.replace(
                                "{requirement}",
                                "{requirement}\n- Unique: `source` within the project, ignoring case"))
                .criterion(criterion);
    }
}
