package kiro.model.builtin.ground;

import java.util.List;
import java.util.OptionalInt;

/// A property that a stored type is to get.
///
/// @param type as a source names it; that of its id where it is another object's
/// @param length of its texts, where the spec says how long they may be
/// @param constants the values of the enum that is made for it; none where its type is there
public record NewProperty(
        String name,
        String type,
        Role role,
        boolean isNullable,
        OptionalInt length,
        boolean isUnique,
        List<String> constants) {
    /// What a property is for.
    public enum Role {
        /// Tells one object from another.
        ID,
        /// Names what the object belongs to.
        LINK,
        /// Names who made the object.
        CALLER,
        /// Tells when it was made.
        CREATED,
        VALUE
    }

    public NewProperty {
        constants = List.copyOf(constants);
    }

    /// One without a length that is neither unique nor an enum.
    public static NewProperty plain(String name, String type, Role role, boolean isNullable) {
        return new NewProperty(name, type, role, isNullable, OptionalInt.empty(), false, List.of());
    }

    boolean isPrimitive() {
        return type.matches("int|long|short|boolean|double|float|byte|char");
    }

    boolean isEnum() {
        return !constants.isEmpty();
    }

    String upper() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
