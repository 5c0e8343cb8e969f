package kiro.model.builtin.project;

import java.util.List;
import java.util.Optional;

/// What keeps strangers out of the project's endpoints.
///
/// @param rules which requests need what, first match first; none where they cannot be read
/// @param marker the annotation on which it depends as well
/// @param isCertain whether the rules are all there is; else some requests may pass that they do not name
public record Protection(
        Kind kind,
        Optional<ProjectType> where,
        List<Rule> rules,
        Optional<Marker> marker,
        boolean isCertain) {
    Protection(Kind kind, Optional<ProjectType> where, List<Rule> rules) {
        this(kind, where, rules, Optional.empty(), kind != Kind.RESOLVER);
    }

    public Protection {
        rules = List.copyOf(rules);
    }

    /// What does it.
    public enum Kind {
        SPRING_SECURITY,
        /// A filter or an interceptor of the project's own.
        OWN,
        /// What gives controllers the caller: it refuses who asks for a caller and is none.
        RESOLVER,
        NONE
    }

    /// What a request needs to get in.
    public enum Needs {
        NOTHING,
        CALLER,
        /// A caller with one of some roles.
        ROLE,
        /// Nobody gets in.
        NOBODY
    }

    /// Requests of a method (any where it is empty) on a path pattern (any where it is empty), and what
    /// they need.
    ///
    /// @param roles where a role is needed
    public record Rule(String method, String pattern, Needs needs, List<String> roles) {
        public Rule {
            roles = List.copyOf(roles);
        }

        static Rule of(String method, String pattern, boolean isProtected) {
            return new Rule(method, pattern, isProtected ? Needs.CALLER : Needs.NOTHING, List.of());
        }

        boolean matches(String verb, String path) {
            return (method.isEmpty() || method.equals(verb))
                    && (pattern.isEmpty() || PathPattern.matches(pattern, path));
        }
    }

    /// The rule for requests of this kind.
    public Optional<Rule> rule(String method, String path) {
        return rules.stream().filter(rule -> rule.matches(method, path)).findFirst();
    }

    /// Whether a request of this kind is refused when nobody is signed in.
    public boolean protects(String method, String path) {
        return rule(method, path).filter(rule -> rule.needs() != Needs.NOTHING).isPresent();
    }
}
