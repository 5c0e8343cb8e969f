package kiro.hook.run;

import java.time.Duration;
import java.util.Optional;
import kiro.process.Command;

/// Makes of a task for the agent the command that does it, in a process of its own: it has its own log, budget and limits, and
/// ends with its process group.
@FunctionalInterface
public interface TaskStarter {
    /// @param limit how long it may take
    Command command(Work work, Duration limit);

    /// @param words the task, with its placeholders filled in
    record Work(String words, Optional<String> spec, Optional<String> agent) {}
}
