package kiro.spec.suggest;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.spec.DocumentKind;
import kiro.spec.Spec;

/// Finds the criteria that a spec implies and lacks. It goes by what the spec says: each suggestion names the sentence
/// that it follows from, and what some criterion says already, in whatever words, is not suggested again.
public final class Suggestions {
    private static final List<SpecKind> KINDS = List.of(SpecKind.values());

    private Suggestions() {}

    /// In the order in which they are best added; none that was dismissed in the spec.
    public static List<Suggestion> of(Spec spec) {
        FirstLook look = FirstLook.at(spec);
        Optional<SpecKind> said =
                spec.main().kind() == DocumentKind.BUGFIX
                        ? Optional.of(SpecKind.BUG_FIX)
                        : KindReader.said(spec);
        EnumSet<SpecKind> candidates = EnumSet.noneOf(SpecKind.class);
        for (SpecKind kind : KINDS) {
            if (said.isPresent() ? said.get() == kind : look.mayBe(kind)) {
                candidates.add(kind);
            }
        }
        if (candidates.isEmpty() && !look.maySpeakOfPeople()) {
            return List.of();
        }
        SpecText text = SpecText.of(spec);
        Set<SpecKind> kinds = said.isPresent() ? candidates : KindReader.of(text, candidates);
        return kept(spec, found(text, kinds, look));
    }

    private static Set<Suggestion> found(SpecText text, Set<SpecKind> kinds, FirstLook look) {
        var found = new LinkedHashSet<Suggestion>();
        for (SpecKind kind : kinds) {
            found.addAll(
                    switch (kind) {
                        case REST -> RestRules.check(text);
                        case JOB -> Implication.all(JobRules.TABLE, text);
                        case MIGRATION -> Implication.all(MigrationRules.TABLE, text);
                        case INFRASTRUCTURE -> Implication.all(InfrastructureRules.TABLE, text);
                        case BUG_FIX -> BugFixRules.check(text);
                        case INTEGRATION -> Implication.all(IntegrationRules.TABLE, text);
                    });
        }
        if (look.maySpeakOfPeople()) {
            found.addAll(PrivacyRules.check(text, look));
        }
        return found;
    }

    private static List<Suggestion> kept(Spec spec, Set<Suggestion> found) {
        var dismissals = Dismissals.in(spec.document());
        var kept = new ArrayList<Suggestion>();
        for (Suggestion suggestion : found) {
            boolean isRepeated =
                    kept.stream().anyMatch(other -> other.name().equals(suggestion.name()));
            if (!isRepeated && !dismissals.dismiss(suggestion)) {
                kept.add(suggestion);
            }
        }
        return List.copyOf(kept);
    }
}
