package kiro.sandbox.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a command finds, as far as build tools go by it.
///
/// @param variables of its environment
/// @param writable what it can write beside the workspace
/// @param line its words
/// @param marks names of files in the workspace that tell of build tools
record Scene(
        Places places,
        Map<String, String> variables,
        List<Path> writable,
        boolean hasNetwork,
        String line,
        Set<String> marks) {
    /// Puts into a new folder what it holds from the beginning.
    interface Filling {
        void fill(Path folder) throws IOException;
    }

    /// What a variable says, where it is set to something.
    Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /// The folder that a variable names, or the usual one.
    Path folder(String variable, Path usual) {
        return variable(variable).flatMap(Scene::path).filter(Path::isAbsolute).orElse(usual);
    }

    static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }

    /// Whether the command can write a folder without being given one. A temporary one is another than it sees.
    boolean isWritable(Path folder) {
        Path real = real(folder);
        return Stream.concat(Stream.of(places.workspace()), writable.stream())
                .map(Scene::real)
                .anyMatch(real::startsWith);
    }

    /// Where the way leads, as far as there is one.
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path at = absolute;
        while (at != null && Files.notExists(at)) {
            at = at.getParent();
        }
        try {
            return at == null ? absolute : at.toRealPath().resolve(at.relativize(absolute));
        } catch (IOException unreadable) {
            return absolute;
        }
    }

    /// Whether the command or the workspace has to do with some tools.
    ///
    /// @param files that mark a project of theirs
    /// @param programs of theirs, between bars
    boolean isAbout(Set<String> files, String programs) {
        return files.stream().anyMatch(marks::contains) || calls(programs);
    }

    private boolean calls(String programs) {
        return Pattern.compile("(?:^|[\\s;&|(/'\"])(?:" + programs + ")(?=[\\s;&|)'\"]|$)")
                .matcher(line)
                .find();
    }

    boolean has(String name) {
        return Files.isDirectory(places.store().resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    /// The folder of some tools, made whole before any command can see it: from then on it is in the hands of commands, and
    /// nothing is put into it any more.
    Path place(String name, Filling filling) throws IOException {
        Path folder = places.store().resolve(name);
        if (has(name)) {
            return folder;
        }
        Path fresh = Files.createTempDirectory(places.store(), ".new-");
        try {
            filling.fill(fresh);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException notMine) {
            StoreSweep.delete(fresh);
            if (!has(name)) {
                throw notMine;
            }
        }
        return folder;
    }
}
