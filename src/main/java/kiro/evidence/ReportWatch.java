package kiro.evidence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import kiro.evidence.ReportFiles.Stamp;
import kiro.evidence.coverage.ProjectPaths;
import kiro.text.PathGlob;

/// Tells of reports that any run of the tests leaves in a project, as they come. The folders that reports lie in are looked at
/// each time; the whole project, for new ones, only as often as costs little.
public final class ReportWatch {
    private static final Duration BETWEEN_WALKS = Duration.ofSeconds(20);

    /// Of the time that a walk takes, this many times as much passes before the next.
    private static final int REST = 400;

    private static final List<String> USUAL =
            List.of(
                    "target/surefire-reports",
                    "target/failsafe-reports",
                    "build/test-results/test",
                    "test-results",
                    "reports");

    private final Path root;
    private final ReportFiles reports;
    private final LongSupplier nanos;
    private final Map<Path, Stamp> known = new TreeMap<>();
    private final Set<Path> fresh = new TreeSet<>();
    private final Set<Path> folders = new TreeSet<>();
    private Optional<Long> nextWalk = Optional.empty();

    /// @param places where reports lie beside the usual places
    /// @param nanos only ever grow
    public ReportWatch(Path root, List<PathGlob> places, LongSupplier nanos) {
        this.root = root;
        this.reports = new ReportFiles(root, places);
        this.nanos = nanos;
    }

    /// The tests that failed by reports that are new or changed, once no more come; the first look is where it begins.
    ///
    /// @param isOthers whether a report of this time is to be told of
    public List<TestResult> failures(Predicate<Long> isOthers) {
        boolean isFirst = nextWalk.isEmpty();
        boolean isMoving = look(isFirst);
        if (isFirst || isMoving || fresh.isEmpty()) {
            return List.of();
        }
        List<Path> written =
                fresh.stream()
                        .filter(Files::isRegularFile)
                        .filter(file ->
                                isOthers.test(
                                        Optional.ofNullable(known.get(file))
                                                .map(stamp -> stamp.modified().toMillis())
                                                .orElse(0L)))
                        .toList();
        fresh.clear();
        return reports
                .read(new ArrayList<>(written), new ProjectPaths(List.of()))
                .results()
                .stream()
                .filter(TestResult::isFailed)
                .toList();
    }

    /// Whether something has changed since the last look.
    private boolean look(boolean isFirst) {
        Map<Path, Stamp> now = seen();
        boolean isMoving = false;
        for (var each : now.entrySet()) {
            if (!each.getValue().equals(known.put(each.getKey(), each.getValue()))) {
                isMoving = true;
                if (!isFirst) {
                    fresh.add(each.getKey());
                }
            }
        }
        return isMoving;
    }

    private Map<Path, Stamp> seen() {
        long begun = nanos.getAsLong();
        if (nextWalk.filter(next -> begun < next).isPresent()) {
            return reports.stampsIn(folders);
        }
        Map<Path, Stamp> all = reports.stamps();
        folders.clear();
        USUAL.forEach(usual -> folders.add(root.resolve(usual)));
        folders.add(root);
        all.keySet().forEach(file -> folders.add(file.resolveSibling(".").normalize()));
        known.keySet().retainAll(all.keySet());
        long ended = nanos.getAsLong();
        nextWalk = Optional.of(ended + Math.max(BETWEEN_WALKS.toNanos(), (ended - begun) * REST));
        return all;
    }
}
