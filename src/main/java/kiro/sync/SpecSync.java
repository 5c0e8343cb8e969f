package kiro.sync;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.evidence.Evidence;
import kiro.evidence.EvidenceReading;
import kiro.evidence.EvidenceStore;
import kiro.evidence.Verification;
import kiro.finding.Finding;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.DocumentKind;
import kiro.spec.Spec;
import kiro.spec.SpecDocument;
import kiro.spec.SpecIds;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.spec.SpecTask;
import kiro.spec.SpecWriter;
import kiro.spec.TaskState;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;

/// Brings a spec in line with its evidence: ticks what is proven, unticks what is not, its tasks too, and writes the
/// evidence next to it.
///
/// The file is read again right before it is written, so that what a person changed meanwhile stays. The
/// order of writing is untick, evidence, tick: wherever a crash comes between, no tick stands without its
/// evidence.
public final class SpecSync {
    private final SpecStore specs;
    private final EvidenceStore evidence;
    private final Clock clock;
    private final EarlierIds earlier;

    public SpecSync(SpecStore specs, EvidenceStore evidence, Clock clock) {
        this(specs, evidence, clock, EarlierIds.NONE);
    }

    /// @param earlier ids beside those that evidence is kept for
    public SpecSync(SpecStore specs, EvidenceStore evidence, Clock clock, EarlierIds earlier) {
        this.specs = specs;
        this.evidence = evidence;
        this.clock = clock;
        this.earlier = earlier;
    }

    /// Writes ticks and evidence.
    public SyncReport sync(Spec spec, Verification verification) throws IOException {
        settleIds(spec);
        return switch (situation(spec, evidence.read(spec.name()))) {
            case Situation.Unusable unusable -> nothing(spec, verification, unusable.findings());
            case Situation.Usable usable -> {
                SyncPlan first = SyncPlan.of(usable.now(), spec, verification, usable.kept());
                TaskPlan tasks = tasks(first, verification);
                write(first.spec(), first.toUntick(), false);
                mark(first.spec(), tasks.reset(), TaskState.OPEN);
                evidence.write(spec.name(), first.evidence());
                yield tick(spec, verification, usable.kept(), first);
            }
        };
    }

    /// Ids that were only counted are written, so that evidence stays with its criterion whatever is moved.
    private void settleIds(Spec spec) throws IOException {
        if (situation(spec, readEvidence(spec)) instanceof Situation.Usable usable) {
            Optional<TextDocument> settled = settled(usable);
            if (settled.isPresent()) {
                specs.write(usable.now(), settled.get());
            }
        }
    }

    private Optional<TextDocument> settled(Situation.Usable usable) {
        List<CriterionId> known =
                Stream.concat(
                                usable.kept().stream().map(Evidence::criterion),
                                earlier.of(usable.now()).stream())
                        .distinct()
                        .toList();
        TextDocument settled = SpecIds.settled(usable.now(), known);
        return Optional.of(settled).filter(document -> !document.equals(usable.now().document()));
    }

    /// What `sync` would do, without doing it.
    public SyncReport preview(Spec spec, Verification verification) {
        return switch (situation(spec, readEvidence(spec))) {
            case Situation.Unusable unusable -> nothing(spec, verification, unusable.findings());
            case Situation.Usable usable -> {
                SyncPlan plan = SyncPlan.of(usable.now(), spec, verification, usable.kept());
                yield report(plan, plan.toTick(), tasks(plan, verification), verification);
            }
        };
    }

    /// Writes into the spec that a person answers for a criterion.
    ///
    /// @return the spec as it is then
    public SpecReading accept(
            Spec spec,
            AcceptanceCriterion criterion,
            Acceptance.Kind kind,
            String reason,
            String owner,
            Optional<LocalDate> until)
            throws IOException {
        var acceptance = Acceptance.of(criterion, kind, reason, owner, today(), until);
        specs.write(spec, Acceptances.with(spec, criterion, acceptance));
        return specs.find(spec.path().value());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
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
                SyncReport partly =
                        report(first, List.of(), tasks(first, verification), verification);
                var findings = new ArrayList<>(partly.findings());
                findings.addAll(broken.findings());
                yield new SyncReport(
                        spec.name(),
                        verification.verdicts(),
                        List.of(),
                        first.toUntick(),
                        partly.accepted(),
                        partly.tasks(),
                        findings);
            }
            case SpecReading.Whole whole -> {
                SyncPlan second = SyncPlan.of(whole.spec(), spec, verification, kept);
                TaskPlan before = tasks(first, verification);
                TaskPlan after = tasks(second, verification);
                write(second.spec(), second.toTick(), true);
                mark(second.spec(), after.done(), TaskState.DONE);
                yield report(
                        first,
                        second.toTick(),
                        new TaskPlan(after.done(), before.reset()),
                        verification);
            }
        };
    }

    private TaskPlan tasks(SyncPlan plan, Verification verification) {
        Set<CriterionId> edited =
                plan.edited().stream().map(AcceptanceCriterion::id).collect(Collectors.toSet());
        return TaskPlan.of(plan.spec(), verification, edited, Acceptances.of(plan.spec(), today()));
    }

    private void write(Spec now, List<CriterionId> criteria, boolean ticked) throws IOException {
        if (criteria.isEmpty()) {
            return;
        }
        Map<CriterionId, Boolean> ticks = new HashMap<>();
        criteria.forEach(id -> ticks.put(id, ticked));
        specs.write(now, SpecWriter.withTicks(now, ticks));
    }

    private void mark(Spec now, List<SpecTask> tasks, TaskState state) throws IOException {
        Optional<SpecDocument> read = now.document(DocumentKind.TASKS);
        if (tasks.isEmpty() || read.isEmpty()) {
            return;
        }
        Optional<SpecDocument> changed =
                SpecWriter.withTaskStates(now, TaskPlan.states(tasks, state));
        if (changed.isPresent()) {
            specs.write(read.get(), changed.get().text());
        }
    }

    private SyncReport report(
            SyncPlan plan, List<CriterionId> ticked, TaskPlan tasks, Verification verification) {
        Acceptances accepted = Acceptances.of(plan.spec(), today());
        var findings =
                new ArrayList<>(
                        new SyncFindings(plan.spec(), verification, accepted).all(plan.edited()));
        findings.addAll(accepted.findings());
        tasks.reset().forEach(task -> findings.add(SyncFindings.claimed(plan.spec(), task)));
        return new SyncReport(
                plan.spec().name(),
                verification.verdicts(),
                ticked,
                plan.toUntick(),
                accepted.valid(),
                new SyncReport.Tasks(TaskPlan.ids(tasks.done()), TaskPlan.ids(tasks.reset())),
                findings.stream().distinct().sorted(Finding.ORDER).toList());
    }

    private static SyncReport nothing(
            Spec spec, Verification verification, List<Finding> findings) {
        return new SyncReport(
                spec.name(),
                verification.verdicts(),
                List.of(),
                List.of(),
                List.of(),
                SyncReport.Tasks.none(),
                findings);
    }
}
