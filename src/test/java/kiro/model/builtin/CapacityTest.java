package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How many there may be below another thing.
class CapacityTest {
    private static final String FIELDS =
            """

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `guest` | string | yes | 1 to 60 characters |
            """;

    @TempDir private Path folder;

    private static String store(String type) {
        return """
        @Component
        public class %ss {
            private final Map<Long, %s> byId = new ConcurrentSkipListMap<>();
            private final AtomicLong last = new AtomicLong();
            public long nextId() { return last.incrementAndGet(); }
            public Optional<%s> find(long id) { return Optional.ofNullable(byId.get(id)); }
            public List<%s> all() { return List.copyOf(byId.values()); }
            public void save(%s one) { byId.put(one.id(), one); }
        }
        """
                .replace("%s", type);
    }

    private LoopStandIn built(String requirement, String criterion)
            throws IOException, InterruptedException {
        return SmallProject.of("validation")
                .type("Trip", "public record Trip(long id, String name, int places) {}")
                .type("Seat", "public record Seat(long id, long tripId, String guest) {}")
                .type("Trips", store("Trip"))
                .type("Seats", store("Seat"))
                .type(
                        "TripController",
                        """
                        @RestController
                        class TripController {
                            private final Trips trips;
                            private final Seats seats;
                            TripController(Trips trips, Seats seats) { this.trips = trips; this.seats = seats; }
                            @GetMapping("/trips/{id}")
                            Trip get(@PathVariable long id) {
                                return trips.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                            }
                        }
                        """)
                .built(
                        folder,
                        "seat-booking",
                        """
                        # Seat booking

                        ## Requirements

                        - Endpoint: `POST /trips/{tripId}/seats`
                        - Authentication: none
                        %s%s
                        ## Acceptance Criteria

                        - [ ] AC-1: POST /trips/{tripId}/seats returns 201 when the body is valid
                        - [ ] AC-2: %s
                        """
                                .formatted(requirement, FIELDS, criterion));
    }

    @Test
    @Tag("builtin-engine#AC-215")
    void as_many_as_the_thing_says_are_taken_and_no_more()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        "- A trip has at most `places` seats\n",
                        "POST /trips/{tripId}/seats returns 409 when the trip is full");
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop).toString()).doesNotContain("stays open");
        assertThat(text("main/java/a/TripController"))
                .containsSubsequence(
                        "Trip trip = trips.find(tripId)",
                        ".filter(other -> other.tripId() == tripId).count() >= trip.places()) {",
                        "seats.save(");
        assertThat(text("test/java/a/SeatBookingTest"))
                .contains(
                        "seats.nextId(), trip.id()",
                        "\"Some name\", 1)",
                        "\"Some name\", 2)",
                        "\"Some name\", 9)",
                        "status().isConflict()");
    }

    @Test
    @Tag("builtin-engine#AC-215")
    void a_number_of_the_spec_is_the_most() throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        "- A trip has at most 3 seats\n",
                        "POST /trips/{tripId}/seats returns 422 when the trip is full");
        assertThat(loop.problem()).isEmpty();
        assertThat(text("main/java/a/TripController"))
                .contains(".count() >= 3) {", "HttpStatus.UNPROCESSABLE_");
    }

    @Test
    @Tag("builtin-engine#AC-215")
    void a_number_that_the_thing_has_not_leaves_the_endpoint_out()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        "- A trip has at most `berths` seats\n",
                        "POST /trips/{tripId}/seats returns 409 when the trip is full");
        assertThat(loop.problem()).contains("`berths`");
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve("src/" + file + ".java"))
                .replaceAll("\\s+", " ")
                .replace(" .", ".");
    }
}
