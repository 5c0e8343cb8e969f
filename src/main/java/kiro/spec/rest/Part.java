package kiro.spec.rest;

import java.util.List;
import java.util.Optional;

/// What stands below one heading, up to the next heading of any level.
///
/// @param line where the heading stands
/// @param route the endpoint that the heading, or one above it, names
record Part(String heading, int line, Kind kind, Optional<Route> route, List<Block> blocks) {

    /// What the sentences of a part are.
    enum Kind {
        /// Requirements: each sentence has to be understood.
        READ,
        /// Prose that tells of the whole; an endpoint that stands nowhere else is taken from it.
        OVERVIEW,
        /// Acceptance criteria, and what stands between them.
        CRITERIA,
        /// Explanations, plans and remarks, which require nothing.
        FREE
    }

    Part {
        blocks = List.copyOf(blocks);
    }
}
