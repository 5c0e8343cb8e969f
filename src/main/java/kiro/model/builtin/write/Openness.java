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

    /// Why the endpoint would let in more than the spec does; empty where it would not.
    Optional<String> obstacle(Place place, Wants wants) {
        if (Guarding.isForSome(wants)
                && !Guarding.isProtected(project, place, wants)
                && !AccessRules.canAdmit(project, place, wants)) {
            return Optional.of(
                    project.protection().kind() == Protection.Kind.NONE
                            ? "the project has nothing that asks callers who they are"
                            : "the project's security lets everyone send "
                                    + place.endpoint().route());
        }
        return wants.ownerOnly() && project.caller().isEmpty()
                ? Optional.of("nothing in the project tells which user sends a request")
                : Optional.empty();
    }

    Optional<Unplaced> note(Place place, Wants wants) {
        return wants.endpoint().authentication() == Authentication.NOT_REQUIRED
                        && Guarding.isProtected(project, place, wants)
                ? Optional.of(
                        new Unplaced(
                                "access to " + place.endpoint().route() + " without signing in",
                                Optional.empty(),
                                "the project's security asks every caller who they are"))
                : Optional.empty();
    }
}
