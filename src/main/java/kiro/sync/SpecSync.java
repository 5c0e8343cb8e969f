package kiro.sync;

import java.io.IOException;
import kiro.evidence.EvidenceStore;
import kiro.evidence.Verification;
import kiro.spec.Spec;
import kiro.spec.SpecStore;

/// Brings a spec in line with its evidence: ticks what is proven, unticks what is not, and writes the
/// evidence next to it.
public final class SpecSync {
    private final SpecStore specs;
    private final EvidenceStore evidence;

    public SpecSync(SpecStore specs, EvidenceStore evidence) {
        this.specs = specs;
        this.evidence = evidence;
    }

    /// Writes ticks and evidence.
    public SyncReport sync(Spec spec, Verification verification) throws IOException {
        throw new IllegalStateException("skeleton" + java.util.Objects.hash(specs, evidence));
    }

    /// What `sync` would do, without doing it.
    public SyncReport preview(Spec spec, Verification verification) {
        throw new IllegalStateException("skeleton");
    }
}
