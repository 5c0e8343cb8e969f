package kiro.model.builtin.project;

import java.util.List;
import java.util.Optional;

/// What a test shows to be signed in.
public sealed interface Credentials {
    /// A header with a token for each caller.
    ///
    /// @param prefix what stands before the token, as `Bearer `
    record Tokens(String header, String prefix, List<Token> tokens) implements Credentials {
        public Tokens {
            tokens = List.copyOf(tokens);
        }
    }

    /// A token, and the id of the caller that it stands for, as text.
    record Token(String token, String id, List<String> roles) {
        public Token {
            roles = List.copyOf(roles);
        }
    }

    /// A header with a token that the project looks up in a storage of its own, where a test can put one.
    ///
    /// @param token the property of what is stored that has the token
    /// @param user the property that has the caller's id
    record Stored(String header, String prefix, Storage storage, Property token, Property user)
            implements Credentials {}

    /// A header with the caller's id itself.
    ///
    /// @param rolesHeader the header that says which roles the caller has, where there is one
    /// @param takesAny whether nobody looks for the caller, so that no id is a wrong one
    record Id(String header, String type, Optional<String> rolesHeader, boolean takesAny)
            implements Credentials {}

    /// Names and passwords.
    record Passwords(List<User> users) implements Credentials {
        public Passwords {
            users = List.copyOf(users);
        }
    }

    /// A user that is known to the project.
    record User(String name, String password, List<String> roles) {
        public User {
            roles = List.copyOf(roles);
        }
    }

    /// Spring Security's test support signs in whoever is named.
    record Pretended() implements Credentials {}

    /// None was found.
    record Unknown() implements Credentials {}

    /// The header in which callers show themselves; empty where it is no header of the project's own.
    default Optional<String> shownIn() {
        return switch (this) {
            case Tokens tokens -> Optional.of(tokens.header());
            case Stored stored -> Optional.of(stored.header());
            case Id id -> Optional.of(id.header());
            case Passwords _, Pretended _, Unknown _ -> Optional.empty();
        };
    }
}
