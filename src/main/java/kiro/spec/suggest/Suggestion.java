package kiro.spec.suggest;

import java.util.Optional;
import kiro.finding.Finding;
import kiro.finding.RuleId;
import kiro.finding.Severity;
import kiro.spec.Spec;
import kiro.text.SourceSpan;

/// A criterion that a spec implies and lacks.
///
/// @param rule such as `spec/missing-401`
/// @param scope which of several things of the kind it is about, such as `GET /orders/{id}`; empty where there is one
/// @param text the words of the criterion, without box and id
/// @param because the sentence that it follows from
/// @param span where that sentence stands
public record Suggestion(RuleId rule, String scope, String text, String because, SourceSpan span) {

    static Suggestion of(String id, String text, Statement because) {
        return of(id, "", text, because);
    }

    static Suggestion of(String id, String scope, String text, Statement because) {
        return new Suggestion(
                new RuleId("spec/missing-" + id), scope, text, because.text(), because.span());
    }

    /// The same for a person to read beside other findings.
    public Finding finding(Spec spec) {
        return new Finding(
                rule,
                Severity.INFO,
                spec.path().value(),
                span,
                "no criterion says what follows from '%s'".formatted(shortened(because)),
                Optional.of(
                        "add '%s', or say why not: <!-- kiro:not-needed %s reason: ... -->"
                                .formatted(text, name())));
    }

    /// What a person writes to dismiss it.
    public String name() {
        return scope.isEmpty() ? rule.value() : rule + " " + scope;
    }

    private static String shortened(String sentence) {
        return sentence.length() <= 90 ? sentence : sentence.substring(0, 87).strip() + "...";
    }
}
