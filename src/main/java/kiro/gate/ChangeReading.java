package kiro.gate;

import kiro.finding.Finding;

/// What came out of asking git for a change.
sealed interface ChangeReading {
    record Whole(Change change) implements ChangeReading {}

    record Broken(Finding finding) implements ChangeReading {}
}
