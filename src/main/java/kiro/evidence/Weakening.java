package kiro.evidence;

import kiro.workspace.WorkspacePath;

/// A test that demands less than it did.
///
/// @param test by its name in the source
/// @param detail one line: what it was, and what it is
public record Weakening(WorkspacePath file, String test, Kind kind, String detail) {
    /// In which way, the gravest first.
    public enum Kind {
        DELETED,
        DISABLED,
        FEWER_ASSERTIONS,
        OTHER_EXPECTATION;

        /// Whether no change of a project's behaviour explains it.
        public boolean isGrave() {
            return this != OTHER_EXPECTATION;
        }

        /// In words that follow the test's name.
        public String words() {
            return switch (this) {
                case DELETED -> "is gone";
                case DISABLED -> "is not run any more";
                case FEWER_ASSERTIONS -> "asserts less";
                case OTHER_EXPECTATION -> "expects something else";
            };
        }
    }

    /// One line for people and models.
    public String line() {
        return "the test %s %s (%s): %s".formatted(test, kind.words(), file, detail);
    }
}
