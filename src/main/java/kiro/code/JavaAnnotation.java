package kiro.code;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// An annotation where it is used.
///
/// @param name the simple name, without `@` and package
/// @param arguments source text by element name; a lone argument is called `value`
public record JavaAnnotation(String name, SequencedMap<String, String> arguments, TextRange range) {
    public JavaAnnotation {
        arguments = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(arguments));
    }

    public Optional<String> argument(String element) {
        return Optional.ofNullable(arguments.get(element));
    }
}
