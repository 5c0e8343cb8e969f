package kiro.cli;

import java.nio.file.Path;
import java.util.Optional;

/// The sample project that the demo works on.
public interface SampleProject {
    /// Copies the sample into a folder and commits it there; answers what went wrong, if anything.
    Optional<String> makeRepository(Path folder) throws InterruptedException;

    /// Runs its tests once as they come with this program, so that what they need is on the machine: within walls nothing can be put
    /// where the build tool keeps it. What goes wrong is told by the run that follows.
    void fetchLibraries(Path folder) throws InterruptedException;

    /// What differs from that commit, as `git diff --stat` prints it.
    String changes(Path folder) throws InterruptedException;
}
