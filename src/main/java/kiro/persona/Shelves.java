package kiro.persona;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.workspace.Workspace;

/// The two folders of one kind: the project's and the person's, in this order.
public final class Shelves {
    private Shelves() {}

    /// @param kind the folder's name, such as `agents`
    public static List<Shelf> of(
            String kind, Map<String, String> environment, Path home, Workspace workspace) {
        String moved = environment.getOrDefault("KIRO_HOME", "").strip();
        Path own = moved.isEmpty() ? home.resolve(".kiro") : Path.of(moved);
        Path project = workspace.kiroFolder();
        Shelf persons =
                new Shelf(
                        own.resolve(kind),
                        (moved.isEmpty() ? "~/.kiro" : moved) + "/" + kind,
                        Optional.empty());
        Shelf projects =
                new Shelf(project.resolve(kind), ".kiro/" + kind, Optional.of(workspace.root()));
        return own.normalize().equals(project.normalize())
                ? List.of(persons)
                : Stream.of(projects, persons).toList();
    }
}
