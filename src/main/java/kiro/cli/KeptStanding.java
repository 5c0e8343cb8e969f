package kiro.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.evidence.Evidence;
import kiro.evidence.EvidenceReading;
import kiro.evidence.EvidenceStore;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.Spec;
import kiro.spec.SpecOutline;
import kiro.text.Hash;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// How specs stand by the evidence that is kept and by their words, without a look at the code: what a list of a
/// thousand specs can afford.
record KeptStanding(Workspace workspace, Set<String> evidenced) implements Standing {
    private static final WorkspacePath EVIDENCE = WorkspacePath.of(".kiro/evidence");
    private static final String SUFFIX = ".json";

    KeptStanding {
        evidenced = Set.copyOf(evidenced);
    }

    static KeptStanding in(Workspace workspace) {
        try (Stream<Path> files = Files.list(workspace.absolute(EVIDENCE))) {
            return new KeptStanding(
                    workspace,
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(SUFFIX))
                            .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                            .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException none) {
            return new KeptStanding(workspace, Set.of());
        }
    }

    /// Whether any evidence is kept of a spec.
    boolean hasEvidence(String spec) {
        return evidenced.contains(spec);
    }

    /// How a spec stands of which no evidence is kept.
    static Counts withoutEvidence(SpecOutline outline) {
        return new Counts(0, 0, outline.ticked(), true);
    }

    @Override
    public Counts of(Spec spec) {
        if (!hasEvidence(spec.name().value())) {
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
