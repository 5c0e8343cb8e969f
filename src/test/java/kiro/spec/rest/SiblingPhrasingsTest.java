package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways in which authors say that a value lies beyond those of others of the same parent.
class SiblingPhrasingsTest {
    private static final String BID =
            """
            # Bid placing

            ## Requirements

            - Endpoint: `POST /lots/{lotId}/bids`
            - Authentication: bearer token
            {requirement}

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `amount` | decimal | yes | at least 1 |
            | `note` | string | no | at most 200 characters |

            ## Acceptance Criteria

            - [ ] AC-1: POST /lots/{lotId}/bids returns 201 and the bid when the body is valid
            {criterion}
            """;

    private static final String READING =
            """
            # Reading create

            ## Requirements

            - Endpoint: `POST /meters/{meterId}/readings`
            - Authentication: bearer token
            {requirement}

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `takenAt` | timestamp | yes | |
            | `value` | integer | yes | at least 0 |

            ## Acceptance Criteria

            - [ ] AC-1: POST /meters/{meterId}/readings returns 201 and the reading when the body is valid
            {criterion}
            """;

    private static String cell(String cell) {
        return new Phrasing(BID.replace("at least 1 |", cell + " |")).whole("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at least 1, higher than every other bid on the lot",
                "higher than every other bid on the lot",
                "must be higher than all other bids on the lot",
                "more than any other bid of the same lot",
                "above the highest bid on the lot so far",
                "greater than the lot's highest bid",
                "exceeds every earlier bid on this lot",
                "must be greater than the current highest bid of the lot",
                "larger than every bid so far on the lot",
                "higher than the highest `amount` on the lot"
            })
    @Tag("structured-reading#AC-21")
    void a_cell_says_that_it_is_beyond_all_others(String cell) {
        assertThat(cell(cell))
                .contains(
                        "AmongSiblings[name=amount, order=ABOVE, step=0, parent=lot, origin=SAID]")
                .doesNotContain("unread");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "higher than every other bid",
                "higher than the highest bid so far",
                "above every bid so far",
                "higher than the highest so far"
            })
    @Tag("structured-reading#AC-21")
    void what_they_belong_to_may_be_left_to_the_path(String cell) {
        assertThat(cell(cell))
                .contains("AmongSiblings[name=amount, order=ABOVE, step=0, parent=-, origin=SAID]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at least the current highest bid plus 5",
                "at least the highest bid so far plus 5",
                "at least 5 above the highest bid",
                "exceeds the highest bid by at least 5",
                "higher than every other bid by at least 5"
            })
    @Tag("structured-reading#AC-21")
    void by_how_much_is_read(String cell) {
        assertThat(cell(cell))
                .contains(
                        "AmongSiblings[name=amount, order=AT_LEAST, step=5, parent=-, origin=SAID]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- `amount` must be higher than every other bid on the lot.",
                "- `amount` must be higher than the highest bid on the lot.",
                "- The `amount` must exceed every other bid on the lot."
            })
    @Tag("structured-reading#AC-21")
    void a_sentence_says_so(String requirement) {
        assertThat(new Phrasing(BID).requirement(requirement))
                .isEqualTo(
                        "AmongSiblings[name=amount, order=ABOVE, step=0, parent=lot, origin=SAID]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- `takenAt` must be later than the latest reading of the meter.",
                "- `takenAt` must be after the last reading of the meter.",
                "- `takenAt` must be later than every other reading of the meter.",
                "- `takenAt` must be later than the `takenAt` of every other reading of the meter."
            })
    @Tag("structured-reading#AC-21")
    void a_time_is_later_than_that_of_the_latest(String requirement) {
        assertThat(new Phrasing(READING).requirement(requirement))
                .isEqualTo(
                        "AmongSiblings[name=takenAt, order=ABOVE, step=0, parent=meter, origin=SAID]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- `takenAt` must not be before the latest reading of the meter.",
                "- `takenAt` must not be earlier than the latest reading of the meter."
            })
    @Tag("structured-reading#AC-21")
    void the_same_time_may_be_let_be(String requirement) {
        assertThat(new Phrasing(READING).requirement(requirement))
                .isEqualTo(
                        "AmongSiblings[name=takenAt, order=AT_LEAST, step=0, parent=meter, origin=SAID]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lower than every other bid on the lot", "below the lowest bid on the lot"})
    @Tag("structured-reading#AC-21")
    void what_has_to_be_below_all_others_is_read(String cell) {
        assertThat(cell(cell))
                .contains(
                        "AmongSiblings[name=amount, order=BELOW, step=0, parent=lot, origin=SAID]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "higher than the latest bid on the lot",
                "higher than the lowest bid on the lot",
                "higher than most other bids on the lot",
                "higher than every other lot",
                "higher than every other bid of the auction",
                "usually higher than every other bid",
                "higher than every other bid of the same bidder",
                "higher than the average bid"
            })
    @Tag("structured-reading#AC-21")
    void other_comparisons_are_unread(String cell) {
        assertThat(cell(cell)).doesNotContain("AmongSiblings");
    }

    private static String bid(String criterion) {
        return new Phrasing(
                        BID.replace(
                                "{requirement}",
                                "{requirement}\n- `amount` must be higher than every other bid on the lot."))
                .criterion(criterion);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /lots/{lotId}/bids returns 409 when another bid on the lot is as high as `amount`",
                "returns 409 when `amount` is as high as another bid on the lot",
                "returns 409 when `amount` equals the highest bid",
                "returns 409 when another bid on the lot has the same `amount`",
                "returns 409 when `amount` is the same as the highest bid so far"
            })
    @Tag("structured-reading#AC-22")
    void the_same_value_as_another_one_is_read(String criterion) {
        assertThat(bid(criterion))
                .isEqualTo("AmongSiblings[field=amount, relation=SAME] -> Status[code=409]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 409 when `amount` is lower than the highest bid on the lot",
                "returns 409 when `amount` is below the highest bid so far",
                "returns 409 when `amount` is lower than another bid",
                "returns 409 when the lot has a higher bid already",
                "returns 409 when a higher bid exists",
                "returns 409 when another bid on the lot is higher",
                "returns 409 when there is a higher bid on the lot"
            })
    @Tag("structured-reading#AC-22")
    void a_value_below_another_one_is_read(String criterion) {
        assertThat(bid(criterion))
                .isEqualTo("AmongSiblings[field=amount, relation=LESS] -> Status[code=409]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 409 when `amount` is not higher than the highest bid on the lot",
                "returns 409 when `amount` is not higher than every other bid",
                "returns 409 when `amount` does not exceed the highest bid",
                "returns 409 when `amount` is lower than or equal to the highest bid",
                "returns 409 when another bid is as high or higher",
                "returns 409 when the bid is not higher than the current highest bid",
                "returns 409 when `amount` is at most the highest bid on the lot"
            })
    @Tag("structured-reading#AC-22")
    void both_ways_of_breaking_it_are_read(String criterion) {
        assertThat(bid(criterion))
                .isEqualTo(
                        "AmongSiblings[field=amount, relation=LESS] -> Status[code=409] ; "
                                + "AmongSiblings[field=amount, relation=SAME] -> Status[code=409]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 201 and the bid when `amount` is higher than the highest bid",
                "returns 201 and the bid when `amount` is higher than every other bid on the lot"
            })
    @Tag("structured-reading#AC-22")
    void what_keeps_the_rule_is_read(String criterion) {
        assertThat(bid(criterion))
                .startsWith("AmongSiblings[field=amount, relation=MORE] -> Status[code=201]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 409 when `amount` is higher than the highest bid",
                "returns 409 when another bid on another lot is as high as `amount`",
                "returns 409 when `amount` is below the lowest bid",
                "returns 409 when `amount` is usually below the highest bid",
                "returns 201 and the bid when `amount` is below the highest bid",
                "returns 409 when `amount` is below the latest bid",
                "returns 409 when the same bid exists already",
                "returns 409 when a later bid exists",
                "returns 409 when the bid is placed before another one"
            })
    @Tag("structured-reading#AC-22")
    void what_does_not_break_the_rule_is_unread(String criterion) {
        assertThat(bid(criterion)).isEqualTo(Phrasing.UNREAD);
    }

    @Test
    @Tag("structured-reading#AC-22")
    void a_criterion_alone_makes_the_rule_that_refuses_just_that() {
        assertThat(
                        new Phrasing(BID)
                                .whole(
                                        "returns 409 when `amount` is not higher than the highest bid on the lot"))
                .contains(
                        "AmongSiblings[name=amount, order=ABOVE, step=0, parent=-, origin=REFUSED]");
        assertThat(
                        new Phrasing(BID)
                                .whole(
                                        "returns 409 when `amount` is lower than the highest bid on the lot"))
                .contains(
                        "AmongSiblings[name=amount, order=AT_LEAST, step=0, parent=-, origin=REFUSED]");
    }

    @Test
    @Tag("structured-reading#AC-22")
    void who_has_the_one_role_offers_enough_or_too_often() {
        var phrasing =
                new Phrasing(
                        BID.replace(
                                "{requirement}",
                                "{requirement}\n- Access: role `BIDDER`\n- Rate limit: 30 requests per minute per user\n- `amount` must be higher than every other bid on the lot."));
        assertThat(phrasing.criterion("returns 201 and the bid when a bidder offers enough"))
                .startsWith("Valid -> Status[code=201]");
        assertThat(phrasing.criterion("returns 429 when the bidder has used up the 30 requests"))
                .isEqualTo("OverLimit[request=-] -> Status[code=429]");
    }

    @Test
    @Tag("structured-reading#AC-22")
    void an_earlier_time_than_the_latest_is_read() {
        assertThat(
                        new Phrasing(
                                        READING.replace(
                                                "{requirement}",
                                                "{requirement}\n- `takenAt` must be later than the latest reading of the meter."))
                                .criterion(
                                        "returns 422 when `takenAt` is before the latest reading of the meter"))
                .isEqualTo("AmongSiblings[field=takenAt, relation=LESS] -> Status[code=422]");
    }
}
