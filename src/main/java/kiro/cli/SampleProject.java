package kiro.cli;

import java.nio.file.Path;
import java.util.Optional;

/// The sample project that the demo works on.
public interface SampleProject {
    /// Copies the sample into a folder and commits it there; answers what went wrong, if anything.
    Optional<String> makeRepository(Path folder) throws InterruptedException;

    /// What differs from that commit, as `git diff --stat` prints it.
    String changes(Path folder) throws InterruptedException;
}
