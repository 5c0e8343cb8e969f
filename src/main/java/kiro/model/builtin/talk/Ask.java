package kiro.model.builtin.talk;

import java.util.ArrayList;
import java.util.List;

/// A request that a test sends.
///
/// @param name of the test class's own method for such requests
/// @param arguments the expressions for the parameters of the path and for the body, in this order
/// @param extras what this request has beside
public record Ask(String name, List<String> arguments, List<Extra> extras) {
    public Ask {
        arguments = List.copyOf(arguments);
        extras = List.copyOf(extras);
    }

    /// What a request has beside its path and its body; all values are Java expressions.
    public sealed interface Extra {
        record Header(String name, String value) implements Extra {}

        /// Signed in by Spring Security's test support.
        record SignedIn(String user, List<String> roles) implements Extra {
            public SignedIn {
                roles = List.copyOf(roles);
            }
        }

        /// Another media type than JSON.
        record Media(String type) implements Extra {}
    }

    public Ask with(List<Extra> more) {
        var all = new ArrayList<>(extras);
        all.addAll(more);
        return new Ask(name, arguments, all);
    }
}
