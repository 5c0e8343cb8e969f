package kiro.hook.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kiro.hook.run.Cause;
import kiro.text.Hash;

/// Who changed the files of one batch. A file is read only once a hook wants to know.
final class FileCauses {
    private static final long LARGEST = 64 << 20;

    private static final Duration LONGEST_AGO = Duration.ofMinutes(1);

    /// A deletion is told of a while after it.
    private static final Duration AFTER_DELETION = Duration.ofMillis(150);

    private final HookWatch.Changes changes;
    private final Instant when;
    private final Map<String, Cause> known = new HashMap<>();

    FileCauses(HookWatch.Changes changes, Clock clock) {
        this.changes = changes;
        this.when = clock.instant();
    }

    Cause of(String path) {
        return known.computeIfAbsent(path, this::asked);
    }

    /// Of one that is too large to be read, a person's.
    private Cause asked(String path) {
        Path file = changes.root().resolve(path);
        try {
            Optional<Hash> content =
                    Files.size(file) <= LARGEST
                            ? Optional.of(Hash.of(Files.readAllBytes(file)))
                            : Optional.empty();
            return changes.origins()
                    .of(path, content, written(Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException gone) {
            return changes.origins().of(path, Optional.empty(), when.minus(AFTER_DELETION));
        }
    }

    /// The file's own time says best when it was written, unless it was set.
    private Instant written(Instant modified) {
        boolean isLikely = !modified.isAfter(when) && modified.isAfter(when.minus(LONGEST_AGO));
        return isLikely ? modified : when;
    }
}
