package kiro.steering.source;

import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The files of a project as they are, or as they are going to be, at one moment.
public interface ProjectFiles {
    /// From the project's root, with `/` between names.
    NavigableSet<String> paths();

    /// Empty where there is no such file, or where it cannot be read.
    Optional<byte[]> read(String path);

    static ProjectFiles of(Map<String, byte[]> files) {
        var kept = new TreeMap<>(files);
        return new ProjectFiles() {
            @Override
            public NavigableSet<String> paths() {
                return kept.navigableKeySet();
            }

            @Override
            public Optional<byte[]> read(String path) {
                return Optional.ofNullable(kept.get(path));
            }
        };
    }

    /// These files with others in their place or beside them, and without some.
    default ProjectFiles with(Map<String, byte[]> written, Set<String> removed) {
        var paths = new TreeSet<>(paths());
        paths.addAll(written.keySet());
        paths.removeAll(removed);
        Map<String, byte[]> kept = Map.copyOf(written);
        ProjectFiles below = this;
        return new ProjectFiles() {
            @Override
            public NavigableSet<String> paths() {
                return paths;
            }

            @Override
            public Optional<byte[]> read(String path) {
                if (!paths.contains(path)) {
                    return Optional.empty();
                }
                byte[] own = kept.get(path);
                return own == null ? below.read(path) : Optional.of(own);
            }
        };
    }
}
