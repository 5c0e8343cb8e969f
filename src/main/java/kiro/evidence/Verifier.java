package kiro.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.evidence.Strength.Weighed;
import kiro.evidence.TestLinks.Linked;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionRef;
import kiro.spec.Spec;
import kiro.spec.SpecName;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.text.NearestNames;
import kiro.text.Order;
import kiro.text.PathGlob;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Says of each criterion what the tests prove.
public final class Verifier {
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

    /// Judges a spec by a run of the tests that has just ended, or by reports of one.
    public Verification judge(Spec spec, TestRun run) throws InterruptedException {
        Grounds grounds = grounds(spec);
        return switch (run) {
            case TestRun.Finished finished -> judge(spec, finished, grounds);
            case TestRun.NotMeasured failed -> notMeasured(spec, grounds, run, failed.reason());
            case TestRun.NoCommand none -> notMeasured(spec, grounds, run, none.reason());
        };
    }

    /// Judges a spec by the evidence that is kept, without running anything: what is proven and still
    /// holds, and what went stale.
    public Verification judgeKept(Spec spec) throws InterruptedException {
        return judgeKept(List.of(spec)).getFirst();
    }

    /// Judges specs by the evidence that is kept, in their order. The project is read once.
    public List<Verification> judgeKept(List<Spec> judged) throws InterruptedException {
        List<Grounds> grounds = grounds(judged);
        var verifications = new ArrayList<Verification>();
        for (int i = 0; i < judged.size(); i++) {
            verifications.add(judgeKept(judged.get(i), grounds.get(i)));
        }
        return List.copyOf(verifications);
    }

    /// The tests that name criteria of the project's specs, by criterion, each with the place where it does.
    public Map<CriterionRef, List<TestLink>> links() throws InterruptedException {
        List<WorkspacePath> paths = git.files();
        TestLinks links = TestLinks.of(scan.tests(paths), new CriterionIndex(allWith(List.of())));
        var all = new TreeMap<CriterionRef, List<TestLink>>(Order.by(CriterionRef::toString));
        links.known()
                .forEach((criterion, linked) ->
                        all.put(criterion, linked.stream().map(Linked::link).toList()));
        return all;
    }

    private Verification judgeKept(Spec spec, Grounds grounds) {
        var run =
                new TestRun.NoCommand(
                        "the tests were not run: this is what the kept evidence says");
        return switch (kept(spec.name())) {
            case EvidenceReading.Whole whole -> {
                var judge = new KeptJudge(spec, grounds.links(), whole.evidence(), grounds.owned());
                List<Verdict> verdicts = verdicts(spec, grounds.links(), judge::verdict);
                yield new Verification(
                        run, verdicts, judge.holding(verdicts), unknown(spec, grounds.links()));
            }
            case EvidenceReading.Broken broken ->
                    notMeasured(
                            spec,
                            grounds,
                            run,
                            "its evidence cannot be read: "
                                    + broken.findings().getFirst().message());
        };
    }

    /// What of the project no criterion leads to, and which tests may be meant for criteria of the spec.
    public Traces traces(Spec spec) throws InterruptedException {
        List<WorkspacePath> paths = git.files();
        List<Spec> all = allWith(List.of(spec));
        SourceTree tree = trees.of(paths);
        var owned = new TreeSet<String>();
        for (Spec each : all) {
            if (kept(each.name()) instanceof EvidenceReading.Whole whole) {
                whole.evidence().forEach(evidence -> owned.addAll(evidence.owned().parts()));
            }
            List<PathGlob> targets = Grounds.targets(each);
            tree.files().keySet().stream()
                    .filter(path -> targets.stream().anyMatch(target -> target.matches(path)))
                    .forEach(owned::add);
        }
        Grounds grounds = Grounds.of(List.of(spec), all, paths, tree, scan).getFirst();
        owned.addAll(grounds.owned().marked());
        return new TracesReading(grounds, grounds.sources(), owned).of(spec);
    }

    Grounds groundsOf(Spec spec) throws InterruptedException {
        return grounds(spec);
    }

    private Grounds grounds(Spec spec) throws InterruptedException {
        return grounds(List.of(spec)).getFirst();
    }

    private List<Grounds> grounds(List<Spec> judged) throws InterruptedException {
        if (judged.isEmpty()) {
            return List.of();
        }
        List<WorkspacePath> paths = git.files();
        return Grounds.of(judged, allWith(judged), paths, trees.of(paths), scan);
    }

    private Verification judge(Spec spec, TestRun.Finished run, Grounds read) {
        List<Evidence> before =
                switch (kept(spec.name())) {
                    case EvidenceReading.Whole whole -> whole.evidence();
                    case EvidenceReading.Broken broken -> List.of();
                };
        var judge = new MeasuredJudge(spec, run, read, before, now());
        var evidence = new ArrayList<Evidence>();
        List<Verdict> verdicts =
                verdicts(
                        spec,
                        judge.links(),
                        criterion -> {
                            Weighed weighed = judge.weigh(criterion);
                            weighed.evidence().ifPresent(evidence::add);
                            return weighed.verdict();
                        });
        return new Verification(run, verdicts, evidence, unknown(spec, judge.links()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private EvidenceReading kept(SpecName spec) {
        try {
            return store.read(spec);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// Every spec that can be read, with the given ones in place of their files.
    private List<Spec> allWith(List<Spec> judged) {
        Set<SpecName> names = judged.stream().map(Spec::name).collect(Collectors.toSet());
        Stream<Spec> others =
                specs.all().stream()
                        .flatMap(reading ->
                                switch (reading) {
                                    case SpecReading.Whole whole -> Stream.of(whole.spec());
                                    case SpecReading.Broken broken -> Stream.<Spec>empty();
                                })
                        .filter(other -> !names.contains(other.name()));
        return Stream.concat(judged.stream(), others).toList();
    }

    private static List<Verdict> verdicts(
            Spec spec, TestLinks links, Function<AcceptanceCriterion, Verdict> judge) {
        var ids = new IdJudge(spec, links);
        return spec.criteria().stream()
                .map(criterion -> ids.invalid(criterion).orElseGet(() -> judge.apply(criterion)))
                .toList();
    }

    private Verification notMeasured(Spec spec, Grounds grounds, TestRun run, String reason) {
        List<Verdict> verdicts =
                verdicts(
                        spec,
                        grounds.links(),
                        criterion -> {
                            CriterionRef ref = spec.ref(criterion);
                            List<TestId> tests = IdJudge.tests(grounds.links().to(ref));
                            return new Verdict(ref, VerdictState.COULD_NOT_MEASURE, reason, tests);
                        });
        return new Verification(run, verdicts, List.of(), unknown(spec, grounds.links()));
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
