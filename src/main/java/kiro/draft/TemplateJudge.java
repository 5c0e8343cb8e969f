package kiro.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.finding.Finding;
import kiro.spec.suggest.Suggestion;
import kiro.spec.suggest.Suggestions;

/// Judges what a model would fill in: it has to be of the template's form, and to pass the rules for specs.
final class TemplateJudge implements Judge<TemplateJudge.Draft> {
    private final ProposalReader reader;
    private final Composer composer;
    private final DraftCheck check;

    /// What a spec lacks is told once: a model may have a reason.
    private boolean isToldWhatLacks;

    TemplateJudge(ProposalReader reader, Composer composer, DraftCheck check) {
        this.reader = reader;
        this.composer = composer;
        this.check = check;
    }

    /// A spec with a proposal in it, of which nothing breaks a rule.
    ///
    /// @param refused what was left out of the proposal
    record Draft(Proposal proposal, Composition composition, List<Refusal> refused) {
        Draft {
            refused = List.copyOf(refused);
        }
    }

    @Override
    public Judgement<Draft> judge(String arguments) {
        ProposalReader.Reading reading = reader.read(arguments);
        Proposal proposal = reading.proposal();
        var problems = new ArrayList<>(reading.problems());
        Composition composition = composer.compose(proposal);
        if (composition.placed().isEmpty() && problems.isEmpty()) {
            problems.add("nothing is proposed");
        }
        if (composition.placed().isEmpty()) {
            return new Judgement.Faulty<>(Optional.empty(), problems);
        }
        DraftCheck.Faults faults = check.faults(composition);
        faults.ofParts()
                .forEach((part, found) ->
                        found.forEach(each -> problems.add(told(proposal.words(part), each))));
        faults.others().forEach(each -> problems.add(told(each.file(), each)));
        if (!isToldWhatLacks) {
            isToldWhatLacks = true;
            problems.addAll(lacking(composition));
        }
        return problems.isEmpty()
                ? new Judgement.Good<>(new Draft(proposal, composition, List.of()))
                : new Judgement.Faulty<>(usable(proposal), problems);
    }

    /// The proposal without the parts that break a rule; empty where leaving them out does not help.
    private Optional<Draft> usable(Proposal whole) {
        Proposal proposal = whole;
        Set<Refusal> refused = new LinkedHashSet<>();
        while (true) {
            Composition composition = composer.compose(proposal);
            DraftCheck.Faults faults = check.faults(composition);
            if (faults.isEmpty()) {
                return composition.placed().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Draft(proposal, composition, List.copyOf(refused)));
            }
            if (faults.ofParts().isEmpty()) {
                return Optional.empty();
            }
            Proposal before = proposal;
            faults.ofParts()
                    .forEach((part, found) ->
                            refused.add(
                                    new Refusal(before.words(part), found.getFirst().message())));
            proposal = before.without(new HashSet<>(faults.ofParts().keySet()));
        }
    }

    private List<String> lacking(Composition composition) {
        return check.spec(composition).map(Suggestions::of).orElse(List.of()).stream()
                .map(TemplateJudge::lacking)
                .toList();
    }

    private static String lacking(Suggestion each) {
        return "no criterion says what follows from '%s': add '%s', or propose the same again where it does not apply"
                .formatted(each.because(), each.text());
    }

    private static String told(String where, Finding finding) {
        return "'%s': %s [%s]%s"
                .formatted(
                        where,
                        finding.message(),
                        finding.rule(),
                        finding.fix().map(fix -> "; " + fix).orElse(""));
    }
}
