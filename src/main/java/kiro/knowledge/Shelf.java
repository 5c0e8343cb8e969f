package kiro.knowledge;

import java.util.List;
import java.util.function.Consumer;

/// Sources that are searched together.
public interface Shelf extends AutoCloseable {
    /// Searches some of its sources.
    ///
    /// @param names of its sources
    /// @param news is told what goes on when it takes long
    Found search(Question question, List<String> names, Consumer<String> news)
            throws InterruptedException;

    @Override
    void close();
}
