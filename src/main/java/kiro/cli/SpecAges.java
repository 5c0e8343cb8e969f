package kiro.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kiro.spec.SpecStore;
import kiro.workspace.WorkspacePath;

/// When each spec was last changed, by the commits of its files.
public final class SpecAges {
    private static final int PREFIX = SpecStore.FOLDER.value().length() + 1;

    private final Map<WorkspacePath, Instant> changes = new HashMap<>();
    private final Instant now;

    /// @param files times of the files below the folder of the specs
    public SpecAges(Map<WorkspacePath, Instant> files, Instant now) {
        this.now = now;
        files.forEach((file, time) -> changes.merge(spec(file), time, SpecAges::later));
    }

    /// @param spec the file, or the folder, of a spec
    Optional<Instant> changed(WorkspacePath spec) {
        return Optional.ofNullable(changes.get(spec(spec)));
    }

    /// How long ago that was, in the largest unit that says it, such as `3d`; empty where it is not committed.
    String age(Optional<Instant> changed) {
        return changed.map(time -> words(Duration.between(time, now))).orElse("");
    }

    private static String words(Duration age) {
        long days = Math.max(age.toDays(), 0);
        if (days >= 730) {
            return days / 365 + "y";
        }
        if (days >= 60) {
            return days / 30 + "mo";
        }
        return days > 0 ? days + "d" : "today";
    }

    /// The file, or the folder right below that of all specs.
    private static WorkspacePath spec(WorkspacePath file) {
        int slash = file.value().indexOf('/', Math.min(PREFIX, file.value().length()));
        return slash < 0 ? file : WorkspacePath.of(file.value().substring(0, slash));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
