package kiro.workspace.watch;

import static java.nio.file.StandardWatchEventKinds.OVERFLOW;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;
import kiro.workspace.watch.FileEvent.Kind;
import kiro.workspace.watch.Pending.Waiting;

/// Watches the files of a workspace. A file counts as changed once it has been left alone for a moment and is not as it was;
/// what was replaced was saved, and what git has checked out is told apart.
public final class FileWatch implements AutoCloseable {
    private static final Duration GRACE = Duration.ofMillis(120);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private static final long LOCK_LOOK = Duration.ofMillis(70).toNanos();

    /// Of the processor's time that looking at folders takes, this many times as much passes before the next look.
    private static final int REST = 250;

    private final Optional<WatchService> service;
    private final FileListener listener;
    private final Ignoring ignoring;
    private final GitWork git;
    private final Pending pending;
    private final FolderKeys keys;
    private final FolderTree tree;
    private final Optional<WatchKey> gitKey;
    private long nextLook;

    /// When all was taken that the system had to tell.
    private long drained;

    /// When what is looked at now can have happened at the earliest.
    private long earliest;

    private Optional<FileListener.Limit> told = Optional.empty();

    /// How a workspace is watched.
    ///
    /// @param quiet how long a file has to be left alone before its change counts
    /// @param mostFolders how many folders the system is asked to tell of; the others are looked at
    /// @param ignored files with more patterns of what is ignored, the weakest first
    public record Ways(Duration quiet, int mostFolders, List<Path> ignored) {
        public Ways {
            ignored = List.copyOf(ignored);
        }
    }

    /// Looks at all folders once; what happens from then on is told while [#run] runs.
    public FileWatch(Workspace workspace, Git git, Ways ways, FileListener listener) {
        Optional<GitPlace> place = GitPlace.around(workspace.root());
        var opened = Opened.of(workspace.root());
        this.service = opened.service();
        this.listener = listener;
        this.ignoring = new Ignoring(workspace.root(), place, ways.ignored());
        this.git = new GitWork(place, git);
        this.pending = new Pending(ways.quiet(), GRACE);
        this.keys = new FolderKeys(service, ways.mostFolders(), opened.reason());
        this.gitKey = place.flatMap(each -> keys.watch(each.own()));
        this.tree =
                new FolderTree(
                        workspace.root(),
                        ignoring.prefix(),
                        ignoring.outermost(),
                        keys,
                        this::touched);
        this.drained = System.nanoTime();
        this.earliest = drained;
        this.nextLook = drained + BETWEEN_LOOKS.toNanos();
    }

    /// What tells of changes.
    private record Opened(Optional<WatchService> service, Optional<String> reason) {
        static Opened of(Path root) {
            try {
                return new Opened(
                        Optional.of(root.getFileSystem().newWatchService()), Optional.empty());
            } catch (IOException full) {
                return new Opened(Optional.empty(), Optional.of(String.valueOf(full.getMessage())));
            }
        }
    }

    /// How many files are known.
    public int files() {
        return tree.count();
    }

    /// Tells of changes until it is interrupted or closed.
    public void run() throws InterruptedException {
        try {
            while (true) {
                tellOfLimit();
                take(await());
                look();
                settle();
            }
        } catch (ClosedWatchServiceException closed) {
            return;
        }
    }

    private void tellOfLimit() {
        Optional<FileListener.Limit> limit = keys.limit();
        if (limit.isPresent() && told.isEmpty()) {
            told = limit;
            listener.limited(limit.get());
        }
    }

    /// All that the system has to tell by now, in its order, but that git is at work first. Waiting for the first of it no longer
    /// than until something is due.
    private Deque<WatchKey> await() throws InterruptedException {
        Duration wait = pending.next(System.nanoTime()).orElse(LONGEST_WAIT);
        if (!keys.unwatched().isEmpty()) {
            Duration look = Duration.ofNanos(Math.max(0, nextLook - System.nanoTime()));
            wait = look.compareTo(wait) < 0 ? look : wait;
        }
        var signalled = new ArrayDeque<WatchKey>();
        if (service.isEmpty()) {
            Thread.sleep(wait);
            return signalled;
        }
        WatchKey key = service.get().poll();
        if (key == null) {
            key = service.get().poll(wait.toNanos(), NANOSECONDS);
            earliest = System.nanoTime();
        } else {
            // It may have happened while what was heard before was looked at, which takes long
            // where it was much.
            earliest = drained;
        }
        while (key != null) {
            if (gitKey.filter(key::equals).isPresent()) {
                signalled.addFirst(key);
            } else {
                signalled.addLast(key);
            }
            key = service.get().poll();
        }
        drained = System.nanoTime();
        return signalled;
    }

    private void take(Deque<WatchKey> signalled) {
        for (WatchKey key : signalled) {
            List<WatchEvent<?>> events = key.pollEvents();
            boolean isThere = key.reset();
            if (gitKey.filter(key::equals).isPresent()) {
                long now = System.nanoTime();
                events.forEach(event -> git.changed(name(event).orElse("index"), now));
                continue;
            }
            keys.folder(key).ifPresent(folder -> take(folder, events, isThere));
        }
    }

    private void take(Folder folder, List<WatchEvent<?>> events, boolean isThere) {
        if (!isThere) {
            tree.vanished(folder);
            return;
        }
        if (events.stream().anyMatch(event -> event.kind().equals(OVERFLOW))) {
            tree.rescan(folder);
            return;
        }
        events.forEach(event -> name(event).ifPresent(name -> tree.look(folder, name)));
    }

    private static Optional<String> name(WatchEvent<?> event) {
        return event.context() instanceof Path path
                ? Optional.of(path.toString())
                : Optional.empty();
    }

    private void touched(String path, Optional<FileStamp> known) {
        long now = System.nanoTime();
        pending.touch(path, known, now, git.wasAtWork(earliest, now));
    }

    /// Looks at the folders that the system does not tell of.
    private void look() {
        if (keys.unwatched().isEmpty() || System.nanoTime() < nextLook) {
            return;
        }
        long begun = spent();
        keys.unwatched().forEach(tree::rescan);
        nextLook = System.nanoTime() + Math.max(BETWEEN_LOOKS.toNanos(), (spent() - begun) * REST);
    }

    /// The processor's time, where the system tells it: by the clock a look takes many times as long while others work.
    private static long spent() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported()
                ? threads.getCurrentThreadCpuTime()
                : System.nanoTime();
    }

    private void settle() throws InterruptedException {
        long now = System.nanoTime();
        Map<String, Waiting> settled = pending.settled(now);
        Map<String, Waiting> lost = pending.lost(now);
        if (settled.isEmpty() && lost.isEmpty()) {
            return;
        }
        var found = new Found();
        boolean isAtWork = git.isAtWork(now);
        settled.forEach((path, waiting) -> {
            if (isAtWork && waiting.mayBeGits()) {
                pending.again(path, waiting, now + LOCK_LOOK);
            } else {
                judge(path, waiting, found, Optional.of(now));
            }
        });
        lost.forEach((path, waiting) -> judge(path, waiting, found, Optional.empty()));
        tell(found);
    }

    /// What was found out about files in one go.
    private static final class Found {
        private final List<FileEvent> own = new ArrayList<>();
        private final List<FileEvent> perhapsGits = new ArrayList<>();
        private boolean isOtherIgnored;

        void add(Kind kind, String path, boolean mayBeGits) {
            (mayBeGits ? perhapsGits : own).add(new FileEvent(kind, WorkspacePath.of(path)));
            isOtherIgnored |= IgnoreScope.isIgnoreFile(path.substring(path.lastIndexOf('/') + 1));
        }
    }

    /// @param now where one that is gone may still come back
    private void judge(String path, Waiting waiting, Found found, Optional<Long> now) {
        Optional<Folder> folder = tree.folder(path.substring(0, path.lastIndexOf('/') + 1));
        String name = path.substring(path.lastIndexOf('/') + 1);
        Optional<FileStamp> stamp =
                folder.flatMap(each -> FileStamp.of(each.place().resolve(name)));
        if (stamp.isEmpty() && waiting.before().isPresent() && now.isPresent()) {
            pending.missing(path, waiting, now.get());
            return;
        }
        folder.ifPresent(each -> remember(each, name, stamp));
        if (stamp.equals(waiting.before())) {
            return;
        }
        Kind kind =
                stamp.isEmpty()
                        ? Kind.DELETED
                        : waiting.before().isEmpty() ? Kind.CREATED : Kind.SAVED;
        found.add(kind, path, waiting.mayBeGits());
    }

    private void remember(Folder folder, String name, Optional<FileStamp> stamp) {
        tree.remember(folder, name, stamp);
        if (stamp.isEmpty()) {
            // A folder may have taken its place.
            tree.look(folder, name);
        }
    }

    private void tell(Found found) throws InterruptedException {
        if (found.isOtherIgnored) {
            tree.renew(ignoring.outermost(), pending::isNew);
        }
        var own = new ArrayList<>(found.own);
        if (!found.perhapsGits.isEmpty()) {
            Optional<Set<String>> dirty = git.dirty();
            var gits = new ArrayList<FileEvent>();
            for (FileEvent event : found.perhapsGits) {
                boolean isGits = dirty.isPresent() && !dirty.get().contains(event.path().value());
                (isGits ? gits : own).add(event);
            }
            if (!gits.isEmpty()) {
                listener.checkedOut(List.copyOf(gits));
            }
        }
        if (!own.isEmpty()) {
            listener.changed(List.copyOf(own));
        }
    }

    @Override
    public void close() throws IOException {
        if (service.isPresent()) {
            service.get().close();
        }
    }
}
