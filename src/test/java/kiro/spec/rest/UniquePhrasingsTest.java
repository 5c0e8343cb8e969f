package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways in which authors say what there may be only once.
class UniquePhrasingsTest {
    private static final Phrasing RATING =
            new Phrasing(
                    """
                    # Rating create

                    ## Requirements

                    - `POST /films/{id}/ratings` creates a rating of the film `{id}`.
                    - Authentication is required: a bearer token.
                    {requirement}

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `stars` | integer | yes | 1 to 5 |

                    ## Acceptance Criteria

                    - [ ] AC-1: POST /films/{id}/ratings with a valid body returns 201
                    {criterion}
                    """);

    private static final Phrasing SHELF =
            new Phrasing(
                    """
                    # Shelf create

                    ## Requirements

                    - `POST /shelves` creates a shelf.
                    {requirement}

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `code` | string | yes | 1 to 20 characters |
                    | `room` | string | no | at most 20 characters |

                    ## Acceptance Criteria

                    - [ ] AC-1: POST /shelves with a valid body returns 201
                    {criterion}
                    """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- A customer rates a film once.",
                "- A user may rate the same film only once.",
                "- Every member can rate each film at most once.",
                "- A user makes at most one rating per film.",
                "- There is at most one rating per user and film.",
                "- There can be only one rating per film and user.",
                "- Each user has only one rating for each film.",
                "- The same user cannot rate the same film twice."
            })
    @Tag("endpoint-reading#AC-67")
    void what_a_caller_makes_once_is_read(String requirement) {
        assertThat(RATING.requirement(requirement)).isEqualTo("OncePerCaller");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A second rating of the same film by the same user returns 409",
                "Another rating by the same user for the same film is answered with 409",
                "A further rating of the same film by the same customer gets 409",
                "Rating the same film twice returns 409",
                "Rating the same film again by the same user returns 409",
                "A user who has already rated the film gets 409",
                "POST /films/{id}/ratings for a film that the caller has already rated returns 409"
            })
    @Tag("endpoint-reading#AC-67")
    void a_second_one_by_the_same_caller_is_read(String criterion) {
        assertThat(RATING.criterion(criterion)).isEqualTo("SecondByCaller -> Status[code=409]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A second rating of the same film by another user returns 409",
                "A second rating of another film by the same user returns 409",
                "A second rating may return 409"
            })
    @Tag("endpoint-reading#AC-67")
    void what_only_looks_like_a_second_one_is_unread(String criterion) {
        assertThat(RATING.criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- A user rates a film once a day.",
                "- A user usually rates a film once.",
                "- A user rates films.",
                "- There are many ratings per user and film."
            })
    @Tag("endpoint-reading#AC-67")
    void what_is_not_said_of_one_caller_and_one_thing_is_unread(String requirement) {
        assertThat(RATING.requirement(requirement)).isNotEqualTo("OncePerCaller");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- The code of a shelf is unique. Upper and lower case make no difference: `a1` and `A1` are the same code.",
                "- The code of a shelf is unique. Case does not matter.",
                "- The code must be unique. The check ignores case.",
                "- The code must be unique. Upper and lower case count as the same.",
                "- The code of a shelf is unique. Capitals are ignored, so `a1` and `A1` are the same.",
                "- The code of a shelf is unique. The comparison is case-insensitive.",
                "- The code must be unique. It is not case-sensitive."
            })
    @Tag("endpoint-reading#AC-67")
    void a_sentence_on_capitals_belongs_to_the_one_before(String requirement) {
        assertThat(SHELF.requirement(requirement))
                .isEqualTo("Unique[name=code, letters=IGNORING_CASE]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- Upper and lower case make no difference.",
                "- The code is required. Case does not matter.",
                "- The code of a shelf is unique. Case matters.",
                "- The code of a shelf is unique. Case may not matter."
            })
    @Tag("endpoint-reading#AC-67")
    void capitals_of_what_is_not_said_are_unread(String requirement) {
        assertThat(SHELF.requirement(requirement)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /shelves with the code of an existing shelf returns 409, also if it is written in another case",
                "POST /shelves with the code of an existing shelf returns 409, also in other letters",
                "POST /shelves with a code that exists returns 409, even when it is written in capital letters",
                "POST /shelves with a code that is taken returns 409, also if the code is sent in lower case",
                "POST /shelves with a duplicate code returns 409, whatever the case",
                "POST /shelves with an existing code returns 409, also in different case",
                "POST /shelves with an existing code returns 409, even if it differs only in case"
            })
    @Tag("endpoint-reading#AC-67")
    void the_same_in_other_letters_is_read(String criterion) {
        assertThat(SHELF.criterion(criterion))
                .isEqualTo(
                        "Duplicate[field=code] -> Status[code=409] ; DuplicateInOtherCase[field=code] -> Status[code=409]");
    }
}
