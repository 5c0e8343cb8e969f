package kiro.spec.rest;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.spec.rest.Condition.Relation;

/// Makes rules of what criteria alone say to be refused: where an `amount` as high as another one's is, it must be higher.
final class SiblingOutcomes {
    private SiblingOutcomes() {}

    static void imply(EndpointDraft endpoint, List<CriterionOutcome> outcomes) {
        OverlapOutcomes.imply(endpoint, outcomes);
        var refused = new LinkedHashMap<String, EnumSet<Relation>>();
        for (CriterionOutcome one : outcomes) {
            boolean isRefused =
                    one.route().equals(endpoint.route()) && one.status().orElse(200) >= 400;
            if (isRefused
                    && one.condition()
                            instanceof Condition.AmongSiblings(String field, Relation relation)) {
                refused.computeIfAbsent(field, _ -> EnumSet.noneOf(Relation.class)).add(relation);
            }
        }
        for (Map.Entry<String, EnumSet<Relation>> one : refused.entrySet()) {
            boolean isSaid =
                    SiblingSlots.rules(endpoint).stream()
                            .anyMatch(rule -> rule.name().equals(one.getKey()));
            if (!isSaid) {
                ComparedOutcomes.order(one.getValue())
                        .map(order ->
                                new Behaviour.AmongSiblings(
                                        one.getKey(),
                                        order,
                                        BigDecimal.ZERO,
                                        Optional.empty(),
                                        Behaviour.Origin.REFUSED))
                        .ifPresent(endpoint::add);
            }
        }
    }
}
