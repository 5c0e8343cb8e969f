package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.spec.rest.CriterionOutcome;

/// Writes the tests of how many there may be: the last one is served, and one more is refused.
final class CapacityCases {
    private static final int MOST = 9;

    private final Scene scene;
    private final CaseWriter writer;

    CapacityCases(Scene scene, CaseWriter writer) {
        this.scene = scene;
        this.writer = writer;
    }

    CaseWriting full(CriterionOutcome outcome) {
        Optional<Capacity> capacity = Capacity.of(scene.place(), scene.wants());
        if (capacity.isEmpty()) {
            return CaseWriter.missing("how many there may be is not built");
        }
        int count = capacity.get().count().orElse(1);
        if (count < 1 || count > MOST) {
            return CaseWriter.missing("a test would have to store %d of them".formatted(count));
        }
        boolean isLimit = capacity.get().limit().isPresent();
        CaseWriting refused =
                written(outcome, capacity.get(), 1, count, "where there is no room is refused");
        CaseWriting served =
                written(
                        TwiceCases.served(scene, outcome),
                        capacity.get(),
                        2,
                        isLimit ? 1 : count - 1,
                        "where there is room for one is served");
        return CaseWriting.joined(
                refused, List.of(new CaseWriting.Beside("with room for one more", served)));
    }

    /// @param limit the number that the other thing has, where that says it
    /// @param stored how many there are already
    private CaseWriting written(
            CriterionOutcome outcome, Capacity capacity, int limit, int stored, String words) {
        Optional<Given> parent =
                capacity.limit()
                        .map(one ->
                                scene.stock()
                                        .besideParent(
                                                scene.owner(),
                                                "of " + limit,
                                                Map.of(one, capacity.expression(limit))))
                        .orElseGet(() ->
                                scene.stock().hasParent(scene.owner())
                                        ? Optional.of(Given.NOTHING)
                                        : Optional.empty());
        var siblings = new Siblings(scene.place(), Optional.empty(), Siblings.Source.PATH);
        var statements = new ArrayList<String>();
        parent.ifPresent(one -> statements.addAll(one.statements()));
        boolean areStored = true;
        for (int i = 0; i < stored; i++) {
            Optional<List<String>> another =
                    new SiblingStock(scene).same(siblings, "another", Map.of());
            areStored &= another.isPresent();
            another.ifPresent(statements::addAll);
        }
        Optional<SequencedMap<String, Sample>> valid = scene.valid();
        if (parent.isEmpty() || !areStored || valid.isEmpty()) {
            return CaseWriter.missing(CaseWriter.NO_RESOURCE);
        }
        return new Bodies(scene)
                .sent(
                        outcome,
                        new CaseNames(scene.place()).of(words),
                        writer,
                        valid.get(),
                        new Given(statements, ""),
                        List.of());
    }
}
