package kiro.cli;

import java.nio.file.Path;
import java.util.Optional;

/// The person's text editor.
public interface Editor {
    /// Opens a file and waits until the person is done; answers what went wrong, if anything.
    Optional<String> edit(Path file) throws InterruptedException;
}
