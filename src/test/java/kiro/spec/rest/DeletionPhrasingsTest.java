package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is so after a deletion, and which states forbid it.
class DeletionPhrasingsTest {
    private static final String SPEC =
            """
            # Animal delete

            ## Requirements

            - Endpoint: `DELETE /animals/{id}`
            - Authentication: none

            %s

            ## Acceptance Criteria

            - [ ] AC-1: DELETE /animals/{id} returns 404 when there is no such animal
            {criterion}
            """;
    private static final Phrasing DELETING =
            new Phrasing(
                    SPEC.formatted(
                            """
                            Response fields:

                            | Field | Type | Meaning |
                            |---|---|---|
                            | `id` | integer | |
                            | `status` | string | `AVAILABLE`, `RESERVED` or `ADOPTED` |
                            """));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the other animals are still there after the deletion",
                "after the removal the other animals are still there",
                "The other animals are untouched",
                "All other animals stay as they are",
                "all the other animals are unaffected",
                "the other animals are not deleted",
                "other animals stay as they were afterwards",
                "Deleting an animal leaves the other animals untouched",
                "deleting an animal keeps all other animals"
            })
    @Tag("structured-reading#AC-53")
    void the_others_stay(String criterion) {
        assertThat(DELETING.criterion(criterion)).isEqualTo("Valid -> OthersStay");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "After the deletion `GET /animals/{id}` answers 404",
                "after the deletion, GET /animals/{id} returns 404",
                "`GET /animals/{id}` answers 404 after the deletion",
                "GET /animals/{id} gives 404 after a removal"
            })
    @Tag("structured-reading#AC-53")
    void the_one_is_gone(String criterion) {
        assertThat(DELETING.criterion(criterion)).isEqualTo("Valid -> IsGone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the other clients are still there after the deletion",
                "the other animals are sad after the deletion",
                "the other animals are deleted",
                "the other animals are still there after the winter",
                "some other animals stay as they are",
                "removing the animal leaves the other penguins alone",
                "After the deletion `GET /animals/{id}` answers 200",
                "After the deletion `GET /penguins/{id}` answers 404",
                "After the party `GET /animals/{id}` answers 404",
                "After the deletion `GET /animals/{id}` answers 404 on Sundays"
            })
    @Tag("structured-reading#AC-53")
    void other_things_and_times_are_unread(String criterion) {
        assertThat(DELETING.criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    returns 409 when the animal has been adopted       | Conflict[words=the animal has been adopted, state=adopted] -> Status[code=409]
                    returns 409 when the animal is adopted or reserved | Conflict[words=the animal is adopted or reserved, state=adopted] -> Status[code=409] ; Conflict[words=the animal is adopted or reserved, state=reserved] -> Status[code=409]
                    returns 409 when the animal has been adopted on Sundays | unread
                    """)
    @Tag("structured-reading#AC-54")
    void a_criterion_alone_says_which_of_the_listed_states_forbid_it(
            String criterion, String reading) {
        assertThat(DELETING.criterion(criterion)).isEqualTo(reading);
    }
}
