package kiro.steering.sentence;

import java.util.Optional;
import kiro.steering.rule.SteeringRule;
import kiro.text.PathGlob;

/// What rules rest on: the files of the project, and an engine that can try examples.
public interface Ground {
    /// Whether there is a file or folder of this path.
    boolean has(String path);

    /// Whether a file matches.
    boolean hasMatch(PathGlob glob);

    /// Why the examples of a rule do not behave: a bad one that it does not find, a good one that it finds.
    Optional<String> fault(SteeringRule rule);
}
