package kiro.trace;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kiro.evidence.TestLink;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionRef;
import kiro.spec.Spec;
import kiro.spec.SpecDocument;
import kiro.spec.SpecReader;
import kiro.spec.SpecReading;

/// Finds the criteria that a commit has to do with, and why.
final class CommitCriteria {
    private final CommitReader commits;
    private final ServedCriteria served;
    private final Map<CriterionRef, Set<TracedCommit.Reason>> found = new TreeMap<>();

    CommitCriteria(CommitReader commits, ServedCriteria served) {
        this.commits = commits;
        this.served = served;
    }

    Map<CriterionRef, Set<TracedCommit.Reason>> of(
            Commit commit, List<Spec> specs, Map<CriterionRef, List<TestLink>> links)
            throws InterruptedException {
        for (Spec spec : specs) {
            spec.criteria().stream()
                    .map(spec::ref)
                    .filter(ref -> Naming.of(ref).isIn(commit.message()))
                    .forEach(ref -> add(ref, TracedCommit.Reason.NAMES));
            for (SpecDocument document : spec.documents()) {
                if (commit.files().contains(document.path().value())) {
                    words(commit, spec, document);
                }
            }
        }
        links.values().stream()
                .flatMap(Collection::stream)
                .filter(link -> commit.files().contains(link.file().value()))
                .forEach(link -> add(link.criterion(), TracedCommit.Reason.TESTS));
        served.of(commit.files(), specs, links).forEach(ref -> add(ref, TracedCommit.Reason.CODE));
        return found;
    }

    /// By the lines and the criteria of then, as far as those are criteria today.
    private void words(Commit commit, Spec spec, SpecDocument document)
            throws InterruptedException {
        Optional<byte[]> then = commits.content(commit, document.path().value());
        if (then.isEmpty()) {
            return;
        }
        Set<Integer> written = commits.linesWritten(commit, document.path().value());
        criteria(SpecReader.read(spec.name(), document.path(), then.get()))
                .filter(was ->
                        Stream.iterate(was.span().line(), line -> line + 1)
                                .limit(was.span().endLine() - was.span().line() + 1L)
                                .anyMatch(written::contains))
                .flatMap(was -> spec.criterion(was.id()).stream())
                .forEach(now -> add(spec.ref(now), TracedCommit.Reason.WORDS));
    }

    private static Stream<AcceptanceCriterion> criteria(SpecReading reading) {
        return switch (reading) {
            case SpecReading.Whole whole -> whole.spec().criteria().stream();
            case SpecReading.Broken broken ->
                    broken.draft().stream().flatMap(spec -> spec.criteria().stream());
        };
    }

    private void add(CriterionRef criterion, TracedCommit.Reason reason) {
        found.computeIfAbsent(criterion, key -> EnumSet.noneOf(TracedCommit.Reason.class))
                .add(reason);
    }
}
