package kiro.model.builtin.project;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.code.JavaMethod;

/// How the team tests its endpoints.
///
/// @param sample a test of whole requests that is there already
/// @param base the class that such tests extend, where they have one
/// @param head what stands above such a test class
/// @param isSnakeCase whether test methods are sentences in snake_case
/// @param isPossible whether the test dependencies offer a client for a whole application
public record TestStyle(
        Optional<ProjectType> sample,
        Optional<ProjectType> base,
        Head head,
        Client client,
        boolean isSnakeCase,
        Naming naming,
        boolean isPossible) {
    /// What stands above a test class.
    ///
    /// @param annotations as the source has them
    /// @param imports what these annotations need
    /// @param statics qualified names of static members that they need
    /// @param clientType the qualified name of the client's type
    /// @param access how a test class gets its client
    public record Head(
            List<String> annotations,
            List<String> imports,
            List<String> statics,
            String clientType,
            Access access) {
        public Head {
            annotations = List.copyOf(annotations);
            imports = List.copyOf(imports);
            statics = List.copyOf(statics);
        }
    }

    /// How a test class gets its client.
    public sealed interface Access {
        /// It is injected.
        record Injected() implements Access {}

        /// The class that it extends has it.
        ///
        /// @param expression a field, or a call
        record Inherited(String expression) implements Access {}

        /// It is made for the port of the application, before each test.
        record Bound() implements Access {}
    }

    /// The expression for the client.
    ///
    /// @param usual the name of a field for it
    public String client(String usual) {
        return head.access() instanceof Access.Inherited(String expression) ? expression : usual;
    }

    /// The names of the methods that tests have from the class that they extend.
    public Set<String> inherited() {
        return base.stream()
                .flatMap(type -> type.type().methods().stream())
                .map(JavaMethod::name)
                .collect(Collectors.toSet());
    }

    public List<String> annotations() {
        return head.annotations();
    }

    public List<String> imports() {
        return head.imports();
    }

    public List<String> statics() {
        return head.statics();
    }

    public String clientType() {
        return head.clientType();
    }

    /// What sends the requests.
    public enum Client {
        MOCK_MVC,
        WEB_TEST_CLIENT,
        REST_TEST_CLIENT,
        TEST_REST_TEMPLATE
    }

    /// Where a test carries the ids of criteria.
    public enum Naming {
        TAG,
        DISPLAY_NAME,
        COMMENT
    }
}
