package kiro.model;

import java.time.Duration;

/// How long a reply may take.
///
/// @param firstEvent until the first event of the reply
/// @param idle between two events
/// @param total for the whole reply
public record Deadlines(Duration firstEvent, Duration idle, Duration total) {
    public static final Deadlines STANDARD =
            new Deadlines(Duration.ofSeconds(120), Duration.ofSeconds(90), Duration.ofMinutes(20));
}
