package kiro.code;

import java.util.List;
import java.util.Optional;

/// A parameter of a method or constructor, or a component of a record.
///
/// @param type its type as the source has it
public record JavaParameter(
        String name, String type, List<JavaAnnotation> annotations, TextRange range) {
    public JavaParameter {
        annotations = List.copyOf(annotations);
    }

    public Optional<JavaAnnotation> annotation(String simpleName) {
        return annotations.stream().filter(use -> use.name().equals(simpleName)).findFirst();
    }
}
