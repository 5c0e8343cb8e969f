package kiro.action;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.action.dependency.ProjectTexts;
import kiro.evidence.EvidenceStore;
import kiro.evidence.ProjectTests;
import kiro.evidence.TestRun;
import kiro.evidence.Verification;
import kiro.evidence.Verifier;
import kiro.hook.EventKind;
import kiro.hook.run.BuiltIn;
import kiro.hook.run.BuiltInOutcome;
import kiro.hook.run.BuiltInRequest;
import kiro.hook.run.HookEvent;
import kiro.spec.Spec;
import kiro.spec.SpecStore;
import kiro.sync.SpecSync;
import kiro.sync.SyncReport;
import kiro.workspace.ProjectLayout;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceLock;

/// `criteria-status`: brings the ticks and the evidence of the specs at hand in line with what the tests prove.
final class CriteriaStatusAction implements BuiltIn {
    private final ActionMeans means;

    CriteriaStatusAction(ActionMeans means) {
        this.means = means;
    }

    @Override
    public String name() {
        return "criteria-status";
    }

    @Override
    public BuiltInOutcome run(BuiltInRequest request) throws InterruptedException {
        var workspace = new Workspace(request.root());
        var settings = new Settings(request.settings());
        try {
            return switch (WorkspaceLock.lock(workspace, "a hook that uses criteria-status")) {
                case WorkspaceLock.Attempt.Busy busy ->
                        BuiltInOutcome.failed(
                                "another run works on this workspace: " + busy.holder());
                case WorkspaceLock.Attempt.Locked locked -> {
                    try (WorkspaceLock _ = locked.lock()) {
                        yield synced(workspace, settings, request.event());
                    }
                }
            };
        } catch (IOException broken) {
            return BuiltInOutcome.failed(
                    "the specs were not brought in line: " + broken.getMessage());
        }
    }

    private BuiltInOutcome synced(Workspace workspace, Settings settings, HookEvent event)
            throws InterruptedException, IOException {
        Verifier verifier = means.proofs().verifier(workspace);
        List<Spec> specs =
                new ServedSpecs(new SpecStore(workspace), verifier).of(files(workspace, event));
        if (specs.isEmpty()) {
            return BuiltInOutcome.done("no spec has to do with these files", List.of());
        }
        TestRun run = measured(workspace, settings.truth("run", false));
        SpecSync sync = means.proofs().sync(workspace);
        var lines = new ArrayList<String>();
        var written = new ArrayList<String>();
        List<String> otherwise = otherwise(workspace, event);
        boolean isSettled = otherwise.isEmpty();
        lines.add(said(run));
        otherwise.forEach(file ->
                lines.add(
                        file
                                + " lies otherwise than it is staged, and what lies there was judged: stage it, or put the rest aside"));
        for (Spec spec : specs) {
            Verification verification =
                    run instanceof TestRun.Finished
                            ? verifier.judge(spec, run)
                            : verifier.judgeKept(spec);
            SyncReport report = sync.sync(spec, verification);
            isSettled &= report.isSettled();
            lines.addAll(StatusLines.of(spec, report));
            written.add(spec.path().value());
            written.add(EvidenceStore.path(spec.name()).value());
        }
        String text = String.join("\n", lines);
        return settings.truth("require", false) && !isSettled
                ? BuiltInOutcome.objects(text)
                : BuiltInOutcome.done(text, written);
    }

    /// All of the project where the event names none.
    private List<String> files(Workspace workspace, HookEvent event) throws InterruptedException {
        return event.files().isEmpty()
                ? means.git(workspace.root()).files().stream().map(each -> each.value()).toList()
                : event.files();
    }

    /// The files of a commit of which something else lies in the folder, where the tests ran.
    private List<String> otherwise(Workspace workspace, HookEvent event)
            throws InterruptedException {
        if (event.kind() != EventKind.PRE_COMMIT) {
            return List.of();
        }
        Set<String> unlike =
                ProjectTexts.staged(workspace.root(), means.git(workspace.root())).unlike();
        return event.files().stream().filter(unlike::contains).sorted().toList();
    }

    private TestRun measured(Workspace workspace, boolean isRun) throws InterruptedException {
        Optional<ProjectTests> tests = means.proofs().tests(workspace);
        if (tests.isEmpty()) {
            return new TestRun.NoCommand("the settings cannot be read, see 'kiro config'");
        }
        return isRun
                ? tests.get().run(ProjectLayout.of(means.git(workspace.root()).files()), _ -> {})
                : tests.get().read();
    }

    private static String said(TestRun run) {
        return switch (run) {
            case TestRun.Finished finished -> "by " + finished.command();
            case TestRun.NotMeasured not -> "by the kept evidence: %s".formatted(not.reason());
            case TestRun.NoCommand none -> "by the kept evidence: %s".formatted(none.reason());
        };
    }
}
