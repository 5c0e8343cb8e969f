package kiro.code;

/// An import declaration.
///
/// @param name the qualified name, with `.*` at its end where it imports all
public record JavaImport(String name, boolean isStatic, TextRange range) {
    /// The last name of it: the type's, the static member's, or `*`.
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
