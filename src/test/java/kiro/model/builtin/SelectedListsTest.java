package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists that are sorted by several properties, limited by a parameter, or in which nothing is found.
class SelectedListsTest {
    private static final String HORN =
            """
            public class Horn {
                private long id;
                private String name;
                private String maker;
                private int pitch;
                public long getId() { return id; }
                public void setId(long id) { this.id = id; }
                public String getName() { return name; }
                public void setName(String name) { this.name = name; }
                public String getMaker() { return maker; }
                public void setMaker(String maker) { this.maker = maker; }
                public int getPitch() { return pitch; }
                public void setPitch(int pitch) { this.pitch = pitch; }
            }
            """;

    private static final String STORE =
            """
            @Repository
            public class Horns {
                private final Map<Long, Horn> all = new ConcurrentHashMap<>();
                private final AtomicLong ids = new AtomicLong();
                public Horn save(Horn horn) {
                    if (horn.getId() == 0) { horn.setId(ids.incrementAndGet()); }
                    all.put(horn.getId(), horn);
                    return horn;
                }
                public void delete(long id) { all.remove(id); }
                public Optional<Horn> findById(long id) { return Optional.ofNullable(all.get(id)); }
                public List<Horn> findAll() { return List.copyOf(all.values()); }
            }
            """;

    private static final String CONTROLLER =
            """
            @RestController
            @RequestMapping("/horns")
            class HornController {
                private final Horns horns;
                HornController(Horns horns) { this.horns = horns; }
            }
            """;

    private static final String LISTING =
            """
            # Horn list

            ## Requirements

            - Endpoint: `GET /horns`
            - Authentication: none

            Query parameters:

            | Parameter | Type | Required | Constraints |
            |---|---|---|---|
            | `name` | string | no | horns whose `name` contains the text, ignoring case |
            | `pitch` | integer | no | filters |
            | `limit` | integer | no | at most `limit` horns, 1 to 50, 20 when absent |

            Response fields: `id`, `name`, `maker`, `pitch`

            ## Acceptance Criteria

            - [ ] AC-1: %s
            """;

    @TempDir private Path folder;

    private LoopStandIn built(String name, String spec) throws IOException, InterruptedException {
        return SmallProject.of()
                .type("Horn", HORN)
                .type("Horns", STORE)
                .type("HornController", CONTROLLER)
                .built(folder, name, spec);
    }

    private String listed(String criterion) throws IOException, InterruptedException {
        LoopStandIn loop = built("horn-list", LISTING.formatted(criterion));
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop)).noneMatch(note -> note.contains("stays open"));
        return flat("src/test/java/a/HornListTest.java");
    }

    private String flat(String path) throws IOException {
        return Files.readString(folder.resolve(path)).replaceAll("\\s*\\n\\s*", "");
    }

    @Test
    @Tag("builtin-engine#AC-150")
    void each_property_that_a_list_is_sorted_by_is_tested_where_the_ones_before_are_the_same()
            throws IOException, InterruptedException {
        String tests =
                listed(
                        "GET /horns returns 200 and all horns sorted by `pitch` descending, then `name`");

        assertThat(flat("src/main/java/a/HornController.java"))
                .contains(
                        ".sorted(Comparator.comparing(Horn::getPitch).reversed().thenComparing(Horn::getName)");
        assertThat(tests)
                .contains("listing_horns_sorts_them_by_pitch()")
                .contains("listing_horns_sorts_them_by_name_next()");
        assertThat(tests.substring(tests.indexOf("private Horn storedLastNameHorn")))
                .containsSubsequence("setName(\"Bb second\")", "setPitch(1)")
                .containsSubsequence("setName(\"Aa first\")", "setPitch(1)");
    }

    @Test
    @Tag("builtin-engine#AC-150")
    void what_is_the_same_is_in_the_order_of_its_numbers()
            throws IOException, InterruptedException {
        String tests =
                listed(
                        "GET /horns returns 200 and the horns ordered by `name`, then `id` descending");

        assertThat(flat("src/main/java/a/HornController.java"))
                .contains(
                        "Comparator.comparing(Horn::getName).thenComparing(Horn::getId, Comparator.reverseOrder())");
        assertThat(tests).contains("listing_horns_sorts_them_by_id_next()");
    }

    @Test
    @Tag("builtin-engine#AC-151")
    void where_nothing_matches_there_is_something_that_does_not()
            throws IOException, InterruptedException {
        assertThat(listed("GET /horns returns 200 and an empty list when nothing matches `name`"))
                .containsSubsequence(
                        "of_which_none_matches_is_empty()",
                        "storedHorn();",
                        "list(\"?name=nobody has this\")");
    }

    @Test
    @Tag("builtin-engine#AC-151")
    void a_value_that_nothing_has_is_asked_for_where_all_that_is_there_has_another()
            throws IOException, InterruptedException {
        assertThat(listed("GET /horns returns 200 and an empty list when no horn has that `pitch`"))
                .containsSubsequence(
                        "of_which_none_matches_is_empty()",
                        "horns.delete(one.getId())",
                        "storedOtherPitchHorn();",
                        "list(\"?pitch=30\")");
    }

    @Test
    @Tag("builtin-engine#AC-153")
    void as_many_as_a_parameter_says_are_asked_for_and_as_many_as_there_are_without_it()
            throws IOException, InterruptedException {
        assertThat(listed("GET /horns returns at most `limit` horns, 20 when it is absent"))
                .contains("list(\"?limit=2\")")
                .containsSubsequence("stored < 21;", "list(\"\")", "20");
    }

    @Test
    @Tag("builtin-engine#AC-152")
    void the_first_of_two_requests_is_answered_as_a_valid_one_is()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        "horn-removal",
                        """
                        # Horn removal

                        ## Requirements

                        - Endpoint: `DELETE /horns/{id}`
                        - Authentication: none
                        - Parameters: none

                        ## Acceptance Criteria

                        - [ ] AC-1: DELETE /horns/{id} returns 204 and the horn is deleted
                        - [ ] AC-2: DELETE /horns/{id} returns 404 when the horn was deleted before
                        """);

        assertThat(loop.problem()).isEmpty();
        assertThat(flat("src/test/java/a/HornRemovalTest.java"))
                .containsSubsequence(
                        "twice()",
                        "status().isNoContent()",
                        "mvc.perform(",
                        "status().isNotFound()");
    }
}
