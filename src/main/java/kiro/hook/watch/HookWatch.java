package kiro.hook.watch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kiro.hook.EventKind;
import kiro.hook.Hook;
import kiro.hook.HookStore;
import kiro.hook.Trigger;
import kiro.hook.run.Cause;
import kiro.hook.run.HookEvent;
import kiro.hook.run.Subject;
import kiro.hook.run.WriteOrigins;
import kiro.workspace.watch.FileEvent;
import kiro.workspace.watch.FileListener;

/// Starts the hooks of a workspace on what happens in it. The files of hooks are read again at each change and every few
/// seconds: while one is broken nothing runs, and what nobody trusts never does.
public final class HookWatch implements FileListener, AutoCloseable {
    /// How long files are left alone before they are told of at all.
    public static final Duration QUIET = Duration.ofMillis(30);

    private static final Duration BETWEEN_READS = Duration.ofSeconds(3);

    private final Supplier<HookStore.Reading> files;
    private final Changes changes;
    private final List<WatchSource> sources;
    private final Consumer<WatchNews> news;
    private final Times times;
    private final HookQueues queues;
    private final Schedule schedule = new Schedule();
    private List<Hook> waiting = List.of();
    private String told = "";
    private long lastRead;

    /// The time.
    ///
    /// @param nanos only ever grow
    public record Times(Clock clock, LongSupplier nanos) {
        ZonedDateTime now() {
            return clock.instant().atZone(clock.getZone());
        }
    }

    /// @param root the workspace's folder
    /// @param origins says who wrote what
    public record Changes(Path root, WriteOrigins origins) {}

    public HookWatch(
            Supplier<HookStore.Reading> files,
            HookStarter starter,
            Changes changes,
            List<WatchSource> sources,
            Times times,
            Consumer<WatchNews> news) {
        this.files = files;
        this.changes = changes;
        this.sources = List.copyOf(sources);
        this.times = times;
        this.news = news;
        this.queues = new HookQueues(starter, news);
    }

    /// Reads the files of hooks, if it is time to, and starts what is due. Called every second or so. Sources may take their time
    /// to look, and files are told of meanwhile.
    public void tick() throws InterruptedException {
        for (WatchSource source : begun()) {
            for (HookEvent event : source.look()) {
                happened(event);
            }
        }
    }

    /// The sources that a hook waits for.
    private synchronized List<WatchSource> begun() {
        long now = times.nanos().getAsLong();
        if (told.isEmpty() || now - lastRead >= BETWEEN_READS.toNanos()) {
            read();
        }
        for (String name : schedule.due(now, times.now())) {
            var event = HookEvent.of(EventKind.SCHEDULE, new Subject.Named(name));
            waiting.stream()
                    .filter(hook -> hook.name().equals(name))
                    .forEach(hook -> queues.add(hook, event));
        }
        return sources.stream().filter(this::isWaitedFor).toList();
    }

    private boolean isWaitedFor(WatchSource source) {
        return waiting.stream()
                .anyMatch(hook ->
                        hook.trigger().event().filter(source.kinds()::contains).isPresent());
    }

    private void read() {
        HookStore.Reading reading = files.get();
        lastRead = times.nanos().getAsLong();
        waiting =
                reading.isBroken()
                        ? List.of()
                        : reading.hooks().stream()
                                .filter(hook -> hook.canRun() && hook.source().isTrusted())
                                .filter(hook -> isWatched(hook.trigger()))
                                .toList();
        schedule.follow(waiting, lastRead, times.now());
        WatchNews found =
                reading.isBroken()
                        ? new WatchNews.Broken(reading.findings())
                        : new WatchNews.Ready(
                                waiting.stream().map(Hook::name).toList(), untrusted(reading));
        String words = found + waiting.stream().map(HookWatch::words).collect(Collectors.joining());
        if (!words.equals(told)) {
            told = words;
            news.accept(found);
        }
    }

    private static int untrusted(HookStore.Reading reading) {
        return (int)
                reading.hooks().stream()
                        .filter(hook -> hook.canRun() && !hook.source().isTrusted())
                        .filter(hook -> isWatched(hook.trigger()))
                        .count();
    }

    private static String words(Hook hook) {
        return "%s %s %s %s\n"
                .formatted(
                        hook.trigger().word(),
                        hook.trigger().scope(),
                        hook.action().label(),
                        hook.limits());
    }

    private static boolean isWatched(Trigger trigger) {
        return switch (trigger) {
            case Trigger.FileChanged _,
                    Trigger.TestsFailed _,
                    Trigger.PullRequest _,
                    Trigger.DependencyUpdated _,
                    Trigger.Schedule _ ->
                    true;
            case Trigger.GitStep _,
                    Trigger.ToolUse _,
                    Trigger.PromptSubmitted _,
                    Trigger.Moment _,
                    Trigger.Unknown _ ->
                    false;
        };
    }

    /// Starts those that wait for an event that is not about files.
    private synchronized void happened(HookEvent event) {
        news.accept(new WatchNews.Happened(event));
        waiting.stream()
                .filter(hook -> hook.trigger().event().filter(event.kind()::equals).isPresent())
                .forEach(hook -> queues.add(hook, event));
    }

    @Override
    public synchronized void changed(List<FileEvent> events) {
        news.accept(new WatchNews.Changed(events));
        read();
        var causes = new FileCauses(changes, times.clock());
        for (Hook hook : waiting) {
            if (hook.trigger() instanceof Trigger.FileChanged trigger) {
                List<HookQueue.Changed> fitting = fitting(trigger, events, causes);
                if (!fitting.isEmpty()) {
                    queues.add(hook, fitting, hook.limits().debounce().minus(QUIET));
                }
            }
        }
        sourcesHear(events, false);
    }

    private static List<HookQueue.Changed> fitting(
            Trigger.FileChanged trigger, List<FileEvent> events, FileCauses causes) {
        var fitting = new ArrayList<HookQueue.Changed>();
        for (FileEvent event : events) {
            String path = event.path().value();
            if (kind(event.kind()) == trigger.kind() && trigger.files().includes(path)) {
                Cause cause = causes.of(path);
                if (trigger.origin().map(cause.origin()::equals).orElse(true)) {
                    fitting.add(new HookQueue.Changed(trigger.kind(), cause, path));
                }
            }
        }
        return fitting;
    }

    private static EventKind kind(FileEvent.Kind kind) {
        return switch (kind) {
            case CREATED -> EventKind.FILE_CREATED;
            case SAVED -> EventKind.FILE_SAVED;
            case DELETED -> EventKind.FILE_DELETED;
        };
    }

    @Override
    public synchronized void checkedOut(List<FileEvent> events) {
        news.accept(new WatchNews.CheckedOut(events.size()));
        read();
        sourcesHear(events, true);
    }

    private void sourcesHear(List<FileEvent> events, boolean isByGit) {
        for (WatchSource source : sources) {
            try {
                source.changed(events, isByGit).forEach(this::happened);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void limited(Limit limit) {
        news.accept(
                new WatchNews.Limited(
                        "the system does not tell of changes in %,d folders, which are looked at from time to time instead: %s"
                                .formatted(limit.folders(), limit.reason()),
                        limit.fix()));
    }

    @Override
    public void close() {
        queues.close();
    }
}
