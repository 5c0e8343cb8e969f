package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can be done only until a time that is stored.
class PassedTimesTest {
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
            public void remove(long id) { byId.remove(id); }
        }
        """
                .replace("%s", type);
    }

    private static SmallProject project() {
        return SmallProject.of("validation")
                .type(
                        "Trip",
                        "public record Trip(long id, String name, Instant departsAt, LocalDate bookableUntil) {}")
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
                        """);
    }

    private LoopStandIn built(String route, String more, String criteria)
            throws IOException, InterruptedException {
        return project()
                .built(
                        folder,
                        "trip-change",
                        """
                        # Trip change

                        ## Requirements

                        - Endpoint: `%s`
                        - Authentication: none
                        %s

                        ## Acceptance Criteria

                        %s
                        """
                                .formatted(route, more, criteria));
    }

    @Test
    @Tag("builtin-engine#AC-214")
    void a_time_of_the_thing_that_has_passed_forbids_it() throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        "DELETE /trips/{id}",
                        "- Request body: none",
                        """
                        - [ ] AC-1: DELETE /trips/{id} returns 204 when the request is valid
                        - [ ] AC-2: GIVEN a trip whose `departsAt` is in the past WHEN it is deleted THEN the response is 410
                        """);
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop).toString()).doesNotContain("stays open");
        assertThat(text("main/java/a/TripController"))
                .containsSubsequence(
                        "trips.find(id)",
                        ".departsAt().isBefore(Instant.now())) {",
                        "trips.remove(id);");
        assertThat(text("test/java/a/TripChangeTest"))
                .contains(
                        "Instant.parse(\"2001-01-01T09:00:00Z\")",
                        "Instant.parse(\"2099-01-01T09:00:00Z\")",
                        "status().isGone()");
    }

    @Test
    @Tag("builtin-engine#AC-214")
    void a_time_of_what_a_new_one_belongs_to_forbids_it() throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        "POST /trips/{tripId}/seats",
                        """
                        - Seats are taken until the `bookableUntil`, that day included

                        Request fields:

                        | Field | Type | Required | Constraints |
                        |---|---|---|---|
                        | `guest` | string | yes | 1 to 60 characters |
                        """,
                        """
                        - [ ] AC-1: POST /trips/{tripId}/seats returns 201 when the body is valid
                        - [ ] AC-2: POST /trips/{tripId}/seats returns 409 when the trip's `bookableUntil` is in the past
                        """);
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop).toString()).doesNotContain("stays open");
        assertThat(text("main/java/a/TripController"))
                .contains("trip.bookableUntil().isBefore(LocalDate.now())) {");
        assertThat(text("test/java/a/TripChangeTest"))
                .contains("LocalDate.of(2001, 1, 1)", "LocalDate.of(2099, 1, 1)");
    }

    @Test
    @Tag("builtin-engine#AC-214")
    void a_time_that_the_thing_has_not_is_named() throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        "DELETE /trips/{id}",
                        "- Request body: none",
                        """
                        - [ ] AC-1: DELETE /trips/{id} returns 204 when the request is valid
                        - [ ] AC-2: DELETE /trips/{id} returns 409 when `closesAt` is in the past
                        """);
        assertThat(SmallProject.notes(loop).toString()).contains("Trip has no time closesAt");
        assertThat(text("main/java/a/TripController")).doesNotContain("isBefore(");
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve("src/" + file + ".java"))
                .replaceAll("\\s+", " ")
                .replace(" .", ".");
    }
}
