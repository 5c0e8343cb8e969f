package kiro.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.edit.FileChange;
import kiro.edit.FileState;
import kiro.workspace.WorkspacePath;

/// Tells what reading and changing files could do.
final class PathAssessor {
    /// Of the project and of its folders, in any case of letters.
    private static final Pattern GUIDANCE = Pattern.compile("(?i).*/\\.kiro(/.*|ignore)");

    private PathAssessor() {}

    static Assessment ofRead(List<WorkspacePath> paths) {
        return paths.stream()
                .filter(path -> PathKind.isSecret(path.value()))
                .findFirst()
                .map(path -> new Assessment(Concern.PERSONAL, path + " holds secrets"))
                .orElse(new Assessment(Concern.LOOKING, "it only reads"));
    }

    /// @param targets the files and folders that the step names; empty where it names none
    static Assessment ofChanges(List<FileChange> changes, List<WorkspacePath> targets) {
        return Assessment.worst(
                changes.stream().map(change -> ofChange(change, targets)).toList(),
                new Assessment(Concern.LOOKING, "it changes nothing"));
    }

    private static Assessment ofChange(FileChange change, List<WorkspacePath> targets) {
        WorkspacePath path = change.path();
        boolean isPlanned = targets.stream().anyMatch(target -> holds(target, path));
        var all = new ArrayList<Assessment>();
        all.add(ordinary(change, isPlanned));
        kind(path, isPlanned).ifPresent(all::add);
        if (SpecTicks.isAdded(change)) {
            all.add(
                    new Assessment(
                            Concern.FORBIDDEN,
                            "it ticks a criterion in "
                                    + path
                                    + ": only evidence ticks one, after the tests have run"));
        }
        if (change.isDeletion()) {
            all.add(new Assessment(Concern.GRAVE, path + " is deleted"));
        }
        if (becomesExecutable(change)) {
            all.add(new Assessment(Concern.GRAVE, path + " becomes executable"));
        }
        if (!targets.isEmpty() && !isPlanned) {
            all.add(new Assessment(Concern.GRAVE, path + " is not among the step's files"));
        }
        return Assessment.worst(all, all.getFirst());
    }

    /// A command that changes a file which the step does not name is off the plan as an edit of it is.
    static Facet planned(Facet facet, List<WorkspacePath> targets) {
        return targets.isEmpty()
                ? facet
                : facet.reach().targets().stream()
                        .filter(path -> path.matches("(?![/~.]|\\$).*|\\.[^./].*"))
                        .filter(path ->
                                targets.stream()
                                        .noneMatch(target ->
                                                path.equals(target.value())
                                                        || path.startsWith(target.value() + "/")))
                        .findFirst()
                        .map(path ->
                                facet.orWorse(
                                        new Assessment(
                                                Concern.GRAVE,
                                                path + " is not among the step's files")))
                        .orElse(facet);
    }

    private static Assessment ordinary(FileChange change, boolean isPlanned) {
        String place = isPlanned ? ", and among the step's files" : "";
        return change.isCreation()
                ? new Assessment(Concern.SMALL, change.path() + " is new" + place)
                : new Assessment(Concern.NOTABLE, change.path() + " exists already" + place);
    }

    /// What tells the tools what to do is not changed on the side, when there is nobody to see it.
    private static Optional<Assessment> kind(WorkspacePath path, boolean isPlanned) {
        boolean isGuidance = GUIDANCE.matcher("/" + path.value()).matches();
        return PathKind.of(path.value())
                .map(kind ->
                        new Assessment(
                                isGuidance && !isPlanned ? worse(kind.concern()) : kind.concern(),
                                path + " " + kind.what()));
    }

    private static Concern worse(Concern concern) {
        return concern.compareTo(Concern.PERSONAL) < 0 ? Concern.PERSONAL : concern;
    }

    private static boolean holds(WorkspacePath target, WorkspacePath path) {
        return path.equals(target) || path.value().startsWith(target.value() + "/");
    }

    private static boolean becomesExecutable(FileChange change) {
        boolean was = change.before() instanceof FileState.Present before && before.isExecutable();
        boolean is = change.after() instanceof FileState.Present after && after.isExecutable();
        return is && !was;
    }
}
