package kiro.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.evidence.TrialRuns.Outcome;
import kiro.spec.CriterionRef;
import kiro.workspace.WorkspacePath;

/// One attempt to break the code of a criterion, change by change, in a copy of the project.
final class Attempt {
    /// Enough to know, and to be shown.
    private static final int MOST_SURVIVORS = 3;

    private static final Duration SHORTEST = Duration.ofSeconds(60);

    private final Path folder;
    private final TrialRuns runs;
    private final Optional<TrialRuns> others;
    private final CriterionRef criterion;
    private final Proving.Bounds bounds;
    private final Proving.Progress progress;
    private final Clock clock;
    private final List<Proof.Survivor> survivors = new ArrayList<>();
    private final List<StopProbe> notRun = new ArrayList<>();
    private final List<StopProbe> run = new ArrayList<>();
    private final List<Proof.Survivor> leftToOthers = new ArrayList<>();
    private Optional<Boolean> othersPass = Optional.empty();
    private int noticed;
    private int unusable;
    private int elsewhere;

    /// @param folder the copy
    /// @param others the tests of the spec's other criteria, where there are any: what they notice is theirs
    Attempt(
            Path folder,
            TrialRuns runs,
            Optional<TrialRuns> others,
            CriterionRef criterion,
            Proving.Bounds bounds,
            Proving.Progress progress,
            Clock clock) {
        this.folder = folder;
        this.runs = runs;
        this.others = others;
        this.criterion = criterion;
        this.bounds = bounds;
        this.progress = progress;
        this.clock = clock;
    }

    /// @param longest how long the tests may run on the code as it is
    Proving of(List<Mutation> mutations, Duration longest)
            throws IOException, InterruptedException {
        Instant start = clock.instant();
        if (runs.outcome(longest) != Outcome.PASSED) {
            return not(
                    "its tests do not pass in a copy of the project: " + runs.said(),
                    "let them pass without files that git ignores");
        }
        Duration usual = Duration.between(start, clock.instant());
        Instant end = start.plusSeconds(bounds.seconds());
        Duration limit = SHORTEST.plus(usual.multipliedBy(3));
        for (Mutation mutation : mutations) {
            Duration left = Duration.between(clock.instant(), end);
            boolean isOver =
                    noticed + survivors.size() + leftToOthers.size() >= bounds.changes()
                            || survivors.size() >= MOST_SURVIVORS
                            || !left.isPositive();
            if (isOver) {
                break;
            }
            if (notRun.stream().anyMatch(probe -> probe.covers(mutation))) {
                elsewhere++;
            } else {
                tried(mutation, limit, left);
            }
        }
        if (noticed == 0) {
            // Code that others guard is still not guarded by these.
            leftToOthers.stream().limit(MOST_SURVIVORS - survivors.size()).forEach(survivors::add);
        }
        int usable = noticed + survivors.size();
        return usable == 0
                ? nothing(mutations.size(), Duration.between(clock.instant(), end))
                : new Proving.Tried(criterion, new Proof(usable, survivors), unusable + elsewhere);
    }

    private Proving nothing(int changes, Duration left) {
        if (unusable > 0) {
            return not(
                    "none of %d changes could be tried: %s".formatted(unusable, runs.said()),
                    "see whether the tests report in this project");
        }
        if (elsewhere > 0) {
            return not(
                    "its tests run none of the code that was changed, in %d places"
                            .formatted(elsewhere),
                    ("mark the code that they run with a comment 'implements: %s'; in a copy of the project it has to be"
                                    + " the copy that they run")
                            .formatted(criterion));
        }
        return left.isPositive()
                ? not(
                        "nothing in %d places could be changed".formatted(changes),
                        "allow more --changes")
                : not(
                        "the time was over before the first change was tried",
                        "allow more --minutes");
    }

    private Proving not(String reason, String fix) {
        return new Proving.NotTried(criterion, reason, fix);
    }

    private void tried(Mutation mutation, Duration limit, Duration left)
            throws IOException, InterruptedException {
        boolean isShortened = left.compareTo(limit) < 0;
        Outcome outcome = with(mutation, isShortened ? left : limit, runs);
        if (outcome == Outcome.LATE && isShortened) {
            return;
        }
        Proof.Survivor change = mutation.survivor(text(mutation.file()));
        progress.tried(
                change,
                switch (outcome) {
                    case PASSED -> survived(mutation, change, limit);
                    case FAILED, LATE -> {
                        noticed++;
                        yield "noticed";
                    }
                    case UNKNOWN -> {
                        unusable++;
                        yield "says nothing: " + runs.said();
                    }
                });
    }

    private String survived(Mutation mutation, Proof.Survivor change, Duration limit)
            throws IOException, InterruptedException {
        if (!isRun(mutation, limit)) {
            elsewhere++;
            return "is not run by its tests";
        }
        if (isNoticedByOthers(mutation, limit)) {
            leftToOthers.add(change);
            return "survived, and other criteria's tests notice it";
        }
        survivors.add(change);
        return "survived";
    }

    private boolean isNoticedByOthers(Mutation mutation, Duration limit)
            throws IOException, InterruptedException {
        if (others.isEmpty()) {
            return false;
        }
        if (othersPass.isEmpty()) {
            othersPass = Optional.of(others.get().outcome(limit) == Outcome.PASSED);
        }
        return othersPass.get() && with(mutation, limit, others.get()) == Outcome.FAILED;
    }

    /// Whether the tests run the statement that was changed. Where it cannot be told, they do.
    private boolean isRun(Mutation mutation, Duration limit)
            throws IOException, InterruptedException {
        Optional<Dialect> dialect = TestFiles.dialect(WorkspacePath.of(mutation.file()));
        if (dialect.isEmpty()) {
            return true;
        }
        SourceCode code = SourceCode.read(text(mutation.file()), dialect.get());
        Optional<StopProbe> probe = StopProbe.of(code, dialect.get(), mutation);
        if (probe.isEmpty() || run.contains(probe.get())) {
            return true;
        }
        boolean isRun = with(probe.get().stop(), limit, runs) != Outcome.PASSED;
        (isRun ? run : notRun).add(probe.get());
        return isRun;
    }

    /// How the tests end on a change, which is taken back.
    private Outcome with(Mutation mutation, Duration limit, TrialRuns tests)
            throws IOException, InterruptedException {
        Path file = folder.resolve(mutation.file());
        byte[] before = Files.readAllBytes(file);
        Files.writeString(file, mutation.applied(new String(before, StandardCharsets.UTF_8)));
        try {
            return tests.outcome(limit);
        } finally {
            Files.write(file, before);
        }
    }

    private String text(String file) throws IOException {
        return new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.UTF_8);
    }
}
