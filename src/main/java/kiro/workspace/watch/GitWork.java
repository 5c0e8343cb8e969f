package kiro.workspace.watch;

import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import kiro.workspace.Git;
import kiro.workspace.GitState;
import kiro.workspace.WorkspacePath;

/// Tells when git is at work on the files, and which of them it left as the commit has them.
final class GitWork {
    /// What git did a moment ago is told a moment later.
    private static final long WAKE = Duration.ofMillis(60).toNanos();

    /// A lock that git left behind when it was killed.
    private static final long STALE = Duration.ofMinutes(2).toNanos();

    private static final Set<String> SIGNS = Set.of("index.lock", "index", "HEAD", "ORIG_HEAD");

    private final Optional<GitPlace> place;
    private final Git git;
    private Optional<Long> lastSign = Optional.empty();

    GitWork(Optional<GitPlace> place, Git git) {
        this.place = place;
        this.git = git;
    }

    /// Something happened to one of the repository's own files.
    void changed(String name, long now) {
        if (SIGNS.contains(name)) {
            lastSign = Optional.of(now);
        }
    }

    /// Whether what happens to files now may be git's doing.
    boolean isAtWork(long now) {
        return wasAtWork(now, now);
    }

    /// Whether what has happened to files since then may be git's doing.
    boolean wasAtWork(long since, long now) {
        return lastSign.filter(sign -> since - sign < WAKE).isPresent() || isLocked(now);
    }

    /// Asked only while there is a reason to: a look at the disk for each change would be dear.
    private boolean isLocked(long now) {
        return place.isPresent()
                && lastSign.filter(sign -> now - sign < STALE).isPresent()
                && Files.exists(place.get().lock());
    }

    /// The files that are not as the commit has them; empty where git cannot say.
    Optional<Set<String>> dirty() throws InterruptedException {
        if (!(git.state() instanceof GitState.Repository repository)) {
            return Optional.empty();
        }
        var dirty = new HashSet<String>();
        repository.dirty().stream().map(WorkspacePath::value).forEach(dirty::add);
        return Optional.of(dirty);
    }
}
