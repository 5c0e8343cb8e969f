package kiro.memory;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What learning has changed.
public record Refreshed(Facts after, List<Fact> added, List<Fact> changed, List<Fact> gone) {
    public static final Refreshed NOTHING =
            new Refreshed(Facts.NONE, List.of(), List.of(), List.of());

    public Refreshed {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        gone = List.copyOf(gone);
    }

    static Refreshed of(Facts before, Facts after) {
        Map<FactId, Fact> old = byId(before);
        Map<FactId, Fact> now = byId(after);
        return new Refreshed(
                after,
                after.facts().stream().filter(fact -> !old.containsKey(fact.id())).toList(),
                after.facts().stream()
                        .filter(fact -> old.containsKey(fact.id()))
                        .filter(fact -> !fact.equals(old.get(fact.id())))
                        .toList(),
                before.facts().stream().filter(fact -> !now.containsKey(fact.id())).toList());
    }

    private static Map<FactId, Fact> byId(Facts facts) {
        return facts.facts().stream()
                .collect(Collectors.toMap(Fact::id, Function.identity(), (first, _) -> first));
    }
}
