package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;

/// How a domain object becomes the body of an answer.
///
/// @param type the type of the body
/// @param conversion a call with `%s` for the object; empty where the object itself is the body
/// @param inHolder whether the conversion is the holder's own, which then answers with the body's type
/// @param fields the names that the body has
record ResponseForm(
        String type,
        Optional<String> qualifiedName,
        Optional<String> conversion,
        boolean inHolder,
        List<String> fields) {
    ResponseForm {
        fields = List.copyOf(fields);
    }

    /// The same form, made by the class that does the work.
    ResponseForm ofHolder() {
        return new ResponseForm(type, qualifiedName, conversion, true, fields);
    }

    String convert(String expression) {
        return conversion.map(call -> call.formatted(expression)).orElse(expression);
    }

    /// The conversion as a function, for a stream's `map`.
    String function() {
        String call = conversion.orElse("%s");
        return call.matches("[\\w.]+\\(%s\\)")
                ? call.replaceFirst("^(?:(.*)\\.)?(\\w+)\\(%s\\)$", "$1::$2")
                        .replaceFirst("^::", "this::")
                : "one -> " + call.formatted("one");
    }
}
