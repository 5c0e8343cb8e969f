package kiro.memory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.text.Hash;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;

/// Looks whether what facts rest on is still as it was. Each file is read once.
public final class Grounds {
    private final Workspace workspace;
    private final WorkspaceFiles files;
    private final Map<String, Optional<Read>> read = new HashMap<>();

    public Grounds(Workspace workspace) {
        this.workspace = workspace;
        this.files = new WorkspaceFiles(workspace);
    }

    /// A file as it is now; the digests of its lines are made when they are asked for.
    private static final class Read {
        private final String text;
        private Set<Hash> lines = Set.of();

        private Read(String text) {
            this.text = text;
        }

        private boolean hasLine(Hash hash) {
            if (lines.isEmpty()) {
                var hashes = new HashSet<Hash>();
                text.lines().forEach(line -> hashes.add(Hash.of(line.strip())));
                lines = hashes;
            }
            return lines.contains(hash);
        }
    }

    /// Whether something that the fact rests on is gone, or another than it was.
    public boolean isStale(Fact fact) {
        return fact.statement().rests().stream().anyMatch(ground -> !holds(ground));
    }

    private boolean holds(Ground ground) {
        Optional<Read> file = read.computeIfAbsent(ground.path(), this::load);
        return file.isPresent()
                && switch (ground.part()) {
                    case Ground.Part.Whole _ -> Hash.of(file.get().text).equals(ground.hash());
                    case Ground.Part.Line _ -> file.get().hasLine(ground.hash());
                    case Ground.Part.Section section ->
                            Sections.of(file.get().text)
                                    .named(section.heading())
                                    .filter(found ->
                                            Hash.of(found.body().strip()).equals(ground.hash()))
                                    .isPresent();
                };
    }

    private Optional<Read> load(String path) {
        try {
            return workspace.resolve(path).isEmpty()
                    ? Optional.empty()
                    : files.read(workspace.resolve(path).get())
                            .map(bytes -> new Read(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
