package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways in which authors say that nothing lies in the time of something else.
class OverlapPhrasingsTest {
    private static final String SLOT =
            """
            # Slot create

            ## Requirements

            - Endpoint: `POST /rooms/{roomId}/slots`
            - Authentication: bearer token
            {requirement}

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `label` | string | yes | 1 to 20 characters |
            | `startsAt` | timestamp | yes | |
            | `endsAt` | timestamp | yes | after `startsAt` |

            ## Acceptance Criteria

            - [ ] AC-1: POST /rooms/{roomId}/slots returns 201 and the slot when the body is valid
            {criterion}
            """;

    private static final String BOOKING =
            SLOT.replace("/rooms/{roomId}/slots", "/bookings")
                    .replace("slot", "booking")
                    .replace("Slot", "Booking")
                    .replace(
                            "| `label` | string | yes | 1 to 20 characters |",
                            "| `roomId` | integer | yes | must be an existing room |");

    private static final String RULE =
            "NoOverlap[span=Optional[Span[start=startsAt, end=endsAt]], parent=room, origin=SAID]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- A slot must not overlap another slot of the same room.",
                "- A slot must not overlap with another slot of the room.",
                "- A slot may not overlap any other slot in the room.",
                "- Slots of the same room must not overlap.",
                "- Slots of a room never overlap.",
                "- Two slots of the same room must not overlap.",
                "- No two slots of the same room may overlap.",
                "- A slot never overlaps another slot of the room."
            })
    @Tag("structured-reading#AC-23")
    void what_must_not_overlap_is_read(String requirement) {
        assertThat(new Phrasing(SLOT).requirement(requirement)).isEqualTo(RULE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- A booking must not overlap with another booking of the same room.",
                "- Bookings of the same room must not overlap."
            })
    @Tag("structured-reading#AC-23")
    void a_field_of_the_body_names_the_room(String requirement) {
        assertThat(new Phrasing(BOOKING).requirement(requirement)).isEqualTo(RULE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- A slot must not overlap another slot of the same room; cancelled slots do not count.",
                "- Slots of the same room must not overlap, except cancelled ones.",
                "- A slot must not overlap another slot of the same room. Cancelled slots are ignored."
            })
    @Tag("structured-reading#AC-23")
    void states_that_do_not_count_are_read(String requirement) {
        assertThat(new Phrasing(SLOT).requirement(requirement))
                .isEqualTo(RULE + " ; Uncounted[states=[cancelled]]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- One may start in the moment the other ends.",
                "- Slots that only touch do not overlap.",
                "- Back-to-back slots are allowed.",
                "- Touching slots do not overlap."
            })
    @Tag("structured-reading#AC-23")
    void those_that_touch_may_be_apart(String requirement) {
        assertThat(new Phrasing(SLOT).requirement(requirement))
                .isEqualTo("EndsTouch[overlap=false]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- Touching slots overlap as well.",
                "- Slots that only touch overlap, too.",
                "- Both days count.",
                "- The last day is included."
            })
    @Tag("structured-reading#AC-23")
    void those_that_touch_may_overlap(String requirement) {
        assertThat(new Phrasing(SLOT).requirement(requirement))
                .isEqualTo("EndsTouch[overlap=true]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- A slot should usually not overlap another slot of the room.",
                "- A slot must not overlap another slot by more than an hour.",
                "- Slots of the same room may overlap."
            })
    @Tag("structured-reading#AC-23")
    void doubts_about_it_are_unread(String requirement) {
        assertThat(new Phrasing(SLOT).requirement(requirement)).doesNotContain("NoOverlap");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /rooms/{roomId}/slots returns 409 when the slot overlaps another slot of the room",
                "returns 409 when the slot overlaps with an existing slot of the same room",
                "returns 409 when another slot of the room overlaps",
                "returns 409 when there is an overlapping slot in the room",
                "returns 409 when it would clash with another slot of the room",
                "returns 409 when the room is already booked at that time",
                "returns 409 when the time overlaps that of another slot of the room"
            })
    @Tag("structured-reading#AC-24")
    void an_overlap_is_a_situation(String criterion) {
        assertThat(new Phrasing(SLOT).criterion(criterion))
                .isEqualTo("Overlaps[how=OVERLAPS, word=room] -> Status[code=409]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 201 and the slot when it starts when another slot ends",
                "returns 201 and the slot when it only touches another slot of the room",
                "returns 201 and the slot when `startsAt` is the same as the `endsAt` of another slot"
            })
    @Tag("structured-reading#AC-24")
    void one_that_touches_is_a_situation(String criterion) {
        assertThat(new Phrasing(SLOT).criterion(criterion))
                .startsWith("Overlaps[how=TOUCHES, word=-] -> Status[code=201]");
        assertThat(new Phrasing(SLOT).whole(criterion)).contains("EndsTouch[overlap=false]");
    }

    @Test
    @Tag("structured-reading#AC-24")
    void what_does_not_count_is_a_situation() {
        assertThat(
                        new Phrasing(SLOT)
                                .criterion(
                                        "returns 201 and the slot when it overlaps a slot of another room"))
                .startsWith("Overlaps[how=ELSEWHERE, word=room] -> Status[code=201]");
        assertThat(
                        new Phrasing(SLOT)
                                .criterion(
                                        "returns 201 and the slot when it overlaps a cancelled slot"))
                .startsWith("Overlaps[how=UNCOUNTED, word=cancelled] -> Status[code=201]");
        assertThat(
                        new Phrasing(SLOT)
                                .criterion(
                                        "returns 201 and the slot when it overlaps no other slot"))
                .startsWith("Valid -> Status[code=201]");
    }

    @Test
    @Tag("structured-reading#AC-24")
    void a_criterion_alone_makes_the_rule() {
        assertThat(
                        new Phrasing(SLOT)
                                .whole(
                                        "returns 409 when the slot overlaps another slot of the room"))
                .contains(RULE.replace("SAID", "REFUSED"));
        assertThat(
                        new Phrasing(BOOKING)
                                .whole(
                                        "returns 409 when the booking overlaps another booking of the same room"))
                .contains(RULE.replace("SAID", "REFUSED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 409 when the booking overlaps another booking",
                "returns 409 when the booking overlaps a booking of another room",
                "returns 409 when the booking overlaps another booking by an hour",
                "returns 201 and the booking when it overlaps another booking of the room",
                "returns 409 when the booking nearly overlaps another booking of the room",
                "returns 409 when the booking overlaps a confirmed booking of the room"
            })
    @Tag("structured-reading#AC-24")
    void what_is_not_told_in_full_is_unread(String criterion) {
        assertThat(new Phrasing(BOOKING).criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }

    @Test
    @Tag("structured-reading#AC-24")
    void without_two_times_nothing_overlaps() {
        String spec = SLOT.replace("| `endsAt` | timestamp | yes | after `startsAt` |\n", "");
        assertThat(
                        new Phrasing(spec)
                                .criterion(
                                        "returns 409 when the slot overlaps another slot of the room"))
                .isEqualTo(Phrasing.UNREAD);
    }
}
