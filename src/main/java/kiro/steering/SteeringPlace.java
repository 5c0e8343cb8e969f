package kiro.steering;

import kiro.workspace.WorkspacePath;

/// Where a steering file comes from, and so what it speaks for. The nearest wins: a folder's before the project's, and that
/// before the person's own.
public sealed interface SteeringPlace {
    /// The person's own, for all projects.
    record Person() implements SteeringPlace {}

    /// The project as a whole.
    record Project() implements SteeringPlace {}

    /// A folder of the project that has steering of its own.
    record Folder(WorkspacePath folder) implements SteeringPlace {}

    /// How near it is: nearer places have higher numbers.
    default int depth() {
        return switch (this) {
            case Person person -> -1;
            case Project project -> 0;
            case Folder folder -> folder.folder().value().split("/").length;
        };
    }
}
