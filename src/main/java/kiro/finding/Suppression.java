package kiro.finding;

/// Why a finding is let stand.
///
/// @param justification who lets it stand, in words
public record Suppression(Kind kind, String justification) {
    /// Where it is said.
    public enum Kind {
        IN_SOURCE("inSource"),
        EXTERNAL("external");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// A finding that is let stand.
    public record Suppressed(Finding finding, Suppression suppression) {}
}
