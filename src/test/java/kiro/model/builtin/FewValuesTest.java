package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A parameter that has few values: what is selected by one of them could be selected whatever is sent.
class FewValuesTest {
    private static final String SPEC =
            """
            # Gate list

            ## Requirements

            - Endpoint: `GET /gates`
            - Authentication: none

            Query parameters:

            | Parameter | Type | Required | Constraints |
            |---|---|---|---|
            | `open` | boolean | no | filters |
            | `state` | string | no | `NEW` or `OLD`; filters %s |
            | `colour` | string | no | `red` or `green`; filters |

            Response fields: `id`, `open`, `state`, `colour`

            ## Acceptance Criteria

            - [ ] AC-1: %s
            """;

    @TempDir private Path folder;

    private String tests(String standard, String criterion)
            throws IOException, InterruptedException {
        LoopStandIn loop =
                SmallProject.of("validation")
                        .type(
                                "Gate",
                                "public record Gate(long id, boolean open, State state, String colour) {}")
                        .type("State", "public enum State { GONE, NEW, OLD }")
                        .type(
                                "GateController",
                                """
                                @RestController
                                @RequestMapping("/gates")
                                class GateController {
                                    private final Gates gates;
                                    GateController(Gates gates) { this.gates = gates; }
                                }
                                """)
                        .type(
                                "Gates",
                                """
                                @Repository
                                public class Gates {
                                    private final Map<Long, Gate> all = new ConcurrentHashMap<>();
                                    public void save(Gate gate) { all.put(gate.id(), gate); }
                                    public Optional<Gate> findById(long id) { return Optional.ofNullable(all.get(id)); }
                                    public List<Gate> findAll() { return List.copyOf(all.values()); }
                                }
                                """)
                        .built(folder, "gate-list", SPEC.formatted(standard, criterion));
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop)).noneMatch(note -> note.contains("stays open"));
        return Files.readString(folder.resolve("src/test/java/a/GateListTest.java"))
                .replaceAll("\\s*\\n\\s*", "");
    }

    private static String only(String tests, String name) {
        String from = tests.substring(tests.indexOf("void " + name + "("));
        return from.substring(0, from.indexOf("@Tag") > 0 ? from.indexOf("@Tag") : from.length());
    }

    @Test
    @Tag("builtin-engine#AC-172")
    void a_flag_is_tested_with_both_its_values_and_without()
            throws IOException, InterruptedException {
        String tests =
                tests("", "GET /gates returns 200 and only the open gates when `open` is `true`");

        assertThat(only(tests, "listing_gates_by_open_answers_with_what_matches_alone"))
                .containsSubsequence(
                        "?open=true", "gate.id()).isNotEmpty()", "another.id()).isEmpty()");
        assertThat(only(tests, "listing_gates_by_open_false_answers_with_what_matches_alone"))
                .containsSubsequence(
                        "?open=false", "gate.id()).isEmpty()", "another.id()).isNotEmpty()");
        assertThat(only(tests, "listing_gates_without_open_answers_with_all_of_them"))
                .doesNotContain("?open")
                .containsSubsequence("gate.id()).isNotEmpty()", "another.id()).isNotEmpty()");
    }

    @Test
    @Tag("builtin-engine#AC-172")
    void a_constant_is_tested_beside_another_one_that_the_spec_lists()
            throws IOException, InterruptedException {
        String tests =
                tests(
                        "",
                        "GET /gates returns 200 and only the gates with that state when `state` is given");

        assertThat(only(tests, "listing_gates_by_state_old_answers_with_what_matches_alone"))
                .containsSubsequence(
                        "?state=OLD", "gate.id()).isEmpty()", "another.id()).isNotEmpty()");
        assertThat(tests).doesNotContain("GONE");
    }

    @Test
    @Tag("builtin-engine#AC-172")
    void a_text_of_a_few_is_tested_beside_another_one() throws IOException, InterruptedException {
        assertThat(
                        tests(
                                "",
                                "GET /gates returns 200 and only the gates with that colour when `colour` is `green`"))
                .contains("?colour=green", "?colour=red", "\"green\"", "\"red\"")
                .doesNotContain("Something else");
    }

    @Test
    @Tag("builtin-engine#AC-172")
    void without_the_parameter_its_value_by_default_is_what_selects()
            throws IOException, InterruptedException {
        String tests =
                tests(
                        "; default `NEW`",
                        "GET /gates returns 200 and only the gates with that state when `state` is given");

        assertThat(only(tests, "listing_gates_without_state_answers_with_the_usual_ones"))
                .containsSubsequence("gate.id()).isNotEmpty()", "another.id()).isEmpty()");
    }

    @Test
    @Tag("builtin-engine#AC-172")
    void of_several_parameters_each_has_another_value_once()
            throws IOException, InterruptedException {
        assertThat(
                        tests(
                                "",
                                "GET /gates returns 200 and only the gates that match both when `open` and `state` are given"))
                .contains("?open=true&state=", "?open=false&state=");
    }
}
