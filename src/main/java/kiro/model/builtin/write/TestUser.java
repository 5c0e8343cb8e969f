package kiro.model.builtin.write;

import java.util.List;

/// A user that a test signs in as.
///
/// @param constant the name of the constant for what the user shows, as `ADA`
/// @param shown the Java expression of that constant
/// @param id what tells the user apart, as text
record TestUser(String constant, String shown, String id, List<String> roles) {
    TestUser {
        roles = List.copyOf(roles);
    }

    boolean hasAny(List<String> wanted) {
        return roles.stream()
                .anyMatch(role -> wanted.stream().anyMatch(one -> Roles.isSame(role, one)));
    }
}
