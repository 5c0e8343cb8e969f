package kiro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import kiro.evidence.Evidence;
import kiro.evidence.Proof;
import kiro.evidence.Proving;
import kiro.evidence.Verification;
import kiro.spec.CriterionId;
import kiro.spec.CriterionRef;
import kiro.spec.Spec;
import kiro.text.NearestNames;

/// Shows on a terminal whether the tests of criteria can fail: `kiro spec sync SPEC --prove ID`.
record SpecProver(Console console, SpecProofs.Opening.Opened opened, SyncOptions options) {

    /// What is wrong with what was asked, before anything is run.
    static Optional<Problem> problem(Spec spec, SyncOptions options) {
        if (options.changes < 1 || options.minutes < 1) {
            return Optional.of(
                    new Problem(
                            "sync/no-bounds",
                            "--changes and --minutes have to be 1 or more",
                            "leave them away for 12 changes and 10 minutes"));
        }
        List<String> ids = spec.criteria().stream().map(each -> each.id().value()).toList();
        return options.toProve(spec.name()).stream()
                .filter(id -> !ids.contains(id))
                .findFirst()
                .map(id ->
                        new Problem(
                                "spec/no-criterion",
                                "%s has no criterion '%s'".formatted(spec.name(), id),
                                NearestNames.of(id, ids).stream()
                                        .findFirst()
                                        .map("did you mean %s?"::formatted)
                                        .orElse(
                                                "see its ids with 'kiro spec show %s'"
                                                        .formatted(spec.name()))));
    }

    /// Tries each criterion that was asked for.
    List<Proving> prove(Spec spec, Verification verification)
            throws IOException, InterruptedException {
        var tried = new ArrayList<Proving>();
        for (String id : new LinkedHashSet<>(options.toProve(spec.name()))) {
            CriterionId criterion = CriterionId.parse(id).orElseThrow();
            Proving proving = prove(spec, verification, criterion);
            say(proving);
            tried.add(proving);
        }
        return List.copyOf(tried);
    }

    private Proving prove(Spec spec, Verification verification, CriterionId id)
            throws IOException, InterruptedException {
        Optional<Evidence> evidence =
                verification.evidence().stream()
                        .filter(each -> each.criterion().equals(id))
                        .findFirst();
        if (evidence.isEmpty()) {
            return new Proving.NotTried(
                    new CriterionRef(spec.name(), id),
                    "what is not proven cannot be broken: " + state(verification, id),
                    "let its tests pass first");
        }
        console.note(
                "breaking the code of %s#%s in a copy of the project".formatted(spec.name(), id));
        return opened.prover()
                .prove(
                        spec,
                        evidence.get(),
                        new Proving.Bounds(options.changes, options.minutes * 60L),
                        this::progress);
    }

    private static String state(Verification verification, CriterionId id) {
        return verification.verdicts().stream()
                .filter(verdict -> verdict.criterion().id().equals(id))
                .findFirst()
                .map(verdict ->
                        "it is %s, %s".formatted(SyncView.words(verdict.state()), verdict.reason()))
                .orElse("it is in no report");
    }

    private void progress(Proof.Survivor change, String outcome) {
        console.note("  %s:%d  %s".formatted(change.file(), change.line(), outcome));
    }

    private void say(Proving proving) {
        switch (proving) {
            case Proving.Tried tried -> {
                int changes = tried.proof().changes();
                int survived = tried.proof().survivors().size();
                console.note(
                        "%s: %s, %d noticed%s"
                                .formatted(
                                        tried.criterion(),
                                        Counted.of(changes, "change"),
                                        changes - survived,
                                        survived == 0 ? "" : ", %d survived:".formatted(survived)));
                tried.proof().survivors().forEach(this::diff);
            }
            case Proving.NotTried not ->
                    console.problem(
                            "sync/not-tried",
                            "%s could not be tried: %s".formatted(not.criterion(), not.reason()),
                            not.fix());
        }
    }

    private void diff(Proof.Survivor survivor) {
        console.note("  --- %s:%d".formatted(survivor.file(), survivor.line()));
        console.note(console.styled(Style.RED, "  -" + survivor.before()));
        console.note(console.styled(Style.GREEN, "  +" + survivor.after()));
    }
}
