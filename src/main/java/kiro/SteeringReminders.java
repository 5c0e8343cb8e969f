package kiro;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.steering.ReviewCadence;
import kiro.steering.SteeringFile;
import kiro.steering.SteeringPlace;
import kiro.workspace.Git;
import kiro.workspace.WorkspacePath;

/// Reminders of steering files whose review is due. Git's history is asked only where a file says no day itself.
final class SteeringReminders {
    private final Git git;
    private final Instant now;

    SteeringReminders(Git git, Instant now) {
        this.git = git;
        this.now = now;
    }

    /// To know the day, the platform reads the zones of the world: that is left where no file asks for it.
    List<Finding> of(List<SteeringFile> files) throws InterruptedException {
        if (files.stream().allMatch(file -> file.keeping().review().isEmpty())) {
            return List.of();
        }
        LocalDate today = day(now);
        var changes = new HashMap<String, Map<WorkspacePath, Instant>>();
        var reminders = new ArrayList<Finding>();
        for (SteeringFile file : files) {
            ReviewCadence.reminder(file, changed(file, changes), today).ifPresent(reminders::add);
        }
        return List.copyOf(reminders);
    }

    private Optional<LocalDate> changed(
            SteeringFile file, Map<String, Map<WorkspacePath, Instant>> known)
            throws InterruptedException {
        String path = file.path().value();
        if (file.keeping().review().isEmpty()
                || file.keeping().reviewed().isPresent()
                || file.place() instanceof SteeringPlace.Person
                || path.indexOf('/') < 0) {
            return Optional.empty();
        }
        String folder = path.substring(0, path.lastIndexOf('/'));
        if (!known.containsKey(folder)) {
            known.put(folder, git.lastChanges(WorkspacePath.of(folder)));
        }
        return Optional.ofNullable(known.get(folder).get(file.path())).map(SteeringReminders::day);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneId.systemDefault());
    }
}
