package kiro.model.builtin.write;

import java.util.Optional;
import kiro.model.builtin.project.Marker;
import kiro.model.builtin.project.Protection;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Authentication;

/// Tells who is kept out of an endpoint, once it is written in the project's way.
final class Guarding {
    private Guarding() {}

    /// Whether whoever shows nothing is refused.
    static boolean isProtected(SpringProject project, Place place, Wants wants) {
        Protection protection = project.protection();
        if (protection.marker().isPresent() && place.existing().isPresent()) {
            boolean isMarked =
                    place.existing()
                            .get()
                            .method()
                            .isAnnotated(protection.marker().get().annotation().name());
            return isMarked != protection.marker().get().admits();
        }
        if (mark(project, wants).isPresent()) {
            return !protection.marker().orElseThrow().admits();
        }
        return protection.protects(place.endpoint().route().method().name(), place.path());
    }

    /// The annotation that the method of a new endpoint needs.
    static Optional<Marker> mark(SpringProject project, Wants wants) {
        return project.protection()
                .marker()
                .filter(marker ->
                        marker.admits()
                                ? wants.endpoint().authentication() == Authentication.NOT_REQUIRED
                                : isForSome(wants));
    }

    static boolean isForSome(Wants wants) {
        return wants.authentication() || wants.ownerOnly() || !wants.onlyRoles().isEmpty();
    }
}
