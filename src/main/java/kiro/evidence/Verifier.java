package kiro.evidence;

import java.time.Clock;
import kiro.spec.Spec;
import kiro.workspace.Git;
import kiro.workspace.Workspace;

/// Says of each criterion what the tests prove.
public final class Verifier {
    private final Workspace workspace;
    private final Git git;
    private final EvidenceStore store;
    private final Clock clock;

    public Verifier(Workspace workspace, Git git, EvidenceStore store, Clock clock) {
        this.workspace = workspace;
        this.git = git;
        this.store = store;
        this.clock = clock;
    }

    /// Judges a spec by a run of the tests that has just ended.
    public Verification judge(Spec spec, TestRun run) throws InterruptedException {
        throw new IllegalStateException(
                "skeleton" + java.util.Objects.hash(workspace, git, store, clock));
    }

    /// Judges a spec by the evidence that is kept, without running anything: what is proven and still
    /// holds, and what went stale.
    public Verification judgeKept(Spec spec) throws InterruptedException {
        throw new IllegalStateException("skeleton");
    }
}
