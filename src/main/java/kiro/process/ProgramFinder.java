package kiro.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells, before a command is started, whether its program can be.
public final class ProgramFinder {
    static final String USUAL_PATH = "/usr/bin:/bin";

    private ProgramFinder() {}

    /// Why a program cannot be started; empty when nothing is in the way.
    static Optional<String> obstacle(Command command, Optional<String> path) {
        String program = command.argv().getFirst();
        if (!Files.isDirectory(command.directory())) {
            return Optional.of("there is no folder " + command.directory());
        }
        if (command.argv().stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            return Optional.of("an argument of " + printable(program) + " holds a null character");
        }
        List<Path> candidates = candidates(program, command.directory(), path);
        if (candidates.stream().anyMatch(ProgramFinder::isProgram)) {
            return Optional.empty();
        }
        return Optional.of(
                candidates.stream()
                        .filter(Files::exists)
                        .findFirst()
                        .map(ProgramFinder::notExecutable)
                        .orElseGet(() -> notFound(program)));
    }

    /// The place of a program that is asked for by its name.
    public static Optional<Path> find(String name, Optional<String> path) {
        return candidates(name, Path.of("/"), path).stream()
                .filter(ProgramFinder::isProgram)
                .findFirst();
    }

    private static List<Path> candidates(String program, Path directory, Optional<String> path) {
        try {
            if (program.isEmpty()) {
                return List.of();
            }
            if (program.indexOf('/') >= 0 || program.indexOf(File.separatorChar) >= 0) {
                return List.of(directory.resolve(program));
            }
            return Stream.of(path.orElse(USUAL_PATH).split(File.pathSeparator, -1))
                    .map(folder -> directory.resolve(folder).resolve(program))
                    .toList();
        } catch (InvalidPathException notAName) {
            return List.of();
        }
    }

    private static boolean isProgram(Path file) {
        return Files.isExecutable(file) && Files.isRegularFile(file);
    }

    private static String notExecutable(Path file) {
        return Files.isDirectory(file)
                ? file + " is a folder, not a program"
                : file + " is not executable: chmod +x it, or name its interpreter";
    }

    private static String notFound(String program) {
        return program.indexOf('/') >= 0
                ? "there is no program " + printable(program)
                : "there is no program '"
                        + printable(program)
                        + "' on the PATH: install it, or name it with its folder";
    }

    private static String printable(String program) {
        return program.replace('\0', '?');
    }
}
