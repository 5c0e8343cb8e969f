package kiro.cli;

import java.util.List;
import kiro.evidence.Verdict;
import kiro.evidence.VerdictState;
import kiro.evidence.Verification;
import kiro.evidence.Verifier;
import kiro.spec.Spec;

/// How specs stand by the evidence that is kept and the code and tests as they are now.
record FreshStanding(Verifier verifier) implements Standing {

    @Override
    public Counts of(Spec spec) throws InterruptedException {
        Verification verification = verifier.judgeKept(spec);
        List<Verdict> verdicts = verification.verdicts();
        return new Counts(
                (int) verdicts.stream().filter(Verdict::isProven).count(),
                count(verdicts, VerdictState.STALE),
                count(verdicts, VerdictState.CLAIMED),
                true);
    }

    private static int count(List<Verdict> verdicts, VerdictState state) {
        return (int) verdicts.stream().filter(verdict -> verdict.state() == state).count();
    }
}
