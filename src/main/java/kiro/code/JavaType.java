package kiro.code;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A class, interface, record, enum or annotation type.
///
/// @param supertypes what it extends and implements, as the source has it
/// @param components of a record
/// @param constants of an enum
/// @param range from its first modifier to its last brace
/// @param body between its braces
public record JavaType(
        Kind kind,
        String name,
        Set<String> modifiers,
        List<JavaAnnotation> annotations,
        List<String> supertypes,
        List<JavaParameter> components,
        List<String> constants,
        List<JavaField> fields,
        List<JavaMethod> constructors,
        List<JavaMethod> methods,
        List<JavaType> nested,
        TextRange range,
        TextRange body) {

    /// What a type is declared as.
    public enum Kind {
        CLASS,
        INTERFACE,
        RECORD,
        ENUM,
        ANNOTATION
    }

    public JavaType {
        modifiers = Set.copyOf(modifiers);
        annotations = List.copyOf(annotations);
        supertypes = List.copyOf(supertypes);
        components = List.copyOf(components);
        constants = List.copyOf(constants);
        fields = List.copyOf(fields);
        constructors = List.copyOf(constructors);
        methods = List.copyOf(methods);
        nested = List.copyOf(nested);
    }

    public boolean is(String modifier) {
        return modifiers.contains(modifier);
    }

    public Optional<JavaAnnotation> annotation(String simpleName) {
        return annotations.stream().filter(use -> use.name().equals(simpleName)).findFirst();
    }

    public boolean isAnnotated(String simpleName) {
        return annotation(simpleName).isPresent();
    }

    public Optional<JavaField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    public Optional<JavaMethod> method(String name) {
        return methods.stream().filter(method -> method.name().equals(name)).findFirst();
    }
}
