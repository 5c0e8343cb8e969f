package kiro.workspace;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.process.Command;
import kiro.process.CommandRunner;
import kiro.process.OutsidePath;
import kiro.process.ProgramFinder;

/// Git as this program calls it: none that the project brings, nor any program of the project's by which git does its work.
///
/// @param root the project's folder
public record GitProgram(Path root, CommandRunner commands) {
    private static final String PATH = "PATH";

    /// A call of git, with nothing told yet of how it is to go about it.
    public Command call(Path folder, Duration limit, List<String> arguments) {
        String path = OutsidePath.of(commands.variable(PATH), root);
        var argv = new ArrayList<String>();
        argv.add(ProgramFinder.find("git", Optional.of(path)).map(Path::toString).orElse("git"));
        argv.addAll(arguments);
        return Command.of(folder, limit, argv).withEnvironment(Map.of(PATH, path));
    }
}
