package kiro.spec.rule;

import java.util.HashMap;
import java.util.Map;

/// Finds statements of which at most one can be true: two statuses for one request in one situation, two numbers for
/// one thing.
final class Conflicts {
    private final Sink sink;
    private final Map<Asked, OutcomeFact> outcomes = new HashMap<>();
    private final Map<Measured, NumberFact> numbers = new HashMap<>();

    /// What one status is the answer to.
    ///
    /// @param scope the spec that alone it is about; empty where it is about all
    private record Asked(String scope, String request, long situation) {}

    /// What one number is that of.
    ///
    /// @param scope the spec that alone it is about; empty where it is about all
    private record Measured(String scope, String name, String kind, String situation) {}

    /// Where what is found goes.
    interface Sink {
        void add(Rule rule, Place place, String message, String fix);
    }

    Conflicts(Sink sink) {
        this.sink = sink;
    }

    /// Without a path, a statement speaks of its own spec's endpoint.
    void add(OutcomeFact fact) {
        String scope = fact.request().isEmpty() ? fact.place().path().value() : "";
        OutcomeFact first =
                outcomes.putIfAbsent(new Asked(scope, fact.request(), fact.situation()), fact);
        if (first != null && first.status() != fact.status()) {
            both(
                    first.place(),
                    fact.place(),
                    "status %d".formatted(first.status()),
                    "status %d".formatted(fact.status()),
                    "the same request in the same situation");
        }
    }

    void add(NumberFact fact) {
        String scope = fact.isProjectWide() ? "" : fact.place().path().value();
        NumberFact first =
                numbers.putIfAbsent(
                        new Measured(scope, fact.name(), fact.size().kind(), fact.situation()),
                        fact);
        if (first != null && first.size().amount().compareTo(fact.size().amount()) != 0) {
            both(first.place(), fact.place(), first.value(), fact.value(), "the " + fact.name());
        }
    }

    /// Says it at the later place, and where they are in two files at the first as well.
    private void both(Place first, Place again, String one, String other, String about) {
        at(again, first, other, one, about);
        if (!first.path().equals(again.path())) {
            at(first, again, one, other, about);
        }
    }

    private void at(Place here, Place there, String one, String other, String about) {
        sink.add(
                Rule.CONTRADICTION,
                here,
                "%s contradicts %s: %s here and %s there for %s"
                        .formatted(here.name(), there.from(here), one, other, about),
                "decide which of the two is meant, and change the other");
    }
}
