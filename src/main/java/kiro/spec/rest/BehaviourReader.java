package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// What else a sentence says of an endpoint.
final class BehaviourReader {
    private BehaviourReader() {}

    static List<Behaviour> behaviours(Meaning fact, Objections objections) {
        return switch (fact.tree().name()) {
            case "ClearsAbsentFields" -> List.of(new Behaviour.ClearsAbsentFields());
            case "KeepsAbsentFields" -> List.of(new Behaviour.KeepsAbsentFields());
            case "IgnoresUnknownFields" -> List.of(new Behaviour.IgnoresUnknownFields());
            case "AddsNoDependency" -> List.of(new Behaviour.AddsNoDependency());
            case "KeepsExisting" -> List.of(new Behaviour.KeepsExistingBehaviour());
            case "KeepsFields" ->
                    List.of(
                            new Behaviour.KeepsFields(
                                    fact.tree().all("KEPT").stream().map(fact::words).toList()));
            case "ReadsOnly" -> List.of(new Behaviour.ReadsOnly());
            case "ListsOnlyOwn" -> List.of(new Behaviour.ListsOnlyOwn());
            case "Hides" -> List.of(new Behaviour.HidesFields(hidden(fact)));
            case "DoesNotLog" -> unlogged(fact);
            case "SetsField" -> sets(fact);
            case "SetsFrom" -> List.of(setFrom(fact));
            case "SentIsStored", "NeedsNoCode", "NoFilterAll" -> List.of();
            case "StoresCaller" ->
                    List.of(new Behaviour.BelongsTo(fact.words("StoredCaller").orElse("caller")));
            case "SetsTo" ->
                    List.of(
                            new Behaviour.SetsTo(
                                    fact.words("StartName")
                                            .or(() -> fact.words("StartFlag"))
                                            .orElse("status"),
                                    fact.words("SetValue")
                                            .orElse(fact.has("NotFlag") ? "false" : "true")));
            case "ClearsNamed" -> cleared(fact);
            case "ClearsNull" -> clearedByNull(fact);
            case "Sorts" -> sorts(fact);
            case "FiltersBy" -> filters(fact, objections);
            case "ListsAtMost" -> atMost(fact);
            default -> ofThings(fact, objections);
        };
    }

    private static List<Behaviour> clearedByNull(Meaning fact) {
        return fact.tree().all("NullName").stream()
                .<Behaviour>map(name -> new Behaviour.ClearsNull(fact.words(name)))
                .toList();
    }

    private static Behaviour setFrom(Meaning fact) {
        return new Behaviour.SetsFrom(
                fact.words("FromName").orElseThrow(), fact.words("FromField").orElseThrow());
    }

    /// What a sentence says of whom a resource is for, in which states it can be, and how many there are.
    private static List<Behaviour> ofThings(Meaning fact, Objections objections) {
        return switch (fact.tree().name()) {
            case "Brings" -> List.of(new Behaviour.Brings(state(fact)));
            case "HoldsUpTo", "OnlyUntil" -> List.of(bounded(fact));
            case "OtherOnlyIn", "OtherBecomes" -> ofOther(fact);
            case "HoldsAtMost" -> holds(fact, objections);
            case "ThenSorts" -> {
                objections.add("how those are ordered that are equal otherwise is not built");
                yield List.of();
            }
            case "KeptAs" ->
                    List.of(new Behaviour.KeepsRecord(), new Behaviour.Brings(state(fact)));
            case "KeepsRecord" -> List.of(new Behaviour.KeepsRecord());
            case "Admits" -> List.of(new Behaviour.Admits(StatementReader.roles(fact)));
            case "Exempts" -> List.of(new Behaviour.Exempts(StatementReader.roles(fact)));
            case "OnlyIn" -> List.of(new Behaviour.OnlyIn(states(fact)));
            case "NotIn" -> List.of(new Behaviour.NotIn(states(fact)));
            case "LeftAlone" -> leftAlone(fact, objections);
            case "AlsoIn" ->
                    List.of(
                            new Behaviour.AlsoIn(
                                    fact.tree().all("AlsoState").stream()
                                            .map(fact::words)
                                            .toList()));
            case "TwiceRefused" -> List.of(new Behaviour.NotIn(doneTwice(fact)));
            case "UniqueFact" -> unique(fact);
            case "OncePerCaller" -> List.of(new Behaviour.OncePerCaller());
            case "NoOverlap", "Uncounted", "TouchApart", "TouchOverlap" -> overlap(fact);
            case "NotWith" ->
                    List.of(
                            new Behaviour.NotWith(
                                    fact.words("Dependents")
                                            .or(() -> fact.words("OneDependent").map(Words::plural))
                                            .orElseThrow()));
            case "NeverLower" -> neverLower(fact);
            default -> throw new IllegalStateException("no meaning of " + fact.tree().name());
        };
    }

    private static Behaviour bounded(Meaning fact) {
        String bound = fact.words("Bound").orElseThrow();
        return fact.tree().is("HoldsUpTo")
                ? new Behaviour.HoldsUpTo(bound)
                : new Behaviour.OnlyUntil(bound);
    }

    /// What is said of the states of something else.
    private static List<Behaviour> ofOther(Meaning fact) {
        String noun = fact.words("BoundNoun").orElseThrow();
        List<String> states = fact.tree().all("BoundState").stream().map(fact::words).toList();
        Stream<Behaviour> only =
                states.isEmpty() ? Stream.of() : Stream.of(new Behaviour.OtherOnlyIn(noun, states));
        Stream<Behaviour> after =
                fact
                        .words("BoundAfter")
                        .map(state -> new Behaviour.BringsOther(noun, state))
                        .stream()
                        .map(Behaviour.class::cast);
        return Stream.concat(only, after).toList();
    }

    /// What is said of things in the same time.
    private static List<Behaviour> overlap(Meaning fact) {
        var behaviours = new ArrayList<Behaviour>();
        switch (fact.tree().name()) {
            case "TouchApart" -> behaviours.add(new Behaviour.EndsTouch(false));
            case "TouchOverlap" -> behaviours.add(new Behaviour.EndsTouch(true));
            case "NoOverlap" ->
                    behaviours.add(
                            new Behaviour.NoOverlap(
                                    Optional.empty(),
                                    fact.words("OverlapParent").map(Words::singular),
                                    Behaviour.Origin.SAID));
            default -> {
                // The states follow.
            }
        }
        fact.words("UncountedState")
                .map(state -> state.toLowerCase(Locale.ROOT))
                .ifPresent(state -> behaviours.add(new Behaviour.Uncounted(List.of(state))));
        return List.copyOf(behaviours);
    }

    private static List<Behaviour> cleared(Meaning fact) {
        return fact.tree().all("ClearedName").stream()
                .<Behaviour>map(name -> new Behaviour.SetsTo(fact.words(name), "null"))
                .toList();
    }

    /// A number that is not to become lower, and the code for what is lower.
    private static List<Behaviour> neverLower(Meaning fact) {
        var behaviours = new ArrayList<Behaviour>();
        Optional<String> name = fact.words("LowerName");
        name.ifPresent(one -> behaviours.add(new Behaviour.NeverLower(one)));
        fact.words("ErrorName")
                .ifPresent(code ->
                        behaviours.add(
                                new Behaviour.Answers(
                                        new Condition.LowerThanStored(name.orElse("")),
                                        List.of(
                                                new Expectation.IsRefused(),
                                                new Expectation.HasErrorCode(code)))));
        return List.copyOf(behaviours);
    }

    private static List<Behaviour> holds(Meaning fact, Objections objections) {
        int count = fact.words("HoldCount").map(Numbers::ofWord).orElse(0);
        if (count < 1) {
            objections.add("how many there may be is not clear");
        }
        return List.of(new Behaviour.HoldsAtMost(count, fact.words("Held").orElseThrow()));
    }

    private static String state(Meaning fact) {
        return fact.words("ConflictState").orElseThrow();
    }

    private static List<String> states(Meaning fact) {
        return fact.tree().all("ConflictState").stream().map(fact::words).toList();
    }

    /// What stays as it is where the answer is 409 is in a state that forbids the change.
    private static List<Behaviour> leftAlone(Meaning fact, Objections objections) {
        boolean isConflict =
                fact.words("StatusOfStates").filter(status -> status.equals("409")).isPresent();
        if (!isConflict) {
            objections.add("what keeps it as it is, is not clear");
        }
        Optional<Tree> state =
                fact.tree().first("ConflictState").or(() -> fact.tree().first("StateBefore"));
        return List.of(new Behaviour.NotIn(List.of(fact.words(state.orElseThrow()))));
    }

    /// What was done is the state in which it cannot be done again.
    private static List<String> doneTwice(Meaning fact) {
        return fact.words("ActionDone")
                .map(List::of)
                .orElseGet(() -> Words.doneBy(Words.verbOf(fact.words("TwiceDone").orElseThrow())));
    }

    private static List<Behaviour> unique(Meaning fact) {
        Behaviour.Letters letters =
                fact.has("IgnoresCase") || fact.has("IgnoresCaseNote") || fact.has("CaseIgnored")
                        ? Behaviour.Letters.IGNORING_CASE
                        : Behaviour.Letters.EXACTLY;
        return fact.tree().all("UniqueField").stream()
                .<Behaviour>map(field ->
                        fact.words("UniqueParent")
                                .<Behaviour>map(parent ->
                                        new Behaviour.UniqueWithin(
                                                fact.words(field), letters, Words.singular(parent)))
                                .orElseGet(() -> new Behaviour.Unique(fact.words(field), letters)))
                .toList();
    }

    static Optional<Behaviour.Scheme> scheme(Meaning fact) {
        if (fact.has("Bearer")) {
            return Optional.of(Behaviour.Scheme.BEARER_TOKEN);
        }
        if (fact.has("ApiKey")) {
            return Optional.of(Behaviour.Scheme.API_KEY);
        }
        if (fact.has("Basic")) {
            return Optional.of(Behaviour.Scheme.BASIC);
        }
        return fact.has("SessionScheme") ? Optional.of(Behaviour.Scheme.SESSION) : Optional.empty();
    }

    /// The names of values that are kept back, in the spec's words and order.
    static List<String> hidden(Meaning meaning) {
        var names = new ArrayList<String>();
        for (String node : List.of("HiddenWithout", "HiddenPhrase", "LoggedWords")) {
            meaning.tree().all(node).forEach(one -> names.add(meaning.words(one)));
        }
        for (Tree hidden : meaning.tree().all("Hidden")) {
            meaning.of(hidden)
                    .words("HiddenName")
                    .or(() -> meaning.of(hidden).words("HiddenText"))
                    .ifPresent(names::add);
        }
        return names.stream().distinct().toList();
    }

    private static List<Behaviour> unlogged(Meaning fact) {
        List<String> names = hidden(fact);
        return fact.has("LogHidden")
                ? List.of(new Behaviour.HidesFields(names), new Behaviour.DoesNotLog(names))
                : List.of(new Behaviour.DoesNotLog(names));
    }

    private static List<Behaviour> sets(Meaning fact) {
        Behaviour.Source source =
                fact.has("FromCaller")
                        ? Behaviour.Source.CALLER
                        : fact.has("FromNow") ? Behaviour.Source.NOW : Behaviour.Source.GENERATED;
        return fact.tree().all("SetName").stream()
                .<Behaviour>map(name -> new Behaviour.SetsField(fact.words(name), source))
                .toList();
    }

    private static List<Behaviour> sorts(Meaning fact) {
        if (fact.has("TimeWord")) {
            return List.of(new Behaviour.Sorts(fact.words("TimeWord").orElseThrow(), age(fact)));
        }
        if (fact.has("SortedByAge")) {
            return List.of(new Behaviour.SortsByAge(age(fact)));
        }
        return List.of(
                new Behaviour.Sorts(
                        fact.words("SortName").orElseThrow(),
                        direction(fact).orElse(Expectation.Direction.ASCENDING),
                        then(fact)));
    }

    /// What decides between those that are the same in what comes before it, in this order.
    static List<Expectation.SortKey> then(Meaning meaning) {
        return meaning.tree().all("SortThen").stream()
                .map(meaning::of)
                .map(one ->
                        new Expectation.SortKey(
                                one.words("SortThenName").orElseThrow(),
                                direction(one).orElse(Expectation.Direction.ASCENDING)))
                .toList();
    }

    static Expectation.Direction age(Meaning meaning) {
        boolean isLast =
                meaning.has("LastWord")
                        || meaning.tree()
                                .first("SortedByTime")
                                .map(meaning::words)
                                .orElse("")
                                .contains("most recent");
        return isLast || meaning.has("NewestFirst") || meaning.has("NewestWord")
                ? Expectation.Direction.DESCENDING
                : Expectation.Direction.ASCENDING;
    }

    static Optional<Expectation.Direction> direction(Meaning meaning) {
        int end =
                meaning.tree().is("SortThen")
                        ? Integer.MAX_VALUE
                        : meaning.tree()
                                .first("SortThen")
                                .map(Tree::start)
                                .orElse(Integer.MAX_VALUE);
        if (isBefore(meaning, "Descending", end) || isBefore(meaning, "MostWord", end)) {
            return Optional.of(Expectation.Direction.DESCENDING);
        }
        return isBefore(meaning, "Ascending", end)
                ? Optional.of(Expectation.Direction.ASCENDING)
                : Optional.empty();
    }

    private static boolean isBefore(Meaning meaning, String node, int end) {
        return meaning.tree().all(node).stream().anyMatch(one -> one.start() < end);
    }

    /// The parameter and the field that it filters have one name, or it is not clear which is which.
    private static List<Behaviour> filters(Meaning fact, Objections objections) {
        String name = fact.words("FilterName").orElseThrow();
        Optional<String> by = fact.words("SortName");
        if (by.isPresent() && !by.get().equals(name)) {
            objections.add("the parameter '%s' filters by another field".formatted(name));
        }
        return List.of(new Behaviour.FiltersBy(name));
    }

    private static List<Behaviour> atMost(Meaning fact) {
        OptionalInt count =
                fact.token("ElementCount")
                        .map(Token::key)
                        .map(Numbers::whole)
                        .orElse(OptionalInt.empty());
        return count.isPresent() ? List.of(new Behaviour.ListsAtMost(count.getAsInt())) : List.of();
    }
}
