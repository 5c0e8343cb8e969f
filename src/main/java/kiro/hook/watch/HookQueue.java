package kiro.hook.watch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
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
    private final Set<String> inDoubt = new HashSet<>();
    private final LoopGuard guard = new LoopGuard();
    private int workers;

    /// What happened to a file, and by whom.
    record Changed(EventKind kind, Cause cause, String path) {}

    /// Answers how long changes wait because they look like a loop; empty where none does.
    ///
    /// @param quiet how much longer the files have to be left alone
    synchronized Optional<Duration> add(List<Changed> changes, Duration quiet) {
        long now = System.nanoTime();
        Optional<Duration> told = Optional.empty();
        for (Changed changed : changes) {
            String path = changed.path();
            boolean isInDoubt = LoopGuard.isInDoubt(changed.cause());
            var known = isInDoubt ? new Changed(changed.kind(), Cause.PERSON, path) : changed;
            if (isInDoubt && guard.isLoop(path)) {
                told = files.containsKey(known) ? told : Optional.of(guard.pause());
                files.putIfAbsent(known, now + guard.pause().toNanos());
            } else {
                files.put(known, now + quiet.toNanos());
            }
            if (isInDoubt) {
                inDoubt.add(path);
            } else {
                inDoubt.remove(path);
                guard.isPersons(path);
            }
        }
        notifyAll();
        return told;
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
            Changed first =
                    Collections.min(files.entrySet(), Map.Entry.comparingByValue()).getKey();
            long left = files.getOrDefault(first, 0L) - System.nanoTime();
            if (left <= 0) {
                return Optional.of(due(first));
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }

    /// The worker ends in another way than by having nothing more to do.
    synchronized void dismiss() {
        workers--;
    }

    /// Files of the first one's kind and cause that are due, as one event.
    private HookEvent due(Changed first) {
        long now = System.nanoTime();
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
        guard.begins(paths.stream().filter(inDoubt::contains).toList(), paths.size());
        paths.forEach(inDoubt::remove);
        return HookEvent.of(first.kind(), new Subject.Files(List.copyOf(paths)))
                .with(first.cause());
    }
}
