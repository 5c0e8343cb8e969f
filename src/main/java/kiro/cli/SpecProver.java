package kiro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.evidence.Evidence;
import kiro.evidence.Proof;
import kiro.evidence.Proving;
import kiro.evidence.Verdict;
import kiro.evidence.Verification;
import kiro.spec.CriterionId;
import kiro.spec.Spec;

/// Shows on a terminal whether the tests of criteria can fail: `kiro spec sync SPEC --prove ID`.
record SpecProver(Console console, SpecProofs.Opening.Opened opened, SyncOptions options) {

    void prove(Spec spec, Verification verification) throws IOException, InterruptedException {
        var tried = new ArrayList<Proving>();
        for (String id : options.toProve) {
            Optional<Evidence> evidence =
                    verification.evidence().stream()
                            .filter(each -> each.criterion().value().equals(id))
                            .findFirst();
            if (evidence.isEmpty()) {
                notProven(spec, verification, id);
            } else {
                console.note(
                        "breaking the code of %s#%s in a copy of the project"
                                .formatted(spec.name(), id));
                Proving proving =
                        opened.prover()
                                .prove(
                                        spec,
                                        evidence.get(),
                                        new Proving.Bounds(options.changes, options.minutes * 60L),
                                        this::progress);
                say(proving);
                tried.add(proving);
            }
        }
        if (!options.isCheck) {
            opened.writers().sync().keep(spec, tried);
        }
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

    private void notProven(Spec spec, Verification verification, String id) {
        List<Verdict> known =
                verification.verdicts().stream()
                        .filter(verdict -> verdict.criterion().id().value().equals(id))
                        .toList();
        String reason =
                known.isEmpty()
                        ? "%s has no criterion '%s'".formatted(spec.name(), id)
                        : "%s is %s: %s"
                                .formatted(
                                        id,
                                        SyncView.words(known.getFirst().state()),
                                        known.getFirst().reason());
        console.problem(
                "sync/not-tried",
                "what is not proven cannot be tried: " + reason,
                CriterionId.parse(id).isPresent()
                        ? "let its tests pass first"
                        : "name a criterion, such as AC-1");
    }
}
