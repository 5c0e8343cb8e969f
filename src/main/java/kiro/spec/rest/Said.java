package kiro.spec.rest;

import java.util.List;
import java.util.Optional;

/// A sentence, and the facts that it was understood as.
///
/// @param route the endpoint of which it speaks; empty where it speaks of all
record Said(Sentence sentence, Optional<Route> route, List<Fact> facts) {
    Said {
        facts = List.copyOf(facts);
    }
}
