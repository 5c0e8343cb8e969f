package kiro.model.builtin.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.model.builtin.project.Failures;
import kiro.model.builtin.project.HttpStatuses;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Condition;
import kiro.spec.rest.Expectation;

/// Checks the fields of a body in code of the project's own: where it has no Jakarta validation, or where that
/// leads to another answer than the spec asks for.
final class ByHand {
    private final Workshop workshop;
    private final SpringProject project;

    ByHand(Workshop workshop) {
        this.workshop = workshop;
        this.project = workshop.project();
    }

    static boolean isAboutFields(Condition condition) {
        return condition instanceof Condition.InvalidFields
                || condition instanceof Condition.LengthIs
                || condition instanceof Condition.ValueIs;
    }

    /// Whether a situation is about what is sent beside the ids in the path.
    private static boolean isAboutBody(Wants wants, Condition condition) {
        return isAboutFields(condition) && !PathLimits.isAbout(wants.endpoint(), condition);
    }

    static boolean isNeeded(SpringProject project, Wants wants) {
        if (!project.hasValidation()) {
            return true;
        }
        boolean isAsked =
                wants.conditions()
                        .anyMatch(one ->
                                isAboutBody(wants, one) || one instanceof Condition.Compares);
        return isAsked && status(wants) != usualStatus(project, status(wants));
    }

    /// The status that the spec has for invalid fields.
    private static int status(Wants wants) {
        return said(wants, wants.status(Condition.Compares.class::isInstance, 400));
    }

    /// The status that the spec has for fields that are invalid by themselves.
    ///
    /// @param usual where it has none
    static int said(Wants wants, int usual) {
        return wants.status(one -> isAboutBody(wants, one), usual);
    }

    /// The status with which fields are answered that are invalid by themselves.
    static int status(SpringProject project, Wants wants) {
        return isNeeded(project, wants)
                ? status(wants)
                : usualStatus(project, said(wants, Comparison.status(wants)));
    }

    /// The status that the project's validation leads to; the wanted one where it can be made to.
    private static int usualStatus(SpringProject project, int wanted) {
        Failures failures = project.failures();
        boolean isElsewhere =
                project.sources().mainMentions("@Valid ")
                        || project.sources().mainMentions("@Validated");
        return failures.handlesInvalidFields()
                ? failures.invalidFieldsStatus()
                : isElsewhere ? 400 : wanted;
    }

    /// The statements of the controller's method that refuse a request whose body or query says that it has problems.
    ///
    /// @param variable the one that says so
    RoleGate.Gate refusal(Place place, Wants wants, String variable) {
        Raise raise = raise(place, wants);
        var imports = new java.util.ArrayList<>(raise.imports());
        imports.add("java.util.List");
        return new RoleGate.Gate(
                List.of(),
                List.of(
                        "List<String> problems = " + variable + ".problems();",
                        "if (!problems.isEmpty()) {",
                        "    throw " + raise.expression() + ";",
                        "}"),
                imports);
    }

    private Raise raise(Place place, Wants wants) {
        int status = status(wants);
        var trouble = Trouble.invalid(status, "String.join(\"; \", problems)");
        boolean needsBody =
                wants.outcomes().stream()
                        .filter(one -> isAboutBody(wants, one.condition()))
                        .anyMatch(one ->
                                one.expectations().contains(new Expectation.NamesInvalidFields())
                                        || one.expectations()
                                                .contains(new Expectation.ExplainsError()));
        ProjectType controller = place.controller().type();
        boolean isAnswered =
                project.failures().advice().isPresent()
                        || !project.failures().factories().isEmpty()
                        || !project.failures().coded().isEmpty();
        return needsBody && !isAnswered
                ? answered(status, controller)
                : new FailureWriter(workshop).raise(trouble, controller);
    }

    /// An exception, and a class that answers it with its message.
    private Raise answered(int status, ProjectType controller) {
        String name = "InvalidRequestException";
        Map<String, String> values =
                Map.of(
                        "package",
                        controller.packageName(),
                        "status",
                        HttpStatuses.constant(status, project.pom().bootMajor()));
        for (String type : List.of(name, "InvalidRequestHandler")) {
            String path = Workshop.folder(controller) + type + ".java";
            if (!workshop.draft().exists(path)) {
                workshop.draft().create(path, Part.FAILURES, Template.fill(type, values));
            }
        }
        return new Raise(
                "new " + name + "(String.join(\"; \", problems))",
                List.of(controller.packageName() + "." + name));
    }

    /// Why by hand a criterion cannot be met; empty where it can.
    Optional<String> obstacle(List<Expectation> expectations) {
        boolean isProblem = expectations.contains(new Expectation.IsProblemDocument());
        return isProblem && project.failures().advice().isPresent()
                ? Optional.of("the project answers failures in a form of its own")
                : Optional.empty();
    }
}
