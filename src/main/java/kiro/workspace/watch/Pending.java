package kiro.workspace.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Files that something happened to, until they have been left alone for a while.
final class Pending {
    private final long quiet;
    private final long grace;
    private final SequencedMap<String, Waiting> settling = new LinkedHashMap<>();
    private final SequencedMap<String, Waiting> gone = new LinkedHashMap<>();

    /// @param quiet how long a file has to be left alone
    /// @param grace how long one that is gone may take to come back
    Pending(Duration quiet, Duration grace) {
        this.quiet = quiet.toNanos();
        this.grace = grace.toNanos();
    }

    /// A file that is waited for.
    ///
    /// @param before what was known of it when it was first touched; empty for nothing
    /// @param due when it has been left alone for long enough
    /// @param mayBeGits whether git was at work when it was touched
    record Waiting(Optional<FileStamp> before, long due, boolean mayBeGits) {}

    void touch(String path, Optional<FileStamp> known, long now, boolean mayBeGits) {
        Waiting again = settling.remove(path);
        Waiting back = gone.remove(path);
        Waiting earlier = again != null ? again : back;
        settling.put(
                path,
                earlier == null
                        ? new Waiting(known, now + quiet, mayBeGits)
                        : new Waiting(
                                earlier.before(), now + quiet, earlier.mayBeGits() || mayBeGits));
    }

    /// One that is not there: it has a while to come back.
    void missing(String path, Waiting waiting, long now) {
        gone.put(path, new Waiting(waiting.before(), now + grace, waiting.mayBeGits()));
    }

    /// One that was about to be told of has to wait on.
    void again(String path, Waiting waiting, long due) {
        settling.put(path, new Waiting(waiting.before(), due, waiting.mayBeGits()));
    }

    /// Those that were left alone for long enough, by their paths.
    Map<String, Waiting> settled(long now) {
        return due(settling, now);
    }

    /// Those that did not come back.
    Map<String, Waiting> lost(long now) {
        return due(gone, now);
    }

    private static Map<String, Waiting> due(SequencedMap<String, Waiting> from, long now) {
        var due = new LinkedHashMap<String, Waiting>();
        List<String> all = new ArrayList<>();
        for (var each : from.entrySet()) {
            if (each.getValue().due() - now > 0) {
                break;
            }
            all.add(each.getKey());
        }
        all.forEach(
                path -> Optional.ofNullable(from.remove(path)).ifPresent(it -> due.put(path, it)));
        return due;
    }

    /// Whether nothing was known of a path before.
    boolean isNew(String path) {
        Waiting waiting = settling.getOrDefault(path, gone.get(path));
        return waiting != null && waiting.before().isEmpty();
    }

    /// How long until the next is due; empty while nothing waits.
    Optional<Duration> next(long now) {
        long next = Long.MAX_VALUE;
        for (var from : List.of(settling, gone)) {
            if (!from.isEmpty()) {
                next = Math.min(next, from.firstEntry().getValue().due() - now);
            }
        }
        return next == Long.MAX_VALUE
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(Math.max(0, next)));
    }
}
