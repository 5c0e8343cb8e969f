package kiro.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The folders that programs of this program's own calls are looked for in: those of the `PATH` that lie outside of the project.
/// What lies in it, such as `.venv/bin`, may be an agent's work.
public final class OutsidePath {
    private OutsidePath() {}

    /// @param path the `PATH` as commands have it
    /// @param root the project's folder
    public static String of(Optional<String> path, Path root) {
        String outside =
                path.stream()
                        .flatMap(all -> Stream.of(all.split(File.pathSeparator, -1)))
                        .filter(folder -> isOutside(folder, root))
                        .collect(Collectors.joining(File.pathSeparator));
        return outside.isEmpty() ? ProgramFinder.USUAL_PATH : outside;
    }

    private static boolean isOutside(String folder, Path root) {
        try {
            Path place = Path.of(folder);
            return place.isAbsolute()
                    && !place.normalize().startsWith(root)
                    && !real(place).startsWith(real(root));
        } catch (InvalidPathException notAName) {
            return false;
        }
    }

    private static Path real(Path place) {
        try {
            return place.toRealPath();
        } catch (IOException notThere) {
            return place.normalize();
        }
    }
}
