package kiro.evidence;

/// A test by the names its report gives it.
///
/// @param suite the fully qualified class, or whatever the framework groups tests by
/// @param name the method, or the title
public record TestId(String suite, String name) {
    @Override
    public String toString() {
        return suite + "." + name;
    }
}
