package kiro.edit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.text.Hash;
import kiro.workspace.FileMode;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Takes back changes that a journal has kept, each file on its own: one that is no longer as the last of these changes
/// left it is somebody else's, and stays as it is. What is taken back is a change of the same journal, and can be taken
/// back itself.
public final class Undo {
    private static final String LINKED = "leads to another file by now, through a link";

    private final Journal journal;
    private final WorkspaceFiles files;
    private final PreImages images;
    private final List<ChangeSet> sets;

    private Undo(Journal journal, WorkspaceFiles files, PreImages images, List<ChangeSet> sets) {
        this.journal = journal;
        this.files = files;
        this.images = images;
        this.sets = sets;
    }

    /// @param folder the journal's
    public static Undo of(Path folder, WorkspaceFiles files) throws IOException {
        return new Undo(
                new Journal(folder, files),
                files,
                new PreImages(folder.resolve("before")),
                JournalReader.read(folder.resolve("journal.jsonl")));
    }

    /// What is going to be done.
    ///
    /// @param changes files that are set back
    /// @param undoes for each of them, the sets that are taken back by it
    /// @param conflicts files that stay as they are
    /// @param settled files that are already as they were before
    public record Prepared(
            List<FileChange> changes,
            Map<WorkspacePath, List<Long>> undoes,
            List<Conflict> conflicts,
            List<WorkspacePath> settled) {
        public Prepared {
            changes = List.copyOf(changes);
            undoes = Map.copyOf(undoes);
            conflicts = List.copyOf(conflicts);
            settled = List.copyOf(settled);
        }

        /// The same, when some of the files could not be set back.
        public Prepared with(Taken taken) {
            return new Prepared(
                    taken.changes(),
                    undoes,
                    Stream.concat(conflicts.stream(), taken.left().stream()).toList(),
                    settled);
        }

        public boolean isEmpty() {
            return changes.isEmpty() && conflicts.isEmpty() && settled.isEmpty();
        }
    }

    /// @param reason the end of a sentence that begins with the path
    public record Conflict(WorkspacePath path, String reason) {}

    /// Whether the run ended while a command was at work, so that what this changed is not in the journal yet.
    public boolean isUnderWay() {
        return journal.underWay().isThere();
    }

    /// All sets of the journal that are not themselves an undoing.
    public List<ChangeSet> sets() {
        return sets.stream()
                .filter(set -> set.changes().stream().allMatch(change -> change.undoes().isEmpty()))
                .toList();
    }

    /// Works out how the changes of these sets are taken back, as far as they are not yet.
    public Prepared prepare(Collection<Long> numbers) throws IOException {
        Standing standing = Standing.of(sets);
        return prepare(
                standing,
                standing.live().stream()
                        .filter(entry -> entry.change().undoes().isEmpty())
                        .filter(entry -> numbers.contains(entry.set().number()))
                        .toList());
    }

    /// Works out how the last undoing is taken back.
    public Prepared prepareRedo() throws IOException {
        Standing standing = Standing.of(sets);
        List<Long> undoings = standing.again();
        long last = undoings.isEmpty() ? 0 : undoings.getLast();
        return prepare(
                standing,
                standing.live().stream().filter(entry -> last == entry.set().number()).toList());
    }

    /// How many undoings could be taken back, one after the other.
    public int undoings() {
        return Standing.of(sets).again().size();
    }

    /// What came of it.
    ///
    /// @param changes files that were set back
    /// @param left files that could not be
    public record Taken(List<FileChange> changes, List<Conflict> left, JournalResult result) {
        public Taken {
            changes = List.copyOf(changes);
            left = List.copyOf(left);
        }
    }

    /// All of them or none.
    public JournalResult apply(Prepared prepared) {
        sweep();
        return journal.apply(prepared.changes(), prepared.undoes());
    }

    /// All at once; where one of them cannot be set back, each half of them, and so on: as many as can be.
    public Taken take(Prepared prepared) {
        sweep();
        var done = new ArrayList<FileChange>();
        var left = new ArrayList<Conflict>();
        JournalResult result = take(prepared.changes(), prepared.undoes(), done, left);
        return switch (result) {
            case JournalResult.Applied _ -> new Taken(done, left, result);
            case JournalResult.NotApplied _ ->
                    done.isEmpty()
                            ? new Taken(List.of(), List.of(), result)
                            : new Taken(done, left, new JournalResult.Applied());
            case JournalResult.LeftBroken _ -> new Taken(done, left, result);
        };
    }

    /// What a crash has left half written is nobody's.
    private void sweep() {
        List<WorkspacePath> broken =
                sets.stream()
                        .filter(set -> set.outcome().isEmpty())
                        .flatMap(set -> set.changes().stream())
                        .map(ChangeSet.Change::path)
                        .filter(path -> !isNobodysToWrite(path))
                        .toList();
        try {
            files.entries().sweep(broken);
        } catch (IOException notNow) {
            return;
        }
    }

    /// @return the first failure of all, unless one leaves something broken; in that case no more is taken back
    private JournalResult take(
            List<FileChange> changes,
            Map<WorkspacePath, List<Long>> undoes,
            List<FileChange> done,
            List<Conflict> left) {
        JournalResult all = journal.apply(changes, only(changes, undoes));
        switch (all) {
            case JournalResult.Applied _ -> done.addAll(changes);
            case JournalResult.NotApplied(String reason) -> {
                if (changes.size() == 1) {
                    left.add(new Conflict(changes.getFirst().path(), "is left: " + reason));
                    return all;
                }
                int half = changes.size() / 2;
                for (List<FileChange> part :
                        List.of(changes.subList(0, half), changes.subList(half, changes.size()))) {
                    JournalResult one = take(part, undoes, done, left);
                    if (one instanceof JournalResult.LeftBroken) {
                        return one;
                    }
                }
            }
            case JournalResult.LeftBroken _ -> {
                return all;
            }
        }
        return all;
    }

    private static Map<WorkspacePath, List<Long>> only(
            List<FileChange> changes, Map<WorkspacePath, List<Long>> undoes) {
        return changes.stream()
                .map(FileChange::path)
                .collect(
                        Collectors.toMap(
                                path -> path, path -> undoes.getOrDefault(path, List.of())));
    }

    private Prepared prepare(Standing standing, List<Standing.Entry> chosen) throws IOException {
        var chains = new TreeMap<WorkspacePath, List<Standing.Entry>>();
        chosen.forEach(entry ->
                chains.computeIfAbsent(entry.change().path(), first -> new ArrayList<>())
                        .add(entry));
        var changes = new ArrayList<FileChange>();
        var undoes = new HashMap<WorkspacePath, List<Long>>();
        var conflicts = new ArrayList<Conflict>();
        var settled = new ArrayList<WorkspacePath>();
        for (Map.Entry<WorkspacePath, List<Standing.Entry>> chain : chains.entrySet()) {
            switch (judge(standing, chain.getKey(), chain.getValue(), changes)) {
                case Judged.Back back -> {
                    changes.add(back.change());
                    undoes.put(
                            chain.getKey(),
                            chain.getValue().stream()
                                    .map(entry -> entry.set().number())
                                    .distinct()
                                    .toList());
                }
                case Judged.No no -> conflicts.add(new Conflict(chain.getKey(), no.reason()));
                case Judged.Settled _ -> settled.add(chain.getKey());
            }
        }
        return new Prepared(inOrder(changes), undoes, conflicts, settled);
    }

    /// What goes makes room, the innermost first, for what comes.
    private static List<FileChange> inOrder(List<FileChange> changes) {
        return Stream.concat(
                        changes.reversed().stream().filter(FileChange::isDeletion),
                        changes.stream().filter(change -> !change.isDeletion()))
                .toList();
    }

    private sealed interface Judged {
        record Back(FileChange change) implements Judged {}

        record No(String reason) implements Judged {}

        record Settled() implements Judged {}
    }

    /// @param others what is to be done to files that come before this one
    private Judged judge(
            Standing standing,
            WorkspacePath path,
            List<Standing.Entry> chain,
            List<FileChange> others)
            throws IOException {
        Optional<String> lost =
                chain.stream()
                        .map(entry -> entry.change().lost())
                        .flatMap(Optional::stream)
                        .findFirst();
        if (lost.isPresent()) {
            return new Judged.No("is left: what it held before is not kept, as it " + lost.get());
        }
        if (isNobodysToWrite(path)) {
            return new Judged.No("is a file that no run changes, whatever the journal says");
        }
        try {
            boolean isFreed =
                    others.stream()
                            .filter(other -> other.before() instanceof FileState.Link)
                            .anyMatch(other -> path.isIn(other.path()));
            if (!isFreed && files.entries().isReachedByLink(path)) {
                return new Judged.No(LINKED);
            }
            return judge(standing, path, chain, new StateReader(files).entryAt(path));
        } catch (IOException unreadable) {
            return new Judged.No("cannot be read: " + unreadable.getMessage());
        }
    }

    private Judged judge(
            Standing standing, WorkspacePath path, List<Standing.Entry> chain, FileState current)
            throws IOException {
        Optional<FileVersion> now = FileVersion.of(current);
        List<Standing.Entry> made = made(chain, now);
        if (made.isEmpty() || FileVersion.matches(made.getFirst().change().before(), now)) {
            return new Judged.Settled();
        }
        if (!FileVersion.matches(made.getLast().change().after(), now)) {
            return new Judged.No(changedSince(standing, path, made.getLast(), now));
        }
        for (int i = 1; i < made.size(); i++) {
            Optional<FileVersion> left = made.get(i - 1).change().after();
            if (!FileVersion.matches(made.get(i).change().before(), left)) {
                return new Judged.No("was changed by someone else between two of these changes");
            }
        }
        return back(path, current, made.getFirst().change().before());
    }

    private Judged back(WorkspacePath path, FileState current, Optional<FileVersion> before)
            throws IOException {
        if (before.isEmpty()) {
            return new Judged.Back(new FileChange(path, current, new FileState.Absent()));
        }
        return switch (before.get()) {
            case FileVersion.EmptyFolder _ ->
                    new Judged.Back(new FileChange(path, current, new FileState.EmptyFolder()));
            case FileVersion.Link(String target) ->
                    new Judged.Back(new FileChange(path, current, new FileState.Link(target)));
            case FileVersion.File(Hash hash, FileMode mode) ->
                    images.read(hash)
                            .<Judged>map(bytes ->
                                    new Judged.Back(
                                            new FileChange(
                                                    path,
                                                    current,
                                                    FileState.Present.of(bytes, mode))))
                            .orElseGet(() -> new Judged.No("is left: what it held before is lost"));
        };
    }

    /// The changes that took place: one that a crash, or a failure, may have kept from it did not where the file, or the
    /// next change, knows nothing of it.
    private static List<Standing.Entry> made(
            List<Standing.Entry> chain, Optional<FileVersion> now) {
        var made = new ArrayList<Standing.Entry>();
        Optional<FileVersion> next = now;
        for (Standing.Entry entry : chain.reversed()) {
            boolean isDoubtful = !entry.set().isDone();
            boolean didNotHappen =
                    isDoubtful
                            && !FileVersion.matches(entry.change().after(), next)
                            && FileVersion.matches(entry.change().before(), next);
            if (!didNotHappen) {
                made.add(entry);
                next = entry.change().before();
            }
        }
        return made.reversed();
    }

    private static String changedSince(
            Standing standing, WorkspacePath path, Standing.Entry last, Optional<FileVersion> now) {
        boolean isOurs =
                standing.live().stream()
                        .anyMatch(entry ->
                                entry.set().number() > last.set().number()
                                        && entry.change().path().equals(path)
                                        && FileVersion.matches(entry.change().after(), now));
        if (isOurs) {
            return "was changed again later in the same run: take that back first";
        }
        if (now.filter(FileVersion.Link.class::isInstance).isPresent()
                && last.change().after().filter(FileVersion.File.class::isInstance).isPresent()) {
            return LINKED;
        }
        return now.isEmpty()
                ? "was deleted by someone else since"
                : "was changed by someone else since";
    }

    /// A journal may come with a repository that somebody else has made.
    private static boolean isNobodysToWrite(WorkspacePath path) {
        String lower = "/" + path.value().toLowerCase(Locale.ROOT) + "/";
        return lower.contains("/.git/") || lower.startsWith("/.kiro/sessions/");
    }
}
