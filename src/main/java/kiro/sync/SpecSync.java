package kiro.sync;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kiro.evidence.Evidence;
import kiro.evidence.EvidenceReading;
import kiro.evidence.EvidenceStore;
import kiro.evidence.Verification;
import kiro.finding.Finding;
import kiro.spec.CriterionId;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.spec.SpecWriter;
import kiro.text.SourceSpan;

/// Brings a spec in line with its evidence: ticks what is proven, unticks what is not, and writes the
/// evidence next to it.
///
/// The file is read again right before it is written, so that what a person changed meanwhile stays. The
/// order of writing is untick, evidence, tick: wherever a crash comes between, no tick stands without its
/// evidence.
public final class SpecSync {
    private final SpecStore specs;
    private final EvidenceStore evidence;

    public SpecSync(SpecStore specs, EvidenceStore evidence) {
        this.specs = specs;
        this.evidence = evidence;
    }

    /// Writes ticks and evidence.
    public SyncReport sync(Spec spec, Verification verification) throws IOException {
        return switch (situation(spec, evidence.read(spec.name()))) {
            case Situation.Unusable unusable -> nothing(spec, verification, unusable.findings());
            case Situation.Usable usable -> {
                SyncPlan first = SyncPlan.of(usable.now(), spec, verification, usable.kept());
                write(first.spec(), first.toUntick(), false);
                evidence.write(spec.name(), first.evidence());
                yield tick(spec, verification, usable.kept(), first);
            }
        };
    }

    /// What `sync` would do, without doing it.
    public SyncReport preview(Spec spec, Verification verification) {
        return switch (situation(spec, readEvidence(spec))) {
            case Situation.Unusable unusable -> nothing(spec, verification, unusable.findings());
            case Situation.Usable usable -> {
                SyncPlan plan = SyncPlan.of(usable.now(), spec, verification, usable.kept());
                yield report(plan, plan.toTick(), verification);
            }
        };
    }

    /// The spec and its evidence as their files are.
    private sealed interface Situation {
        record Usable(Spec now, List<Evidence> kept) implements Situation {}

        /// One of the files cannot be read, so neither is written.
        record Unusable(List<Finding> findings) implements Situation {}
    }

    private Situation situation(Spec spec, EvidenceReading kept) {
        return switch (kept) {
            case EvidenceReading.Broken broken -> new Situation.Unusable(broken.findings());
            case EvidenceReading.Whole whole ->
                    switch (specs.find(spec.path().value())) {
                        case SpecReading.Whole now ->
                                new Situation.Usable(now.spec(), whole.evidence());
                        case SpecReading.Broken broken -> new Situation.Unusable(broken.findings());
                    };
        };
    }

    private EvidenceReading readEvidence(Spec spec) {
        try {
            return evidence.read(spec.name());
        } catch (IOException unreadable) {
            return new EvidenceReading.Broken(
                    List.of(
                            Finding.error(
                                    "evidence/unreadable",
                                    EvidenceStore.path(spec.name()).value(),
                                    SourceSpan.start(),
                                    "the evidence cannot be read: " + unreadable.getMessage(),
                                    "make the file readable")));
        }
    }

    private SyncReport tick(
            Spec spec, Verification verification, List<Evidence> kept, SyncPlan first)
            throws IOException {
        return switch (specs.find(spec.path().value())) {
            case SpecReading.Broken broken -> {
                var findings = new ArrayList<>(report(first, List.of(), verification).findings());
                findings.addAll(broken.findings());
                yield new SyncReport(
                        spec.name(),
                        verification.verdicts(),
                        List.of(),
                        first.toUntick(),
                        findings);
            }
            case SpecReading.Whole whole -> {
                SyncPlan second = SyncPlan.of(whole.spec(), spec, verification, kept);
                write(second.spec(), second.toTick(), true);
                yield report(first, second.toTick(), verification);
            }
        };
    }

    private void write(Spec now, List<CriterionId> criteria, boolean ticked) throws IOException {
        if (criteria.isEmpty()) {
            return;
        }
        Map<CriterionId, Boolean> ticks = new HashMap<>();
        criteria.forEach(id -> ticks.put(id, ticked));
        specs.write(now, SpecWriter.withTicks(now, ticks));
    }

    private static SyncReport report(
            SyncPlan plan, List<CriterionId> ticked, Verification verification) {
        return new SyncReport(
                plan.spec().name(),
                verification.verdicts(),
                ticked,
                plan.toUntick(),
                new SyncFindings(plan.spec(), verification).all(plan.edited()));
    }

    private static SyncReport nothing(
            Spec spec, Verification verification, List<Finding> findings) {
        return new SyncReport(spec.name(), verification.verdicts(), List.of(), List.of(), findings);
    }
}
