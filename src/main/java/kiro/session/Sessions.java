package kiro.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kiro.text.Order;
import kiro.workspace.Workspace;

/// The sessions of a workspace: the folders below `.kiro/sessions` that have a log.
public final class Sessions {
    /// The word that names the newest session.
    public static final String LAST = "last";

    private final Path folder;

    public Sessions(Workspace workspace) {
        this.folder = workspace.kiroFolder().resolve("sessions");
    }

    /// Which session a person means.
    public sealed interface Choice {
        record Found(SessionId id) implements Choice {}

        /// None has this name, or several have.
        record NotFound(String reason) implements Choice {}
    }

    /// All of them, the newest first.
    public List<SessionId> ids() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isRegularFile(log(entry)))
                    .map(entry -> String.valueOf(entry.getFileName()))
                    .filter(SessionId::isOne)
                    .map(SessionId::new)
                    .sorted(Order.by(SessionId::value).reversed())
                    .toList();
        }
    }

    /// @param name an id, the beginning or the end of one, or `last`
    public Choice find(String name) throws IOException {
        List<SessionId> ids = ids();
        if (ids.isEmpty()) {
            return new Choice.NotFound("there is no session yet");
        }
        if (name.equals(LAST)) {
            return new Choice.Found(ids.getFirst());
        }
        List<SessionId> meant =
                ids.stream()
                        .filter(id -> id.value().startsWith(name) || id.value().endsWith(name))
                        .toList();
        if (meant.size() == 1 && !name.isEmpty()) {
            return new Choice.Found(meant.getFirst());
        }
        return new Choice.NotFound(
                meant.isEmpty()
                        ? "there is no session '" + name + "'"
                        : "%d sessions are named so: %s"
                                .formatted(
                                        meant.size(),
                                        String.join(
                                                ", ",
                                                meant.stream()
                                                        .limit(5)
                                                        .map(SessionId::value)
                                                        .toList())));
    }

    /// The folder that holds all there is of a session.
    public Path folder(SessionId id) {
        return folder.resolve(id.value());
    }

    public LogReading read(SessionId id) throws IOException {
        return new EventReader().read(log(folder(id)));
    }

    private static Path log(Path session) {
        return session.resolve("events.jsonl");
    }
}
