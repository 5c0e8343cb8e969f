package kiro.spec.rest;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.spec.rest.Condition.Relation;

/// Makes rules of what criteria alone say to be refused: where `endDate` before `startDate` is, it must not be before it.
final class ComparedOutcomes {
    private ComparedOutcomes() {}

    private record Pair(String field, String other) {}

    static void imply(EndpointDraft endpoint, List<CriterionOutcome> outcomes) {
        SiblingOutcomes.imply(endpoint, outcomes);
        var refused = new LinkedHashMap<Pair, EnumSet<Relation>>();
        outcomes.stream()
                .filter(one -> one.route().equals(endpoint.route()))
                .filter(one -> one.status().orElse(200) >= 400)
                .filter(one -> one.condition() instanceof Condition.Compares)
                .map(one -> (Condition.Compares) one.condition())
                .forEach(one -> add(refused, one));
        for (Map.Entry<Pair, EnumSet<Relation>> one : refused.entrySet()) {
            Pair pair = one.getKey();
            Place place = endpoint.fields(Place.BODY).isEmpty() ? Place.QUERY : Place.BODY;
            List<Field> sent = endpoint.fields(place);
            boolean isSaid = ComparedFields.order(sent, pair.field(), pair.other()).isPresent();
            if (!isSaid) {
                order(one.getValue())
                        .map(order -> new FieldRule.Compared(order, pair.other()))
                        .ifPresent(rule -> with(endpoint, place, pair.field(), rule));
            }
        }
    }

    private static void add(Map<Pair, EnumSet<Relation>> refused, Condition.Compares one) {
        var turned = new Pair(one.other(), one.field());
        if (refused.containsKey(turned)) {
            refused.get(turned).add(one.relation().turned());
            return;
        }
        refused.computeIfAbsent(
                        new Pair(one.field(), one.other()), _ -> EnumSet.noneOf(Relation.class))
                .add(one.relation());
    }

    /// The order that refuses just this; empty where none does.
    static Optional<FieldRule.Order> order(EnumSet<Relation> refused) {
        for (FieldRule.Order order : FieldRule.Order.values()) {
            boolean isThis =
                    EnumSet.allOf(Relation.class).stream()
                            .allMatch(one -> order.allows(one) != refused.contains(one));
            if (isThis) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    private static void with(EndpointDraft endpoint, Place place, String name, FieldRule rule) {
        endpoint.fields(place).stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .ifPresent(field -> {
                    var rules = new ArrayList<>(field.rules());
                    rules.add(rule);
                    endpoint.put(
                            place,
                            new Field(
                                    field.name(),
                                    field.type(),
                                    field.presence(),
                                    field.isNullable(),
                                    rules,
                                    field.standard(),
                                    field.span()));
                });
    }
}
