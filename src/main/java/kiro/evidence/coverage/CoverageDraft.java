package kiro.evidence.coverage;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Coverage while it is being read.
final class CoverageDraft {
    /// No file that a person wrote has more lines.
    private static final int MOST_LINES = 1_000_000;

    private final ProjectPaths paths;
    private final Map<String, Optional<String>> known = new HashMap<>();
    private final Map<String, BitSet> lines = new HashMap<>();
    private final Map<String, BitSet> ran = new HashMap<>();
    private final Map<String, Map<Integer, Coverage.Branches>> branches = new HashMap<>();

    CoverageDraft(ProjectPaths paths) {
        this.paths = paths;
    }

    /// Takes note of a line; of a file that is not in the project, none.
    void line(String file, long line, boolean hasRun) {
        Optional<String> path = known.computeIfAbsent(file, paths::of);
        if (path.isEmpty() || line < 1 || line > MOST_LINES) {
            return;
        }
        lines.computeIfAbsent(path.get(), key -> new BitSet()).set((int) line);
        BitSet executed = ran.computeIfAbsent(path.get(), key -> new BitSet());
        if (hasRun) {
            executed.set((int) line);
        }
    }

    /// Takes note of branches of a line, beside those that it has already.
    void branches(String file, long line, long all, long taken) {
        Optional<String> path = known.computeIfAbsent(file, paths::of);
        if (path.isEmpty() || line < 1 || line > MOST_LINES || all < 1 || all > MOST_LINES) {
            return;
        }
        branches.computeIfAbsent(path.get(), key -> new HashMap<>())
                .merge(
                        (int) line,
                        new Coverage.Branches((int) all, (int) Math.min(taken, all)),
                        Coverage.Branches::and);
    }

    Coverage coverage() {
        var files = new HashMap<String, Coverage.Lines>();
        lines.forEach((path, all) ->
                files.put(
                        path,
                        new Coverage.Lines(
                                all,
                                ran.getOrDefault(path, new BitSet()),
                                branches.getOrDefault(path, Map.of()))));
        return new Coverage(files);
    }
}
