package kiro.steering.sentence;

import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.steering.rule.SteeringRule;
import kiro.text.Hash;
import kiro.text.SourceSpan;

/// What came out of reading a fenced block of a rule.
///
/// @param span of the block's first line
/// @param rule empty where it cannot be read
/// @param draftedFrom the sentence that it was made of, where it was
/// @param isProposed whether a person has yet to accept it
/// @param findings what keeps it from being read
record RuleBlock(
        SourceSpan span,
        Optional<SteeringRule> rule,
        Optional<Hash> draftedFrom,
        boolean isProposed,
        List<Finding> findings) {
    RuleBlock {
        findings = List.copyOf(findings);
    }
}
