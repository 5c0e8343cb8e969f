package kiro.model.builtin.write;

import java.util.Optional;
import kiro.model.builtin.project.Protection;

/// Whether a project answers strangers with 401.
final class Strangers {
    private Strangers() {}

    /// Why a stranger is not answered so; empty where they are.
    static Optional<String> obstacle(Scene scene) {
        Protection protection = scene.project().protection();
        if (protection.kind() == Protection.Kind.NONE) {
            return Optional.of(UnknownCallers.asking(scene.project()));
        }
        if (!scene.isProtected()) {
            return Optional.of(
                    "the project's security lets everyone send "
                            + scene.place().endpoint().route()
                            + ", and what it should be changed to is not evident");
        }
        boolean isOwn =
                protection.kind() == Protection.Kind.OWN
                        || protection.kind() == Protection.Kind.RESOLVER;
        if (isOwn || protection.where().isEmpty()) {
            return Optional.empty();
        }
        String chain = protection.where().get().file().text();
        boolean answers =
                chain.contains("httpBasic")
                        || chain.contains("oauth2ResourceServer")
                        || chain.contains("authenticationEntryPoint")
                        || chain.contains("HttpStatusEntryPoint");
        return answers
                ? Optional.empty()
                : Optional.of(
                        "the security configuration has no entry point that answers strangers with 401");
    }
}
