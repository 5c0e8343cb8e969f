package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A request for a ride is accepted by the one who drives it, which only the ride says.
class OwnersOfOthersTest {
    static final String SPEC =
            """
            # Request accept

            ## Requirements

            - Endpoint: `POST /requests/{id}/accept`
            - Authentication: bearer token
            - Access: the ride's driver, or role `COORDINATOR`
            - State before: `WAITING`
            - State after: `ACCEPTED`

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | integer | |
            | `rideId` | integer | |
            | `passengerId` | string | |
            | `status` | string | `WAITING` or `ACCEPTED` |

            ## Acceptance Criteria

            - [ ] AC-1: POST /requests/{id}/accept returns 200 and the request when the request is valid
            - [ ] AC-2: POST /requests/{id}/accept returns 403 when the caller is neither the owner nor COORDINATOR
            - [ ] AC-3: POST /requests/{id}/accept returns 200 when the caller is a coordinator
            """;

    @TempDir private Path folder;

    private static String store(String type, String plural) {
        return """
        @Component
        public class %2$s {
            private final Map<Long, %1$s> byId = new ConcurrentSkipListMap<>();
            private final AtomicLong last = new AtomicLong();
            public long nextId() { return last.incrementAndGet(); }
            public Optional<%1$s> find(long id) { return Optional.ofNullable(byId.get(id)); }
            public List<%1$s> all() { return List.copyOf(byId.values()); }
            public void save(%1$s one) { byId.put(one.id(), one); }
        }
        """
                .formatted(type, plural);
    }

    /// @param driver the property of a ride that says who drives it
    static SmallProject project(String driver) {
        return Absences.project()
                .type("Role", "public enum Role { PASSENGER, DRIVER, COORDINATOR }")
                .type("Caller", "public record Caller(String name, Role role) {}")
                .type(
                        "CallerResolver",
                        """
                        @Component
                        public class CallerResolver implements HandlerMethodArgumentResolver {
                            private static final Map<String, Caller> TOKENS = Map.of("t-ada", new Caller("ada", Role.DRIVER), "t-ben", new Caller("ben", Role.DRIVER), "t-cleo", new Caller("cleo", Role.COORDINATOR));
                            public boolean supportsParameter(MethodParameter parameter) { return parameter.getParameterType() == Caller.class; }
                            public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request, WebDataBinderFactory binders) {
                                Caller caller = TOKENS.get(String.valueOf(request.getHeader("Authorization")).replace("Bearer ", ""));
                                if (caller == null) { throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, "sign in first"); }
                                return caller;
                            }
                        }
                        """)
                .type("Progress", "public enum Progress { WAITING, ACCEPTED }")
                .type("Ride", "public record Ride(long id, String " + driver + ", String town) {}")
                .type(
                        "SeatRequest",
                        "public record SeatRequest(long id, long rideId, String passengerId, Progress status) {}")
                .type("Rides", store("Ride", "Rides"))
                .type("SeatRequests", store("SeatRequest", "SeatRequests"))
                .type(
                        "RequestController",
                        """
                        @RestController
                        @RequestMapping("/requests")
                        class RequestController {
                            private final SeatRequests requests;
                            RequestController(SeatRequests requests) { this.requests = requests; }
                            @GetMapping("/{id}")
                            SeatRequest get(@PathVariable long id, Caller caller) {
                                return requests.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                            }
                        }
                        """);
    }

    private LoopStandIn accepted(String driver) throws IOException, InterruptedException {
        return project(driver).built(folder, "accept", SPEC);
    }

    @Test
    @Tag("builtin-engine#AC-203")
    void are_looked_up_where_it_is_said_who_they_are() throws IOException, InterruptedException {
        LoopStandIn loop = accepted("driverId");
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop).toString()).doesNotContain("stays open");
        assertThat(text("main/java/a/RequestController"))
                .containsOnlyOnce(code("rides.find("))
                .containsSubsequence(
                        code("boolean isCoordinator = caller.role() == Role.COORDINATOR;"),
                        code("Ride ride = rides.find(seatRequest.rideId()).orElseThrow();"),
                        code("if (!isCoordinator && !username.equals(ride.driverId())) {"),
                        code("HttpStatus.FORBIDDEN"),
                        code("if (seatRequest.status() != Progress.WAITING) {"))
                .doesNotContain(code("equals(seatRequest.passengerId())"));
    }

    @Test
    @Tag("builtin-engine#AC-203")
    void are_those_of_whom_tests_store_it() throws IOException, InterruptedException {
        accepted("driverId");
        assertThat(text("test/java/a/AcceptTest"))
                .contains(
                        code("new Ride(rides.nextId(), driverId, \"Some town\")"),
                        code("storedRide(\"ada\").id()"))
                .containsSubsequence(
                        "#AC-2",
                        code("SeatRequest seatRequest = storedOfBenSeatRequest();"),
                        code("HttpHeaders.AUTHORIZATION, ADA"),
                        code("status().isForbidden()"),
                        code("isEqualTo(stored)"),
                        "#AC-3",
                        code("SeatRequest seatRequest = storedOfAdaSeatRequest();"),
                        code("HttpHeaders.AUTHORIZATION, CLEO"),
                        code("status().isOk()"));
    }

    @Test
    @Tag("builtin-engine#AC-203")
    void are_read_of_the_thing_where_it_is_held() throws IOException, InterruptedException {
        LoopStandIn loop =
                project("driverId")
                        .type(
                                "SeatRequest",
                                "public record SeatRequest(long id, Ride ride, String passengerId, Progress status) {}")
                        .built(folder, "accept", SPEC);
        assertThat(loop.problem()).isEmpty();
        assertThat(text("main/java/a/RequestController"))
                .contains(
                        code(
                                "if (!isCoordinator && !username.equals(seatRequest.ride().driverId())) {"))
                .doesNotContain("rides.find(");
        assertThat(text("test/java/a/AcceptTest"))
                .contains(code("seatRequests.nextId(), storedRide(\"ben\"),"));
    }

    @Test
    @Tag("builtin-engine#AC-203")
    void are_those_of_the_thing_itself_where_it_says_so() throws IOException, InterruptedException {
        LoopStandIn loop =
                project("driverId")
                        .built(
                                folder,
                                "accept",
                                SPEC.replace("the ride's driver", "the request's passenger"));
        assertThat(loop.problem()).isEmpty();
        assertThat(text("main/java/a/RequestController"))
                .contains(code("!username.equals(seatRequest.passengerId())"))
                .doesNotContain("driverId", "rides");
    }

    @Test
    @Tag("builtin-engine#AC-203")
    void are_none_whom_nothing_names_so() throws IOException, InterruptedException {
        LoopStandIn loop =
                project("driverId")
                        .built(
                                folder,
                                "accept",
                                SPEC.replace("the ride's driver", "the ride's conductor"));
        assertThat(loop.problem()).contains("no property of SeatRequest says whose it is");
        assertThat(text("main/java/a/RequestController")).doesNotContain("PostMapping");
    }

    @Test
    @Tag("builtin-engine#AC-203")
    void are_not_those_that_the_thing_itself_names_otherwise()
            throws IOException, InterruptedException {
        LoopStandIn loop = accepted("car");
        assertThat(loop.problem())
                .contains(
                        "only the owner may do it, and no property of SeatRequest says whose it is");
        assertThat(text("main/java/a/RequestController")).doesNotContain("PostMapping");
    }

    private String text(String path) throws IOException {
        return code(Files.readString(folder.resolve("src/" + path + ".java")));
    }

    /// Code however it is folded.
    private static String code(String text) {
        return text.replaceAll("\\s+", "");
    }
}
