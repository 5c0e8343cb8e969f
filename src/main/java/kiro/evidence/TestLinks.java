package kiro.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kiro.evidence.CriterionIndex.Meaning;
import kiro.evidence.Evidence.ProvingTest;
import kiro.evidence.Evidence.Via;
import kiro.spec.CriterionRef;

/// Which tests name which criteria.
///
/// @param tests all tests of the project
/// @param unknown tests that name a criterion which no spec has
/// @param ambiguous for each criterion, the tests that may mean it: they give an id that several specs have
record TestLinks(
        List<SourceTest> tests,
        Map<CriterionRef, List<Linked>> known,
        List<Linked> unknown,
        Map<CriterionRef, List<Linked>> ambiguous) {

    /// A link with what joins its test to reports.
    record Linked(TestLink link, SourceTest test, Via via) {
        Linked(TestLink link, SourceTest test) {
            this(link, test, Via.SOURCE);
        }

        /// A link that a report told, of a test in the source.
        static Linked reported(CriterionRef criterion, SourceTest test) {
            return new Linked(
                    new TestLink(
                            criterion, test.id(), test.file(), test.span(), test.body().digest()),
                    test,
                    Via.REPORT);
        }

        /// A link that a report told, of a test that the source does not show.
        static Linked reportedAlone(CriterionRef criterion, ProvingTest test) {
            return reported(criterion, Labelled.of(test));
        }

        ProvingTest proving() {
            return new ProvingTest(link.test(), link.body(), via);
        }
    }

    static TestLinks of(List<SourceTest> tests, CriterionIndex index) {
        var known = new HashMap<CriterionRef, List<Linked>>();
        var unknown = new ArrayList<Linked>();
        var ambiguous = new HashMap<CriterionRef, List<Linked>>();
        for (SourceTest test : tests) {
            for (Mention mention : test.mentions()) {
                for (Meaning meaning : index.meanings(mention, test.feature())) {
                    switch (meaning) {
                        case Meaning.Known is -> add(known, is.criterion(), test, meaning);
                        case Meaning.Unknown is ->
                                addOnce(unknown, linked(is.criterion(), test, meaning));
                        case Meaning.Ambiguous is ->
                                is.candidates().forEach(ref -> add(ambiguous, ref, test, meaning));
                    }
                }
            }
        }
        return new TestLinks(tests, known, unknown, ambiguous);
    }

    /// These links, and those of labels in reports to criteria that the tests do not name in their source.
    TestLinks with(Map<SourceTest, List<Mention>> labelled, CriterionIndex index) {
        var all = new HashMap<CriterionRef, List<Linked>>();
        known.forEach((ref, links) -> all.put(ref, new ArrayList<>(links)));
        labelled.forEach((test, mentions) -> {
            for (Mention mention : mentions) {
                for (Meaning meaning : index.meanings(mention, test.feature())) {
                    if (meaning instanceof Meaning.Known is) {
                        addLabel(all, is.criterion(), test, meaning);
                    }
                }
            }
        });
        return new TestLinks(tests, all, unknown, ambiguous);
    }

    private static void addLabel(
            Map<CriterionRef, List<Linked>> all,
            CriterionRef criterion,
            SourceTest test,
            Meaning meaning) {
        List<Linked> links = all.computeIfAbsent(criterion, key -> new ArrayList<>());
        boolean isThere = links.stream().anyMatch(linked -> linked.test().id().equals(test.id()));
        if (!isThere) {
            TestLink link = linked(criterion, test, meaning).link();
            links.add(new Linked(link, test, Via.REPORT));
        }
    }

    List<Linked> to(CriterionRef criterion) {
        return known.getOrDefault(criterion, List.of());
    }

    List<Linked> perhapsTo(CriterionRef criterion) {
        return ambiguous.getOrDefault(criterion, List.of());
    }

    private static void add(
            Map<CriterionRef, List<Linked>> links,
            CriterionRef criterion,
            SourceTest test,
            Meaning meaning) {
        addOnce(
                links.computeIfAbsent(criterion, key -> new ArrayList<>()),
                linked(criterion, test, meaning));
    }

    /// A test that names a criterion twice is linked to it once, by the mention of more trust. The links
    /// of a test stand together, at the end.
    private static void addOnce(List<Linked> links, Linked added) {
        for (int i = links.size() - 1; i >= 0 && links.get(i).test().equals(added.test()); i--) {
            if (links.get(i).link().criterion().equals(added.link().criterion())) {
                return;
            }
        }
        links.add(added);
    }

    private static Linked linked(CriterionRef criterion, SourceTest test, Meaning meaning) {
        var span =
                switch (meaning) {
                    case Meaning.Known is -> is.span();
                    case Meaning.Unknown is -> is.span();
                    case Meaning.Ambiguous is -> is.span();
                };
        return new Linked(
                new TestLink(criterion, test.id(), test.file(), span, test.body().digest()), test);
    }
}
