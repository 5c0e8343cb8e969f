package kiro.model.builtin.project;

import java.util.List;
import java.util.Optional;

/// What keeps strangers out of the project's endpoints.
///
/// @param rules which requests need what, first match first; none where they cannot be read
public record Protection(Kind kind, Optional<ProjectType> where, List<Rule> rules) {
    public Protection {
        rules = List.copyOf(rules);
    }

    /// What does it.
    public enum Kind {
        SPRING_SECURITY,
        /// A filter or an interceptor of the project's own.
        OWN,
        NONE
    }

    /// Requests of a method (any where it is empty) on a path pattern (any where it is empty), and
    /// whether they need a caller.
    public record Rule(String method, String pattern, boolean isProtected) {
        boolean matches(String verb, String path) {
            return (method.isEmpty() || method.equals(verb))
                    && (pattern.isEmpty() || PathPattern.matches(pattern, path));
        }
    }

    /// Whether a request of this kind is refused when nobody is signed in.
    public boolean protects(String method, String path) {
        for (Rule rule : rules) {
            if (rule.matches(method, path)) {
                return rule.isProtected();
            }
        }
        return false;
    }
}
