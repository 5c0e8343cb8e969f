package kiro.hook.watch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kiro.hook.Hook;
import kiro.hook.run.HookEvent;
import kiro.hook.run.HookRuns;

/// Starts hooks, each as its own pace allows: a slow one keeps no other waiting.
final class HookQueues implements AutoCloseable {
    private static final int SECONDS_TO_END = 10;

    private final HookStarter starter;
    private final Consumer<WatchNews> news;
    private final Map<String, HookQueue> queues = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    HookQueues(HookStarter starter, Consumer<WatchNews> news) {
        this.starter = starter;
        this.news = news;
    }

    /// @param quiet how much longer the files have to be left alone
    void add(Hook hook, List<HookQueue.Changed> changes, Duration quiet) {
        HookQueue queue = queue(hook);
        queue.add(changes, quiet)
                .ifPresent(wait ->
                        news.accept(
                                new WatchNews.Limited(
                                        "files change while '%s' runs, time and again: it waits %,d s, in case that is its own doing"
                                                .formatted(hook.name(), wait.toSeconds()),
                                        "let it write only files that are not as it wants them, or narrow 'files'")));
        work(hook, queue);
    }

    void add(Hook hook, HookEvent event) {
        HookQueue queue = queue(hook);
        queue.add(event);
        work(hook, queue);
    }

    private HookQueue queue(Hook hook) {
        return queues.computeIfAbsent(hook.name(), _ -> new HookQueue());
    }

    private void work(Hook hook, HookQueue queue) {
        if (queue.hire(hook.limits().concurrency())) {
            workers.execute(() -> work(hook.name(), queue));
        }
    }

    private void work(String hook, HookQueue queue) {
        boolean hasEnded = false;
        try {
            Optional<HookEvent> event = queue.next();
            while (event.isPresent()) {
                news.accept(new WatchNews.Started(hook, event.get()));
                HookRuns runs = starter.start(hook, event.get());
                news.accept(new WatchNews.Ended(hook, runs));
                event = queue.next();
            }
            hasEnded = true;
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            if (!hasEnded) {
                queue.dismiss();
            }
        }
    }

    /// Ends what runs.
    @Override
    public void close() {
        workers.shutdownNow();
        try {
            workers.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }
}
