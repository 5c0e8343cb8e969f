package kiro.memory;

import java.util.List;

/// What was learned just now.
///
/// @param notes what a person should know of it
public record Refreshing(List<Fact> facts, List<String> notes) {
    public Refreshing {
        facts = List.copyOf(facts);
        notes = List.copyOf(notes);
    }

    /// With proposals as well.
    public Refreshing with(List<Fact> proposals) {
        return new Refreshing(
                java.util.stream.Stream.concat(facts.stream(), proposals.stream()).toList(), notes);
    }

    /// Lays it over what was known. What had been learned from files and is not found any more goes.
    public Refreshed onto(Facts known) {
        return Refreshed.of(known, known.learned(facts, Refreshing::isOfFiles));
    }

    private static boolean isOfFiles(Fact fact) {
        return switch (fact.statement().source()) {
            case Source.OfSpec _, Source.OfFile _ -> true;
            case Source.OfCommit _, Source.OfSession _, Source.OfPerson _, Source.Unknown _ ->
                    false;
        };
    }
}
