package kiro.model.builtin.project;

import java.util.List;
import java.util.Optional;
import kiro.code.JavaMethod;

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

    /// What controllers ask for the caller; empty where they know it without a question.
    public Optional<Source.Asked> asked() {
        return source instanceof Source.Asked asked ? Optional.of(asked) : Optional.empty();
    }

    /// The variable that holds the caller; where there is none, the name by which the expression begins.
    public String variable() {
        return switch (source) {
            case Source.Held _ -> id.substring(0, id.indexOf('.'));
            case Source.Asked asked -> asked.variable();
            case Source.PrincipalObject _,
                    Source.PrincipalName _,
                    Source.Attribute _,
                    Source.Header _,
                    Source.Resolved _ ->
                    parameter.substring(parameter.lastIndexOf(' ') + 1);
        };
    }

    /// A parameter that a controller's method takes to ask who calls, as its source has it.
    public record Given(String written, String name, List<String> imports) {
        public Given {
            imports = List.copyOf(imports);
        }
    }

    /// How a controller's method asks who calls.
    ///
    /// @param given the parameters from which it asks
    /// @param before the statements that come first
    /// @param expression what is answered with the caller
    /// @param after the statements that refuse who is none
    public record Question(
            List<Given> given, List<String> before, String expression, List<String> after) {
        public Question {
            given = List.copyOf(given);
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /// How a controller reaches what it asks.
    public enum Reach {
        /// By a field.
        FIELD,
        /// By the name of a class, for static methods.
        CLASS,
        /// By a method of its own, or of a class that it extends.
        OWN
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

        /// A class that is asked with what a controller has of the request: `sessions.keeper(request)`.
        ///
        /// @param target what stands before the method: the controllers' name for the class, or the class
        /// @param declared the type of the variable
        record Asked(
                ProjectType type,
                JavaMethod method,
                Reach reach,
                String target,
                Question question,
                String declared,
                String variable)
                implements Source {}

        /// A class of the project's own that can be asked during a request: a bean in a field of this name, or
        /// static methods where there is none. No parameter is needed.
        record Held(String type, Optional<String> field) implements Source {}
    }
}
