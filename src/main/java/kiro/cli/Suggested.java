package kiro.cli;

import java.util.List;
import kiro.spec.Spec;
import kiro.spec.SpecName;
import kiro.spec.suggest.Suggestion;
import kiro.spec.suggest.Suggestions;

/// The criteria that one spec implies and lacks.
///
/// @param file where the spec lies
record Suggested(SpecName spec, String file, List<Suggestion> suggestions) {
    Suggested {
        suggestions = List.copyOf(suggestions);
    }

    static Suggested of(Spec spec) {
        return new Suggested(spec.name(), spec.path().value(), Suggestions.of(spec));
    }

    static Suggested nothing(Spec spec) {
        return new Suggested(spec.name(), spec.path().value(), List.of());
    }

    boolean isEmpty() {
        return suggestions.isEmpty();
    }
}
