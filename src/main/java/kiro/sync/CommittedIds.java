package kiro.sync;

import java.util.List;
import kiro.process.Capture;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.Spec;
import kiro.spec.SpecReader;
import kiro.spec.SpecReading;
import kiro.workspace.Git;

/// The ids that a spec has in the commit that is checked out: a criterion that nothing ever proved left no other trace.
public final class CommittedIds implements EarlierIds {
    private final Git git;

    public CommittedIds(Git git) {
        this.git = git;
    }

    @Override
    public List<CriterionId> of(Spec spec) {
        try {
            return git.run(List.of("cat-file", "blob", "HEAD:./" + spec.path()))
                                    instanceof Capture.Ended ended
                            && ended.code() == 0
                    ? ids(SpecReader.read(spec.name(), spec.path(), ended.output()))
                    : List.of();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /// Counted ones move with their criteria, and tell nothing.
    private static List<CriterionId> ids(SpecReading reading) {
        return switch (reading) {
            case SpecReading.Whole whole ->
                    whole.spec().criteria().stream()
                            .filter(AcceptanceCriterion::hasExplicitId)
                            .map(AcceptanceCriterion::id)
                            .toList();
            case SpecReading.Broken _ -> List.of();
        };
    }
}
