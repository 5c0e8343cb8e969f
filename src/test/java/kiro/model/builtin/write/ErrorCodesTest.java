package kiro.model.builtin.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kiro.code.JavaReader;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.CriterionId;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.EndpointReading;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.HttpMethod;
import kiro.spec.rest.PathTemplate;
import kiro.spec.rest.Route;
import kiro.text.SourceSpan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ErrorCodesTest {
    private static final Route PATCH = new Route(HttpMethod.PATCH, new PathTemplate("/cars/{id}"));
    private static final Route DELETE =
            new Route(HttpMethod.DELETE, new PathTemplate("/cars/{id}"));
    private static final String CODES = "src/main/java/a/Code.java";
    private static final String FAILURE =
            "package a; class Failure extends RuntimeException { final Code code; Failure(Code code, String text) { super(text); this.code = code; } }";

    private static String codes(String constants) {
        return "package a;\n\nenum Code {\n    "
                + constants
                + ";\n\n    final HttpStatus status;\n\n    Code(HttpStatus status) { this.status = status; }\n}\n";
    }

    private static ErrorCodes of(String constants, String other, CriterionOutcome... outcomes) {
        var laid = new LinkedHashMap<Route, Groundwork.Laid>();
        for (Route route : List.of(PATCH, DELETE)) {
            laid.put(route, new Groundwork.Laid(Map.of(), List.of(), List.of(), List.of()));
        }
        JavaReader reader = JavaReader.ofRuntime();
        return new ErrorCodes(
                reader,
                SpringProject.read(
                        reader,
                        "pom.xml",
                        Map.of(
                                "pom.xml",
                                "<project/>",
                                CODES,
                                codes(constants),
                                "src/main/java/a/Failure.java",
                                FAILURE,
                                "src/main/java/a/Other.java",
                                "package a; class Other { " + other + " }")),
                new EndpointReading(List.of(), List.of(outcomes), List.of()),
                laid);
    }

    private static CriterionOutcome refused(Route route, String code) {
        return new CriterionOutcome(
                new CriterionId("AC-1"),
                route,
                new Condition.Valid(),
                List.of(new Expectation.Status(409), new Expectation.HasErrorCode(code)),
                SourceSpan.start());
    }

    private static List<String> laid(ErrorCodes codes, Route route) {
        return Stream.of(codes.laid().get(route).stored().getOrDefault(CODES, ""))
                .flatMap(String::lines)
                .filter(line -> line.contains("HttpStatus."))
                .map(String::strip)
                .toList();
    }

    @Test
    @Tag("builtin-engine#AC-23")
    void a_code_that_the_project_lacks_stands_beside_one_of_the_same_status() {
        ErrorCodes codes =
                of(
                        "GONE(HttpStatus.NOT_FOUND),\n    TAKEN(HttpStatus.CONFLICT),\n    BAD(HttpStatus.BAD_REQUEST)",
                        "",
                        refused(PATCH, "odometer-backwards"),
                        refused(DELETE, "CAR_IN_USE"));

        List<String> all =
                List.of(
                        "GONE(HttpStatus.NOT_FOUND),",
                        "TAKEN(HttpStatus.CONFLICT),",
                        "CAR_IN_USE(HttpStatus.CONFLICT),",
                        "ODOMETER_BACKWARDS(HttpStatus.CONFLICT),",
                        "BAD(HttpStatus.BAD_REQUEST);");
        assertThat(laid(codes, PATCH)).isEqualTo(all);
        assertThat(laid(codes, DELETE)).isEqualTo(all);
        assertThat(codes.project().failures().coded())
                .extracting(one -> one.code() + " " + one.status())
                .contains("Code.ODOMETER_BACKWARDS 409", "Code.CAR_IN_USE 409");
    }

    @Test
    @Tag("builtin-engine#AC-23")
    void a_code_that_is_there_is_left_alone() {
        ErrorCodes codes = of("CAR_IN_USE(HttpStatus.CONFLICT)", "", refused(DELETE, "car-in-use"));

        assertThat(codes.paths()).isEmpty();
    }

    @Test
    @Tag("builtin-engine#AC-23")
    void constants_that_are_listed_elsewhere_or_say_more_than_a_status_get_none_beside_them() {
        assertThat(
                        of(
                                        "TAKEN(HttpStatus.CONFLICT)",
                                        "int of(Code code) { return switch (code) { case TAKEN -> 1; }; }",
                                        refused(DELETE, "CAR_IN_USE"))
                                .paths())
                .isEmpty();
        assertThat(
                        of(
                                        "TAKEN(HttpStatus.CONFLICT, \"is taken\")",
                                        "",
                                        refused(DELETE, "CAR_IN_USE"))
                                .paths())
                .isEmpty();
        assertThat(of("GONE(HttpStatus.NOT_FOUND)", "", refused(DELETE, "CAR_IN_USE")).paths())
                .isEmpty();
    }
}
