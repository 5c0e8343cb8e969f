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

    /// A header with a token that is there once a test has prepared it.
    record Prepared(String header, String prefix, Means means, List<Holder> holders)
            implements Credentials {
        public Prepared {
            holders = List.copyOf(holders);
        }
    }

    /// How a test prepares a token.
    sealed interface Means {
        /// It puts rows into the database.
        record Rows() implements Means {}

        /// It calls what the project itself opens sessions with.
        ///
        /// @param read what reads the token off the answer: `.token()`
        /// @param imports the qualified names that arguments need
        record Opening(ProjectType type, String method, String read, List<String> imports)
                implements Means {
            public Opening {
                imports = List.copyOf(imports);
            }
        }
    }

    /// A caller whose token is prepared.
    ///
    /// @param token the token, where the test chooses it
    /// @param made the SQL statement that makes the caller; empty where they are there from the start
    /// @param steps the SQL statements that put the token into the database, or the arguments of the call
    record Holder(
            String name,
            String id,
            List<String> roles,
            String token,
            Optional<String> made,
            List<String> steps) {
        public Holder {
            roles = List.copyOf(roles);
            steps = List.copyOf(steps);
        }
    }

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
            case Prepared prepared -> Optional.of(prepared.header());
            case Id id -> Optional.of(id.header());
            case Passwords _, Pretended _, Unknown _ -> Optional.empty();
        };
    }
}
