package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Failures;
import kiro.model.builtin.project.HttpStatuses;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Expectation;

/// How a project answers fields that break their constraints, and whether that is what a spec asks for.
final class InvalidFields {
    private static final String NOT_VALID =
            "org.springframework.web.bind.MethodArgumentNotValidException";

    private static final String UNNAMED =
            "the project's answer to invalid fields does not name them";
    private static final Pattern NAME = Pattern.compile("getField\\(\\)|::getField\\b");

    /// A name in a text with other words.
    private static final Pattern JOINED =
            Pattern.compile(
                    "getField\\(\\) *\\+|\\+ *\\w+\\.getField\\(\\)|\\bformat(ted)?\\(|append\\(");

    private final Workshop workshop;
    private final SpringProject project;

    InvalidFields(Workshop workshop) {
        this.workshop = workshop;
        this.project = workshop.project();
    }

    private static boolean isAbout(CriterionOutcome outcome) {
        boolean speaksOfFields =
                outcome.condition() instanceof Condition.InvalidFields
                        || outcome.condition() instanceof Condition.LengthIs
                        || outcome.condition() instanceof Condition.ValueIs;
        return speaksOfFields && outcome.status().orElse(200) >= 400;
    }

    /// Why a criterion about invalid fields cannot be met; empty where it can or is about something else.
    ///
    /// @param byHand whether fields are checked in code
    Optional<String> obstacle(CriterionOutcome outcome, boolean byHand) {
        if (!isAbout(outcome)) {
            return Optional.empty();
        }
        int wanted = outcome.status().orElse(422);
        Failures failures = project.failures();
        if (byHand) {
            return new ByHand(workshop).obstacle(outcome.expectations());
        }
        if (failures.handlesInvalidFields()) {
            if (failures.invalidFieldsStatus() != wanted) {
                return Optional.of(
                        "the project answers invalid fields with %d everywhere, the spec asks for %d here"
                                .formatted(failures.invalidFieldsStatus(), wanted));
            }
            return namesFields(outcome) && !handlerNames()
                    ? Optional.of(UNNAMED)
                    : Optional.empty();
        }
        if (wanted == 400 && !namesFields(outcome)) {
            return Optional.empty();
        }
        return isValidatedElsewhere()
                ? Optional.of(
                        "other endpoints answer invalid fields in Spring's own way, and a handler for %d would change them too"
                                .formatted(wanted))
                : Optional.empty();
    }

    private static boolean namesFields(CriterionOutcome outcome) {
        return outcome.expectations().contains(new Expectation.NamesInvalidFields());
    }

    private boolean handlerNames() {
        return handlers(project)
                .anyMatch(body -> body.contains("getField") || body.contains("FieldError"));
    }

    private boolean isValidatedElsewhere() {
        return project.sources().mainMentions("@Valid ")
                || project.sources().mainMentions("@Validated");
    }

    /// Adds the handler that the criteria need and the project lacks.
    void write(Wants wants, ProjectType controller) {
        Optional<CriterionOutcome> first = needing(wants);
        if (first.isEmpty()) {
            return;
        }
        int status = first.get().status().orElse(422);
        Optional<ProjectType> advice = project.failures().advice();
        if (advice.isPresent()) {
            added(advice.get(), status);
        } else {
            created(controller, status);
        }
    }

    /// The first criterion for which the project needs a handler that it lacks.
    private Optional<CriterionOutcome> needing(Wants wants) {
        if (ByHand.isNeeded(project, wants) || project.failures().handlesInvalidFields()) {
            return Optional.empty();
        }
        return wants.outcomes().stream()
                .filter(one -> isAbout(one) || one.condition() instanceof Condition.Compares)
                .filter(one -> obstacle(one, false).isEmpty())
                .findFirst()
                .filter(one -> one.status().orElse(422) != 400 || namesFields(one));
    }

    /// Whether what answers invalid fields names them: the project's handler, or the one that it gets.
    boolean areNamed(Wants wants) {
        return project.failures().handlesInvalidFields()
                ? handlerNames()
                : needing(wants).isPresent();
    }

    /// Why an answer cannot name the field of a body that breaks a rule with another one; empty where it can.
    Optional<String> crossing(Scene scene, CriterionOutcome outcome) {
        boolean isByField =
                outcome.condition() instanceof Condition.Compares compares
                        && Comparison.inRequest(project, scene.place(), scene.wants()).stream()
                                .anyMatch(one -> one.isOf(compares));
        boolean isUnnamed =
                project.failures().handlesInvalidFields()
                        && !ByHand.isNeeded(project, scene.wants())
                        && !handlerNames();
        return isByField && isUnnamed && namesFields(outcome)
                ? Optional.of(UNNAMED)
                : Optional.empty();
    }

    /// Whether the names stand alone in the answer, as texts of JSON.
    static boolean areTexts(SpringProject project) {
        return !project.failures().handlesInvalidFields()
                || handlers(project)
                        .anyMatch(
                                body -> NAME.matcher(body).find() && !JOINED.matcher(body).find());
    }

    private static Stream<String> handlers(SpringProject project) {
        return project.failures().advice().stream()
                .flatMap(advice -> advice.type().methods().stream())
                .filter(method ->
                        method.parameters().stream()
                                .anyMatch(one ->
                                        one.type().endsWith("MethodArgumentNotValidException")))
                .map(JavaMethod::body)
                .flatMap(Optional::stream);
    }

    private void added(ProjectType advice, int status) {
        boolean isSpring = advice.type().supertypes().contains("ResponseEntityExceptionHandler");
        workshop.addMethod(
                advice,
                Part.FAILURES,
                (isSpring ? OVERRIDE : HANDLER).replace("STATUS", constant(status)),
                isSpring
                        ? List.of(
                                NOT_VALID,
                                "org.springframework.http.HttpHeaders",
                                "org.springframework.http.HttpStatus",
                                "org.springframework.http.HttpStatusCode",
                                "org.springframework.http.ProblemDetail",
                                "org.springframework.http.ResponseEntity",
                                "org.springframework.web.context.request.WebRequest",
                                "java.util.List",
                                "java.util.Map")
                        : List.of(
                                NOT_VALID,
                                "org.springframework.http.HttpStatus",
                                "org.springframework.http.ProblemDetail",
                                "org.springframework.web.bind.annotation.ExceptionHandler",
                                "java.util.List",
                                "java.util.Map"));
    }

    private void created(ProjectType controller, int status) {
        String path = Workshop.folder(controller) + "InvalidFieldsHandler.java";
        if (workshop.draft().exists(path)) {
            return;
        }
        String method = CodeFormat.wrap(HANDLER.replace("STATUS", constant(status)).indent(4));
        workshop.draft()
                .create(
                        path,
                        Part.FAILURES,
                        """
                        package %s;

                        import java.util.List;
                        import java.util.Map;
                        import org.springframework.http.HttpStatus;
                        import org.springframework.http.ProblemDetail;
                        import org.springframework.web.bind.MethodArgumentNotValidException;
                        import org.springframework.web.bind.annotation.ExceptionHandler;
                        import org.springframework.web.bind.annotation.RestControllerAdvice;

                        /** Answers invalid fields with a problem detail (RFC 9457) that names them. */
                        @RestControllerAdvice
                        class InvalidFieldsHandler {

                        %s
                        }
                        """
                                .formatted(controller.packageName(), method.stripTrailing()));
    }

    private String constant(int status) {
        return "HttpStatus." + HttpStatuses.constant(status, project.pom().bootMajor());
    }

    private static final String HANDLER =
            """
            @ExceptionHandler
            ProblemDetail invalidFields(MethodArgumentNotValidException failure) {
                List<Map<String, String>> errors =
                        failure.getFieldErrors().stream()
                                .map(
                                        error ->
                                                Map.of(
                                                        "field",
                                                        error.getField(),
                                                        "message",
                                                        String.valueOf(error.getDefaultMessage())))
                                .toList();
                ProblemDetail problem =
                        ProblemDetail.forStatusAndDetail(
                                STATUS, "the request has invalid fields");
                problem.setProperty("errors", errors);
                return problem;
            }
            """;
    private static final String OVERRIDE =
            """
            @Override
            protected ResponseEntity<Object> handleMethodArgumentNotValid(
                    MethodArgumentNotValidException failure,
                    HttpHeaders headers,
                    HttpStatusCode status,
                    WebRequest request) {
                List<Map<String, String>> errors =
                        failure.getFieldErrors().stream()
                                .map(
                                        error ->
                                                Map.of(
                                                        "field",
                                                        error.getField(),
                                                        "message",
                                                        String.valueOf(error.getDefaultMessage())))
                                .toList();
                ProblemDetail problem =
                        ProblemDetail.forStatusAndDetail(
                                STATUS, "the request has invalid fields");
                problem.setProperty("errors", errors);
                return handleExceptionInternal(failure, problem, headers, STATUS, request);
            }
            """;
}
