package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import kiro.spec.rest.Condition;

/// Whether tests know somebody who may send a request that only some may send.
final class Entitled {
    private Entitled() {}

    /// Why a situation cannot be tested that takes such a user; empty where it can, or takes none.
    static Optional<String> obstacle(Scene scene, Condition condition) {
        List<String> roles = scene.neededRoles();
        boolean isOfOthers =
                condition instanceof Condition.Unauthenticated
                        || condition instanceof Condition.WithoutRole
                        || condition instanceof Condition.WithRole;
        boolean isLacking =
                scene.needsSignIn()
                        && scene.signIn().isKnown()
                        && !roles.isEmpty()
                        && scene.owner().isEmpty();
        return isLacking && !isOfOthers ? Optional.of(unknown(roles)) : Optional.empty();
    }

    static String unknown(List<String> roles) {
        return "no user with the role %s is known to the project's sources and settings"
                .formatted(String.join(" or ", roles));
    }
}
