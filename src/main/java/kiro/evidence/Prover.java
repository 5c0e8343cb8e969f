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
import kiro.evidence.TestLinks.Linked;
import kiro.process.CommandRunner;
import kiro.spec.CriterionRef;
import kiro.spec.Spec;
import kiro.workspace.Git;
import kiro.workspace.ProjectLayout;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Shows whether the tests of a criterion can fail: breaks the code that it owns in a copy of the project, one small change
/// at a time, and runs its tests on each.
public final class Prover {
    /// Enough to know, and to be shown.
    private static final int MOST_SURVIVORS = 3;

    private static final Duration SHORTEST = Duration.ofSeconds(60);

    private final Workspace workspace;
    private final Git git;
    private final CommandRunner commands;
    private final TestSettings settings;
    private final Verifier verifier;
    private final Clock clock;

    public Prover(
            Workspace workspace,
            Git git,
            CommandRunner commands,
            TestSettings settings,
            Verifier verifier,
            Clock clock) {
        this.workspace = workspace;
        this.git = git;
        this.commands = commands;
        this.settings = settings;
        this.verifier = verifier;
        this.clock = clock;
    }

    /// Tries to break the code of a criterion without a test noticing.
    ///
    /// @param evidence that its tests pass
    public Proving prove(
            Spec spec, Evidence evidence, Proving.Bounds bounds, Proving.Progress progress)
            throws IOException, InterruptedException {
        var criterion = new CriterionRef(spec.name(), evidence.criterion());
        Grounds grounds = verifier.groundsOf(spec);
        List<Linked> linked = grounds.links().to(criterion);
        List<SourceTest> tests = linked.stream().map(Linked::test).distinct().toList();
        if (tests.isEmpty()) {
            return new Proving.NotTried(
                    criterion, "no test names it in its source", "name it in a test");
        }
        List<Mutation> mutations = new OwnedChanges(grounds, evidence, tests).all();
        if (mutations.isEmpty()) {
            return new Proving.NotTried(
                    criterion,
                    "it is not known which code it owns, or nothing in it can be changed",
                    "mark the code with a comment 'implements: %s'".formatted(criterion));
        }
        List<WorkspacePath> paths = git.files();
        try (var copy = ScratchProject.of(workspace, paths, settings.scratch())) {
            return new Attempt(copy, paths, criterion, tests, grounds, bounds, progress)
                    .of(mutations);
        }
    }

    /// One attempt in a copy of the project.
    private final class Attempt {
        private final Path folder;
        private final ProjectLayout layout;
        private final CriterionRef criterion;
        private final List<SourceTest> tests;
        private final Grounds grounds;
        private final Proving.Bounds bounds;
        private final Proving.Progress progress;

        /// Why the last run ended as it did.
        private String said = "";

        Attempt(
                ScratchProject copy,
                List<WorkspacePath> paths,
                CriterionRef criterion,
                List<SourceTest> tests,
                Grounds grounds,
                Proving.Bounds bounds,
                Proving.Progress progress) {
            this.folder = copy.folder();
            this.layout = ProjectLayout.of(paths);
            this.criterion = criterion;
            this.tests = tests;
            this.grounds = grounds;
            this.bounds = bounds;
            this.progress = progress;
        }

        Proving of(List<Mutation> mutations) throws IOException, InterruptedException {
            Instant start = clock.instant();
            Outcome untouched = outcome(run(settings.limit()));
            if (untouched != Outcome.SURVIVED) {
                return new Proving.NotTried(
                        criterion,
                        "its tests do not pass in a copy of the project: " + said,
                        "let them pass without files that git ignores");
            }
            Duration usual = Duration.between(start, clock.instant());
            Duration limit = SHORTEST.plus(usual.multipliedBy(3));
            var survivors = new ArrayList<Proof.Survivor>();
            int usable = 0;
            int unusable = 0;
            for (Mutation mutation : mutations) {
                boolean isOver =
                        usable >= bounds.changes()
                                || survivors.size() >= MOST_SURVIVORS
                                || Duration.between(start, clock.instant()).toSeconds()
                                        >= bounds.seconds();
                if (isOver) {
                    break;
                }
                Outcome outcome = tried(mutation, limit, survivors);
                usable += outcome == Outcome.UNUSABLE ? 0 : 1;
                unusable += outcome == Outcome.UNUSABLE ? 1 : 0;
            }
            return usable == 0
                    ? new Proving.NotTried(
                            criterion,
                            "none of %d changes could be tried: %s".formatted(unusable, said),
                            "see whether the tests report in this project")
                    : new Proving.Tried(criterion, new Proof(usable, survivors), unusable);
        }

        private Outcome tried(Mutation mutation, Duration limit, List<Proof.Survivor> survivors)
                throws IOException, InterruptedException {
            Path file = folder.resolve(mutation.file());
            byte[] before = Files.readAllBytes(file);
            String text = new String(before, StandardCharsets.UTF_8);
            Files.writeString(file, mutation.applied(text));
            Outcome outcome;
            try {
                outcome = outcome(run(limit));
            } finally {
                Files.write(file, before);
            }
            Proof.Survivor change = mutation.survivor(text);
            if (outcome == Outcome.SURVIVED) {
                survivors.add(change);
            }
            progress.tried(
                    change,
                    switch (outcome) {
                        case SURVIVED -> "survived";
                        case NOTICED -> "noticed";
                        case UNUSABLE -> "says nothing: " + said;
                    });
            return outcome;
        }

        private TestRun run(Duration limit) throws InterruptedException {
            var copied = new Workspace(folder);
            var all =
                    new TestSettings(
                            settings.command(),
                            settings.reports(),
                            limit,
                            settings.java(),
                            settings.scratch());
            Optional<String> line = new ProjectTests(copied, commands, all).command(layout);
            Optional<String> narrowed =
                    settings.command().isPresent()
                            ? settings.command()
                            : line.map(each -> new TestSelection(each, layout, folder).of(tests));
            var some = new TestSettings(narrowed, all.reports(), limit, all.java(), all.scratch());
            return new ProjectTests(copied, commands, some).run(layout, printed -> {});
        }

        /// Whether the tests noticed; a run that was too slow has noticed too.
        private Outcome outcome(TestRun run) {
            return switch (run) {
                case TestRun.Finished finished -> outcome(finished);
                case TestRun.NotMeasured failed -> {
                    said = failed.reason();
                    yield said.startsWith("the tests ran longer")
                            ? Outcome.NOTICED
                            : Outcome.UNUSABLE;
                }
                case TestRun.NoCommand none -> {
                    said = none.reason();
                    yield Outcome.UNUSABLE;
                }
            };
        }

        private Outcome outcome(TestRun.Finished run) {
            var index = new ResultIndex(run.results(), grounds.tests());
            boolean isAnyMissing = false;
            for (SourceTest test : tests) {
                List<TestResult> results = index.of(test).results();
                Optional<TestResult> failed =
                        results.stream().filter(TestResult::isFailed).findFirst();
                if (failed.isPresent()) {
                    said =
                            OneLine.of(
                                    failed.get().test() + " fails: " + failed.get().message(), 200);
                    return Outcome.NOTICED;
                }
                isAnyMissing |=
                        results.stream()
                                .noneMatch(result -> result.outcome() == TestOutcome.PASSED);
            }
            if (isAnyMissing) {
                said =
                        run.damaged().isEmpty()
                                ? "some of its tests are in no report"
                                : OneLine.of(String.join("; ", run.damaged()), 200);
            }
            return isAnyMissing ? Outcome.UNUSABLE : Outcome.SURVIVED;
        }
    }

    /// How a change ended.
    private enum Outcome {
        NOTICED,
        SURVIVED,
        UNUSABLE
    }
}
