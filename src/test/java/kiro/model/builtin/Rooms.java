package kiro.model.builtin;

import java.io.IOException;
import java.nio.file.Path;

/// A small project of bookings that hold their room, kept by Spring Data.
final class Rooms {
    private Rooms() {}

    private static String entity(String name, String fields, String parameters, String body) {
        return """
        @Entity
        public class {name} {
            @Id @GeneratedValue private Long id;
            {fields}
            protected {name}() {}
            public {name}({parameters}) { {body} }
            public Long getId() { return id; }
        }
        """
                .replace("{name}", name)
                .replace("{fields}", fields)
                .replace("{parameters}", parameters)
                .replace("{body}", body);
    }

    static SmallProject project() {
        return SmallProject.of("validation", "data-jpa")
                .type("RoomState", "public enum RoomState { CLOSED, OPEN, TAKEN }")
                .type(
                        "Room",
                        entity(
                                "Room",
                                "private String name; @Enumerated(EnumType.STRING) private RoomState state; public String getName() { return name; } public RoomState getState() { return state; } public void setState(RoomState state) { this.state = state; }",
                                "String name, RoomState state",
                                "this.name = name; this.state = state;"))
                .type(
                        "Booking",
                        entity(
                                "Booking",
                                "@ManyToOne(optional = false) private Room room; private String title; public Room getRoom() { return room; } public String getTitle() { return title; } public void setTitle(String title) { this.title = title; }",
                                "Room room, String title",
                                "this.room = room; this.title = title;"))
                .type(
                        "RoomRepository",
                        "public interface RoomRepository extends JpaRepository<Room, Long> {}")
                .type(
                        "BookingRepository",
                        "public interface BookingRepository extends JpaRepository<Booking, Long> {}")
                .type(
                        "BookingController",
                        """
                        @RestController
                        @RequestMapping("/bookings")
                        class BookingController {
                            private final BookingRepository bookings;
                            BookingController(BookingRepository bookings) { this.bookings = bookings; }
                        }
                        """)
                .test(
                        "BookingControllerTest",
                        """
                        @SpringBootTest
                        @AutoConfigureMockMvc
                        class BookingControllerTest {
                            @Autowired private MockMvc mvc;

                            @Test
                            void unknown() throws Exception {
                                mvc.perform(get("/bookings/{id}", 2)).andExpect(status().isNotFound());
                            }
                        }
                        """);
    }

    /// The engine on what books a room.
    static LoopStandIn booked(Path folder, String requirement)
            throws IOException, InterruptedException {
        return project()
                .built(
                        folder,
                        "book",
                        Shelter.spec(
                                        "POST /bookings",
                                        requirement,
                                        "| `roomId` | integer | yes | must be an existing room |\n| `title` | string | yes | 1 to 60 characters |\n",
                                        """
                                        - [ ] AC-1: POST /bookings returns 201 and the booking when the body is valid
                                        - [ ] AC-2: POST /bookings returns 404 when there is no such room
                                        """
                                                + (requirement.isEmpty()
                                                        ? ""
                                                        : "- [ ] AC-3: A booking is created → the room is `TAKEN`\n"))
                                .replace(
                                        "## Acceptance",
                                        "Response fields: `id`, `roomId`, `title`.\n\n## Acceptance"));
    }
}
