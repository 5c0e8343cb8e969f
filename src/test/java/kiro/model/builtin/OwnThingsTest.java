package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What those of a role may do with the things of others, and not with their own.
class OwnThingsTest {
    private static final String CRITERIA =
            """
            - [ ] AC-1: POST /boats/{id}/scrap returns 200 and the boat
            - [ ] AC-2: the warden's own boat → 403
            - [ ] AC-3: caller is a sailor → 403
            - [ ] AC-4: boat is scrapped → 409
            """;

    @TempDir private Path folder;

    private LoopStandIn built(String owner) throws IOException, InterruptedException {
        return Boats.project()
                .built(
                        folder,
                        "boats",
                        Boats.spec(
                                """
                                - Endpoint: `POST /boats/{id}/scrap`
                                - Authentication: bearer token
                                - Access: role `WARDEN`
                                - Owner: `%s`
                                - State before: `AFLOAT`
                                - State after: `SCRAPPED`
                                """
                                        .formatted(owner),
                                CRITERIA));
    }

    private String read(String path) throws IOException {
        return Files.readString(folder.resolve(path)).replaceAll("\\s*\\n\\s*", "");
    }

    /// The test of a criterion, up to the next one.
    private String test(String criterion) throws IOException {
        String all = read("src/test/java/a/BoatsTest.java");
        String from = all.substring(all.indexOf("boats#" + criterion));
        return from.substring(0, from.indexOf("}"));
    }

    @Test
    @Tag("builtin-engine#AC-186")
    void are_refused_and_those_of_others_are_not() throws IOException, InterruptedException {
        LoopStandIn loop = built("owner");

        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop)).noneMatch(note -> note.contains("stays open"));
        assertThat(read("src/main/java/a/BoatController.java"))
                .contains("if (username.equals(boat.getOwner())) {throw ");
        assertThat(test("AC-1")).contains("storedBoat(\"ada\")", "EVA").contains("isOk()");
        assertThat(test("AC-2")).contains("storedBoat(\"eva\")", "EVA").contains("isForbidden()");
        assertThat(test("AC-3")).contains("isForbidden()").doesNotContain("EVA");
        assertThat(test("AC-4")).contains("Boat(\"ada\")", "EVA").contains("isConflict()");
    }

    @Test
    @Tag("builtin-engine#AC-186")
    void are_not_let_through_where_nothing_says_whose_they_are()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                Boats.project()
                        .type("Buoy", "public record Buoy(long id, int depth, Status status) {}")
                        .type(
                                "BuoyController",
                                """
                                @RestController
                                @RequestMapping("/buoys")
                                class BuoyController {
                                    private final Buoys buoys;
                                    BuoyController(Buoys buoys) { this.buoys = buoys; }
                                }
                                """)
                        .type(
                                "Buoys",
                                """
                                @Repository
                                public class Buoys {
                                    private final Map<Long, Buoy> all = new ConcurrentHashMap<>();
                                    public Buoy save(Buoy buoy) { all.put(buoy.id(), buoy); return buoy; }
                                    public Optional<Buoy> findById(long id) { return Optional.ofNullable(all.get(id)); }
                                }
                                """)
                        .built(
                                folder,
                                "boats",
                                Boats.spec(
                                        """
                                        - Endpoint: `POST /buoys/{id}/scrap`
                                        - Authentication: bearer token
                                        - Access: role `WARDEN`
                                        - Owner: `owner`
                                        - State after: `SCRAPPED`
                                        """,
                                        CRITERIA.replace("boat", "buoy")));

        assertThat(loop.problem())
                .contains(
                        "nobody may do it with their own, and no property of Buoy says whose it is");
    }
}
