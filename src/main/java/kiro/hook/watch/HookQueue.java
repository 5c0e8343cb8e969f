package kiro.hook.watch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.hook.EventKind;
import kiro.hook.run.Cause;
import kiro.hook.run.HookEvent;
import kiro.hook.run.Subject;

/// What waits for one hook. While a run lasts, what happens meanwhile is gathered, so that a file that is saved over and over
/// waits once.
final class HookQueue {
    /// As many files as one run, or a run for each of them, can take.
    private static final int MOST_FILES = 400;

    private final SequencedMap<Changed, Long> files = new LinkedHashMap<>();
    private final Deque<HookEvent> others = new ArrayDeque<>();
    private int workers;

    /// What happened to a file, and by whom.
    record Changed(EventKind kind, Cause cause, String path) {}

    /// @param quiet how much longer the files have to be left alone
    synchronized void add(List<Changed> changes, Duration quiet) {
        long due = System.nanoTime() + quiet.toNanos();
        for (Changed changed : changes) {
            files.remove(changed);
            files.put(changed, due);
        }
        notifyAll();
    }

    synchronized void add(HookEvent event) {
        others.add(event);
        notifyAll();
    }

    /// Whether one more may work on what waits; it works until there is no more.
    synchronized boolean hire(int most) {
        if (workers >= most || (files.isEmpty() && others.isEmpty())) {
            return false;
        }
        workers++;
        return true;
    }

    /// The next event, once it is due; empty where nothing waits, and then the worker has ended.
    synchronized Optional<HookEvent> next() throws InterruptedException {
        while (true) {
            if (!others.isEmpty()) {
                return Optional.of(others.remove());
            }
            if (files.isEmpty()) {
                workers--;
                return Optional.empty();
            }
            long wait = files.firstEntry().getValue() - System.nanoTime();
            if (wait <= 0) {
                return Optional.of(due());
            }
            wait(wait / 1_000_000, (int) (wait % 1_000_000));
        }
    }

    /// The worker ends in another way than by having nothing more to do.
    synchronized void dismiss() {
        workers--;
    }

    /// Files of the first one's kind and cause that are due, as one event.
    private HookEvent due() {
        long now = System.nanoTime();
        Changed first = files.firstEntry().getKey();
        var paths = new ArrayList<String>();
        var taken = new ArrayList<Changed>();
        for (var each : files.entrySet()) {
            Changed changed = each.getKey();
            boolean isAlike =
                    changed.kind() == first.kind() && changed.cause().equals(first.cause());
            if (isAlike && each.getValue() - now <= 0 && paths.size() < MOST_FILES) {
                paths.add(changed.path());
                taken.add(changed);
            }
        }
        taken.forEach(files::remove);
        return HookEvent.of(first.kind(), new Subject.Files(List.copyOf(paths)))
                .with(first.cause());
    }
}
