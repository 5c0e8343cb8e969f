package kiro.draft;

import java.util.List;
import kiro.steering.rule.SteeringRule;
import kiro.steering.rule.Violation;
import kiro.steering.sentence.Judged;

/// A rule that a model proposed for a sentence, and that passed.
///
/// @param yaml of its block, with the hash of the sentence and without a state
/// @param inProject what violates it in the project today
public record RuleDraft(
        Judged sentence, SteeringRule rule, String yaml, List<Violation> inProject) {
    public RuleDraft {
        inProject = List.copyOf(inProject);
    }

    /// The block as it stands in a steering file.
    ///
    /// @param isProposed whether somebody has still to accept it
    public String block(boolean isProposed) {
        return "```rule\n" + yaml + (isProposed ? "state: proposed\n" : "") + "```\n";
    }
}
