package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests of changes, which have to fail where nothing changes.
class ToldApartTest {
    private static final String SPEC =
            """
            # Horn change

            ## Requirements

            - Endpoint: `%s`
            - Authentication: none
            %s

            %s

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | integer | the number |
            | `name` | string | what it is called |
            | `level` | integer | how loud it is |

            ## Acceptance Criteria

            %s
            """;

    @TempDir private Path folder;

    private LoopStandIn built(String store, String spec) throws IOException, InterruptedException {
        LoopStandIn loop =
                SmallProject.of("validation")
                        .type(
                                "HornController",
                                """
                                @RestController
                                @RequestMapping("/horns")
                                class HornController {
                                    private final Horns horns;
                                    HornController(Horns horns) { this.horns = horns; }
                                }
                                """)
                        .type(
                                "Horn",
                                "public record Horn(long id, String name, int level, State state) {}")
                        .type("State", "public enum State { NEW, LENT, GONE }")
                        .type("Horns", store)
                        .built(folder, "horn-change", spec);
        assertThat(loop.problem()).isEmpty();
        return loop;
    }

    private static final String STORE =
            """
            @Repository
            public class Horns {
                private final Map<Long, Horn> all = new ConcurrentHashMap<>();
                public Horn save(Horn horn) { all.put(horn.id(), horn); return horn; }
                public Optional<Horn> findById(long id) { return Optional.ofNullable(all.get(id)); }
                public List<Horn> findAll() { return List.copyOf(all.values()); }
            }
            """;

    private String tests() throws IOException {
        return Files.readString(folder.resolve("src/test/java/a/HornChangeTest.java"));
    }

    @Test
    @Tag("builtin-engine#AC-110")
    void store_another_number_than_the_only_one_that_fits()
            throws IOException, InterruptedException {
        built(
                STORE,
                SPEC.formatted(
                        "PATCH /horns/{id}",
                        "",
                        """
                        Request fields:

                        | Field | Type | Required | Constraints |
                        |---|---|---|---|
                        | `level` | integer | yes | 0 to 1 |
                        """,
                        "- [ ] AC-1: PATCH /horns/{id} returns 200 and the horn when the body is valid"));

        assertThat(tests()).contains("\"level\": 1").contains("\"Some name\", 0, State.NEW)");
    }

    @Test
    @Tag("builtin-engine#AC-110")
    void are_not_written_where_they_would_store_what_they_expect()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        STORE,
                        SPEC.formatted(
                                "POST /horns/{id}/reset",
                                "- Sets: `name` = `Some name`, `level` = 1",
                                "",
                                """
                                - [ ] AC-1: POST /horns/{id}/reset returns 200 and the horn
                                - [ ] AC-2: POST /horns/{id}/reset returns 404 when there is no such horn
                                """));

        assertThat(SmallProject.notes(loop))
                .anyMatch(note -> note.contains("AC-1") && note.contains("could not fail"));
        assertThat(tests()).doesNotContain("#AC-1").contains("#AC-2");
    }

    @Test
    @Tag("builtin-engine#AC-110")
    void look_first_where_what_is_stored_is_not_theirs() throws IOException, InterruptedException {
        built(
                """
                @Repository
                public class Horns {
                    private final Map<Long, Horn> all = new ConcurrentHashMap<>(Map.of(1L, new Horn(1L, "Loud", 3, State.NEW)));
                    public Optional<Horn> findById(long id) { return Optional.ofNullable(all.get(id)); }
                    public void replace(Horn horn) { all.computeIfPresent(horn.id(), (id, old) -> horn); }
                }
                """,
                SPEC.formatted(
                        "POST /horns/{id}/lend",
                        "- State after: `LENT`",
                        "",
                        "- [ ] AC-1: POST /horns/{id}/lend returns 200 and the horn"));

        assertThat(tests()).contains(".state()).isNotEqualTo(State.LENT);");
    }

    @Test
    @Tag("builtin-engine#AC-110")
    void store_the_state_that_a_criterion_names_among_other_words()
            throws IOException, InterruptedException {
        built(
                STORE,
                SPEC.formatted(
                        "POST /horns/{id}/scrap",
                        "- State before: `NEW` or `LENT`\n- State after: `GONE`",
                        "",
                        "- [ ] AC-1: POST /horns/{id}/scrap returns 200 and the horn when a user who is signed in scraps a horn that is `LENT`"));

        assertThat(tests()).contains("\"Some name\", 1, State.LENT)").doesNotContain("State.NEW");
    }

    private static final String KEEPING =
            """
            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `name` | string | no | 1 to 40 characters |
            | `level` | integer | no | 0 to 9 |
            """;

    @Test
    @Tag("builtin-engine#AC-185")
    void are_written_for_what_changes_beside_a_state_that_stays()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        STORE,
                        SPEC.formatted(
                                "PATCH /horns/{id}",
                                "- State before: `NEW` or `LENT`\n- State after: `NEW`",
                                KEEPING,
                                "- [ ] AC-1: PATCH /horns/{id} returns 200 and the horn when the body is valid"));

        assertThat(tests()).contains("#AC-1", "State.NEW");
        assertThat(SmallProject.notes(loop))
                .anyMatch(note -> note.contains("a request without what is optional"));
    }

    @Test
    @Tag("builtin-engine#AC-185")
    void are_not_written_where_nothing_but_a_state_that_stays_is_set()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                built(
                        STORE,
                        SPEC.formatted(
                                "POST /horns/{id}/check",
                                "- State before: `NEW` or `LENT`\n- State after: `NEW`",
                                "",
                                """
                                - [ ] AC-1: POST /horns/{id}/check returns 200 and the horn
                                - [ ] AC-2: POST /horns/{id}/check returns 404 when there is no such horn
                                """));

        assertThat(SmallProject.notes(loop))
                .anyMatch(note -> note.contains("AC-1") && note.contains("could not fail"));
        assertThat(tests()).doesNotContain("#AC-1");
    }
}
