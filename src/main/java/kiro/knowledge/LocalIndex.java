package kiro.knowledge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// The local sources and their index, which is brought up to date before each search.
public interface LocalIndex extends Shelf {
    /// Brings the index up to date.
    ///
    /// @param news is told what goes on
    Indexing refresh(Consumer<String> news) throws InterruptedException;

    /// Where the index lies, and how large it is; empty where there is none yet.
    Optional<Size> size() throws IOException;

    record Size(Path folder, long bytes) {}
}
