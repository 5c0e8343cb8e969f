package kiro.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.evidence.Verification;
import kiro.evidence.Verifier;
import kiro.finding.Finding;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.text.NearestNames;
import kiro.text.SourceSpan;
import kiro.workspace.Git;
import kiro.workspace.Workspace;

/// Decides whether a change may be merged as far as specs are concerned. It runs nothing and writes nothing: what is
/// proven is what the kept evidence proves.
public final class Gate {
    private final SpecStore specs;
    private final Verifier verifier;
    private final ChangeReader changes;

    public Gate(Workspace workspace, Git git, Verifier verifier) {
        this.specs = new SpecStore(workspace);
        this.verifier = verifier;
        this.changes = new ChangeReader(git);
    }

    /// Checks specs alone: every one that can be named, or all.
    ///
    /// @param mustBeMet whether a criterion that is open is wrong as well
    public GateReport specs(List<String> names, boolean mustBeMet) throws InterruptedException {
        List<SpecReading> readings =
                names.isEmpty() ? specs.all() : names.stream().map(specs::find).toList();
        var demand = mustBeMet ? SpecInspector.Demand.MET : SpecInspector.Demand.TRUE;
        return report(Optional.empty(), readings, demand, new ArrayList<>());
    }

    /// Checks what a branch changes: whether it owes a spec, and whether those that it names are met.
    public GateReport change(GateSettings settings) throws InterruptedException {
        return switch (changes.read(settings)) {
            case ChangeReading.Broken broken ->
                    new GateReport(Optional.empty(), List.of(), List.of(broken.finding()));
            case ChangeReading.Whole whole -> change(settings, whole.change());
        };
    }

    private GateReport change(GateSettings settings, Change change) throws InterruptedException {
        var sources = new SourceFiles(settings.source(), settings.exempt());
        SpecDebt debt = SpecDebt.of(change, sources, settings.request());
        if (!debt.isOwed()) {
            return new GateReport(Optional.of(debt), List.of(), List.of());
        }
        Map<String, String> named = NamedSpecs.of(settings, change).places();
        var findings = new ArrayList<Finding>();
        var readings = new ArrayList<SpecReading>();
        List<String> known = specs.names();
        named.forEach((name, place) -> {
            if (known.contains(name)) {
                readings.add(specs.find(name));
            } else {
                findings.add(unknown(name, place, known));
            }
        });
        if (named.isEmpty()) {
            findings.add(none(debt));
        }
        return report(Optional.of(debt), readings, SpecInspector.Demand.MET, findings);
    }

    private GateReport report(
            Optional<SpecDebt> debt,
            List<SpecReading> readings,
            SpecInspector.Demand demand,
            List<Finding> findings)
            throws InterruptedException {
        var whole = new LinkedHashMap<String, Spec>();
        for (SpecReading reading : readings) {
            switch (reading) {
                case SpecReading.Broken broken -> findings.addAll(broken.findings());
                case SpecReading.Whole read ->
                        whole.putIfAbsent(read.spec().path().value(), read.spec());
            }
        }
        List<Spec> all = List.copyOf(whole.values());
        List<Verification> verifications = verifier.judgeKept(all);
        var inspector = new SpecInspector(demand);
        var stands = new ArrayList<SpecStand>();
        for (int i = 0; i < all.size(); i++) {
            stands.add(inspector.inspect(all.get(i), verifications.get(i)));
        }
        return new GateReport(debt, stands, findings);
    }

    private static Finding none(SpecDebt debt) {
        return Finding.error(
                "check/no-spec",
                SpecStore.FOLDER.value(),
                SourceSpan.start(),
                "the change owes a spec and names none: " + debt.reason(),
                "write one with 'kiro spec create', or name it: 'Spec: NAME' in the pull request or a commit");
    }

    private static Finding unknown(String name, String place, List<String> known) {
        return Finding.error(
                "check/unknown-spec",
                SpecStore.FOLDER.value(),
                SourceSpan.start(),
                "there is no spec '%s', which %s names".formatted(name, place),
                NearestNames.of(name, known).stream()
                        .findFirst()
                        .map("did you mean %s?"::formatted)
                        .orElse("'kiro spec list' shows those there are"));
    }
}
