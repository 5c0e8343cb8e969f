package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import kiro.spec.rest.Condition.Overlap;

/// Makes rules of what criteria alone say of overlaps.
final class OverlapOutcomes {
    private OverlapOutcomes() {}

    static void imply(EndpointDraft endpoint, List<CriterionOutcome> outcomes) {
        for (CriterionOutcome one : outcomes) {
            if (one.route().equals(endpoint.route())
                    && one.condition()
                            instanceof Condition.Overlaps(Overlap how, Optional<String> word)) {
                imply(endpoint, how, word, one.status().orElse(200) >= 400);
            }
        }
    }

    private static void imply(
            EndpointDraft endpoint, Overlap how, Optional<String> word, boolean isRefused) {
        switch (how) {
            case OVERLAPS -> {
                if (OverlapSlots.rule(endpoint).isEmpty()) {
                    endpoint.add(
                            new Behaviour.NoOverlap(
                                    Optional.empty(), word, Behaviour.Origin.REFUSED));
                }
            }
            case TOUCHES -> endpoint.add(new Behaviour.EndsTouch(isRefused));
            case UNCOUNTED -> endpoint.add(new Behaviour.Uncounted(word.stream().toList()));
            case ELSEWHERE -> {
                // What belongs to something else never counts.
            }
        }
    }
}
