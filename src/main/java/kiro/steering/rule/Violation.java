package kiro.steering.rule;

import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.text.SourceSpan;

/// A place that is not as a rule asks.
///
/// @param path of the file, from the project's root
/// @param what is wrong there, such as `console.log is used`; lower case, no full stop
/// @param fix what to do about it
/// @param print what tells this violation from others of its rule in its file, whatever the line: the source text of the
///     place on one line. A baseline and the question "is it new?" go by it
/// @param repairs the changes that mend it, all together and in the order of the file; empty where it is not mechanical
public record Violation(
        SteeringRule rule,
        String path,
        SourceSpan span,
        String what,
        String fix,
        String print,
        List<Repair> repairs) {

    /// Bytes of the file to be put in the place of others.
    ///
    /// @param start the first byte
    /// @param end the byte behind the last
    public record Repair(int start, int end, String text) {}

    public Violation {
        repairs = List.copyOf(repairs);
    }

    public Finding finding() {
        return new Finding(
                rule.id(),
                rule.severity(),
                path,
                span,
                "%s: %s".formatted(what, rule.origin().sentence()),
                Optional.of(fix));
    }
}
