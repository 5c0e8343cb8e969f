package kiro.tool.builtin;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kiro.workspace.KiroIgnore;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// What search programs are told to leave out beside what git ignores: by `.ignore` and `.rgignore`, in the root and in
/// each folder about what lies in it.
final class SearchIgnores {
    private static final List<String> NAMES = List.of(".ignore", ".rgignore");

    private final Workspace workspace;
    private final Map<String, List<KiroIgnore>> byFolder = new HashMap<>();

    SearchIgnores(Workspace workspace) {
        this.workspace = workspace;
    }

    boolean includes(WorkspacePath file) {
        String path = file.value();
        if (isLeftOut("", path)) {
            return true;
        }
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            if (isLeftOut(path.substring(0, slash), path.substring(slash + 1))) {
                return true;
            }
        }
        return false;
    }

    private boolean isLeftOut(String folder, String below) {
        return byFolder.computeIfAbsent(folder, this::read).stream()
                .anyMatch(each -> each.includes(below));
    }

    private List<KiroIgnore> read(String folder) {
        return NAMES.stream().flatMap(name -> read(folder, name)).toList();
    }

    private Stream<KiroIgnore> read(String folder, String name) {
        try {
            KiroIgnore ignored = KiroIgnore.read(workspace.root().resolve(folder).resolve(name));
            return ignored.isEmpty() ? Stream.empty() : Stream.of(ignored);
        } catch (IOException unreadable) {
            // What cannot be read leaves nothing out: it keeps no secrets.
            return Stream.empty();
        }
    }
}
