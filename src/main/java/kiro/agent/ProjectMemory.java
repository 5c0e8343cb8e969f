package kiro.agent;

import java.util.function.Function;
import kiro.memory.Recollection;

/// What is known of the project from before.
///
/// @param first what matters to the task
/// @param later what matters to words that are said later
public record ProjectMemory(Recollection first, Function<String, Recollection> later) {
    public static final ProjectMemory NONE =
            new ProjectMemory(Recollection.NOTHING, _ -> Recollection.NOTHING);
}
