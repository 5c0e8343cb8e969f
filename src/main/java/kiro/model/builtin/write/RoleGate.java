package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.model.builtin.project.Caller;
import kiro.model.builtin.project.Protection;
import kiro.model.builtin.project.SpringProject;

/// Keeps those out of an endpoint who have not the role that it takes, in the project's way.
final class RoleGate {
    private final Workshop workshop;
    private final SpringProject project;

    RoleGate(Workshop workshop) {
        this.workshop = workshop;
        this.project = workshop.project();
    }

    /// What the controller's method has for it.
    record Gate(List<String> annotations, List<String> statements, List<String> imports) {
        Gate {
            annotations = List.copyOf(annotations);
            statements = List.copyOf(statements);
            imports = List.copyOf(imports);
        }

        Gate with(String annotation, String name) {
            var all = new java.util.ArrayList<>(annotations);
            all.add(annotation);
            var more = new java.util.ArrayList<>(imports);
            more.add(name);
            return new Gate(all, statements, more);
        }

        static Gate none() {
            return new Gate(List.of(), List.of(), List.of());
        }
    }

    /// Whether the controller's own code asks for the caller's roles.
    static boolean isWritten(SpringProject project, Wants wants) {
        return !wants.onlyRoles().isEmpty()
                && project.caller().flatMap(Caller::type).isPresent()
                && !isByMethod(project);
    }

    private static boolean isByMethod(SpringProject project) {
        return project.sources().mainMentions("@EnableMethodSecurity")
                || project.sources().mainMentions("@EnableGlobalMethodSecurity");
    }

    Gate write(Place place, Wants wants) {
        Gate gate = ofRoles(place, wants);
        return Guarding.mark(project, wants)
                .map(marker -> gate.with(marker.use(), marker.annotation().qualifiedName()))
                .orElse(gate);
    }

    private Gate ofRoles(Place place, Wants wants) {
        List<String> roles = wants.onlyRoles();
        if (isWritten(project, wants)) {
            return statement(place, roles);
        }
        boolean isSecured = project.protection().kind() == Protection.Kind.SPRING_SECURITY;
        if (isSecured && !roles.isEmpty() && isByMethod(project)) {
            new AccessRules(workshop).admit(place, wants);
            return annotation(roles);
        }
        if (isSecured) {
            new AccessRules(workshop).admit(place, wants);
        }
        return Gate.none();
    }

    private Gate annotation(List<String> roles) {
        List<String> names =
                roles.stream()
                        .map(role -> new Roles(project).known(role))
                        .flatMap(Optional::stream)
                        .toList();
        String call =
                names.size() == 1
                        ? "hasRole('" + names.getFirst() + "')"
                        : names.stream()
                                .map(name -> "'" + name + "'")
                                .collect(Collectors.joining(", ", "hasAnyRole(", ")"));
        return new Gate(
                List.of("@PreAuthorize(\"" + call + "\")"),
                List.of(),
                List.of("org.springframework.security.access.prepost.PreAuthorize"));
    }

    private Gate statement(Place place, List<String> roles) {
        RoleTest test = new Roles(project).test(roles).orElseThrow();
        String who = roles.stream().collect(Collectors.joining(" or "));
        Raise raise =
                new FailureWriter(workshop)
                        .raise(
                                Trouble.notAllowed(
                                        Constraints.literal("this takes the role " + who)),
                                place.controller().type());
        var imports = new java.util.ArrayList<>(test.imports());
        imports.addAll(raise.imports());
        return new Gate(
                List.of(),
                List.of(
                        "if (" + opposite(test.expression()) + ") {",
                        "    throw " + raise.expression() + ";",
                        "}"),
                imports);
    }

    private static String opposite(String expression) {
        return expression.matches("[\\w.()]+ == [\\w.]+")
                ? expression.replace(" == ", " != ")
                : expression.matches("[\\w.()]+|[\\w.]+\\([\\w.\"]*\\)")
                        ? "!" + expression
                        : "!(" + expression + ")";
    }
}
