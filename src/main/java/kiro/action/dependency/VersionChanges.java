package kiro.action.dependency;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kiro.process.Capture;
import kiro.workspace.Git;
import kiro.workspace.dependency.Dependency;
import kiro.workspace.dependency.DependencyChange;
import kiro.workspace.dependency.DependencyFile;

/// Finds the dependencies of which a project wants another version than a commit of it did.
public final class VersionChanges {
    private static final long LARGEST = 32 << 20;
    private static final int MOST_POMS = 300;

    private final ProjectTexts project;
    private final Git git;
    private final ManagedChanges managed;
    private final Set<String> unread = new TreeSet<>();

    /// @param project in whose files it is looked
    /// @param stores where versions that are managed elsewhere are looked up
    public VersionChanges(ProjectTexts project, Git git, DependencyStores stores) {
        this.managed = new ManagedChanges(stores);
        this.project = project;
        this.git = git;
    }

    /// From a commit to the files as they are, in the order of names; of manifest and lock file the lock file is believed. Empty where
    /// there is no such commit.
    public Optional<List<VersionChange>> since(String commit) throws InterruptedException {
        if (commit.startsWith("-")) {
            return Optional.empty();
        }
        Optional<String> paths = differing(commit);
        if (paths.isEmpty()) {
            return Optional.empty();
        }
        Set<Dependency> direct = direct();
        var changes = new TreeMap<Dependency, VersionChange>();
        for (String path : paths.get().split("\0")) {
            Optional<DependencyFile> kind = DependencyFile.of(path);
            if (kind.isEmpty()) {
                continue;
            }
            SortedMap<Dependency, String> old =
                    answer("show", commit + ":./" + path)
                            .flatMap(text -> kind.get().read(text.getBytes(StandardCharsets.UTF_8)))
                            .orElse(new TreeMap<>());
            Optional<byte[]> content = project.read(path, LARGEST);
            Optional<SortedMap<Dependency, String>> now =
                    content.isPresent()
                            ? kind.get().read(content.get())
                            : Optional.of(new TreeMap<>());
            if (now.isEmpty()) {
                unread.add(path);
            }
            now.map(each -> DependencyChange.between(old, each))
                    .orElse(List.of())
                    .forEach(each -> add(each, path, kind.get(), direct, changes));
        }
        if (Stream.of(paths.get().split("\0")).anyMatch(VersionChanges::isPom)) {
            managed(commit).forEach(changes::putIfAbsent);
        }
        return Optional.of(List.copyOf(changes.values()));
    }

    private Map<Dependency, VersionChange> managed(String commit) throws InterruptedException {
        var changes = new TreeMap<Dependency, VersionChange>();
        managed.between(
                        new ManagedChanges.State(poms(Optional.of(commit)), Map.of()),
                        new ManagedChanges.State(poms(Optional.empty()), Map.of()))
                .forEach(each ->
                        changes.putIfAbsent(new Dependency(each.ecosystem(), each.name()), each));
        return changes;
    }

    /// Changed files that say nothing that can be read, such as ones in the middle of a merge.
    public List<String> unread() {
        return List.copyOf(unread);
    }

    private static boolean isPom(String path) {
        return DependencyFile.of(path).filter(DependencyFile.POM::equals).isPresent();
    }

    /// @param commit as it has them; as they are where there is none
    private SortedMap<String, Pom> poms(Optional<String> commit) throws InterruptedException {
        var poms = new TreeMap<String, Pom>();
        for (String path :
                project.files().stream().filter(VersionChanges::isPom).limit(MOST_POMS).toList()) {
            Optional<byte[]> content =
                    commit.isPresent()
                            ? answer("show", commit.get() + ":./" + path)
                                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                            : project.read(path, LARGEST);
            content.flatMap(Pom::read).ifPresent(pom -> poms.put(path, pom));
        }
        return poms;
    }

    /// What follows from other versions of parents and of lists of versions: those that they manage and the project asks for.
    public List<VersionChange> following(List<VersionChange> changes) throws InterruptedException {
        var before = new TreeMap<String, String>();
        var after = new TreeMap<String, String>();
        for (VersionChange each : changes) {
            if (each.ecosystem().equals("maven")
                    && !each.from().isEmpty()
                    && !each.to().isEmpty()) {
                before.put(each.name(), each.from());
                after.put(each.name(), each.to());
            }
        }
        if (before.isEmpty()) {
            return List.of();
        }
        SortedMap<String, Pom> poms = poms(Optional.empty());
        return managed
                .between(
                        new ManagedChanges.State(poms, before),
                        new ManagedChanges.State(poms, after))
                .stream()
                .filter(each -> !before.containsKey(each.name()))
                .distinct()
                .toList();
    }

    private Optional<String> differing(String commit) throws InterruptedException {
        var arguments =
                new ArrayList<>(List.of("diff", "--relative", "--name-only", "--no-renames", "-z"));
        if (project.isStaged()) {
            arguments.add("--cached");
        }
        arguments.addAll(List.of(commit, "--"));
        return answer(arguments.toArray(String[]::new));
    }

    private static void add(
            DependencyChange change,
            String path,
            DependencyFile kind,
            Set<Dependency> direct,
            Map<Dependency, VersionChange> changes) {
        var told =
                new VersionChange(
                        change.dependency().ecosystem(),
                        change.dependency().name(),
                        VersionStep.bare(change.from()),
                        VersionStep.bare(change.to()),
                        path,
                        direct.contains(change.dependency())
                                || (change.to().isEmpty() && !kind.isLock()));
        if (kind.isLock()) {
            changes.put(change.dependency(), told);
        } else {
            changes.putIfAbsent(change.dependency(), told);
        }
    }

    /// What the project itself asks for.
    public Set<Dependency> direct() throws InterruptedException {
        var direct = new TreeSet<Dependency>();
        for (String each : project.files()) {
            Optional<DependencyFile> kind = DependencyFile.of(each).filter(one -> !one.isLock());
            if (kind.isPresent()) {
                Set<String> indirect = kind.get() == DependencyFile.GO ? indirect(each) : Set.of();
                read(each, kind.get())
                        .ifPresent(found ->
                                found.keySet().stream()
                                        .filter(one -> !indirect.contains(one.name()))
                                        .forEach(direct::add));
            }
        }
        return direct;
    }

    /// The version that the project has of a dependency, by its lock file where it has one; an empty one where the files name it
    /// and say none, such as one that a parent manages.
    public Optional<VersionChange> present(String name) throws InterruptedException {
        var found = new ArrayList<VersionChange>();
        for (String each : project.files()) {
            Optional<DependencyFile> kind = DependencyFile.of(each);
            if (kind.isEmpty()) {
                continue;
            }
            read(each, kind.get())
                    .orElse(new TreeMap<>())
                    .forEach((one, version) -> {
                        if (one.name().equals(name)) {
                            found.add(
                                    new VersionChange(
                                            one.ecosystem(),
                                            name,
                                            VersionStep.bare(version),
                                            "",
                                            each,
                                            !kind.get().isLock()));
                        }
                    });
        }
        boolean isDirect = found.stream().anyMatch(VersionChange::isDirect);
        Optional<VersionChange> likeliest =
                found.stream()
                        .min(
                                Comparator.comparing((VersionChange each) -> each.from().isEmpty())
                                        .thenComparing(VersionChange::isDirect));
        return likeliest.isEmpty()
                ? Optional.empty()
                : Optional.of(present(likeliest.get(), isDirect));
    }

    private VersionChange present(VersionChange found, boolean isDirect)
            throws InterruptedException {
        String version =
                found.from().isEmpty()
                        ? managed.version(
                                        new ManagedChanges.State(poms(Optional.empty()), Map.of()),
                                        found.name())
                                .orElse("")
                        : found.from();
        return new VersionChange(
                found.ecosystem(), found.name(), version, "", found.file(), isDirect);
    }

    private Set<String> indirect(String path) throws InterruptedException {
        var names = new TreeSet<String>();
        project.text(path, LARGEST)
                .orElse("")
                .lines()
                .filter(line -> line.contains("// indirect"))
                .map(line ->
                        line.strip().replaceFirst("^require\\s+", "").replaceFirst("\\s.*", ""))
                .forEach(names::add);
        return names;
    }

    private Optional<SortedMap<Dependency, String>> read(String path, DependencyFile kind)
            throws InterruptedException {
        return project.read(path, LARGEST).flatMap(kind::read);
    }

    /// The lock files of npm as they are, and as they were in a commit.
    public List<String> npmLocks(String commit) throws InterruptedException {
        var locks = new ArrayList<String>();
        for (String each : project.files()) {
            if (DependencyFile.of(each)
                    .filter(kind -> kind == DependencyFile.NPM_LOCK)
                    .isPresent()) {
                Optional<String> text = project.text(each, LARGEST);
                if (text.isEmpty()) {
                    continue;
                }
                locks.add(text.get());
                answer("show", commit + ":./" + each).ifPresent(locks::add);
            }
        }
        return locks;
    }

    private Optional<String> answer(String... arguments) throws InterruptedException {
        return git.run(List.of(arguments)) instanceof Capture.Ended ended && ended.code() == 0
                ? Optional.of(new String(ended.output(), StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
