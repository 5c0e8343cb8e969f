package kiro.spec.rest;

import java.util.List;

/// Who, of those who may call an endpoint at all, may do what it does.
public sealed interface Permission {
    /// The spec names nobody in particular.
    record Anyone() implements Permission {}

    /// Only the user to whom the resource belongs.
    record Owner() implements Permission {}

    /// Only users with one of these roles, as the spec words them.
    record Roles(List<String> roles) implements Permission {
        public Roles {
            roles = List.copyOf(roles);
        }
    }

    /// The owner, and users with one of these roles.
    record OwnerOrRoles(List<String> roles) implements Permission {
        public OwnerOrRoles {
            roles = List.copyOf(roles);
        }
    }
}
