package kiro.workspace.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kiro.process.CommandRunner;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.Git;

/// A workspace that is watched, and what was heard of it.
final class Watching implements FileListener, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<String> changed = new ArrayList<>();
    private final List<String> checkedOut = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();
    private final FileWatch watch;
    private final Thread thread;

    private Watching(TemporaryWorkspace workspace, FileWatch.Ways ways, Path spill) {
        var git = new Git(workspace.workspace(), new CommandRunner(System.getenv(), spill));
        this.watch = new FileWatch(workspace.workspace(), git, ways, this);
        this.thread = Thread.ofPlatform().daemon().start(this::follow);
    }

    static Watching of(TemporaryWorkspace workspace) {
        return of(workspace, 100_000, List.of());
    }

    static Watching of(TemporaryWorkspace workspace, int mostFolders, List<Path> ignored) {
        return new Watching(
                workspace,
                new FileWatch.Ways(Duration.ofMillis(30), mostFolders, ignored),
                workspace.root().resolveSibling("spill"));
    }

    private void follow() {
        try {
            watch.run();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    int files() {
        return watch.files();
    }

    @Override
    public synchronized void changed(List<FileEvent> events) {
        events.forEach(event -> changed.add(event.kind() + " " + event.path()));
        notifyAll();
    }

    @Override
    public synchronized void checkedOut(List<FileEvent> events) {
        events.forEach(event -> checkedOut.add(event.kind() + " " + event.path()));
        notifyAll();
    }

    @Override
    public synchronized void limited(Limit limit) {
        limits.add(limit);
        notifyAll();
    }

    /// What was heard once this is among it. A file that is made last is the sign that what came before was heard.
    synchronized List<String> until(String event) {
        await(heard -> heard.changed.contains(event), "no " + event);
        return List.copyOf(changed);
    }

    synchronized List<String> checkedOut(int count) {
        await(heard -> heard.checkedOut.size() >= count, "fewer were checked out than " + count);
        return List.copyOf(checkedOut);
    }

    synchronized List<Limit> limits(int count) {
        await(heard -> heard.limits.size() >= count, "no limit");
        return List.copyOf(limits);
    }

    synchronized List<String> changed() {
        return List.copyOf(changed);
    }

    synchronized List<String> changed(int count) {
        await(heard -> heard.changed.size() >= count, "fewer were changed than " + count);
        return List.copyOf(changed);
    }

    private void await(Predicate<Watching> condition, String otherwise) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.test(this)) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError(
                        "%s in %s, %s".formatted(otherwise, first(changed), first(checkedOut)));
            }
            try {
                wait(left / 1_000_000 + 1);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    private static List<String> first(List<String> all) {
        return Stream.concat(
                        all.stream().limit(20),
                        all.size() > 20 ? Stream.of("... " + all.size()) : Stream.empty())
                .toList();
    }

    @Override
    public void close() {
        try {
            watch.close();
            thread.join(PATIENCE);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
