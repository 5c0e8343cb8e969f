package kiro.spec.rest;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds sentences that cannot both hold. Neither is taken: which one is meant, only the author knows.
final class Contradictions {
    private Contradictions() {}

    /// For each sentence that contradicts another, the reason.
    static Map<Said, String> among(List<Said> all) {
        var found = new IdentityHashMap<Said, String>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                Said one = all.get(i);
                Said other = all.get(j);
                if (meet(one.route(), other.route()) && contradict(one.facts(), other.facts())) {
                    found.putIfAbsent(one, reason(other));
                    found.putIfAbsent(other, reason(one));
                }
            }
        }
        return found;
    }

    private static String reason(Said other) {
        return "contradicts line %d".formatted(other.sentence().span().line());
    }

    private static boolean meet(Optional<Route> one, Optional<Route> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    private static boolean contradict(List<Fact> some, List<Fact> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> differ(one, other)));
    }

    private static boolean differ(Fact one, Fact other) {
        return switch (one) {
            case Fact.Authenticates said ->
                    other instanceof Fact.Authenticates said2 && !said.equals(said2);
            case Fact.Permits said -> other instanceof Fact.Permits said2 && !said.equals(said2);
            case Fact.Limits said -> other instanceof Fact.Limits said2 && !said.equals(said2);
            case Fact.Shapes said -> other instanceof Fact.Shapes said2 && !said.equals(said2);
            case Fact.Behaves said ->
                    other instanceof Fact.Behaves said2
                            && areOpposite(said.behaviour(), said2.behaviour());
            case Fact.Rules said -> false;
            case Fact.Requires said -> false;
            case Fact.Tells said -> false;
        };
    }

    private static boolean areOpposite(Behaviour one, Behaviour other) {
        return switch (one) {
            case Behaviour.ClearsAbsentFields clears ->
                    other instanceof Behaviour.KeepsAbsentFields;
            case Behaviour.KeepsAbsentFields keeps -> other instanceof Behaviour.ClearsAbsentFields;
            case Behaviour.Sorts sorts ->
                    other instanceof Behaviour.Sorts second && !second.equals(sorts);
            case Behaviour.ListsAtMost most ->
                    other instanceof Behaviour.ListsAtMost second && !second.equals(most);
            case Behaviour.AuthenticatesBy scheme ->
                    other instanceof Behaviour.AuthenticatesBy second && !second.equals(scheme);
            case Behaviour.ShownIn shown ->
                    other instanceof Behaviour.ShownIn second && !second.equals(shown);
            case Behaviour.Unique unique -> false;
            case Behaviour.KeepsFields keeps -> false;
            case Behaviour.HidesFields hides -> false;
            case Behaviour.DoesNotLog hides -> false;
            case Behaviour.AddsNoDependency none -> false;
            case Behaviour.KeepsExistingBehaviour keeps -> false;
            case Behaviour.ReadsOnly reads -> false;
            case Behaviour.SetsField sets -> false;
            case Behaviour.ListsOnlyOwn own -> false;
            case Behaviour.FiltersBy filters -> false;
            case Behaviour.SetsTo sets -> false;
            case Behaviour.SetsFrom sets -> false;
            case Behaviour.Exempts exempts -> false;
            case Behaviour.Brings brings -> false;
            case Behaviour.OnlyIn only -> false;
            case Behaviour.NotIn not -> false;
            case Behaviour.NotWith not -> false;
            case Behaviour.NeverLower never -> false;
            case Behaviour.BelongsTo belongs -> false;
            case Behaviour.SortsByAge sorts -> false;
            case Behaviour.IgnoresUnknownFields ignores -> false;
            case Behaviour.Answers answers -> false;
        };
    }

    /// Situations for which two sentences name different statuses, with the sentence that each contradicts.
    static Map<Told, String> ofCases(List<Told> all) {
        var found = new IdentityHashMap<Told, String>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (differ(all.get(i).cases(), all.get(j).cases())) {
                    found.putIfAbsent(all.get(i), "contradicts " + all.get(j).name());
                    found.putIfAbsent(all.get(j), "contradicts " + all.get(i).name());
                }
            }
        }
        return found;
    }

    private static boolean differ(List<CaseReader.Case> some, List<CaseReader.Case> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> differ(one, other)));
    }

    private static boolean differ(CaseReader.Case one, CaseReader.Case other) {
        var first = AnswerReader.status(one.expectations());
        var second = AnswerReader.status(other.expectations());
        return one.endpoint() == other.endpoint()
                && areSame(one.condition(), other.condition())
                && first.isPresent()
                && second.isPresent()
                && first.getAsInt() != second.getAsInt();
    }

    private static boolean areSame(Condition one, Condition other) {
        return one.equals(other)
                || (one instanceof Condition.OverLimit && other instanceof Condition.OverLimit)
                || (one instanceof Condition.MissingResource
                        && other instanceof Condition.MissingResource);
    }

    /// A sentence that tells situations, with what it was understood as.
    record Told(Sentence sentence, List<CaseReader.Case> cases) {
        public Told {
            cases = List.copyOf(cases);
        }

        private String name() {
            return sentence.criterion()
                    .map(id -> "criterion " + id)
                    .orElse("line " + sentence.span().line());
        }
    }
}
