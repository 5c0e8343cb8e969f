package kiro.trace;

import java.util.Set;

/// A commit that a person asks about.
///
/// @param id abbreviated
/// @param day such as `2026-11-25`
/// @param message all of it
/// @param files that it changed, against its first parent
record Commit(String id, String day, String message, Set<String> files) {
    Commit {
        files = Set.copyOf(files);
    }

    String subject() {
        return message.lines().findFirst().orElse("");
    }

    TracedCommit traced(Set<TracedCommit.Reason> reasons) {
        return new TracedCommit(id, day, subject(), reasons);
    }
}
