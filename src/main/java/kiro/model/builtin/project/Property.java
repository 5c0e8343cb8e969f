package kiro.model.builtin.project;

import java.util.Optional;

/// A value that an object of the domain has.
///
/// @param read what follows the object to read it: `.bio()`, `.getBio()`
/// @param setter the method that changes it
public record Property(String name, String type, String read, Optional<String> setter) {
    public TypeName typeName() {
        return TypeName.of(type);
    }
}
