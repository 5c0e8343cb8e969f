package kiro.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.agent.PromptTexts;
import kiro.finding.Finding;
import kiro.model.TaggedText;
import kiro.model.ToolSpec;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.Spec;
import kiro.spec.rule.SpecCheck;
import kiro.spec.suggest.Suggestion;
import kiro.spec.suggest.Suggestions;
import kiro.text.TextDocument;

/// Asks a model for better words for criteria about which something was found, and for criteria that a spec lacks. What
/// it proposes keeps the sense, mends what was found, and breaks no rule; else it is left out.
public final class Improvement {
    private final Asker asker;
    private final SpecCheck check;
    private final PromptTexts texts = new PromptTexts();

    public Improvement(Asker asker, SpecCheck check) {
        this.asker = asker;
        this.check = check;
    }

    /// What came of asking.
    public sealed interface Proposals {
        /// @param changes that can be written, all together or some
        /// @param refused what did not pass
        record Passed(List<Change> changes, List<Refusal> refused) implements Proposals {
            public Passed {
                changes = List.copyOf(changes);
                refused = List.copyOf(refused);
            }
        }

        record Nothing(String reason) implements Proposals {}
    }

    public Proposals of(Spec spec) throws InterruptedException {
        var judge = new ChangesJudge(spec, new ChangesReader(spec, rewordable(spec)), check);
        return switch (asker.ask(question(spec), judge)) {
            case Asker.Outcome.Passed<ChangesJudge.Passed> passed ->
                    new Proposals.Passed(passed.value().changes(), passed.value().refused());
            case Asker.Outcome.Partly<ChangesJudge.Passed> partly ->
                    new Proposals.Passed(partly.value().changes(), partly.value().refused());
            case Asker.Outcome.Failed<ChangesJudge.Passed> failed ->
                    new Proposals.Nothing(failed.reason());
        };
    }

    /// The document of a spec's criteria with some of the changes, each marked. Changes that passed together pass without
    /// each other, or are left out.
    public TextDocument written(Spec spec, List<Change> chosen) {
        var judge = new ChangesJudge(spec, new ChangesReader(spec, Set.of()), check);
        List<Change> changes = chosen;
        for (Map<Change, String> faults = judge.faults(changes); !faults.isEmpty(); ) {
            var left = new ArrayList<>(changes);
            left.removeAll(faults.keySet());
            changes = left;
            faults = judge.faults(changes);
        }
        if (changes.isEmpty()) {
            return spec.document();
        }
        ChangedSpec changed = ChangedSpec.of(spec, changes).orElseThrow();
        var marks = new ProposedMarks(asker.model());
        TextDocument document = changed.document();
        List<AcceptanceCriterion> marked =
                changed.spec().criteria().stream()
                        .filter(each -> changed.at(each.span().line()).isPresent())
                        .sorted(Comparator.comparingInt(each -> -each.span().endLine()))
                        .toList();
        for (AcceptanceCriterion each : marked) {
            int first = each.span().line();
            document =
                    document.withLinesAfter(
                            each.span().endLine(), List.of(marks.mark(document.line(first))));
        }
        return document;
    }

    /// Those whose words stand on one line, and about which something is found, or whose condition is code.
    private Set<CriterionId> rewordable(Spec spec) {
        Set<Integer> lines =
                check.findings(spec).stream()
                        .filter(finding -> finding.file().equals(spec.path().value()))
                        .map(finding -> finding.span().line())
                        .collect(Collectors.toSet());
        return spec.criteria().stream()
                .filter(each -> lines.contains(each.span().line()) || Sense.hasCode(each.text()))
                .filter(each -> ChangedSpec.isRewordable(spec, each))
                .map(AcceptanceCriterion::id)
                .collect(Collectors.toSet());
    }

    private Question question(Spec spec) {
        String file = spec.path().value();
        var findings = new StringBuilder();
        for (Finding finding : check.findings(spec)) {
            findings.append(
                    "%s:%d: %s [%s]%s\n"
                            .formatted(
                                    finding.file(),
                                    finding.span().line(),
                                    finding.message(),
                                    finding.rule(),
                                    finding.fix().map(fix -> "; " + fix).orElse("")));
        }
        var criteria = new StringBuilder();
        Set<CriterionId> rewordable = rewordable(spec);
        spec.criteria().stream()
                .filter(each -> rewordable.contains(each.id()))
                .forEach(each -> criteria.append("%s: %s\n".formatted(each.id(), each.text())));
        var suggestions = new StringBuilder();
        for (Suggestion each : Suggestions.of(spec)) {
            suggestions.append("%s (because of '%s')\n".formatted(each.text(), each.because()));
        }
        return new Question(
                texts.text("draft/system.md"),
                TaggedText.of("spec", Map.of("file", file), spec.document().text()).render()
                        + TaggedText.of("findings", findings.toString()).render()
                        + TaggedText.of("criteria-to-reword", criteria.toString()).render()
                        + TaggedText.of("suggested-already", suggestions.toString()).render()
                        + texts.text("draft/propose_changes.md"),
                new ToolSpec(
                        "propose_changes",
                        "Proposes better words for criteria, and criteria that the spec lacks.",
                        texts.text("draft/propose_changes.schema.json")));
    }
}
