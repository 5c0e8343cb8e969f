package kiro.code;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A field of a type.
///
/// @param type its type as the source has it
/// @param initializer source text of its first value
/// @param creations the objects that its first value creates
public record JavaField(
        String name,
        String type,
        Set<String> modifiers,
        List<JavaAnnotation> annotations,
        Optional<String> initializer,
        List<JavaCall> creations,
        TextRange range) {
    public JavaField {
        modifiers = Set.copyOf(modifiers);
        annotations = List.copyOf(annotations);
        creations = List.copyOf(creations);
    }

    public boolean is(String modifier) {
        return modifiers.contains(modifier);
    }

    public Optional<JavaAnnotation> annotation(String simpleName) {
        return annotations.stream().filter(use -> use.name().equals(simpleName)).findFirst();
    }
}
