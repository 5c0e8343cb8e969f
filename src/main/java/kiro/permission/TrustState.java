package kiro.permission;

import java.util.List;

/// Whether a project's own settings that run something count.
///
/// @param files every file that says what runs, in the order of their paths
/// @param missing files that were trusted and are gone
/// @param isWhole whether these are all; where there are more than can be looked at, nothing is trusted
public record TrustState(List<Looked> files, List<String> missing, boolean isWhole) {
    public TrustState {
        files = List.copyOf(files);
        missing = List.copyOf(missing);
    }

    /// How a file stands to what was trusted.
    public enum Standing {
        TRUSTED,
        /// Nobody has looked at it yet.
        NEW,
        /// It is not what it was when somebody trusted it.
        CHANGED
    }

    public record Looked(TrustedFile file, Standing standing) {}

    public boolean isTrusted() {
        return isWhole && files.stream().allMatch(looked -> looked.standing() == Standing.TRUSTED);
    }
}
