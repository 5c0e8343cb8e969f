package kiro.model.builtin.project;

/// An annotation of the project's own by which a filter or interceptor tells endpoints apart.
///
/// @param admits whether it lets everyone in; else it is what asks callers who they are
public record Marker(ProjectType annotation, boolean admits) {
    /// How a method is marked.
    public String use() {
        return "@" + annotation.name();
    }
}
