package kiro.model.builtin.write;

import java.util.Optional;
import kiro.model.builtin.project.Protection;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Authentication;

/// Tells where a project's security lets in others than a spec asks for.
final class Openness {
    private final SpringProject project;

    Openness(SpringProject project) {
        this.project = project;
    }

    Optional<Unplaced> note(Place place, Wants wants) {
        String route = place.endpoint().route().toString();
        boolean isProtected =
                project.protection()
                        .protects(place.endpoint().route().method().name(), place.path());
        if (wants.authentication() && !isProtected) {
            return Optional.of(
                    new Unplaced(
                            "authentication of " + route,
                            Optional.empty(),
                            project.protection().kind() == Protection.Kind.NONE
                                    ? "the project has nothing that asks callers who they are"
                                    : "the project's security lets everyone send it"));
        }
        if (wants.endpoint().authentication() == Authentication.NOT_REQUIRED && isProtected) {
            return Optional.of(
                    new Unplaced(
                            "access to " + route + " without signing in",
                            Optional.empty(),
                            "the project's security asks every caller who they are"));
        }
        if (wants.ownerOnly() && project.caller().isEmpty()) {
            return Optional.of(
                    new Unplaced(
                            "ownership of what " + route + " changes",
                            Optional.empty(),
                            "nothing in the project tells which user sends a request"));
        }
        return Optional.empty();
    }
}
