package kiro.steering.sentence;

import java.util.List;
import kiro.steering.rule.SteeringRule;

/// What a sentence of policy is worth.
public sealed interface RuleState {
    /// It is checked, by these rules.
    record Enforced(List<SteeringRule> rules) implements RuleState {
        public Enforced {
            rules = List.copyOf(rules);
        }
    }

    /// Somebody proposes a rule for it, and nobody has accepted it yet.
    record Proposed(SteeringRule rule) implements RuleState {}

    /// It is told, and not checked.
    ///
    /// @param reason why; lower case, no full stop
    record Guidance(String reason) implements RuleState {}

    /// It was to be checked, and cannot be.
    ///
    /// @param reason lower case, no full stop
    /// @param fix what to do about it
    record Broken(String reason, String fix) implements RuleState {}
}
