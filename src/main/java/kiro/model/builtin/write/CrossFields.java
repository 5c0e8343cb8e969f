package kiro.model.builtin.write;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes the constraint of a body as a whole: what is wrong with a field beside others is said of that field. A method that
/// Jakarta asks would be wrong itself, as a property of its own name.
///
/// @param type the name of the body's type
record CrossFields(String type, List<Breach> breaches) {
    CrossFields {
        breaches = List.copyOf(breaches);
    }

    /// A field that is wrong where something is so.
    ///
    /// @param test the expression over `request`
    record Breach(String field, String test, String message) {}

    static final List<String> IMPORTS =
            List.of(
                    "jakarta.validation.Constraint",
                    "jakarta.validation.ConstraintValidator",
                    "jakarta.validation.ConstraintValidatorContext",
                    "jakarta.validation.Payload",
                    "java.lang.annotation.ElementType",
                    "java.lang.annotation.Retention",
                    "java.lang.annotation.RetentionPolicy",
                    "java.lang.annotation.Target");

    /// The file of the body's type with the constraint on it.
    String above(String file) {
        return file.replaceFirst(
                "(?m)^(?=public (record|class) " + type + "\\b)", "@" + type + ".Consistent\n");
    }

    /// The type of the constraint, within that of the body.
    String member() {
        String tests =
                breaches.stream()
                        .map(one ->
                                """
                                if (%s) {
                                    refuse(context, %s, %s);
                                    isValid = false;
                                }
                                """
                                        .formatted(
                                                one.test(),
                                                Constraints.literal(one.field()),
                                                Constraints.literal(one.message())))
                        .collect(Collectors.joining());
        return CodeFormat.wrap(
                Template.fill(
                        "Consistent",
                        Map.of("type", type, "tests", tests.indent(16).stripTrailing())));
    }
}
