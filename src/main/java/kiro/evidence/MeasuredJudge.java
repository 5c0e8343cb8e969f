package kiro.evidence;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.evidence.Strength.Weighed;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.Spec;

/// Judges criteria by results: what their tests tell, how strong those are, and, where the results are of a part of the tests,
/// what the kept evidence says of the others.
final class MeasuredJudge {
    private final Spec spec;
    private final TestRun.Finished run;
    private final TestLinks links;
    private final Map<CriterionId, Evidence> before = new HashMap<>();
    private final RunJudge results;
    private final Strength strength;
    private final KeptJudge kept;

    /// @param before the evidence that is kept
    MeasuredJudge(
            Spec spec, TestRun.Finished run, Grounds grounds, List<Evidence> before, Instant now) {
        var index = new ResultIndex(run.results(), grounds.tests());
        this.spec = spec;
        this.run = run;
        this.links = grounds.links().with(Labelled.in(run.results(), index), grounds.index());
        before.forEach(each -> this.before.putIfAbsent(each.criterion(), each));
        this.results = new RunJudge(spec, links, run, index);
        this.strength =
                new Strength(
                        grounds.owned(),
                        grounds.assertions(),
                        new Attribution(run.coverage(), run.results(), index),
                        before,
                        run.command(),
                        now);
        this.kept = new KeptJudge(spec, links, before, grounds.owned());
    }

    /// The links of the source and of the labels in the reports.
    TestLinks links() {
        return links;
    }

    Weighed weigh(AcceptanceCriterion criterion) {
        Verdict verdict = results.verdict(criterion);
        Optional<Evidence> earlier = Optional.ofNullable(before.get(criterion.id()));
        boolean isLeftOut =
                !run.isWhole() && verdict.state() == VerdictState.NOT_RUN && earlier.isPresent();
        if (isLeftOut) {
            Verdict held = kept.verdict(criterion);
            return new Weighed(held, earlier.filter(found -> held.state() != VerdictState.STALE));
        }
        return verdict.state() == VerdictState.PASSING
                ? strength.weigh(criterion, links.to(spec.ref(criterion)), verdict)
                : new Weighed(verdict, Optional.empty());
    }
}
