package kiro.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// The arguments of a call as a model wrote them.
sealed interface CallArguments {
    record Read(Map<String, Object> values) implements CallArguments {
        /// A text; empty where there is none of that name.
        Optional<String> text(String name) {
            return values.get(name) instanceof String text && !text.isBlank()
                    ? Optional.of(text)
                    : Optional.empty();
        }

        /// An object within the object; an empty one where there is none.
        Map<String, Object> object(String name) {
            var object = new LinkedHashMap<String, Object>();
            if (values.get(name) instanceof Map<?, ?> inner) {
                inner.forEach((key, value) -> object.put(String.valueOf(key), value));
            }
            return object;
        }
    }

    /// @param text for the model
    record Wrong(String text) implements CallArguments {}

    /// Nothing at all stands for no arguments.
    static CallArguments read(String tool, String text) {
        if (text.isBlank()) {
            return new Read(Map.of());
        }
        try {
            return new Read(Json.object(text));
        } catch (JacksonException broken) {
            return new Wrong(
                    "%s: the arguments are no valid JSON object (%s): send the whole object again; nothing was done"
                            .formatted(
                                    tool,
                                    Failures.oneLine(String.valueOf(broken.getOriginalMessage()))));
        }
    }
}
