package kiro.hook.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kiro.hook.EventKind;
import kiro.hook.run.HookEvent;
import kiro.hook.run.Subject;
import kiro.workspace.Git;
import kiro.workspace.WorkspacePath;
import kiro.workspace.dependency.Dependency;
import kiro.workspace.dependency.DependencyChange;
import kiro.workspace.dependency.DependencyFile;
import kiro.workspace.watch.FileEvent;

/// Tells which dependencies have another version, by the manifests and lock files that change. What git checks out is a new
/// beginning, and no change.
public final class DependencyWatch implements WatchSource {
    private final Path root;
    private final Git git;
    private Optional<Map<String, SortedMap<Dependency, String>>> known = Optional.empty();

    /// @param root the workspace's folder
    public DependencyWatch(Path root, Git git) {
        this.root = root;
        this.git = git;
    }

    @Override
    public Set<EventKind> kinds() {
        return Set.of(EventKind.DEPENDENCY_UPDATED);
    }

    @Override
    public synchronized List<HookEvent> look() throws InterruptedException {
        if (known.isEmpty()) {
            var found = new HashMap<String, SortedMap<Dependency, String>>();
            for (WorkspacePath file : git.files()) {
                read(file.value()).ifPresent(each -> found.put(file.value(), each));
            }
            known = Optional.of(found);
        }
        return List.of();
    }

    @Override
    public synchronized List<HookEvent> changed(List<FileEvent> events, boolean isByGit) {
        if (known.isEmpty()) {
            return List.of();
        }
        var changes = new TreeMap<Dependency, Subject.Dependency>();
        for (FileEvent event : events) {
            String path = event.path().value();
            Optional<DependencyFile> kind = DependencyFile.of(path);
            if (kind.isPresent()) {
                compare(event, known.get())
                        .forEach(change -> add(change, path, kind.get(), changes));
            }
        }
        return changes.isEmpty() || isByGit
                ? List.of()
                : List.of(
                        HookEvent.of(
                                EventKind.DEPENDENCY_UPDATED,
                                new Subject.Dependencies(new ArrayList<>(changes.values()))));
    }

    /// A lock file knows better than a manifest which version it is.
    private static void add(
            DependencyChange change,
            String path,
            DependencyFile kind,
            Map<Dependency, Subject.Dependency> changes) {
        var told =
                new Subject.Dependency(
                        change.dependency().ecosystem(),
                        change.dependency().name(),
                        change.from(),
                        change.to(),
                        path);
        if (kind.isLock()) {
            changes.put(change.dependency(), told);
        } else {
            changes.putIfAbsent(change.dependency(), told);
        }
    }

    private List<DependencyChange> compare(
            FileEvent event, Map<String, SortedMap<Dependency, String>> before) {
        String path = event.path().value();
        SortedMap<Dependency, String> old = before.getOrDefault(path, new TreeMap<>());
        if (event.kind() == FileEvent.Kind.DELETED) {
            before.remove(path);
            return DependencyChange.between(old, new TreeMap<>());
        }
        Optional<SortedMap<Dependency, String>> now = read(path);
        now.ifPresent(each -> before.put(path, each));
        return now.map(each -> DependencyChange.between(old, each)).orElse(List.of());
    }

    /// Empty for a file of another kind, and for one that cannot be read as it is now.
    private Optional<SortedMap<Dependency, String>> read(String path) {
        Optional<DependencyFile> kind = DependencyFile.of(path);
        Path file = root.resolve(path);
        if (kind.isEmpty() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return kind.get().read(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
