package kiro.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import kiro.evidence.Evidence.ProvingTest;
import kiro.evidence.TestLinks.Linked;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionRef;
import kiro.spec.Spec;
import kiro.spec.SpecName;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.text.Hash;
import kiro.text.NearestNames;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Says of each criterion what the tests prove.
public final class Verifier {
    private static final Comparator<ProvingTest> BY_NAME =
            Comparator.comparing((ProvingTest test) -> test.test().suite())
                    .thenComparing(test -> test.test().name())
                    .thenComparing(test -> test.body().hex());

    private final EvidenceStore store;
    private final Git git;
    private final Clock clock;
    private final SpecStore specs;
    private final TestScan scan;
    private final SourceTrees trees;

    public Verifier(Workspace workspace, Git git, EvidenceStore store, Clock clock) {
        this.store = store;
        this.git = git;
        this.clock = clock;
        this.specs = new SpecStore(workspace);
        this.scan = new TestScan(workspace);
        this.trees = new SourceTrees(workspace, git);
    }

    /// Judges a spec by a run of the tests that has just ended.
    public Verification judge(Spec spec, TestRun run) throws InterruptedException {
        List<WorkspacePath> paths = git.files();
        TestLinks links = links(spec, paths);
        return switch (run) {
            case TestRun.Finished finished -> {
                var judge = new RunJudge(spec, links, finished);
                List<Verdict> verdicts = verdicts(spec, links, judge::verdict);
                List<Evidence> evidence =
                        verdicts.stream().anyMatch(Verdict::isProven)
                                ? evidence(spec, verdicts, links, finished, trees.of(paths).hash())
                                : List.of();
                yield new Verification(run, verdicts, evidence, unknown(spec, links));
            }
            case TestRun.NotMeasured failed -> notMeasured(spec, links, run, failed.reason());
            case TestRun.NoCommand none -> notMeasured(spec, links, run, none.reason());
        };
    }

    /// Judges a spec by the evidence that is kept, without running anything: what is proven and still
    /// holds, and what went stale.
    public Verification judgeKept(Spec spec) throws InterruptedException {
        List<WorkspacePath> paths = git.files();
        TestLinks links = links(spec, paths);
        var run =
                new TestRun.NoCommand(
                        "the tests were not run: this is what the kept evidence says");
        return switch (kept(spec.name())) {
            case EvidenceReading.Whole whole -> {
                var judge = new KeptJudge(spec, links, whole.evidence(), trees.of(paths).hash());
                List<Verdict> verdicts = verdicts(spec, links, judge::verdict);
                yield new Verification(
                        run, verdicts, judge.holding(verdicts), unknown(spec, links));
            }
            case EvidenceReading.Broken broken ->
                    notMeasured(
                            spec,
                            links,
                            run,
                            "its evidence cannot be read: "
                                    + broken.findings().getFirst().message());
        };
    }

    private EvidenceReading kept(SpecName spec) {
        try {
            return store.read(spec);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private TestLinks links(Spec spec, List<WorkspacePath> paths) {
        return TestLinks.of(scan.tests(paths), new CriterionIndex(allWith(spec)));
    }

    /// Every spec that can be read, with the given one in place of its file.
    private List<Spec> allWith(Spec spec) {
        Stream<Spec> others =
                specs.all().stream()
                        .flatMap(reading ->
                                switch (reading) {
                                    case SpecReading.Whole whole -> Stream.of(whole.spec());
                                    case SpecReading.Broken broken -> Stream.<Spec>empty();
                                })
                        .filter(other -> !other.name().equals(spec.name()));
        return Stream.concat(Stream.of(spec), others).toList();
    }

    private static List<Verdict> verdicts(
            Spec spec, TestLinks links, Function<AcceptanceCriterion, Verdict> judge) {
        var ids = new IdJudge(spec, links);
        return spec.criteria().stream()
                .map(criterion -> ids.invalid(criterion).orElseGet(() -> judge.apply(criterion)))
                .toList();
    }

    private Verification notMeasured(Spec spec, TestLinks links, TestRun run, String reason) {
        List<Verdict> verdicts =
                verdicts(
                        spec,
                        links,
                        criterion -> {
                            CriterionRef ref = spec.ref(criterion);
                            List<TestId> tests = IdJudge.tests(links.to(ref));
                            return new Verdict(ref, VerdictState.COULD_NOT_MEASURE, reason, tests);
                        });
        return new Verification(run, verdicts, List.of(), unknown(spec, links));
    }

    private List<Evidence> evidence(
            Spec spec, List<Verdict> verdicts, TestLinks links, TestRun.Finished run, Hash tree) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return verdicts.stream()
                .filter(Verdict::isProven)
                .flatMap(verdict -> spec.criterion(verdict.criterion().id()).stream())
                .map(criterion ->
                        new Evidence(
                                criterion.id(),
                                criterion.hash(),
                                tree,
                                proving(links.to(spec.ref(criterion))),
                                run.command(),
                                now))
                .toList();
    }

    private static List<ProvingTest> proving(List<Linked> linked) {
        return linked.stream().map(KeptJudge::proving).distinct().sorted(BY_NAME).toList();
    }

    /// Tests that name a criterion of this spec that does not exist, or one of a spec that does not exist
    /// and whose name is like this one's.
    private List<TestLink> unknown(Spec spec, TestLinks links) {
        List<String> names = specs.names();
        return links.unknown().stream()
                .map(Linked::link)
                .filter(link -> isMeant(link.criterion().spec().value(), spec, names))
                .distinct()
                .toList();
    }

    private static boolean isMeant(String named, Spec spec, List<String> names) {
        String own = spec.name().value();
        return named.equals(own)
                || (!names.contains(named)
                        && NearestNames.of(named, names).stream()
                                .findFirst()
                                .filter(own::equals)
                                .isPresent());
    }
}
