package kiro.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A command of the operating system, as it is to be run.
///
/// @param argv the program and its arguments
/// @param limit how long it may run before its whole process group is ended
/// @param environment variables added to those the runner passes on
/// @param input the file that it reads on standard input; empty for one that has nothing to read
public record Command(
        List<String> argv,
        Path directory,
        Duration limit,
        Map<String, String> environment,
        Optional<Path> input) {
    public Command {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("a command has at least the name of a program");
        }
    }

    public Command(
            List<String> argv, Path directory, Duration limit, Map<String, String> environment) {
        this(argv, directory, limit, environment, Optional.empty());
    }

    public static Command of(Path directory, Duration limit, List<String> argv) {
        return new Command(argv, directory, limit, Map.of());
    }

    /// A line for the shell.
    public static Command shell(Path directory, Duration limit, String line) {
        return of(directory, limit, List.of("/bin/sh", "-c", line));
    }

    /// Another command line in the same place, such as one that runs the first confined.
    public Command withArgv(List<String> other) {
        return new Command(other, directory, limit, environment, input);
    }

    /// The same command with more variables; on one name, the added value wins.
    public Command withEnvironment(Map<String, String> added) {
        var joined = new HashMap<>(environment);
        joined.putAll(added);
        return new Command(argv, directory, limit, joined, input);
    }

    /// The same command with a file to read on standard input.
    public Command withInput(Path file) {
        return new Command(argv, directory, limit, environment, Optional.of(file));
    }
}
