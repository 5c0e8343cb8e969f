package kiro.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kiro.evidence.Evidence;
import kiro.evidence.EvidenceReading;
import kiro.evidence.EvidenceStore;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.Spec;
import kiro.text.Hash;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// How specs stand by the evidence that is kept and by their words, without a look at the code: what a list of a
/// thousand specs can afford.
record KeptStanding(Workspace workspace, boolean hasEvidence) implements Standing {
    private static final WorkspacePath EVIDENCE = WorkspacePath.of(".kiro/evidence");

    static KeptStanding in(Workspace workspace) {
        return new KeptStanding(workspace, Files.isDirectory(workspace.absolute(EVIDENCE)));
    }

    @Override
    public Counts of(Spec spec) {
        if (!hasEvidence || !Files.exists(workspace.absolute(EvidenceStore.path(spec.name())))) {
            return counts(spec, List.of());
        }
        try {
            return switch (new EvidenceStore(new WorkspaceFiles(workspace)).read(spec.name())) {
                case EvidenceReading.Whole whole -> counts(spec, whole.evidence());
                case EvidenceReading.Broken broken -> new Counts(0, 0, 0, false);
            };
        } catch (IOException unreadable) {
            return new Counts(0, 0, 0, false);
        }
    }

    private static Counts counts(Spec spec, List<Evidence> evidence) {
        Map<CriterionId, Hash> words = new HashMap<>();
        evidence.stream()
                .filter(Evidence::isSound)
                .forEach(each -> words.put(each.criterion(), each.words()));
        int proven = 0;
        int stale = 0;
        int claimed = 0;
        for (AcceptanceCriterion criterion : spec.criteria()) {
            Hash then = words.get(criterion.id());
            if (then == null) {
                claimed += criterion.isTicked() ? 1 : 0;
            } else if (then.equals(criterion.hash())) {
                proven++;
            } else {
                stale++;
            }
        }
        return new Counts(proven, stale, claimed, true);
    }
}
