package kiro.evidence;

import java.util.List;

/// What came of breaking the code to see whether a criterion's tests notice.
///
/// @param changes how many changes the tests were run on
/// @param survivors those of them that no test noticed
public record Proof(int changes, List<Survivor> survivors) {
    public Proof {
        survivors = List.copyOf(survivors);
    }

    /// A change of the code that no test noticed.
    ///
    /// @param before the line as it is
    /// @param after the line as it was changed
    public record Survivor(String file, int line, String before, String after) {}

    /// Whether something was changed and everything was noticed.
    public boolean isDecisive() {
        return changes > 0 && survivors.isEmpty();
    }
}
