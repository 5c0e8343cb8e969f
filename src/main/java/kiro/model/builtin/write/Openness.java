package kiro.model.builtin.write;

import java.util.Optional;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Protection;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Authentication;

/// Tells where a project's security lets in others than a spec asks for, or keeps them out.
final class Openness {
    private final SpringProject project;

    Openness(SpringProject project) {
        this.project = project;
    }

    /// Why the endpoint would let in others than the spec does; empty where it would not.
    Optional<String> obstacle(Place place, Wants wants) {
        if (Guarding.isForSome(wants)
                && !Guarding.isProtected(project, place, wants)
                && !AccessRules.canAdmit(project, place, wants)) {
            return Optional.of(
                    project.protection().kind() == Protection.Kind.NONE
                            ? UnknownCallers.asking(project)
                            : "the project's security lets everyone send "
                                    + place.endpoint().route());
        }
        return wants.ownerOnly() && project.caller().isEmpty()
                ? Optional.of(UnknownCallers.caller(project))
                : closed(place, wants);
    }

    /// Whether strangers may use the endpoint; tests then send no credentials.
    static boolean isOpen(Wants wants) {
        return wants.endpoint().authentication() == Authentication.NOT_REQUIRED
                && !Guarding.isForSome(wants);
    }

    /// Why strangers would be refused that the spec lets in; where it cannot be told, tests show it.
    private Optional<String> closed(Place place, Wants wants) {
        boolean isClosed =
                isOpen(wants)
                        && project.protection().isCertain()
                        && Guarding.isProtected(project, place, wants);
        return isClosed
                ? Optional.of(
                        "the spec lets strangers send %s, and %s asks every caller of it who they are: let it pass there, or change `Authentication`"
                                .formatted(
                                        place.endpoint().route(),
                                        project.protection()
                                                .where()
                                                .map(ProjectType::name)
                                                .orElse("Spring Security")))
                : Optional.empty();
    }
}
