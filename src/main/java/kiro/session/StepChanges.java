package kiro.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kiro.edit.ChangeSet;

/// Which changes of the journal belong to which step of the plan: a change is that of the first call with the same files
/// and hashes that no change before it belongs to.
public final class StepChanges {
    private static final int OUTSIDE = 0;

    private final Map<Integer, List<Long>> sets;
    private final Set<Integer> steps;

    private StepChanges(Map<Integer, List<Long>> sets, Set<Integer> steps) {
        this.sets = sets;
        this.steps = steps;
    }

    public static StepChanges of(LogReading log, List<ChangeSet> journal) {
        var sets = new HashMap<Integer, List<Long>>();
        var steps = new TreeSet<Integer>();
        var taken = new HashSet<Long>();
        int step = OUTSIDE;
        for (Recorded record : log.records()) {
            Event event =
                    record.event() instanceof Event.ChildDid did ? did.event() : record.event();
            switch (event) {
                case Event.StepStarted started -> {
                    step = started.number();
                    steps.add(step);
                }
                case Event.StepFinished _ -> step = OUTSIDE;
                case Event.ToolIntended intended ->
                        take(sets, taken, step, intended.files(), journal);
                case Event.FilesChanged changed ->
                        take(sets, taken, step, changed.files(), journal);
                case Event.OfRun _,
                        Event.OfPlan _,
                        Event.OfModel _,
                        Event.OfApproval _,
                        Event.OfTests _,
                        Event.OfCriteria _,
                        Event.OfPerson _,
                        Event.OfChild _,
                        Event.ToolStopped _,
                        Event.ToolFinished _,
                        Event.LeftUndone _,
                        Event.Unknown _ -> {}
            }
        }
        return new StepChanges(sets, steps);
    }

    private static void take(
            Map<Integer, List<Long>> sets,
            Set<Long> taken,
            int step,
            List<Event.FileMark> files,
            List<ChangeSet> journal) {
        if (files.isEmpty()) {
            return;
        }
        Optional<Long> match =
                journal.stream()
                        .filter(set -> !taken.contains(set.number()) && marks(set).equals(files))
                        .map(ChangeSet::number)
                        .findFirst();
        match.ifPresent(number -> {
            taken.add(number);
            sets.computeIfAbsent(step, first -> new ArrayList<>()).add(number);
        });
    }

    private static List<Event.FileMark> marks(ChangeSet set) {
        return set.changes().stream()
                .map(change ->
                        new Event.FileMark(change.path(), change.hashBefore(), change.hashAfter()))
                .toList();
    }

    /// The steps that were begun.
    public Set<Integer> steps() {
        return Set.copyOf(steps);
    }

    /// The numbers of the sets that belong to a step.
    public List<Long> of(int step) {
        return List.copyOf(sets.getOrDefault(step, List.of()));
    }
}
