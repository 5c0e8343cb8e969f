package kiro.spec.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules about criteria that depend on a number: no two may hold at once and ask for opposite things, and between
/// two there is no number for which nothing is said. It compares intervals, and proves nothing about conditions of any
/// other form.
final class GuardRules {
    /// So many criteria about one number are compared with each other; more are no table that a person reads.
    private static final int MOST = 50;

    private final Checked checked;

    GuardRules(Checked checked) {
        this.checked = checked;
    }

    void check() {
        Map<String, List<Guard>> bySubject = new LinkedHashMap<>();
        for (Statement statement : checked.criteria()) {
            Optional<Guard> guard = Guard.of(statement);
            if (guard.isPresent()) {
                bySubject
                        .computeIfAbsent(guard.get().subject(), each -> new ArrayList<>())
                        .add(guard.get());
            }
        }
        if (bySubject.isEmpty()) {
            return;
        }
        bySubject.values().stream()
                .filter(guards -> guards.size() > 1)
                .map(guards -> guards.subList(0, Math.min(guards.size(), MOST)))
                .forEach(this::check);
    }

    private void check(List<Guard> guards) {
        for (int i = 0; i < guards.size(); i++) {
            for (int j = i + 1; j < guards.size(); j++) {
                Guard one = guards.get(i);
                Guard other = guards.get(j);
                if (one.interval().overlaps(other.interval()) && one.contradicts(other)) {
                    conflict(one, other);
                }
            }
        }
        gaps(guards);
    }

    private void conflict(Guard one, Guard other) {
        checked.report(
                Rule.UNSATISFIABLE,
                other.statement(),
                other.sentence().response(),
                "%s and %s in line %d cannot both be met for %s"
                        .formatted(
                                other.statement().name(),
                                one.statement().name(),
                                one.statement().item().line(),
                                one.interval().commonWith(other.interval())),
                "change one of the bounds, so that each number falls under one of them");
    }

    /// Criteria for single numbers are a list of cases, not a scale.
    private void gaps(List<Guard> guards) {
        List<Guard> sorted =
                guards.stream()
                        .filter(guard -> guard.interval().low().isPresent())
                        .sorted(
                                Comparator.comparing(
                                        (Guard guard) -> guard.interval().low().orElseThrow().at()))
                        .toList();
        for (Guard upper : sorted) {
            Optional<Guard> lower =
                    guards.stream()
                            .filter(guard -> guard.interval().high().isPresent())
                            .filter(guard -> guard.interval().gapTo(upper.interval()).isPresent())
                            .max(
                                    Comparator.comparing((Guard guard) ->
                                            guard.interval().high().orElseThrow().at()));
            boolean isFilled =
                    lower.isEmpty()
                            || (lower.get().interval().isPoint() && upper.interval().isPoint())
                            || guards.stream().anyMatch(guard -> fills(guard, lower.get(), upper));
            if (!isFilled) {
                gap(lower.get(), upper);
            }
        }
    }

    /// Whether a third criterion reaches into the gap.
    private static boolean fills(Guard guard, Guard lower, Guard upper) {
        var gap =
                new Interval(
                        lower.interval()
                                .high()
                                .map(bound -> new Interval.Bound(bound.at(), !bound.isIncluded())),
                        upper.interval()
                                .low()
                                .map(bound -> new Interval.Bound(bound.at(), !bound.isIncluded())));
        return guard.interval().overlaps(gap);
    }

    private void gap(Guard lower, Guard upper) {
        checked.report(
                Rule.GAP,
                upper.statement(),
                upper.sentence().clauses().getFirst().words(),
                "nothing is said for %s, between %s in line %d and %s"
                        .formatted(
                                lower.interval().gapTo(upper.interval()).orElse(""),
                                lower.statement().name(),
                                lower.statement().item().line(),
                                upper.statement().name()),
                "let one of them include the bound, or add a criterion for it");
    }
}
