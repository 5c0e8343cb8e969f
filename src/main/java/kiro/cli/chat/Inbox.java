package kiro.cli.chat;

import java.util.List;
import java.util.Optional;

/// What a person has typed and nobody has taken yet.
public interface Inbox {
    /// The next text; waits for it. Empty when none will come.
    Optional<String> next() throws InterruptedException;

    /// What was said to the model while it works, in order; what is a command waits until it has ended.
    List<String> meanwhile();

    /// Whether the model works: what is typed then is for later.
    void working(boolean isWorking);
}
