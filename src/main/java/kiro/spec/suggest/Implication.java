package kiro.spec.suggest;

import java.util.List;
import java.util.Optional;

/// A criterion that follows from a sentence, unless some criterion says it already.
///
/// @param id the end of the rule's name
/// @param evidence what the sentence that it follows from has in it
/// @param covered what a criterion that says it has in it
/// @param text its words; `{{...}}` is left to a person
record Implication(String id, Clue evidence, Clue covered, String text) {
    static Implication of(String id, String evidence, String covered, String text) {
        return new Implication(id, Clue.of(evidence), Clue.of(covered), text);
    }

    static Implication of(String id, Clue evidence, String covered, String text) {
        return new Implication(id, evidence, Clue.of(covered), text);
    }

    Optional<Suggestion> in(SpecText spec) {
        return spec.isCovered(covered)
                ? Optional.empty()
                : spec.first(evidence).map(because -> Suggestion.of(id, text, because));
    }

    static List<Suggestion> all(List<Implication> table, SpecText spec) {
        return table.stream().flatMap(implication -> implication.in(spec).stream()).toList();
    }
}
