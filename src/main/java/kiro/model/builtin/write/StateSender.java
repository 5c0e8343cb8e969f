package kiro.model.builtin.write;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.spec.rest.Condition;

/// Who sends the request where the state of a thing is spoken of: "when a warden deletes a scrapped boat" is a warden's, who
/// need not own it.
final class StateSender {
    private final Scene scene;

    StateSender(Scene scene) {
        this.scene = scene;
    }

    /// Why nobody can send it; empty where somebody can.
    Optional<String> obstacle(Condition condition) {
        List<String> roles = named(condition);
        return roles.isEmpty() || scene.withRole(roles).isPresent()
                ? Optional.empty()
                : Optional.of(Entitled.unknown(roles));
    }

    Optional<TestUser> of(Condition condition) {
        List<String> roles = named(condition);
        return roles.isEmpty() ? scene.owner() : scene.withRole(roles);
    }

    /// The roles beside the owner that the words name.
    private List<String> named(Condition condition) {
        String words =
                switch (condition) {
                    case Condition.Conflict conflict -> conflict.words();
                    case Condition.OutOfState out -> out.words();
                    case Condition.InState in -> in.words();
                    case Condition.OtherInState other -> other.words();
                    default -> "";
                };
        return scene.wants().exemptRoles().stream()
                .filter(role ->
                        Pattern.compile(
                                        "\\b"
                                                + Pattern.quote(role.toLowerCase(Locale.ROOT))
                                                + "s?\\b")
                                .matcher(words.toLowerCase(Locale.ROOT))
                                .find())
                .toList();
    }
}
