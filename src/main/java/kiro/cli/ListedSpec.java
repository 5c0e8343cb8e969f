package kiro.cli;

import kiro.spec.AcceptanceCriterion;
import kiro.spec.Spec;
import kiro.spec.StoredSpec;

/// A line of the list of specs.
///
/// @param criteria how many there are
record ListedSpec(
        String name,
        String path,
        String title,
        int criteria,
        int ticked,
        Standing.Counts counts,
        State state) {

    /// What is known of a spec as a whole, worst first.
    enum State {
        UNREADABLE("cannot be read"),
        EVIDENCE_UNREADABLE("its evidence cannot be read"),
        CLAIMED("ticked without evidence"),
        STALE("changed since it was proven"),
        UNPROVEN("unproven"),
        PARTLY_PROVEN("partly proven"),
        PROVEN("proven");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static ListedSpec of(StoredSpec stored, Spec spec, Standing.Counts counts) {
        int ticked = (int) spec.criteria().stream().filter(AcceptanceCriterion::isTicked).count();
        return new ListedSpec(
                stored.name(),
                stored.path().value(),
                spec.title(),
                spec.criteria().size(),
                ticked,
                counts,
                state(spec.criteria().size(), counts));
    }

    static ListedSpec unreadable(StoredSpec stored) {
        return new ListedSpec(
                stored.name(),
                stored.path().value(),
                "",
                0,
                0,
                new Standing.Counts(0, 0, 0, true),
                State.UNREADABLE);
    }

    String fraction() {
        return state == State.UNREADABLE ? "-" : counts.proven() + "/" + criteria;
    }

    private static State state(int criteria, Standing.Counts counts) {
        if (!counts.isReadable()) {
            return State.EVIDENCE_UNREADABLE;
        }
        if (counts.claimed() > 0) {
            return State.CLAIMED;
        }
        if (counts.stale() > 0) {
            return State.STALE;
        }
        if (counts.proven() == 0) {
            return State.UNPROVEN;
        }
        return counts.proven() == criteria ? State.PROVEN : State.PARTLY_PROVEN;
    }
}
