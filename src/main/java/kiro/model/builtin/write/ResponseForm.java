package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;

/// How a domain object becomes the body of an answer.
///
/// @param type the type of the body
/// @param conversion a call with `%s` for the object; empty where the object itself is the body
/// @param maker the class whose static method or constructor the conversion is, by its qualified name
/// @param inHolder whether the conversion is the holder's own, which then answers with the body's type
/// @param fields the names that the body has
record ResponseForm(
        String type,
        Optional<String> qualifiedName,
        Optional<String> conversion,
        Optional<String> maker,
        boolean inHolder,
        List<String> fields) {
    ResponseForm {
        fields = List.copyOf(fields);
    }

    /// No body at all.
    static ResponseForm none() {
        return new ResponseForm(
                "void", Optional.empty(), Optional.empty(), Optional.empty(), false, List.of());
    }

    /// The same form, made by the class that does the work.
    ResponseForm ofHolder() {
        return new ResponseForm(type, qualifiedName, conversion, maker, true, fields);
    }

    String convert(String expression) {
        return conversion.map(call -> call.formatted(expression)).orElse(expression);
    }

    /// Whether the conversion is a method of the class that calls it.
    boolean isOwn() {
        return conversion.filter(call -> call.matches("\\w+\\(%s\\)")).isPresent();
    }

    /// What the one who calls the conversion has to import for it.
    Optional<String> imported() {
        return maker.filter(_ -> !isOwn());
    }

    /// The conversion as a function, for a stream's `map`.
    String function() {
        String call = conversion.orElse("%s");
        String own = maker.map(name -> name.substring(name.lastIndexOf('.') + 1)).orElse("this");
        return call.matches("[\\w.]+\\(%s\\)")
                ? call.replaceFirst("^(?:(.*)\\.)?(\\w+)\\(%s\\)$", "$1::$2")
                        .replaceFirst("^::", own + "::")
                : "one -> " + call.formatted("one");
    }
}
