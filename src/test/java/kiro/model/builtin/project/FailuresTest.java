package kiro.model.builtin.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import kiro.code.JavaReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Statuses that exceptions carry, and the handlers that answer with them.
@Tag("builtin-engine#AC-135")
class FailuresTest {
    private static final String CARRIES =
            """
            package a;
            public %s class Problem extends RuntimeException {
                private final HttpStatus status;
                public Problem(HttpStatus status, String message) { super(message); this.status = status; }
                public HttpStatus getStatus() { return status; }
            }
            """;

    private static final String ANSWERS =
            """
            package a;
            @RestControllerAdvice
            class Problems {
                @ExceptionHandler
                ResponseEntity<String> problem(Problem e) { return ResponseEntity.%s.body(e.getMessage()); }
            }
            """;

    private static Failures failures(Map<String, String> types) {
        var files = new LinkedHashMap<String, String>();
        types.forEach((name, text) -> files.put("src/main/java/a/" + name + ".java", text));
        return Failures.read(Sources.read(JavaReader.ofRuntime(), files), Pom.read(""));
    }

    @Test
    void an_exception_that_takes_a_status_leads_to_each_where_a_handler_asks_it() {
        Failures failures =
                failures(
                        Map.of(
                                "Problem",
                                CARRIES.formatted(""),
                                "Problems",
                                ANSWERS.formatted("status(e.getStatus())")));

        assertThat(failures.coded())
                .extracting(Failures.Coded::code)
                .contains("HttpStatus.NOT_FOUND", "HttpStatus.CONFLICT");
    }

    @Test
    void one_that_no_handler_asks_leads_to_none() {
        Failures failures =
                failures(
                        Map.of(
                                "Problem",
                                CARRIES.formatted(""),
                                "Problems",
                                ANSWERS.formatted("badRequest()")));

        assertThat(failures.coded()).isEmpty();
        assertThat(failures.exceptionsFor(400)).contains("Problem");
    }

    @Test
    void an_exception_that_hands_its_status_on_leads_to_that() {
        Failures failures =
                failures(
                        Map.of(
                                "Problem",
                                CARRIES.formatted("abstract"),
                                "Missing",
                                "package a;\npublic class Missing extends Problem { public Missing(String m) { super(HttpStatus.NOT_FOUND, m); } }\n",
                                "Problems",
                                ANSWERS.formatted("status(e.getStatus())")));

        assertThat(failures.exceptionsFor(404)).containsExactly("Missing");
    }

    @Test
    @Tag("builtin-engine#AC-159")
    void a_status_is_known_however_a_handler_says_it() {
        assertThat(answered("ProblemDetail.forStatus(409)")).containsExactly("Clash");
        assertThat(answered("problem(CONFLICT, e.getMessage())")).containsExactly("Clash");
        assertThat(answered("answer(e, 409)")).containsExactly("Clash");
        assertThat(answered("new ResponseEntity<>(e.getMessage(), HttpStatusCode.valueOf(409))"))
                .containsExactly("Clash");
        assertThat(answered("cut(e.getMessage(), 409)")).isEmpty();
    }

    private static java.util.List<String> answered(String expression) {
        return failures(
                        Map.of(
                                "Clash",
                                "package a;\npublic class Clash extends RuntimeException { public Clash(String message) { super(message); } }\n",
                                "Others",
                                "package a;\n@RestControllerAdvice\nclass Others {}\n",
                                "Problems",
                                "package a;\n@RestControllerAdvice\nclass Problems {\n    @ExceptionHandler\n    Object clash(Clash e) { return %s; }\n}\n"
                                        .formatted(expression)))
                .exceptionsFor(409);
    }

    @Test
    @Tag("builtin-engine#AC-159")
    void an_exception_that_answers_its_status_leads_to_that() {
        Failures failures =
                failures(
                        Map.of(
                                "Problem",
                                "package a;\npublic abstract class Problem extends RuntimeException { Problem(String message) { super(message); } public abstract HttpStatus status(); }\n",
                                "Missing",
                                "package a;\npublic class Missing extends Problem { public Missing(String m) { super(m); } @Override public HttpStatus status() { return HttpStatus.NOT_FOUND; } }\n",
                                "Problems",
                                ANSWERS.formatted("status(e.status())")));

        assertThat(failures.exceptionsFor(404)).containsExactly("Missing");
    }
}
