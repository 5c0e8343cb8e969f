package kiro.hook.watch;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kiro.hook.Origin;
import kiro.hook.run.Cause;

/// Tells a hook that keeps starting itself from a person who saves while it runs, as well as that can be told: what happens
/// during a run is in doubt, and the same file in doubt time and again, or run after run of nothing else, looks like a loop. It is
/// made ever slower rather than stopped, so that nothing a person did is lost.
final class LoopGuard {
    private static final int MOST_OF_FILE = 3;
    private static final int MOST_RUNS = 100;
    private static final int MOST_KEPT = 20_000;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final Map<String, Integer> times = new HashMap<>();
    private int runs;
    private Duration wait = FIRST_WAIT;

    /// Whether it may be the doing of a command that ran at the time.
    static boolean isInDoubt(Cause cause) {
        return cause.origin() == Origin.USER && cause.depth() > 0;
    }

    boolean isLoop(String path) {
        return runs >= MOST_RUNS || times.getOrDefault(path, 0) >= MOST_OF_FILE;
    }

    Duration pause() {
        return wait;
    }

    /// A change that no run can have brought about.
    void isPersons(String path) {
        times.remove(path);
        runs = 0;
        wait = FIRST_WAIT;
    }

    /// A run begins.
    ///
    /// @param inDoubt those of its files that changed while another ran
    void begins(List<String> inDoubt, int files) {
        if (inDoubt.stream().anyMatch(this::isLoop)) {
            Duration twice = wait.multipliedBy(2);
            wait = twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice;
        }
        if (times.size() > MOST_KEPT) {
            times.clear();
        }
        inDoubt.forEach(path -> times.merge(path, 1, Integer::sum));
        runs = inDoubt.size() == files ? runs + 1 : 0;
    }
}
