package kiro.model.builtin.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kiro.code.JavaReader;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.CriterionId;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.HttpMethod;
import kiro.spec.rest.PathTemplate;
import kiro.spec.rest.Route;
import kiro.text.SourceSpan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("builtin-engine#AC-96")
class SentErrorsTest {
    private static final String CHAIN =
            "package shop; class Rules { SecurityFilterChain chain(HttpSecurity http) { return http.authorizeHttpRequests(a -> a%s.anyRequest().authenticated()).build(); } }";
    private static final String SERVICE =
            "package shop; class Books { void change() { throw new %s; } }";
    private static final String ADVICE =
            "package shop; @RestControllerAdvice class Answers%s { @ExceptionHandler(%s.class) ResponseEntity<String> one(RuntimeException e) { return ResponseEntity.status(HttpStatus.FORBIDDEN).body(\"no\"); } }";
    private static final CriterionOutcome FORBIDDEN = outcome(new Condition.ForeignResource(), 403);
    private static final CriterionOutcome BROKEN = outcome(new Condition.MalformedBody(), 400);
    private static final CriterionOutcome STRANGER =
            outcome(new Condition.Unauthenticated(Condition.Credential.MISSING), 401);

    private static CriterionOutcome outcome(Condition condition, int status) {
        return new CriterionOutcome(
                new CriterionId("AC-1"),
                new Route(HttpMethod.PUT, new PathTemplate("/books/{id}")),
                condition,
                List.of(new Expectation.Status(status)),
                SourceSpan.start());
    }

    private static boolean differs(CriterionOutcome outcome, String... sources) {
        var files = new HashMap<String, String>();
        files.put("pom.xml", "<project/>");
        for (int number = 0; number < sources.length; number++) {
            files.put("src/main/java/shop/One" + number + ".java", sources[number]);
        }
        JavaReader reader = JavaReader.ofRuntime();
        SpringProject project = SpringProject.read(reader, "pom.xml", files);
        var workshop = new Workshop(project, new Draft(reader, project.style(), Map.copyOf(files)));
        return new SentErrors(workshop).mayDiffer(outcome);
    }

    @Test
    void what_springs_exceptions_say_may_be_another_status_for_a_client() {
        String denied = SERVICE.formatted("AccessDeniedException(\"no\")");
        String status = SERVICE.formatted("ResponseStatusException(HttpStatus.FORBIDDEN)");
        String own =
                "package shop; @ResponseStatus(HttpStatus.FORBIDDEN) class NotYours extends RuntimeException {}";
        String closed = CHAIN.formatted("");

        assertThat(differs(FORBIDDEN, closed, denied)).isTrue();
        assertThat(differs(FORBIDDEN, closed, status)).isTrue();
        assertThat(differs(FORBIDDEN, closed, own)).isTrue();
        assertThat(differs(FORBIDDEN, closed, SERVICE.formatted("NotYours()"))).isFalse();
    }

    @Test
    void handlers_answer_themselves_and_send_nothing() {
        String closed = CHAIN.formatted("");
        String denied = SERVICE.formatted("AccessDeniedException(\"no\")");
        String status = SERVICE.formatted("ResponseStatusException(HttpStatus.FORBIDDEN)");

        assertThat(
                        differs(
                                FORBIDDEN,
                                closed,
                                denied,
                                ADVICE.formatted("", "AccessDeniedException")))
                .isFalse();
        assertThat(
                        differs(
                                FORBIDDEN,
                                closed,
                                status,
                                ADVICE.formatted(
                                        " extends ResponseEntityExceptionHandler", "NotYours")))
                .isFalse();
        assertThat(differs(BROKEN, closed)).isTrue();
        assertThat(differs(BROKEN, closed, ADVICE.formatted("", "HttpMessageNotReadableException")))
                .isFalse();
    }

    @Test
    void nothing_differs_where_the_error_page_is_for_everyone_or_nobody_is_signed_in() {
        String denied = SERVICE.formatted("AccessDeniedException(\"no\")");
        String open = CHAIN.formatted(".requestMatchers(\"/error\").permitAll()");

        assertThat(differs(FORBIDDEN, open, denied)).isFalse();
        assertThat(differs(FORBIDDEN, denied)).isFalse();
        assertThat(differs(STRANGER, CHAIN.formatted(""), denied)).isFalse();
    }
}
