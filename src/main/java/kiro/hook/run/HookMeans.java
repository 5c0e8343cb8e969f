package kiro.hook.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import kiro.process.CommandRunner;

/// What hooks do their work with.
///
/// @param commands runs commands, and keeps long outputs in the folder that it is given
public record HookMeans(
        Function<Path, CommandRunner> commands,
        HookRules rules,
        TaskStarter tasks,
        List<BuiltIn> builtIns) {
    public HookMeans {
        builtIns = List.copyOf(builtIns);
    }
}
