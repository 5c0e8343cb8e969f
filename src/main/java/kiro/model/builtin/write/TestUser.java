package kiro.model.builtin.write;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.TypeName;

/// A user that a test signs in as.
///
/// @param constant the name of the constant for what the user shows, as `ADA`
/// @param shown the Java expression of that constant
/// @param id what tells the user apart, as text
record TestUser(String constant, String shown, String id, List<String> roles) {
    private static final String UUID = "(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    TestUser {
        roles = List.copyOf(roles);
    }

    boolean hasAny(List<String> wanted) {
        return roles.stream()
                .anyMatch(role -> wanted.stream().anyMatch(one -> Roles.isSame(role, one)));
    }

    /// The expression for the id as a value of a type; empty where what is known of the user is no such value: a made
    /// up name is no number.
    ///
    /// @param imports take up what the expression needs
    Optional<String> idAs(String type, Collection<String> imports) {
        return switch (TypeName.of(type).boxed()) {
            case "Long" -> id.matches("\\d{1,18}") ? Optional.of(id + "L") : Optional.empty();
            case "Integer" -> id.matches("\\d{1,9}") ? Optional.of(id) : Optional.empty();
            case "UUID" -> {
                if (!id.matches(UUID)) {
                    yield Optional.empty();
                }
                imports.add("java.util.UUID");
                yield Optional.of("UUID.fromString(" + Constraints.literal(id) + ")");
            }
            default -> Optional.of(Constraints.literal(id));
        };
    }
}
