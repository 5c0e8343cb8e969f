package kiro.memory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.text.Order;

/// All that is known of a project, and what was forgotten.
public record Facts(List<Fact> facts, List<Forgotten> forgotten) {
    private static final List<String> KINDS =
            List.of("decision", "pattern", "convention", "integration");

    /// By kind, then by id: a fact stands where it stood when others come and go.
    private static final Comparator<Fact> ORDER =
            Order.by((Fact fact) -> fact instanceof Fact.Unknown ? KINDS.size() : kindOf(fact))
                    .then(Fact::id);

    /// Declared behind the order, which it needs.
    public static final Facts NONE = new Facts(List.of(), List.of());

    public Facts {
        facts = facts.stream().sorted(ORDER).toList();
        forgotten = forgotten.stream().sorted(Order.by(Forgotten::id)).toList();
    }

    private static int kindOf(Fact fact) {
        return KINDS.indexOf(fact.kind());
    }

    /// Those that count: not proposals, and no kind that is not known.
    public List<Fact> active() {
        return facts.stream()
                .filter(fact -> !(fact instanceof Fact.Unknown))
                .filter(fact -> fact.statement().weight().standing() == Weight.Standing.ACTIVE)
                .toList();
    }

    public List<Fact> proposed() {
        return facts.stream()
                .filter(fact -> fact.statement().weight().standing() == Weight.Standing.PROPOSED)
                .toList();
    }

    /// The facts whose ids begin so; the one whose id is just that alone.
    public List<Fact> find(String id) {
        List<Fact> exact = facts.stream().filter(fact -> fact.id().value().equals(id)).toList();
        return exact.isEmpty()
                ? facts.stream().filter(fact -> fact.id().value().startsWith(id)).toList()
                : exact;
    }

    /// With a fact that a person wants: it takes the place of one with its id, and was never forgotten.
    public Facts with(Fact added) {
        List<Fact> all =
                Stream.concat(
                                facts.stream().filter(fact -> !fact.id().equals(added.id())),
                                Stream.of(added))
                        .toList();
        return new Facts(all, forgotten.stream().filter(each -> !each.isOf(added)).toList());
    }

    public Facts pinned(FactId id, boolean isWanted) {
        return changed(id, said -> said.with(said.weight().pinned(isWanted)));
    }

    /// With other words, which a person answers for.
    public Facts corrected(FactId id, String text, Source.OfPerson person, LocalDate date) {
        return changed(id, said -> said.withText(text, person, date));
    }

    /// A proposal counts from now on.
    public Facts accepted(FactId id) {
        return changed(id, said -> said.with(said.weight().accepted()));
    }

    private Facts changed(FactId id, UnaryOperator<Statement> change) {
        return new Facts(
                facts.stream()
                        .map(fact ->
                                fact.id().equals(id)
                                        ? fact.with(change.apply(fact.statement()))
                                        : fact)
                        .toList(),
                forgotten);
    }

    /// Without a fact, and never learned again.
    public Facts forget(FactId id, LocalDate date) {
        var gone = new ArrayList<Forgotten>(forgotten);
        facts.stream()
                .filter(fact -> fact.id().equals(id))
                .map(fact -> new Forgotten(id, fact.statement().words(), date))
                .forEach(gone::add);
        return new Facts(facts.stream().filter(fact -> !fact.id().equals(id)).toList(), gone);
    }

    /// With what was learned in place of what had been learned before from the same places. What a person has said, corrected
    /// or forgotten stays so, a pin stays, and the date of what has not changed.
    ///
    /// @param isRelearned whether a fact is one of those that were looked for again
    public Facts learned(List<Fact> fresh, java.util.function.Predicate<Fact> isRelearned) {
        var all = new LinkedHashMap<FactId, Fact>();
        Set<FactId> found = fresh.stream().map(Fact::id).collect(Collectors.toSet());
        for (Fact fact : facts) {
            boolean isGone =
                    isRelearned.test(fact)
                            && !isPersons(fact)
                            && !fact.statement().weight().isPinned()
                            && !found.contains(fact.id());
            if (!isGone) {
                all.put(fact.id(), fact);
            }
        }
        for (Fact fact : fresh) {
            Fact before = all.get(fact.id());
            if (before == null) {
                if (forgotten.stream().noneMatch(each -> each.isOf(fact))) {
                    all.put(fact.id(), fact);
                }
            } else if (!isPersons(before)) {
                all.put(fact.id(), renewed(before, fact));
            }
        }
        return new Facts(List.copyOf(all.values()), forgotten);
    }

    private static Fact renewed(Fact before, Fact fresh) {
        Statement old = before.statement();
        Statement said = fresh.statement();
        boolean isSame = old.text().equals(said.text());
        var weight =
                new Weight(
                        said.weight().confidence(),
                        old.weight().isPinned(),
                        old.weight().standing() == Weight.Standing.ACTIVE
                                ? Weight.Standing.ACTIVE
                                : said.weight().standing());
        return fresh.with(
                new Statement(
                        said.id(),
                        said.text(),
                        said.source(),
                        isSame ? old.date() : said.date(),
                        weight,
                        said.scope(),
                        said.rests()));
    }

    static boolean isPersons(Fact fact) {
        return fact.statement().source() instanceof Source.OfPerson;
    }
}
