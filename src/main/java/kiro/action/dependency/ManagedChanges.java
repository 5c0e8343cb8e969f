package kiro.action.dependency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds the dependencies of Maven projects that get another version without being named with one: by a parent, by a list that
/// is imported, or by a property.
final class ManagedChanges {
    private final MavenArtifacts repository;

    ManagedChanges(DependencyStores stores) {
        this.repository = new MavenArtifacts(stores);
    }

    /// One state of the `pom.xml` files of a project.
    ///
    /// @param files by their paths
    /// @param others versions of parents and lists that count in the place of those that the files name
    record State(SortedMap<String, Pom> files, Map<String, String> others) {
        State {
            files = new TreeMap<>(files);
            others = Map.copyOf(others);
        }
    }

    List<VersionChange> between(State before, State after) throws InterruptedException {
        ManagedVersions old = versions(before);
        ManagedVersions now = versions(after);
        var changes = new ArrayList<VersionChange>();
        for (Map.Entry<String, Pom> file : after.files().entrySet()) {
            Optional<Pom> was = Optional.ofNullable(before.files().get(file.getKey()));
            if (was.isEmpty()) {
                continue;
            }
            SortedMap<String, String> from = old.direct(was.get());
            now.direct(file.getValue())
                    .forEach((name, version) -> {
                        String earlier = from.getOrDefault(name, version);
                        if (!earlier.equals(version)) {
                            changes.add(
                                    new VersionChange(
                                            "maven", name, earlier, version, file.getKey(), true));
                        }
                    });
        }
        return changes;
    }

    /// The version that some file asks for, or has managed.
    Optional<String> version(State state, String name) throws InterruptedException {
        ManagedVersions versions = versions(state);
        for (Pom pom : state.files().values()) {
            Optional<String> found = Optional.ofNullable(versions.direct(pom).get(name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// A parent within the project is looked for there first.
    private ManagedVersions versions(State state) {
        var own = new HashMap<String, Pom>();
        state.files().values().forEach(pom -> own.putIfAbsent(pom.own().key(), pom));
        return new ManagedVersions(
                artifact -> {
                    Optional<Pom> ours = Optional.ofNullable(own.get(artifact.key()));
                    boolean isMeant =
                            ours.filter(pom ->
                                            pom.own().version().equals(artifact.version())
                                                    || artifact.version().indexOf('$') >= 0)
                                    .isPresent();
                    return isMeant ? ours : repository.pom(artifact);
                },
                state.others());
    }
}
