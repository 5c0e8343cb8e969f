package kiro.model.builtin.write;

import java.util.Optional;
import kiro.code.JavaType;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Sources;
import kiro.model.builtin.talk.Check;

/// What an answer has for a value that a test reads from an object.
///
/// @param expression the value, as JSON has it
record ReadValue(String expression, Kind kind) {
    /// How values compare.
    enum Kind {
        TEXT,
        PLAIN,
        DECIMAL
    }

    /// Empty where it depends on how the project writes such values.
    ///
    /// @param object the expression for the object
    static Optional<ReadValue> of(
            Sources sources, DomainType resource, Property property, String object) {
        String read = object + property.read();
        return switch (property.typeName().raw()) {
            case "String" -> text(read);
            case "int", "Integer", "long", "Long", "short", "Short", "boolean", "Boolean" ->
                    Optional.of(new ReadValue(read, Kind.PLAIN));
            case "BigDecimal" -> Optional.of(new ReadValue(read, Kind.DECIMAL));
            case "UUID", "LocalDate", "Instant" -> text(read + ".toString()");
            default ->
                    isPlainEnum(sources, resource, property)
                            ? text(read + ".name()")
                            : Optional.empty();
        };
    }

    private static Optional<ReadValue> text(String expression) {
        return Optional.of(new ReadValue(expression, Kind.TEXT));
    }

    /// Whether JSON has the constants of an enum as they are called.
    private static boolean isPlainEnum(Sources sources, DomainType resource, Property property) {
        Optional<ProjectType> own = sources.resolve(property.type(), resource.type().file());
        return own.filter(type -> type.type().kind() == JavaType.Kind.ENUM)
                .filter(type -> !type.file().text().contains("@Json"))
                .isPresent();
    }

    /// The value at a path of the answer.
    Check at(String path) {
        return kind == Kind.DECIMAL
                ? new Check.NumberIs(path, expression)
                : new Check.ValueIs(path, expression);
    }

    /// The value of an element of a list.
    Check in(Check.Element element, String property) {
        return new Check.ElementHas(element, property, kind == Kind.TEXT, expression);
    }
}
