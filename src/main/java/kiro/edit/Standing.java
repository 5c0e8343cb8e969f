package kiro.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which changes stand, after all that was taken back.
///
/// @param undoings the numbers of sets that take others back
record Standing(List<Entry> live, Set<Long> undoings) {
    record Entry(ChangeSet set, ChangeSet.Change change) {}

    static Standing of(List<ChangeSet> sets) {
        var gone = new HashSet<String>();
        var undoings = new HashSet<Long>();
        var live = new ArrayList<Entry>();
        for (ChangeSet set : sets.reversed()) {
            for (ChangeSet.Change change : set.changes()) {
                boolean isUndoing = !change.undoes().isEmpty();
                boolean counts = isUndoing ? set.isDone() : !set.isTakenBack();
                if (isUndoing) {
                    undoings.add(set.number());
                }
                if (counts && !gone.contains(set.number() + " " + change.path())) {
                    live.add(new Entry(set, change));
                    change.undoes().forEach(number -> gone.add(number + " " + change.path()));
                }
            }
        }
        return new Standing(List.copyOf(live.reversed()), Set.copyOf(undoings));
    }

    /// Whether a change takes back changes that were no undoing themselves.
    boolean isUndoing(ChangeSet.Change change) {
        return !change.undoes().isEmpty() && change.undoes().stream().noneMatch(undoings::contains);
    }

    /// The numbers of the sets that are undoings and can be taken back, the last one last.
    List<Long> again() {
        return live.stream()
                .filter(entry -> isUndoing(entry.change()))
                .map(entry -> entry.set().number())
                .distinct()
                .toList();
    }
}
