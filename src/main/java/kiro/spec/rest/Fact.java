package kiro.spec.rest;

import java.util.List;

/// One thing that a sentence of the requirements says.
sealed interface Fact {
    record Authenticates(Authentication authentication) implements Fact {}

    record Permits(Permission permission) implements Fact {}

    record Limits(RateLimit limit) implements Fact {}

    record Behaves(Behaviour behaviour) implements Fact {}

    record Shapes(Response.Shape shape) implements Fact {}

    /// A field and something about it.
    record Rules(String field, Meaning attributes) implements Fact {}

    record Requires(String field, Field.Presence presence) implements Fact {}

    /// A situation and what follows, to be read when everything else is known.
    record Tells(List<Meaning> cases) implements Fact {
        public Tells {
            cases = List.copyOf(cases);
        }
    }
}
