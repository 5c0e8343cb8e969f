package kiro.steering.rule;

import java.util.List;
import kiro.code.Symbol;

/// What every declaration of some kind must have.
public sealed interface Quality {
    /// A comment that documents it, in the form of its language.
    record Documented() implements Quality {}

    /// One of these annotations, decorators or attributes.
    record Annotated(List<String> anyOf) implements Quality {
        public Annotated {
            anyOf = List.copyOf(anyOf);
        }
    }

    /// A call or use of one of these somewhere in it.
    record Uses(List<Subject.Name> anyOf) implements Quality {
        public Uses {
            anyOf = List.copyOf(anyOf);
        }
    }

    /// A base class or interface.
    record Extends(String type) implements Quality {}

    /// Types on all parameters and on what it returns, where the language leaves them open.
    record Typed() implements Quality {}

    /// A type on what it returns, where the language leaves it open.
    record ReturnTyped() implements Quality {}

    /// It is a type of this kind, such as a record.
    record OfKind(Symbol.Kind kind) implements Quality {}

    /// A file of tests beside it or in the tests' folder, by the language's customs.
    record TestFile() implements Quality {}

    /// Another file with the same stem in some place, such as `{name}.stories.tsx`.
    ///
    /// @param pattern a path or a name; `{name}` is the file's name without its ending, `{folder}` its folder
    record Companion(String pattern) implements Quality {}

    /// These words among the first lines of the file.
    record Header(String text) implements Quality {}

    /// A notice of license or copyright as the first comment of the file.
    record LicenseHeader() implements Quality {}

    /// At most so many parameters, lines or the like.
    record AtMost(Measure measure, int limit) implements Quality {}

    /// What can be counted.
    enum Measure {
        PARAMETERS,
        LINES_OF_FUNCTION,
        LINES_OF_FILE,
        LINES_OF_TYPE,
        LINE_LENGTH,
        NESTING,
        /// One, and one more for each branch.
        COMPLEXITY
    }
}
