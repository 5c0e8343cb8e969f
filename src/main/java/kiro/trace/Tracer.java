package kiro.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.evidence.Evidence;
import kiro.evidence.Owned;
import kiro.evidence.TestLink;
import kiro.evidence.Verdict;
import kiro.evidence.Verification;
import kiro.evidence.Verifier;
import kiro.finding.Finding;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionRef;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.text.Order;
import kiro.text.SourceSpan;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Walks from a criterion to its tests, their code and the commits behind them, and back from a file, a test or a
/// commit. It runs nothing: what is proven is what the kept evidence proves.
public final class Tracer {
    private final Workspace workspace;
    private final Verifier verifier;
    private final History history;
    private final CommitReader commits;
    private final Uses uses;
    private final ServedCriteria served;

    public Tracer(Workspace workspace, Git git, Verifier verifier) {
        this.workspace = workspace;
        this.verifier = verifier;
        this.history = new History(git);
        this.commits = new CommitReader(git);
        this.uses = new Uses(workspace, git);
        this.served = new ServedCriteria(verifier, uses);
    }

    /// @param wanted a criterion, a spec, a file with or without a line, a test, a commit
    public TraceReading trace(String wanted) throws InterruptedException {
        List<Spec> specs =
                new SpecStore(workspace)
                        .all().stream()
                                .flatMap(reading ->
                                        switch (reading) {
                                            case SpecReading.Whole whole -> Stream.of(whole.spec());
                                            case SpecReading.Broken broken -> Stream.<Spec>empty();
                                        })
                                .toList();
        Map<CriterionRef, List<TestLink>> links = verifier.links();
        List<TestLink> all = links.values().stream().flatMap(Collection::stream).toList();
        return switch (new TargetFinder(workspace, specs, all, commits).find(wanted)) {
            case Target.Unknown unknown -> new TraceReading.NotFound(unknown.finding());
            case Target.Criteria criteria -> found("", criteria.criteria(), specs, links);
            case Target.Tests tests ->
                    found(
                            wanted,
                            tests.links().stream().map(TestLink::criterion).distinct().toList(),
                            specs,
                            links);
            case Target.Source source -> source(source.file(), specs, links);
            case Target.Revision revision -> commit(revision.commit(), specs, links);
        };
    }

    private TraceReading found(
            String from,
            List<CriterionRef> criteria,
            List<Spec> specs,
            Map<CriterionRef, List<TestLink>> links)
            throws InterruptedException {
        var traces = new ArrayList<Trace>();
        for (Trace each : traces(criteria, specs, links)) {
            traces.add(each.withCommits(history.of(each)));
        }
        return new TraceReading.Found(from, traces);
    }

    /// Without commits.
    private List<Trace> traces(
            Collection<CriterionRef> criteria,
            List<Spec> specs,
            Map<CriterionRef, List<TestLink>> links)
            throws InterruptedException {
        List<Spec> judged =
                specs.stream()
                        .filter(spec ->
                                criteria.stream().anyMatch(ref -> ref.spec().equals(spec.name())))
                        .toList();
        List<Verification> verifications = verifier.judgeKept(judged);
        var traces = new ArrayList<Trace>();
        for (int i = 0; i < judged.size(); i++) {
            for (Verdict verdict : verifications.get(i).verdicts()) {
                if (criteria.contains(verdict.criterion())) {
                    Optional<Trace> trace =
                            trace(judged.get(i), verdict, verifications.get(i).evidence(), links);
                    trace.ifPresent(traces::add);
                }
            }
        }
        return traces;
    }

    private Optional<Trace> trace(
            Spec spec,
            Verdict verdict,
            List<Evidence> evidence,
            Map<CriterionRef, List<TestLink>> links)
            throws InterruptedException {
        Optional<AcceptanceCriterion> criterion = spec.criterion(verdict.criterion().id());
        if (criterion.isEmpty()) {
            return Optional.empty();
        }
        List<TestLink> linked = links.getOrDefault(verdict.criterion(), List.of());
        Optional<Evidence> kept =
                evidence.stream()
                        .filter(each -> each.criterion().equals(verdict.criterion().id()))
                        .findFirst();
        return Optional.of(
                new Trace(
                        verdict,
                        criterion.get(),
                        spec.path(),
                        tests(kept, linked),
                        code(kept, linked),
                        List.of()));
    }

    private static List<Trace.Test> tests(Optional<Evidence> kept, List<TestLink> linked) {
        return linked.stream()
                .map(link ->
                        new Trace.Test(
                                link.test(),
                                link.file(),
                                link.span().line(),
                                kept.stream()
                                        .flatMap(evidence -> evidence.tests().stream())
                                        .anyMatch(proving -> proving.test().equals(link.test()))))
                .sorted(Order.by(Trace.Test::file).then(Trace.Test::line))
                .toList();
    }

    /// What the evidence is bound to; where that is everything, what the tests use.
    private List<Trace.Code> code(Optional<Evidence> kept, List<TestLink> linked)
            throws InterruptedException {
        Optional<Owned> owned = kept.map(Evidence::owned).filter(each -> !each.parts().isEmpty());
        if (owned.isPresent()) {
            Trace.Known known =
                    owned.get().by() == Owned.By.COVERAGE
                            ? Trace.Known.COVERED
                            : Trace.Known.DECLARED;
            return owned.get().parts().stream().map(part -> new Trace.Code(part, known)).toList();
        }
        Set<String> files = new LinkedHashSet<>();
        for (TestLink link : linked) {
            files.addAll(uses.by(link.file()));
        }
        return files.stream().sorted().map(file -> new Trace.Code(file, Trace.Known.USED)).toList();
    }

    private TraceReading source(
            WorkspacePath file, List<Spec> specs, Map<CriterionRef, List<TestLink>> links)
            throws InterruptedException {
        Set<CriterionRef> criteria = served.of(Set.of(file.value()), specs, links);
        return criteria.isEmpty()
                ? none(
                        file.value(),
                        "no test that names a criterion uses " + file,
                        "name a criterion in a test of it, or trace another file")
                : found(file.value(), List.copyOf(criteria), specs, links);
    }

    private TraceReading commit(
            Commit commit, List<Spec> specs, Map<CriterionRef, List<TestLink>> links)
            throws InterruptedException {
        Map<CriterionRef, Set<TracedCommit.Reason>> reasons =
                new CommitCriteria(commits, served).of(commit, specs, links);
        List<Trace> traces =
                traces(reasons.keySet(), specs, links).stream()
                        .map(trace ->
                                trace.withCommits(
                                        List.of(
                                                commit.traced(
                                                        reasons.getOrDefault(
                                                                trace.verdict().criterion(),
                                                                Set.of())))))
                        .toList();
        return traces.isEmpty()
                ? none(
                        ".git",
                        "commit %s (%s) names no criterion, and changed no words, tests or code of one"
                                .formatted(commit.id(), commit.subject()),
                        "name a criterion in a test of what it changed, or trace another commit")
                : new TraceReading.Found(commit.id(), traces);
    }

    private static TraceReading none(String place, String message, String fix) {
        return new TraceReading.NotFound(
                Finding.error("trace/no-criterion", place, SourceSpan.start(), message, fix));
    }
}
