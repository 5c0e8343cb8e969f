package kiro.session;

import java.time.Instant;

/// An event with its place in the log.
///
/// @param sequence from 1, without gaps
public record Recorded(long sequence, Instant at, Event event) {}
