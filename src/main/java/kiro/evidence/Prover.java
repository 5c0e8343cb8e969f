package kiro.evidence;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
        boolean isOfNow =
                grounds.owned()
                        .now(criterion, evidence.owned(), linked)
                        .equals(evidence.owned().code());
        if (!isOfNow) {
            return new Proving.NotTried(
                    criterion, "the code has changed since its tests ran", "run them again");
        }
        List<Mutation> mutations = new OwnedChanges(grounds, evidence, tests).all();
        if (mutations.isEmpty()) {
            return new Proving.NotTried(
                    criterion,
                    "it is not known which code it owns, or nothing in it can be changed",
                    "mark the code with a comment 'implements: %s'".formatted(criterion));
        }
        return attempt(spec, grounds, criterion, tests, bounds, progress, mutations);
    }

    private Proving attempt(
            Spec spec,
            Grounds grounds,
            CriterionRef criterion,
            List<SourceTest> tests,
            Proving.Bounds bounds,
            Proving.Progress progress,
            List<Mutation> mutations)
            throws IOException, InterruptedException {
        List<WorkspacePath> paths = git.files();
        try (var copy = ScratchProject.of(workspace, paths, settings.scratch())) {
            Function<List<SourceTest>, TrialRuns> runs =
                    some ->
                            new TrialRuns(
                                    copy.folder(),
                                    ProjectLayout.of(paths),
                                    commands,
                                    settings,
                                    some,
                                    grounds.tests());
            Optional<TrialRuns> others =
                    Optional.of(ofOthers(spec, grounds, tests))
                            .filter(found -> !found.isEmpty())
                            .map(runs);
            return new Attempt(
                            copy.folder(),
                            runs.apply(tests),
                            others,
                            criterion,
                            bounds,
                            progress,
                            clock)
                    .of(mutations, settings.limit());
        }
    }

    /// The tests that name other criteria of the spec and not this one.
    private static List<SourceTest> ofOthers(Spec spec, Grounds grounds, List<SourceTest> own) {
        return spec.criteria().stream()
                .flatMap(other -> grounds.links().to(spec.ref(other)).stream())
                .map(Linked::test)
                .filter(test -> !own.contains(test))
                .distinct()
                .toList();
    }
}
