package kiro.model.builtin.project;

import java.util.Optional;
import java.util.regex.Pattern;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;

/// The types of what the code of a method passes on.
final class ValueTypes {
    private ValueTypes() {}

    /// The type of a parameter or a variable; empty where it is not said.
    static Optional<String> ofVariable(JavaMethod method, String name) {
        for (JavaParameter parameter : method.parameters()) {
            if (parameter.name().equals(name)) {
                return Optional.of(parameter.type());
            }
        }
        var local =
                Pattern.compile("([A-Za-z][\\w<>]*)\\s+" + name + "\\s*=")
                        .matcher(method.body().orElse(""));
        return local.find() && !local.group(1).equals("var")
                ? Optional.of(local.group(1))
                : Optional.empty();
    }

    /// The type of a value that is passed to a method, without what it is of; what `ifPresent` gives is of its `Optional`.
    static Optional<String> of(JavaMethod method, String value) {
        if (value.matches("(Long\\.parseLong|Long\\.valueOf)\\(.*")) {
            return Optional.of("long");
        }
        String name = value.replaceFirst("\\)+$", "").strip();
        if (!name.matches("\\w+")) {
            return Optional.empty();
        }
        var given =
                Pattern.compile("(\\w+)\\s*\\.ifPresent\\(\\s*\\(?" + name + "\\)?\\s*->")
                        .matcher(method.body().orElse(""));
        return ofVariable(method, name)
                .map(type -> TypeName.of(type).raw())
                .or(() ->
                        given.find()
                                ? ofVariable(method, given.group(1))
                                        .map(type -> TypeName.of(type).element().raw())
                                : Optional.empty());
    }
}
