package kiro.cli;

import java.time.Instant;
import java.util.Optional;
import kiro.spec.Spec;
import kiro.spec.SpecOutline;

/// A line of the list of specs.
///
/// @param criteria how many there are
/// @param tasks how many its `tasks.md` lists
record ListedSpec(
        StoredSpecName stored,
        String title,
        int criteria,
        int ticked,
        Tasks tasks,
        Standing.Counts counts,
        State state) {

    /// Where a spec lies, and when it was changed.
    record StoredSpecName(String name, String path, Optional<Instant> changed) {}

    record Tasks(int done, int all) {
        static Tasks of(SpecOutline outline) {
            return new Tasks(outline.tasksDone(), outline.tasks());
        }

        String fraction() {
            return all == 0 ? "" : done + "/" + all;
        }
    }

    /// What is known of a spec as a whole, worst first.
    enum State {
        UNREADABLE("cannot be read"),
        NO_CRITERIA("no criteria"),
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

    static ListedSpec of(StoredSpecName stored, SpecOutline outline, Standing.Counts counts) {
        return new ListedSpec(
                stored,
                outline.title(),
                outline.criteria(),
                outline.ticked(),
                Tasks.of(outline),
                counts,
                state(outline.criteria(), counts));
    }

    /// @param draft what could be read of it
    static ListedSpec unreadable(StoredSpecName stored, Optional<Spec> draft) {
        return new ListedSpec(
                stored,
                draft.map(Spec::title).orElse(""),
                0,
                0,
                draft.map(SpecOutline::of).map(Tasks::of).orElse(new Tasks(0, 0)),
                new Standing.Counts(0, 0, 0, true),
                draft.filter(spec -> spec.criteria().isEmpty()).isPresent()
                        ? State.NO_CRITERIA
                        : State.UNREADABLE);
    }

    String fraction() {
        return criteria == 0 ? "-" : counts.proven() + "/" + criteria;
    }

    /// What no longer is as it was when it was proven.
    String drift() {
        return counts.stale() == 0 ? "" : counts.stale() + " stale";
    }

    static State state(int criteria, Standing.Counts counts) {
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
