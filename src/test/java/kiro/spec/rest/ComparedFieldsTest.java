package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rules that compare two fields of a request, and criteria that break or keep them.
class ComparedFieldsTest {
    private static final String SPEC =
            """
            # Leave change

            ## Requirements

            - Endpoint: `PATCH /leaves/{id}`
            - Authentication: none
            {requirement}

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `startDate` | date | no | |
            | `endDate` | date | no | %s |
            | `min` | integer | no | 1 to 9 |
            | `max` | decimal | no | %s |
            | `title` | string | no | 1 to 80 characters |

            ## Acceptance Criteria

            - [ ] AC-1: PATCH /leaves/{id} returns 200 when the body is valid
            {criterion}
            """;
    private static final Phrasing RULED =
            new Phrasing(SPEC.formatted("must not be before `startDate`", "above `min`"));
    private static final Phrasing UNRULED = new Phrasing(SPEC.formatted("", ""));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    must not be before `startDate`                  | AT_LEAST
                    not earlier than `startDate`                    | AT_LEAST
                    on or after `startDate`                         | AT_LEAST
                    after `startDate` or equal to it                | AT_LEAST
                    must be after `startDate`                       | ABOVE
                    must be later than `startDate` if both are sent | ABOVE
                    must be before `startDate`                      | BELOW
                    earlier than the `startDate`                    | BELOW
                    must not be after `startDate`                   | AT_MOST
                    no later than `startDate`                       | AT_MOST
                    no earlier than `startDate`                     | AT_LEAST
                    """)
    @Tag("structured-reading#AC-17")
    void a_column_compares_a_field_with_another(String words, String order) {
        String read = new Phrasing(SPEC.formatted(words, "")).whole("");

        assertThat(read)
                .contains("Compared[order=" + order + ", other=startDate]")
                .doesNotContain("unread");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    no less than 3            | Range[min=Optional[Bound[value=3, included]], max=-]
                    no more than 3            | Range[min=-, max=Optional[Bound[value=3, included]]]
                    no more than 3 characters | Length[min=-, max=3]
                    """)
    @Tag("structured-reading#AC-17")
    void no_before_a_bound_is_no_answer_to_whether_a_field_is_required(String words, String rule) {
        String type = words.endsWith("characters") ? "string" : "integer";
        String row = "| `size` | %s | no | %s |".formatted(type, words);

        assertThat(
                        new Phrasing(
                                        SPEC.replace(
                                                "| `title` | string | no | 1 to 80 characters |",
                                                row))
                                .whole(""))
                .contains("body size", "OPTIONAL [" + rule + "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    `endDate` must not be before `startDate`. | AT_LEAST, other=startDate
                    `max` must be at least `min`.             | AT_LEAST, other=min
                    `max` must be greater than `min`.         | ABOVE, other=min
                    `min` must not exceed `max`.              | AT_MOST, other=max
                    The `startDate` must be before `endDate`. | BELOW, other=endDate
                    """)
    @Tag("structured-reading#AC-17")
    void a_sentence_compares_a_field_with_another(String sentence, String rule) {
        assertThat(UNRULED.requirement("- " + sentence)).contains("Compared[order=" + rule + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`endDate` must not be before `start`.",
                "`endDate` must be after `endDate`.",
                "`endDate` must be after `max`.",
                "`title` must be after `startDate`."
            })
    @Tag("structured-reading#AC-17")
    void what_is_no_other_field_or_has_no_order_is_not_compared(String sentence) {
        assertThat(UNRULED.requirement("- " + sentence)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    422 | `endDate` is before `startDate`                   | endDate, relation=LESS, other=startDate, against=SENT
                    422 | `startDate` is after `endDate`                    | startDate, relation=MORE, other=endDate, against=SENT
                    422 | `max` is less than `min`                          | max, relation=LESS, other=min, against=SENT
                    422 | `max` equals `min`                                | max, relation=SAME, other=min, against=SENT
                    200 | `endDate` is the same as `startDate`              | endDate, relation=SAME, other=startDate, against=SENT
                    200 | `startDate` and `endDate` are equal               | startDate, relation=SAME, other=endDate, against=SENT
                    422 | `endDate` is before the stored `startDate`        | endDate, relation=LESS, other=startDate, against=STORED
                    422 | only `endDate` is sent and it is before the stored `startDate` | endDate, relation=LESS, other=startDate, against=STORED
                    """)
    @Tag("structured-reading#AC-17")
    void a_criterion_says_how_two_values_lie(int status, String situation, String expected) {
        assertThat(RULED.criterion(criterion(status, situation)))
                .startsWith("Compares[field=" + expected + "]");
    }

    @Test
    @Tag("structured-reading#AC-17")
    void what_is_not_after_is_before_or_the_same() {
        assertThat(RULED.criterion(criterion(422, "`max` is not above `min`")))
                .contains("relation=LESS", "relation=SAME");
        assertThat(
                        RULED.criterion(
                                "A leave whose `max` is below its `min` or equal to it gets 422"))
                .contains("relation=LESS", "relation=SAME");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    422 | `endDate` is after `startDate`
                    422 | `endDate` equals `startDate`
                    200 | `max` equals `min`
                    422 | `endDate` is three days before `startDate`
                    422 | `endDate` is before `startDate` on Sundays
                    422 | the stored `endDate` is before `startDate`
                    422 | `endDate` and `startDate` are before the others
                    """)
    @Tag("structured-reading#AC-17")
    void what_breaks_no_rule_or_says_more_is_not_read(int status, String situation) {
        assertThat(RULED.criterion(criterion(status, situation))).isEqualTo(Phrasing.UNREAD);
    }

    @Test
    @Tag("structured-reading#AC-17")
    void a_criterion_alone_makes_the_rule_that_it_breaks() {
        assertThat(UNRULED.whole(criterion(422, "`endDate` is before `startDate`")))
                .contains("Compared[order=AT_LEAST, other=startDate]");
        assertThat(UNRULED.whole(criterion(422, "`endDate` is not after `startDate`")))
                .contains("Compared[order=ABOVE, other=startDate]");
        assertThat(UNRULED.whole(criterion(422, "`endDate` is not equal to `startDate`")))
                .doesNotContain("Compared");
    }

    private static String criterion(int status, String situation) {
        return "PATCH /leaves/{id} returns " + status + " when " + situation;
    }
}
