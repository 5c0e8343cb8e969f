package kiro.model.builtin.project;

import java.util.List;
import java.util.Optional;

/// How a controller's method learns who calls it.
///
/// @param parameter the method's parameter, as `@AuthenticationPrincipal Caller caller`; empty where it takes none
/// @param id the expression for what tells callers apart, as `caller.userId()`
/// @param idType the type of that expression
/// @param idName a name for a variable that holds it, as `callerId`
/// @param imports the qualified names that the parameter needs
/// @param source where the value comes from
/// @param type the project's own type of the parameter, where it has one
public record Caller(
        String parameter,
        String id,
        String idType,
        String idName,
        List<String> imports,
        Source source,
        Optional<DomainType> type) {
    public Caller {
        imports = List.copyOf(imports);
    }

    /// Whether a method has no parameter for it.
    public boolean isHeld() {
        return source instanceof Source.Held;
    }

    /// The parameter's name; where there is none, the name by which the expression begins.
    public String variable() {
        return isHeld()
                ? id.substring(0, id.indexOf('.'))
                : parameter.substring(parameter.lastIndexOf(' ') + 1);
    }

    /// Where the caller is kept during a request.
    public sealed interface Source {
        /// The principal of Spring Security's authentication, an object of this type.
        record PrincipalObject(String type, String qualifiedType, String variable)
                implements Source {}

        /// The name of the principal.
        record PrincipalName() implements Source {}

        /// An attribute of the request.
        record Attribute(String expression) implements Source {}

        /// A header of the request.
        record Header(String expression) implements Source {}

        /// An argument resolver of the project's own.
        record Resolved() implements Source {}

        /// A class of the project's own that can be asked during a request: a bean in a field of this name, or
        /// static methods where there is none. No parameter is needed.
        record Held(String type, Optional<String> field) implements Source {}
    }
}
