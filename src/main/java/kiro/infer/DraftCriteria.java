package kiro.infer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Words an inference as criteria, in the forms that the readers of specs understand.
final class DraftCriteria {
    private static final int MOST_PROOFS = 3;

    private final Map<String, DraftCriterion> found = new LinkedHashMap<>();

    private DraftCriteria() {}

    static List<DraftCriterion> of(Inference inference) {
        var criteria = new DraftCriteria();
        inference.endpoints().forEach(criteria::addEndpoint);
        if (inference.endpoints().isEmpty()) {
            inference.thrown().forEach(criteria::addThrown);
            inference.tests().forEach(criteria::addTest);
        }
        if (criteria.found.isEmpty()) {
            inference.endpoints().forEach(criteria::addBare);
            inference.interfaces().forEach(criteria::addInterface);
        }
        return new ArrayList<>(criteria.found.values());
    }

    private void addEndpoint(Endpoint endpoint) {
        for (Endpoint.Outcome outcome : endpoint.outcomes()) {
            String when = outcome.condition().isEmpty() ? "" : " when " + outcome.condition();
            add(
                    new DraftCriterion(
                            "%s returns %d%s".formatted(request(endpoint), outcome.status(), when),
                            outcome.place(),
                            outcome.message(),
                            proofs(outcome)));
        }
    }

    private static String request(Endpoint endpoint) {
        return endpoint.method().equals("ANY")
                ? "A request to " + endpoint.path()
                : endpoint.method() + " " + endpoint.path();
    }

    private static List<DraftCriterion.Proof> proofs(Endpoint.Outcome outcome) {
        return outcome.tests().stream()
                .limit(MOST_PROOFS)
                .map(test -> new DraftCriterion.Proof(test, "method, path and status"))
                .toList();
    }

    private void addBare(Endpoint endpoint) {
        add(
                new DraftCriterion(
                        request(endpoint) + " is answered", endpoint.place(), "", List.of()));
    }

    private void addThrown(Inference.Thrown thrown) {
        String when = thrown.condition().isEmpty() ? "" : " when " + thrown.condition();
        add(
                new DraftCriterion(
                        "%s fails with %s%s"
                                .formatted(
                                        Conditions.code(thrown.function()),
                                        Conditions.code(thrown.error()),
                                        when),
                        thrown.place(),
                        thrown.message(),
                        List.of()));
    }

    /// A test whose name is a sentence says what the code does; of another, only that it passes can be said.
    private void addTest(TestFact test) {
        String name = Conditions.code(test.name());
        String sentence = plain(TestName.words(test.name()));
        add(
                new DraftCriterion(
                        TestName.isSentence(test.name())
                                ? Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1)
                                : "The test %s passes".formatted(name),
                        test.place(),
                        test.name(),
                        List.of()));
    }

    /// Words that mean nothing to the readers of Markdown.
    private static String plain(String words) {
        return words.replaceAll("[\\s`<>*#\\[\\]|]+", " ").strip();
    }

    private void addInterface(Interface each) {
        add(
                new DraftCriterion(
                        "%s is offered as %s"
                                .formatted(
                                        Conditions.code(each.name()),
                                        Excerpt.ofDeclaration(each.signature())),
                        each.place(),
                        "",
                        List.of()));
    }

    private void add(DraftCriterion criterion) {
        found.putIfAbsent(criterion.words(), criterion);
    }
}
