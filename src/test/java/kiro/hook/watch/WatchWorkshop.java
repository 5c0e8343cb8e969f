package kiro.hook.watch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import kiro.hook.HookStore;
import kiro.hook.run.HookEvent;
import kiro.hook.run.HookRuns;
import kiro.hook.run.WriteOrigins;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;
import kiro.workspace.watch.FileEvent;

/// A watch over real files of hooks, whose starts are written down instead of run, at a time that a test sets.
final class WatchWorkshop implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TemporaryWorkspace files;
    private final AtomicLong nanos = new AtomicLong();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final List<String> started = new ArrayList<>();
    private final List<WatchNews> news = new ArrayList<>();
    private final List<WatchSource> sources = new ArrayList<>();
    private BiPredicate<String, byte[]> trust = (_, _) -> true;
    private WriteOrigins origins = WriteOrigins.UNKNOWN;
    private CountDownLatch gate = new CountDownLatch(0);
    private HookWatch watch;

    WatchWorkshop(Path folder) {
        files = TemporaryWorkspace.in(folder).with("project/.kiro/config.yaml", "");
        watch = made();
    }

    private HookWatch made() {
        Path root = files.root().resolve("project");
        return new HookWatch(
                () ->
                        HookStore.of(
                                        Map.of(),
                                        files.root().resolve("home"),
                                        new Workspace(root),
                                        () -> trust)
                                .read(),
                this::start,
                new HookWatch.Changes(
                        root, (path, content, when) -> origins.of(path, content, when)),
                sources,
                new HookWatch.Times(new SetClock(), nanos::get),
                this::hear);
    }

    private final class SetClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    WatchWorkshop hooks(String yaml) {
        files.with("project/.kiro/hooks.yaml", "version: 1\nhooks:\n" + yaml.indent(2));
        return this;
    }

    WatchWorkshop with(WatchSource source) {
        sources.add(source);
        watch = made();
        return this;
    }

    WatchWorkshop trusting(BiPredicate<String, byte[]> other) {
        trust = other;
        return this;
    }

    WatchWorkshop knowing(WriteOrigins other) {
        origins = other;
        return this;
    }

    /// Runs do not end before they are let go on.
    CountDownLatch holding() {
        gate = new CountDownLatch(1);
        return gate;
    }

    WatchWorkshop tick() throws InterruptedException {
        watch.tick();
        return this;
    }

    /// Time passes, as it does by itself.
    WatchWorkshop later(Duration time) throws InterruptedException {
        nanos.addAndGet(time.toNanos());
        now = now.plus(time);
        return tick();
    }

    /// Somebody sets the clock.
    WatchWorkshop setTo(String time) throws InterruptedException {
        now = Instant.parse(time);
        return tick();
    }

    WatchWorkshop changed(FileEvent.Kind kind, String... paths) {
        watch.changed(
                List.of(paths).stream()
                        .map(path -> new FileEvent(kind, WorkspacePath.of(path)))
                        .toList());
        return this;
    }

    WatchWorkshop checkedOut(String path) {
        watch.checkedOut(List.of(new FileEvent(FileEvent.Kind.SAVED, WorkspacePath.of(path))));
        return this;
    }

    TemporaryWorkspace files() {
        return files;
    }

    private HookRuns start(String hook, HookEvent event) throws InterruptedException {
        synchronized (this) {
            started.add(
                    "%s: %s %s%s"
                            .formatted(
                                    hook,
                                    event.kind().word(),
                                    String.join(" ", event.files()),
                                    String.join(" ", event.tests())));
            notifyAll();
        }
        gate.await();
        return HookRuns.NONE;
    }

    private synchronized void hear(WatchNews heard) {
        news.add(heard);
        notifyAll();
    }

    /// What was started, once it is as much as this.
    synchronized List<String> started(int count) throws InterruptedException {
        await(shop -> shop.started.size() >= count);
        return List.copyOf(started);
    }

    synchronized <T extends WatchNews> List<T> news(Class<T> type, int count)
            throws InterruptedException {
        await(shop -> shop.news.stream().filter(type::isInstance).count() >= count);
        return news.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private void await(Predicate<WatchWorkshop> condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.test(this)) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("started " + started + ", heard " + news);
            }
            wait(left / 1_000_000 + 1);
        }
    }

    @Override
    public void close() {
        gate.countDown();
        watch.close();
    }
}
