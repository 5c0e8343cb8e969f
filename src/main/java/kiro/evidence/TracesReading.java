package kiro.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kiro.evidence.TestLinks.Linked;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionRef;
import kiro.spec.Spec;
import kiro.spec.sentence.HttpOutcome;
import kiro.spec.sentence.SentenceReader;
import kiro.workspace.WorkspacePath;

/// Finds what leads to the criteria of a spec and what leads to none, and tests that look as if they were meant for one.
///
/// @param sources the files that hold code and no tests
/// @param ownedElsewhere the parts that kept evidence or marks of any spec name as owned
record TracesReading(Grounds grounds, List<WorkspacePath> sources, Set<String> ownedElsewhere) {
    private static final int MOST_PAIRS = 200;

    Traces of(Spec spec) {
        Set<TestId> linked =
                grounds.links().known().values().stream()
                        .flatMap(List::stream)
                        .map(each -> each.link().test())
                        .collect(Collectors.toSet());
        List<SourceTest> free =
                grounds.tests().stream().filter(test -> !linked.contains(test.id())).toList();
        return new Traces(
                testFiles(spec),
                free.stream().map(SourceTest::id).distinct().toList(),
                unowned(),
                pairs(spec, free));
    }

    private List<WorkspacePath> testFiles(Spec spec) {
        return spec.criteria().stream()
                .flatMap(criterion -> grounds.links().to(spec.ref(criterion)).stream())
                .map(linked -> linked.link().file())
                .distinct()
                .sorted()
                .toList();
    }

    /// The files of which nothing is owned.
    private List<String> unowned() {
        if (ownedElsewhere.isEmpty()) {
            return List.of();
        }
        var owned = new TreeSet<String>();
        ownedElsewhere.forEach(part -> owned.add(OwnedCode.fileOf(part)));
        return sources.stream()
                .filter(path -> TestFiles.dialect(path).isPresent())
                .map(WorkspacePath::value)
                .filter(path -> !owned.contains(path))
                .filter(path ->
                        grounds.book()
                                .functions(path)
                                .filter(file -> !file.functions().isEmpty())
                                .isPresent())
                .toList();
    }

    private List<SuggestedLink> pairs(Spec spec, List<SourceTest> free) {
        var found = new ArrayList<SuggestedLink>();
        for (AcceptanceCriterion criterion : spec.criteria()) {
            CriterionRef ref = spec.ref(criterion);
            List<Linked> links = grounds.links().to(ref);
            Optional<HttpOutcome> outcome = SentenceReader.read(criterion.text()).outcome();
            if (links.isEmpty() && outcome.isPresent()) {
                pairs(ref, outcome.get(), free, found);
            }
        }
        return List.copyOf(found);
    }

    private void pairs(
            CriterionRef ref,
            HttpOutcome outcome,
            List<SourceTest> free,
            List<SuggestedLink> found) {
        boolean isWhole =
                outcome.method().isPresent()
                        && outcome.path().isPresent()
                        && outcome.status().isPresent();
        if (!isWhole) {
            return;
        }
        String method = outcome.method().get();
        String path = outcome.path().get().text();
        int status = outcome.status().getAsInt();
        var seen = new HashSet<TestId>();
        for (SourceTest test : free) {
            boolean isMeant =
                    found.size() < MOST_PAIRS
                            && exchange(test)
                                    .filter(each -> each.answers(method, path, status))
                                    .isPresent();
            if (isMeant && seen.add(test.id())) {
                found.add(
                        new SuggestedLink(
                                ref,
                                test.id(),
                                test.file(),
                                test.span(),
                                "%s %s %d".formatted(method, path, status)));
            }
        }
    }

    private Optional<HttpExchange> exchange(SourceTest test) {
        return grounds.book()
                .functions(test.file().value())
                .flatMap(file ->
                        file.at(test.span().line())
                                .map(function ->
                                        HttpExchange.in(
                                                file.code(), function.from(), function.to())));
    }
}
