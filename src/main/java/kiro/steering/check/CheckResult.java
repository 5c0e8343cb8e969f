package kiro.steering.check;

import java.util.List;
import java.util.stream.Stream;
import kiro.steering.rule.Violation;

/// What came of checking.
///
/// @param violations by path and place
/// @param notes files that were not checked, or only in part
public record CheckResult(List<Violation> violations, List<Note> notes) {
    /// A file that was not checked as a whole.
    ///
    /// @param isSkipped whether nothing of it was
    /// @param reason why, in words that follow its path
    public record Note(String path, boolean isSkipped, String reason) {}

    public CheckResult {
        violations = List.copyOf(violations);
        notes = List.copyOf(notes);
    }

    /// This and what came of another check.
    public CheckResult with(CheckResult other) {
        return new CheckResult(
                Stream.concat(violations.stream(), other.violations.stream()).toList(),
                Stream.concat(notes.stream(), other.notes.stream()).toList());
    }
}
