package kiro.trace;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kiro.evidence.Evidence;
import kiro.evidence.TestLink;
import kiro.evidence.Verification;
import kiro.evidence.Verifier;
import kiro.spec.CriterionRef;
import kiro.spec.Spec;

/// Finds the criteria that files of code serve: those of the tests that use one, and those whose evidence is bound to
/// one.
final class ServedCriteria {
    private final Verifier verifier;
    private final Uses uses;

    ServedCriteria(Verifier verifier, Uses uses) {
        this.verifier = verifier;
        this.uses = uses;
    }

    Set<CriterionRef> of(
            Set<String> files, List<Spec> specs, Map<CriterionRef, List<TestLink>> links)
            throws InterruptedException {
        Set<CriterionRef> criteria = new LinkedHashSet<>();
        for (Map.Entry<CriterionRef, List<TestLink>> each : links.entrySet()) {
            for (TestLink link : each.getValue()) {
                if (uses.by(link.file()).stream().anyMatch(files::contains)) {
                    criteria.add(each.getKey());
                }
            }
        }
        List<Verification> verifications = verifier.judgeKept(specs);
        for (int i = 0; i < specs.size(); i++) {
            Spec spec = specs.get(i);
            for (Evidence evidence : verifications.get(i).evidence()) {
                if (evidence.owned().parts().stream()
                        .anyMatch(part -> files.contains(Trace.Code.file(part)))) {
                    criteria.add(new CriterionRef(spec.name(), evidence.criterion()));
                }
            }
        }
        return criteria;
    }
}
