package kiro.steering.sentence;

import java.util.List;
import java.util.stream.Stream;
import kiro.finding.Finding;
import kiro.steering.rule.SteeringRule;

/// All that a project's steering files say, sentence by sentence.
///
/// @param findings what a person should mend about the rules
public record RuleSet(List<Judged> judged, List<Finding> findings) {
    public RuleSet {
        judged = List.copyOf(judged);
        findings = List.copyOf(findings);
    }

    /// Those that are checked.
    public List<SteeringRule> rules() {
        return judged.stream().flatMap(each -> rules(each.state())).toList();
    }

    private static Stream<SteeringRule> rules(RuleState state) {
        return state instanceof RuleState.Enforced enforced
                ? enforced.rules().stream()
                : Stream.empty();
    }

    /// How many are in a state.
    public long count(Class<? extends RuleState> state) {
        return judged.stream().filter(each -> state.isInstance(each.state())).count();
    }
}
