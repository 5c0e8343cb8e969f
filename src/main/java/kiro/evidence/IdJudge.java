package kiro.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.evidence.TestLinks.Linked;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.CriterionRef;
import kiro.spec.Spec;

/// Says which criteria cannot be judged, since it is not known which tests are meant for them.
final class IdJudge {
    private final Spec spec;
    private final TestLinks links;
    private final Map<CriterionId, List<AcceptanceCriterion>> byId;

    IdJudge(Spec spec, TestLinks links) {
        this.spec = spec;
        this.links = links;
        this.byId =
                spec.criteria().stream().collect(Collectors.groupingBy(AcceptanceCriterion::id));
    }

    /// The verdict on a criterion whose id is used twice, or that tests may or may not mean.
    Optional<Verdict> invalid(AcceptanceCriterion criterion) {
        CriterionRef ref = spec.ref(criterion);
        List<AcceptanceCriterion> same = byId.getOrDefault(criterion.id(), List.of());
        if (same.size() > 1) {
            String lines =
                    same.stream()
                            .map(other -> String.valueOf(other.span().line()))
                            .collect(Collectors.joining(" and "));
            return invalid(
                    ref,
                    "%d criteria have the id %s, in lines %s: give each its own"
                            .formatted(same.size(), criterion.id(), lines),
                    List.of());
        }
        List<Linked> perhaps = links.perhapsTo(ref);
        if (perhaps.isEmpty() || !links.to(ref).isEmpty()) {
            return Optional.empty();
        }
        List<TestId> tests = tests(perhaps);
        return invalid(
                ref,
                "%s names %s, and several specs have such an id: write %s"
                        .formatted(TestNames.of(tests), criterion.id(), ref),
                tests);
    }

    static List<TestId> tests(List<Linked> links) {
        return links.stream().map(linked -> linked.link().test()).distinct().toList();
    }

    private static Optional<Verdict> invalid(CriterionRef ref, String reason, List<TestId> tests) {
        return Optional.of(new Verdict(ref, VerdictState.INVALID, reason, tests));
    }
}
