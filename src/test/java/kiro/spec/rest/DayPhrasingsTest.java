package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Days that are taken, and days that are today.
class DayPhrasingsTest {
    private static final String SPEC =
            """
            # Visit create

            ## Requirements

            - Endpoint: `POST /animals/{animalId}/visits`
            - Authentication: none
            - Unique: `%s` within the animal

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `visitsOn` | date | yes | not in the past |
            | `leavesOn` | date | yes | not before `visitsOn` |
            | `note` | string | no | at most 60 characters |

            ## Acceptance Criteria

            - [ ] AC-1: POST /animals/{animalId}/visits returns 400 when `visitsOn` is missing
            {criterion}
            """;
    private static final Phrasing VISIT = new Phrasing(SPEC.formatted("visitsOn"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 409 when the animal already has a visit on the same day",
                "returns 409 when the animal has a visit on the same date already",
                "GIVEN the animal already has a visit on the same day WHEN a visit is created THEN the response is 409"
            })
    @Tag("structured-reading#AC-50")
    void a_day_is_taken_where_the_one_unique_field_is_a_day(String criterion) {
        assertThat(VISIT.criterion(criterion))
                .isEqualTo("Duplicate[field=visitsOn] -> Status[code=409]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 409 when the animal has a visit on the same farm already",
                "returns 409 when the animal has a visit on that day already",
                "returns 409 when the animal has a visit on the same day and a cold",
                "returns 409 when the animal has a visit on another day"
            })
    @Tag("structured-reading#AC-50")
    void other_words_for_what_is_the_same_are_unread(String criterion) {
        assertThat(VISIT.criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(strings = "returns 409 when the animal already has a visit on the same day")
    @Tag("structured-reading#AC-50")
    void a_unique_text_is_no_day(String criterion) {
        assertThat(new Phrasing(SPEC.formatted("note")).criterion(criterion))
                .isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    returns 201 when `visitsOn` is today           | ValueIs[field=visitsOn, value=today] -> Status[code=201]
                    returns 201 when `visitsOn` is the current day | ValueIs[field=visitsOn, value=today] -> Status[code=201]
                    `visitsOn` is today → 201                      | ValueIs[field=visitsOn, value=today] -> Status[code=201]
                    returns 400 when `visitsOn` is today           | ValueIs[field=visitsOn, value=today] -> Status[code=400]
                    returns 201 when `leavesOn` is the same day as `visitsOn` | Compares[field=leavesOn, relation=SAME, other=visitsOn, against=SENT] -> Status[code=201]
                    returns 201 when `leavesOn` is on the same day as `visitsOn` | Compares[field=leavesOn, relation=SAME, other=visitsOn, against=SENT] -> Status[code=201]
                    """)
    @Tag("structured-reading#AC-51")
    void a_day_is_today_or_that_of_another_field(String criterion, String reading) {
        assertThat(VISIT.criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 201 when `visitsOn` is not today",
                "returns 201 when `visitsOn` is today or tomorrow",
                "returns 201 when `note` is today",
                "returns 201 when `visitsOn` is today at noon",
                "returns 201 when `note` is the same day as `visitsOn`"
            })
    @Tag("structured-reading#AC-51")
    void other_days_and_texts_are_unread(String criterion) {
        assertThat(VISIT.criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }
}
