package kiro.steering.sentence;

import java.util.List;
import kiro.steering.rule.SteeringRule;

/// What became of a sentence.
public sealed interface Compilation {
    /// A machine checks it, by these rules.
    record Compiled(List<SteeringRule> rules) implements Compilation {
        public Compiled {
            rules = List.copyOf(rules);
        }
    }

    /// It is told, and not checked.
    ///
    /// @param reason why; lower case, no full stop
    record Guidance(String reason) implements Compilation {}
}
