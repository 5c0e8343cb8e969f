package kiro.steering.rule;

import java.util.Optional;
import kiro.finding.RuleId;
import kiro.finding.Severity;

/// A sentence of a steering file that a machine checks.
///
/// @param id the file's name and the rule's, such as `code-style/no-console-log`
/// @param origin the sentence that it comes from
/// @param demand what it asks
/// @param scope the files that it is about
/// @param instead what to use in the place of what is forbidden
public record SteeringRule(
        RuleId id,
        Origin origin,
        Demand demand,
        FileScope scope,
        Optional<Instead> instead,
        Severity severity,
        Examples examples) {}
