package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What must not lie in the time of something else.
class OverlapsTest {
    private static final String BOOKING =
            """
            # Booking {act}

            ## Requirements

            - Endpoint: `{endpoint}`
            - Authentication: none
            - A booking must not overlap another booking of the same room; cancelled bookings do not count.
            {more}

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            {room}
            | `startsAt` | timestamp | yes | |
            | `endsAt` | timestamp | {required} | after `startsAt` |

            ## Acceptance Criteria

            - [ ] AC-1: {endpoint} returns {status} and the booking when the body is valid
            - [ ] AC-2: {endpoint} returns 409 when the booking overlaps another booking of the room
            """;

    private static final String ROOM = "| `roomId` | integer | yes | must be an existing room |\n";

    private static final String STAY =
            """
            # Stay create

            ## Requirements

            - Endpoint: `POST /rooms/{roomId}/stays`
            - Authentication: none
            {more}

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `from` | date | yes | |
            | `to` | date | yes | not before `from` |

            ## Acceptance Criteria

            - [ ] AC-1: POST /rooms/{roomId}/stays returns 201 and the stay when the body is valid
            - [ ] AC-2: POST /rooms/{roomId}/stays returns 409 when the stay overlaps another stay of the room
            """;

    @TempDir private Path folder;

    private static String create() {
        return spec("POST /bookings", ROOM, "");
    }

    private static String spec(String endpoint, String room, String more) {
        return BOOKING.replace("{endpoint}", endpoint)
                .replace("{act}", endpoint.startsWith("POST") ? "create" : "move")
                .replace("{status}", endpoint.startsWith("POST") ? "201" : "200")
                .replace("{room}\n", room)
                .replace("{required}", "yes")
                .replace("{more}", more);
    }

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

    private static SmallProject project() {
        return SmallProject.of("validation")
                .type("Room", "public record Room(long id, String name) {}")
                .type("State", "public enum State { CANCELLED, BOOKED }")
                .type(
                        "Booking",
                        "public record Booking(long id, long roomId, Instant startsAt, Instant endsAt, State state) {}")
                .type(
                        "Stay",
                        "public record Stay(long id, long roomId, LocalDate from, LocalDate to) {}")
                .type("Rooms", store("Room"))
                .type("Bookings", store("Booking"))
                .type("Stays", store("Stay"))
                .type(
                        "BookingController",
                        """
                        @RestController
                        class BookingController {
                            private final Bookings bookings;
                            private final Rooms rooms;
                            BookingController(Bookings bookings, Rooms rooms) { this.bookings = bookings; this.rooms = rooms; }
                            @GetMapping("/bookings/{id}")
                            Booking get(@PathVariable long id) { return bookings.find(id).orElseThrow(); }
                        }
                        """)
                .type(
                        "RoomController",
                        """
                        @RestController
                        class RoomController {
                            private final Stays stays;
                            private final Rooms rooms;
                            RoomController(Stays stays, Rooms rooms) { this.stays = stays; this.rooms = rooms; }
                            @GetMapping("/rooms/{roomId}/stays/{id}")
                            Stay get(@PathVariable long roomId, @PathVariable long id) { return stays.find(id).orElseThrow(); }
                        }
                        """)
                .test(
                        "RoomControllerTest",
                        """
                        @SpringBootTest
                        @AutoConfigureMockMvc
                        class RoomControllerTest {
                            @Autowired private MockMvc mvc;
                            @Autowired private Rooms rooms;

                            @Test
                            void unknown() throws Exception {
                                mvc.perform(get("/bookings/{id}", 2)).andExpect(status().isNotFound());
                            }
                        }
                        """);
    }

    @Test
    @Tag("builtin-engine#AC-169")
    void nothing_is_made_in_the_time_of_another_one() throws IOException, InterruptedException {
        assertThat(
                        project()
                                .built(
                                        folder,
                                        "booking-create",
                                        spec("POST /bookings", ROOM, "- Sets: `state` = `BOOKED`"))
                                .problem())
                .isEmpty();
        assertThat(text("src/main/java/a/BookingController.java"))
                .contains(
                        code(
                                """
                                if (bookings.all().stream().anyMatch(other -> other.roomId() == request.roomId()
                                        && other.state() != State.CANCELLED
                                        && other.startsAt().isBefore(request.endsAt())
                                        && request.startsAt().isBefore(other.endsAt()))) {
                                    throw new BookingConflictException("it overlaps another booking");
                                """));
    }

    @Test
    @Tag("builtin-engine#AC-169")
    void what_is_moved_is_not_in_its_own_way() throws IOException, InterruptedException {
        project().built(folder, "booking-move", spec("PUT /bookings/{id}", ROOM, ""));
        assertThat(text("src/main/java/a/BookingController.java"))
                .contains(
                        code(
                                "other.roomId() == request.roomId() && other.id() != booking.id() && other.state() != State.CANCELLED"));
        assertThat(text("src/test/java/a/BookingMoveTest.java"))
                .contains(
                        code("updatingABookingOverItsOwnFormerTimeIsServed() throws Exception {"));
    }

    @Test
    @Tag("builtin-engine#AC-169")
    void ends_that_touch_overlap_where_the_spec_says_it() throws IOException, InterruptedException {
        project()
                .built(
                        folder,
                        "booking-create",
                        spec(
                                "POST /bookings",
                                ROOM,
                                "- Sets: `state` = `BOOKED`\n- Touching bookings overlap as well."));
        assertThat(text("src/main/java/a/BookingController.java"))
                .contains(
                        code(
                                "!other.startsAt().isAfter(request.endsAt()) && !request.startsAt().isAfter(other.endsAt())"));
    }

    @Test
    @Tag("builtin-engine#AC-169")
    void of_days_the_last_one_counts_and_the_plan_says_so()
            throws IOException, InterruptedException {
        LoopStandIn loop = project().built(folder, "stay-create", STAY.replace("{more}\n", ""));
        assertThat(SmallProject.notes(loop))
                .contains(
                        "whether the last day counts is not said: two stays overlap where the one begins on the day on which the other ends");
        assertThat(text("src/main/java/a/RoomController.java"))
                .contains(
                        code(
                                "!other.from().isAfter(request.to()) && !request.from().isAfter(other.to())"));
    }

    @Test
    @Tag("builtin-engine#AC-169")
    void of_days_the_words_decide() throws IOException, InterruptedException {
        LoopStandIn loop =
                project()
                        .built(
                                folder,
                                "stay-create",
                                STAY.replace("{more}", "- Touching stays do not overlap."));
        assertThat(SmallProject.notes(loop).toString()).doesNotContain("last day");
        assertThat(text("src/main/java/a/RoomController.java"))
                .contains(
                        code(
                                "other.from().isBefore(request.to()) && request.from().isBefore(other.to())"));
    }

    @Test
    @Tag("builtin-engine#AC-170")
    void each_way_of_lying_in_the_same_time_is_tested() throws IOException, InterruptedException {
        project()
                .built(
                        folder,
                        "booking-create",
                        spec("POST /bookings", ROOM, "- Sets: `state` = `BOOKED`"));
        assertThat(text("src/test/java/a/BookingCreateTest.java"))
                .contains(
                        code(
                                "OverTheEndOfAnotherBookingIsRefused() throws Exception { storedEarlierBooking();"),
                        code(
                                "OverTheBeginningOfAnotherBookingIsRefused() throws Exception { storedLaterBooking();"),
                        code(
                                "WithinAnotherBookingIsRefused() throws Exception { storedLongerBooking();"),
                        code(
                                "AroundAnotherBookingIsRefused() throws Exception { storedShorterBooking();"),
                        code(
                                "AtTheSameTimeAsAnotherBookingIsRefused() throws Exception { storedEqualBooking();"),
                        code(
                                "RightBehindAnotherBookingIsServed() throws Exception { storedFormerBooking();"),
                        code(
                                "RightBeforeAnotherBookingIsServed() throws Exception { storedFollowingBooking();"),
                        code(
                                "AtTheSameTimeAsABookingOfAnotherRoomIsServed() throws Exception { storedEqualBooking(); room = storedRoom();"),
                        code(
                                "AtTheSameTimeAsABookingThatDoesNotCountIsServed() throws Exception { storedUncountedBooking();"),
                        code("int count = bookings.all().size();"));
    }

    @Test
    @Tag("builtin-engine#AC-171")
    void what_may_have_no_end_is_left_out() throws IOException, InterruptedException {
        LoopStandIn loop =
                project()
                        .built(
                                folder,
                                "booking-create",
                                create().replace(
                                                "| timestamp | yes | after",
                                                "| timestamp | no | after"));
        assertThat(loop.problem() + SmallProject.notes(loop))
                .contains("what overlaps with one that has no endsAt is not said");
        assertThat(text("src/main/java/a/BookingController.java")).doesNotContain("PostMapping");
    }

    @Test
    @Tag("builtin-engine#AC-171")
    void what_a_criterion_alone_says_stays_open_alone() throws IOException, InterruptedException {
        LoopStandIn loop =
                project()
                        .built(
                                folder,
                                "booking-create",
                                spec("POST /bookings", ROOM, "- Sets: `state` = `BOOKED`")
                                        .replaceFirst("- A booking must not overlap [^\n]*\n", "")
                                        .replace(
                                                "| timestamp | yes | after",
                                                "| timestamp | no | after"));
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop).toString())
                .contains("stays open: what overlaps with one that has no endsAt is not said");
        assertThat(text("src/main/java/a/BookingController.java"))
                .contains("PostMapping")
                .doesNotContain("anyMatch");
    }

    @Test
    @Tag("builtin-engine#AC-171")
    void a_change_has_to_name_what_it_belongs_to() throws IOException, InterruptedException {
        LoopStandIn loop =
                project().built(folder, "booking-move", spec("PUT /bookings/{id}", "", ""));
        assertThat(loop.problem() + SmallProject.notes(loop))
                .contains(
                        "others that it must not overlap belong to the same room, and neither the path nor the body names that");
        assertThat(text("src/main/java/a/BookingController.java")).doesNotContain("PutMapping");
    }

    @Test
    @Tag("builtin-engine#AC-171")
    void a_state_that_the_project_does_not_know_leaves_it_out()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                project()
                        .built(
                                folder,
                                "booking-create",
                                create().replace("cancelled", "withdrawn"));
        assertThat(loop.problem() + SmallProject.notes(loop))
                .contains("nothing in Booking says that it is 'withdrawn'");
    }

    private String text(String path) throws IOException {
        return code(Files.readString(folder.resolve(path)));
    }

    /// Code however it is folded.
    private static String code(String text) {
        return text.replaceAll("\\s+", "");
    }
}
