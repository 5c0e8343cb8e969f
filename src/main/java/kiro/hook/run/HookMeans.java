package kiro.hook.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import kiro.process.CommandRunner;

/// What hooks do their work with.
///
/// @param commands runs commands, and keeps long outputs in the folder that it is given
/// @param builtIns what `use` can name, made when the first hook names one
public record HookMeans(
        Function<Path, CommandRunner> commands,
        HookRules rules,
        TaskStarter tasks,
        Supplier<List<BuiltIn>> builtIns) {}
