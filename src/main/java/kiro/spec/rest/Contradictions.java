package kiro.spec.rest;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
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
            case Fact.Permits said ->
                    other instanceof Fact.Permits said2
                            && !plain(said.permission()).equals(plain(said2.permission()));
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

    /// The permission with its roles as one and the same word, however they are written.
    private static Permission plain(Permission permission) {
        return switch (permission) {
            case Permission.Roles(List<String> roles) -> new Permission.Roles(lower(roles));
            case Permission.OwnerOrRoles(List<String> roles) ->
                    new Permission.OwnerOrRoles(lower(roles));
            case Permission.Owner _, Permission.Anyone _ -> permission;
        };
    }

    private static List<String> lower(List<String> roles) {
        return roles.stream().map(role -> role.toLowerCase(Locale.ROOT)).sorted().toList();
    }

    private static boolean areOpposite(Behaviour one, Behaviour other) {
        boolean isClearedAndKept =
                (one instanceof Behaviour.ClearsAbsentFields
                                && other instanceof Behaviour.KeepsAbsentFields)
                        || (one instanceof Behaviour.KeepsAbsentFields
                                && other instanceof Behaviour.ClearsAbsentFields);
        return isClearedAndKept
                || (isOfOneKind(one) && one.getClass() == other.getClass() && !one.equals(other));
    }

    /// Whether an endpoint has only one of the kind.
    private static boolean isOfOneKind(Behaviour behaviour) {
        return behaviour instanceof Behaviour.Sorts
                || behaviour instanceof Behaviour.ListsAtMost
                || behaviour instanceof Behaviour.AuthenticatesBy
                || behaviour instanceof Behaviour.ShownIn;
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
