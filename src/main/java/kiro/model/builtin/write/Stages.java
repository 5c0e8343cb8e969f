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
                                    draft.written(path),
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

    /// What can go wrong belongs to what raises it, and types to the work that uses them: the tests of the
    /// project run after each stage, so there are few.
    private void merge(Map<Part, List<Change>> parts) {
        List<Change> failures = parts.getOrDefault(Part.FAILURES, List.of());
        boolean ofLimit =
                failures.stream()
                        .filter(Change::isNew)
                        .allMatch(change -> change.path().contains("/ratelimit/"));
        boolean joinsLimit = ofLimit && parts.containsKey(Part.LIMIT);
        Part work = parts.containsKey(Part.LOGIC) ? Part.LOGIC : Part.TYPES;
        move(parts, Part.FAILURES, joinsLimit ? Part.LIMIT : work);
        move(parts, Part.TYPES, work);
    }

    private void move(Map<Part, List<Change>> parts, Part from, Part to) {
        List<Change> moved = from == to ? null : parts.remove(from);
        if (moved != null) {
            var together = new ArrayList<Change>();
            moved.forEach(change ->
                    together.add(
                            new Change(
                                    change.path(),
                                    change.before(),
                                    change.after(),
                                    change.part(),
                                    from == Part.TYPES ? change.criteria() : criteria(to))));
            together.addAll(parts.getOrDefault(to, List.of()));
            parts.put(to, together);
        }
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
            case GROUND, FAILURES, LOGIC -> !isAboutLimit && !isAboutFields && !isAboutStrangers;
            case LIMIT -> isAboutLimit;
            case ENDPOINT, TESTS -> true;
        };
    }

    private String action(Part part, List<Change> changes) {
        return switch (part) {
            case GROUND -> "Store what " + routes(part) + " is about in " + types(changes);
            case TYPES -> "Add what " + routes(part) + " takes and answers";
            case FAILURES, LOGIC ->
                    "Do the work of " + routes(part) + " in " + types(worked(changes));
            case LIMIT -> "Limit " + limits();
            case ENDPOINT -> "Answer " + routes(part) + " in " + types(changes);
            case TESTS ->
                    "Test "
                            + changes.getFirst().criteria().stream()
                                    .map(CriterionId::value)
                                    .collect(Collectors.joining(", "))
                            + " through the whole application";
        };
    }

    /// What was there and is changed; where nothing was, what is made for the work.
    private static List<Change> worked(List<Change> changes) {
        List<Change> known = changes.stream().filter(one -> !one.isNew()).toList();
        return known.isEmpty()
                ? changes.stream().filter(one -> one.part() == Part.LOGIC).toList()
                : known;
    }

    private static String types(List<Change> changes) {
        return changes.stream()
                .map(change -> "`" + change.typeName() + "`")
                .collect(Collectors.joining(", "));
    }

    private String routes(Part part) {
        return built.stream()
                .filter(one ->
                        part != Part.TYPES
                                || one.route().method().takesBody()
                                || !one.request().query().isEmpty())
                .map(endpoint -> endpoint.route().toString())
                .collect(Collectors.joining(", "));
    }

    private String limits() {
        return built.stream()
                .filter(one -> one.rateLimit().isPresent())
                .map(one ->
                        "%s to %d requests in %d seconds"
                                .formatted(
                                        one.route(),
                                        one.rateLimit().get().count(),
                                        one.rateLimit().get().window().toSeconds()))
                .collect(Collectors.joining(", "));
    }
}
