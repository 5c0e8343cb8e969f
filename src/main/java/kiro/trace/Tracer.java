package kiro.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
import kiro.text.SourceSpan;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Walks from a criterion to its tests, their code and the commits behind them, and back from a file or a test. It
/// runs nothing: what is proven is what the kept evidence proves.
public final class Tracer {
    private final Workspace workspace;
    private final Git git;
    private final Verifier verifier;
    private final History history;
    private final Map<WorkspacePath, List<String>> used = new HashMap<>();
    private Optional<UsedFiles> project = Optional.empty();

    public Tracer(Workspace workspace, Git git, Verifier verifier) {
        this.workspace = workspace;
        this.git = git;
        this.verifier = verifier;
        this.history = new History(git);
    }

    /// @param wanted a criterion, a spec, a file with or without a line, a test
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
        return switch (new TargetFinder(workspace, specs, all).find(wanted)) {
            case Target.Unknown unknown -> new TraceReading.NotFound(unknown.finding());
            case Target.Criteria criteria -> found("", criteria.criteria(), specs, links);
            case Target.Tests tests ->
                    found(
                            wanted,
                            tests.links().stream().map(TestLink::criterion).distinct().toList(),
                            specs,
                            links);
            case Target.Source source -> source(source.file(), specs, links);
        };
    }

    private TraceReading found(
            String from,
            List<CriterionRef> criteria,
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
        return new TraceReading.Found(from, traces);
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
        List<Trace.Code> code = code(kept, linked);
        List<String> testFiles =
                linked.stream().map(link -> link.file().value()).distinct().toList();
        return Optional.of(
                new Trace(
                        verdict,
                        criterion.get(),
                        spec.path(),
                        tests(kept, linked),
                        code,
                        history.of(
                                verdict.criterion(),
                                spec.path(),
                                criterion.get().span(),
                                testFiles,
                                code.stream().map(Trace.Code::file).distinct().toList())));
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
                .sorted(Comparator.comparing(Trace.Test::file).thenComparingInt(Trace.Test::line))
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
            files.addAll(usedBy(link.file()));
        }
        return files.stream().sorted().map(file -> new Trace.Code(file, Trace.Known.USED)).toList();
    }

    /// The criteria of the tests that use a file, or whose evidence is bound to it.
    private TraceReading source(
            WorkspacePath file, List<Spec> specs, Map<CriterionRef, List<TestLink>> links)
            throws InterruptedException {
        Set<CriterionRef> criteria = new LinkedHashSet<>();
        for (Map.Entry<CriterionRef, List<TestLink>> each : links.entrySet()) {
            for (TestLink link : each.getValue()) {
                if (usedBy(link.file()).contains(file.value())) {
                    criteria.add(each.getKey());
                }
            }
        }
        List<Verification> verifications = verifier.judgeKept(specs);
        for (int i = 0; i < specs.size(); i++) {
            Spec spec = specs.get(i);
            for (Evidence evidence : verifications.get(i).evidence()) {
                boolean isOwned =
                        evidence.owned().parts().stream()
                                .anyMatch(part ->
                                        part.equals(file.value())
                                                || part.startsWith(file.value() + "#"));
                if (isOwned) {
                    criteria.add(new CriterionRef(spec.name(), evidence.criterion()));
                }
            }
        }
        return criteria.isEmpty()
                ? new TraceReading.NotFound(
                        Finding.error(
                                "trace/no-criterion",
                                file.value(),
                                SourceSpan.start(),
                                "no test that names a criterion uses " + file,
                                "name a criterion in a test of it, or trace another file"))
                : found(file.value(), List.copyOf(criteria), specs, links);
    }

    private List<String> usedBy(WorkspacePath test) throws InterruptedException {
        List<String> known = used.get(test);
        if (known != null) {
            return known;
        }
        if (project.isEmpty()) {
            project =
                    Optional.of(
                            new UsedFiles(git.files().stream().map(WorkspacePath::value).toList()));
        }
        List<String> found = project.get().by(test.value(), text(test));
        used.put(test, found);
        return found;
    }

    private String text(WorkspacePath file) {
        try {
            return new WorkspaceFiles(workspace)
                    .read(file)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElse("");
        } catch (IOException unreadable) {
            return "";
        }
    }
}
