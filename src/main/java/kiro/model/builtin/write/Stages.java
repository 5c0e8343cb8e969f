package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.spec.CriterionId;
import kiro.spec.Spec;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.EndpointReading;
import kiro.spec.rest.EndpointSpec;

/// Puts the changes of a draft into stages, each of which leaves the project compiling.
final class Stages {
    private final Draft draft;
    private final Spec spec;
    private final EndpointReading reading;
    private final Set<CriterionId> proven;
    private final List<EndpointSpec> built;

    /// @param built the endpoints that are written
    Stages(
            Draft draft,
            Spec spec,
            EndpointReading reading,
            Set<CriterionId> proven,
            List<EndpointSpec> built) {
        this.draft = draft;
        this.spec = spec;
        this.reading = reading;
        this.proven = proven;
        this.built = List.copyOf(built);
    }

    List<Blueprint.Stage> stages() {
        Map<Part, List<Change>> parts = new EnumMap<>(Part.class);
        for (String path : draft.paths()) {
            Part part = draft.part(path);
            parts.computeIfAbsent(part, _ -> new ArrayList<>())
                    .add(
                            new Change(
                                    path,
                                    draft.before(path),
                                    draft.file(path).text(),
                                    part,
                                    criteria(part)));
        }
        merge(parts);
        return parts.entrySet().stream()
                .map(entry ->
                        new Blueprint.Stage(
                                action(entry.getKey(), entry.getValue()), entry.getValue()))
                .toList();
    }

    /// What can go wrong belongs to what raises it.
    private static void merge(Map<Part, List<Change>> parts) {
        List<Change> failures = parts.remove(Part.FAILURES);
        if (failures == null) {
            return;
        }
        boolean ofLimit =
                failures.stream()
                        .filter(Change::isNew)
                        .allMatch(change -> change.path().contains("/ratelimit/"));
        Part target =
                ofLimit && parts.containsKey(Part.LIMIT)
                        ? Part.LIMIT
                        : parts.containsKey(Part.LOGIC) ? Part.LOGIC : Part.TYPES;
        var merged = new ArrayList<>(failures);
        merged.addAll(parts.getOrDefault(target, List.of()));
        parts.put(target, merged);
    }

    private List<CriterionId> criteria(Part part) {
        return spec.criteria().stream()
                .map(criterion -> criterion.id())
                .filter(proven::contains)
                .filter(id -> reading.outcomes(id).stream().anyMatch(one -> serves(part, one)))
                .toList();
    }

    private static boolean serves(Part part, CriterionOutcome outcome) {
        boolean isAboutLimit =
                outcome.condition() instanceof Condition.OverLimit
                        || outcome.condition() instanceof Condition.WithinLimit
                        || outcome.condition() instanceof Condition.LimitRenewed
                        || outcome.condition() instanceof Condition.OtherCallerOverLimit;
        boolean isAboutFields =
                outcome.condition() instanceof Condition.InvalidFields
                        || outcome.condition() instanceof Condition.LengthIs
                        || outcome.condition() instanceof Condition.ValueIs;
        boolean isAboutStrangers = outcome.condition() instanceof Condition.Unauthenticated;
        return switch (part) {
            case TYPES -> isAboutFields || outcome.condition() instanceof Condition.Valid;
            case FAILURES, LOGIC -> !isAboutLimit && !isAboutFields && !isAboutStrangers;
            case LIMIT -> isAboutLimit;
            case ENDPOINT, TESTS -> true;
        };
    }

    private String action(Part part, List<Change> changes) {
        String types =
                changes.stream()
                        .map(change -> "`" + change.typeName() + "`")
                        .collect(Collectors.joining(", "));
        String routes =
                built.stream()
                        .filter(one -> part != Part.TYPES || one.route().method().takesBody())
                        .filter(one -> part != Part.LIMIT || one.rateLimit().isPresent())
                        .map(endpoint -> endpoint.route().toString())
                        .collect(Collectors.joining(", "));
        return switch (part) {
            case TYPES -> "Add what " + routes + " takes and answers: " + types;
            case FAILURES, LOGIC -> "Do the work of " + routes + " in " + types;
            case LIMIT -> "Limit how often " + routes + " is answered: " + types;
            case ENDPOINT -> "Answer " + routes + " in " + types;
            case TESTS ->
                    "Test "
                            + changes.getFirst().criteria().stream()
                                    .map(CriterionId::value)
                                    .collect(Collectors.joining(", "))
                            + " in "
                            + types;
        };
    }
}
