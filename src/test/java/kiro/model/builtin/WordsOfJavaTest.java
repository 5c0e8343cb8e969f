package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Resources and fields that are called by words which Java keeps for itself.
class WordsOfJavaTest {
    private static final String SPEC =
            """
            # Return closing

            ## Requirements

            - Endpoint: `POST /returns/{id}/close`
            - Authentication: none
            - State before: `OPEN`
            - State after: `CLOSED`

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | integer | the number |
            | `state` | string | `OPEN` or `CLOSED` |

            ## Acceptance Criteria

            - [ ] AC-1: POST /returns/{id}/close returns 200 and the return with the state `CLOSED`
            - [ ] AC-2: POST /returns/{id}/close returns 409 when the return is not `OPEN`
            - [ ] AC-3: POST /returns/{id}/close returns 404 when no return has the id
            """;

    @TempDir private Path folder;

    private static SmallProject project() {
        return SmallProject.of("validation")
                .type(
                        "ReturnController",
                        """
                        @RestController
                        @RequestMapping("/returns")
                        class ReturnController {
                            private final Returns returns;
                            ReturnController(Returns returns) { this.returns = returns; }
                        }
                        """)
                .type("Return", "public record Return(long id, String name, State state) {}")
                .type("State", "public enum State { OPEN, CLOSED }")
                .type(
                        "Returns",
                        """
                        @Repository
                        public class Returns {
                            private final Map<Long, Return> all = new ConcurrentHashMap<>();
                            public void save(Return one) { all.put(one.id(), one); }
                            public Optional<Return> findById(long id) { return Optional.ofNullable(all.get(id)); }
                            public List<Return> findAll() { return List.copyOf(all.values()); }
                        }
                        """);
    }

    @Test
    @Tag("builtin-engine#AC-105")
    void are_no_variables() throws IOException, InterruptedException {
        LoopStandIn loop = project().built(folder, "return-closing", SPEC);

        assertThat(loop.problem()).isEmpty();
        assertThat(Files.readString(folder.resolve("src/main/java/a/ReturnController.java")))
                .contains("returns.findById(id)", "new ReturnNotFoundException(id)");
        assertThat(Files.readString(folder.resolve("src/test/java/a/ReturnClosingTest.java")))
                .contains("AC-1", "AC-2", "AC-3")
                .doesNotContain(" return.", "Return return ");
    }

    @Test
    @Tag("builtin-engine#AC-106")
    void a_fault_of_the_engine_is_named() throws IOException, InterruptedException {
        LoopStandIn.copy(Path.of("examples/profile-service"), folder);
        var loop =
                new LoopStandIn(
                        folder,
                        new BuiltinModel(_ -> {
                            throw new IllegalStateException("no name is free\nfor it");
                        }));
        loop.run(
                LoopStandIn.briefing("return-closing", SPEC, "implement"),
                UnaryOperator.identity());

        assertThat(loop.problem())
                .contains(
                        "does not foresee",
                        "IllegalStateException: no name is free at WordsOfJavaTest:",
                        "please report",
                        "ANTHROPIC_API_KEY");
    }
}
