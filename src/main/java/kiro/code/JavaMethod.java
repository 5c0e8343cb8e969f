package kiro.code;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A method or a constructor.
///
/// @param name its name; that of the type for a constructor
/// @param returnType as the source has it; empty for a constructor
/// @param body source text from brace to brace; empty where it has none
/// @param calls what the body calls, in the order of the source
/// @param creations what the body creates with `new`, in the order of the source
public record JavaMethod(
        String name,
        String returnType,
        Set<String> modifiers,
        List<JavaAnnotation> annotations,
        List<JavaParameter> parameters,
        Optional<String> body,
        List<JavaCall> calls,
        List<JavaCall> creations,
        TextRange range) {
    public JavaMethod {
        modifiers = Set.copyOf(modifiers);
        annotations = List.copyOf(annotations);
        parameters = List.copyOf(parameters);
        calls = List.copyOf(calls);
        creations = List.copyOf(creations);
    }

    public boolean isConstructor() {
        return returnType.isEmpty();
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
}
