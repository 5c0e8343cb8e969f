package kiro.memory;

import java.util.List;

/// What came to mind.
///
/// @param facts the most relevant first
/// @param stale facts that would have been among them and whose ground has changed
/// @param left how many more would have been among them and did not fit
public record Recollection(List<Recalled> facts, List<FactId> stale, int left) {
    public static final Recollection NOTHING = new Recollection(List.of(), List.of(), 0);

    public Recollection {
        facts = List.copyOf(facts);
        stale = List.copyOf(stale);
    }

    /// A fact, and why it was chosen.
    ///
    /// @param reason one line
    /// @param score how well it fits; comparable within one recollection alone
    public record Recalled(Fact fact, String reason, double score) {}

    public boolean isEmpty() {
        return facts.isEmpty() && stale.isEmpty();
    }
}
