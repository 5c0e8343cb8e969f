package kiro.action;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import kiro.draft.AddedNames;
import kiro.draft.Judge;
import kiro.model.Purpose;
import kiro.model.TaggedText;

/// Has a model say in short what other versions of dependencies mean. The report itself stays as it was computed.
final class ImpactWording {
    private static final int LONGEST = 900;
    private static final int LONGEST_REPORT = 40_000;

    private ImpactWording() {}

    /// @param report as text
    static ModelHelp.Help<String> of(ModelHelp help, String report) throws InterruptedException {
        String told =
                report.length() <= LONGEST_REPORT
                        ? report
                        : report.substring(0, LONGEST_REPORT) + "\n[cut]\n";
        return help.ask(
                "impact",
                Purpose.SUMMARY,
                List.of(TaggedText.of("report", told)),
                arguments -> judged(ProposedFields.of(arguments).line("summary"), told));
    }

    private static Judge.Judgement<String> judged(String summary, String report) {
        Optional<String> problem = problem(summary, report);
        return problem.isEmpty()
                ? new Judge.Judgement.Good<>(summary)
                : new Judge.Judgement.Faulty<>(Optional.empty(), List.of(problem.get()));
    }

    private static Optional<String> problem(String summary, String report) {
        if (summary.length() < 12 || summary.length() > LONGEST) {
            return Optional.of("the summary has not 12 to %d characters".formatted(LONGEST));
        }
        if (summary.contains("<!--") || summary.matches("(?s)\\s*[#|>\\[{].*")) {
            return Optional.of("the summary is no plain prose");
        }
        SortedSet<String> added = AddedNames.ofCode(summary, report);
        return added.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s stands nowhere in the report".formatted(String.join(", ", added)));
    }
}
