package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Failures are raised with the project's own exceptions, whatever these are made with.
class OwnFailuresTest {
    private static final String SPEC =
            """
            # Dock closing

            ## Requirements

            - Endpoint: `POST /docks/{code}/close`
            - Authentication: none
            - State before: `OPEN`
            - State after: `CLOSED`

            ## Acceptance Criteria

            - [ ] AC-1: POST /docks/{code}/close returns 200 and the dock
            - [ ] AC-2: POST /docks/{code}/close returns 409 when the dock is not `OPEN`
            - [ ] AC-3: POST /docks/{code}/close returns 404 when no dock has this code
            """;

    @TempDir private Path folder;

    /// @param others code of the project that shows how failures are made
    private String controller(String missing, String clash, String others)
            throws IOException, InterruptedException {
        LoopStandIn loop =
                SmallProject.of()
                        .type(
                                "DockController",
                                """
                                import java.util.*;
                                import org.springframework.web.bind.annotation.*;

                                @RestController
                                @RequestMapping("/docks")
                                class DockController {
                                    private final DockStore docks;
                                    DockController(DockStore docks) { this.docks = docks; }
                                %s
                                }
                                """
                                        .formatted(others))
                        .type("State", "public enum State { OPEN, CLOSED, SUNK }")
                        .type(
                                "Dock",
                                "public record Dock(String code, String title, State state) {}")
                        .type("NotFoundException", exception("NotFoundException", missing))
                        .type("ConflictException", exception("ConflictException", clash))
                        .type(
                                "Problems",
                                """
                                import org.springframework.http.*;
                                import org.springframework.web.bind.annotation.*;

                                @RestControllerAdvice
                                class Problems {
                                    @ExceptionHandler
                                    ProblemDetail missing(NotFoundException e) {
                                        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
                                    }
                                    @ExceptionHandler
                                    ProblemDetail clash(ConflictException e) {
                                        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
                                    }
                                }
                                """)
                        .type(
                                "DockView",
                                "public record DockView(String code, State state) { public static DockView of(Dock dock) { return new DockView(dock.code(), dock.state()); } }")
                        .type(
                                "DockStore",
                                """
                                import java.util.*;
                                import java.util.concurrent.ConcurrentHashMap;
                                import org.springframework.stereotype.Component;

                                @Component
                                public class DockStore {
                                    private final Map<String, Dock> all = new ConcurrentHashMap<>();
                                    public void put(Dock one) { all.put(one.code(), one); }
                                    public Optional<Dock> find(String key) { return Optional.ofNullable(all.get(key)); }
                                    public List<Dock> all() { return List.copyOf(all.values()); }
                                }
                                """)
                        .built(folder, "dock-closing", SPEC);
        assertThat(loop.problem()).isEmpty();
        assertThat(loop.log())
                .noneMatch(one -> one.matches("(write|edit)_file .*(Exception|Problems)\\.java"));
        return Files.readString(folder.resolve("src/main/java/a/DockController.java"));
    }

    private static String exception(String name, String parameters) {
        return "public class %s extends RuntimeException {\n    public %s(%s) { super(message); }\n}\n"
                .formatted(name, name, parameters);
    }

    @Test
    @Tag("builtin-engine#AC-159")
    void an_exception_gets_a_code_beside_its_message() throws Exception {
        assertThat(controller("String message", "String code, String message", ""))
                .contains(
                        "new NotFoundException(\"dock \" + code + \" does not exist\")",
                        "new ConflictException(\"DOCK_CONFLICT\", ");
    }

    @Test
    @Tag("builtin-engine#AC-159")
    void a_code_is_written_as_the_project_writes_its_others() throws Exception {
        assertThat(
                        controller(
                                "String message, String errorCode",
                                "String code, String message",
                                "    void sink() { throw new ConflictException(\"already-sunk\", \"it is sunk\"); }"))
                .contains("\"dock-not-found\")", "new ConflictException(\"dock-conflict\", ");
    }
}
