package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests of what is served in a state, which they have to bring about.
class ServedStatesTest {
    private static final String SPEC =
            """
            # Horn closing

            ## Requirements

            - Endpoint: `POST /horns/{id}/close`
            - Authentication: none
            %s

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | integer | the number |
            | `state` | string | how it is |
            | `open` | boolean | whether it is open |

            ## Acceptance Criteria

            %s
            """;

    @TempDir private Path folder;

    private String tests(String facts, String criteria) throws IOException, InterruptedException {
        LoopStandIn loop =
                SmallProject.of()
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
                        .type("Horn", "public record Horn(long id, State state, boolean open) {}")
                        .type("State", "public enum State { GONE, NEW, LENT, LOST }")
                        .type(
                                "Horns",
                                """
                                @Repository
                                public class Horns {
                                    private final Map<Long, Horn> all = new ConcurrentHashMap<>();
                                    public void save(Horn horn) { all.put(horn.id(), horn); }
                                    public Optional<Horn> findById(long id) { return Optional.ofNullable(all.get(id)); }
                                    public List<Horn> findAll() { return List.copyOf(all.values()); }
                                }
                                """)
                        .built(folder, "horn-closing", SPEC.formatted(facts, criteria));
        assertThat(loop.problem()).isEmpty();
        return Files.readString(folder.resolve("src/test/java/a/HornClosingTest.java"));
    }

    @Test
    @Tag("builtin-engine#AC-107")
    void are_in_the_state_that_the_criterion_names() throws IOException, InterruptedException {
        String tests =
                tests(
                        "- State before: `NEW` or `LENT`\n- State after: `GONE`",
                        """
                        - [ ] AC-1: POST /horns/{id}/close returns 200 and the horn with the state `GONE` when it was `NEW`
                        - [ ] AC-2: POST /horns/{id}/close returns 200 when the horn is lent
                        """);

        assertThat(tests.substring(tests.indexOf("#AC-2")))
                .containsSubsequence("storedLentHorn()", "isEqualTo(State.GONE)", "State.LENT");
    }

    @Test
    @Tag("builtin-engine#AC-107")
    void are_in_each_of_the_states_that_words_of_ones_own_name()
            throws IOException, InterruptedException {
        String tests =
                tests(
                        "- State before: `NEW` or `LENT`\n- State after: `GONE`",
                        """
                        - [ ] AC-1: POST /horns/{id}/close returns 200 and the horn with the state `GONE` when it was `LENT`
                        - [ ] AC-2: POST /horns/{id}/close returns 200 when the horn had been lent
                        """);

        assertThat(tests.split("= storedLentHorn\\(\\)")).hasSize(3);
        assertThat(tests).contains("isEqualTo(State.GONE)");
    }

    @Test
    @Tag("builtin-engine#AC-107")
    void have_other_values_before_than_they_get() throws IOException, InterruptedException {
        String tests =
                tests(
                        "- Sets: `open` = false, `state` = `GONE`",
                        "- [ ] AC-1: POST /horns/{id}/close returns 200 and the horn when the horn is open");

        assertThat(tests).contains("State.NEW, true)");
    }
}
