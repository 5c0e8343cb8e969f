package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import kiro.spec.AcceptanceCriterion;

/// The words of a criterion as one sentence, at the criterion's place.
final class CriterionSentence {
    private CriterionSentence() {}

    static Sentence of(AcceptanceCriterion criterion, List<Part> parts) {
        Optional<Route> route = Optional.empty();
        String heading = "";
        for (Part part : parts) {
            if (part.line() <= criterion.span().line()) {
                route = part.route();
                heading = part.heading();
            }
        }
        var words = SourcedText.of(criterion.text(), 1, 1);
        return Sentence.of(words, heading, route, Optional.of(criterion.id())).at(criterion.span());
    }
}
