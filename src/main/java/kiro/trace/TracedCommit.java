package kiro.trace;

import java.util.EnumSet;
import java.util.Set;

/// A commit that has to do with a criterion.
///
/// @param id abbreviated
/// @param day such as `2026-11-25`
public record TracedCommit(String id, String day, String subject, Set<Reason> reasons) {

    /// What it has to do with it.
    public enum Reason {
        /// Its message names the criterion.
        NAMES,
        /// It changed the words.
        WORDS,
        /// It changed a file of a test.
        TESTS,
        /// It changed a file of the code.
        CODE
    }

    public TracedCommit {
        reasons = Set.copyOf(reasons);
    }

    TracedCommit with(Reason more) {
        Set<Reason> all = EnumSet.of(more);
        all.addAll(reasons);
        return new TracedCommit(id, day, subject, all);
    }
}
