package kiro.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Sockets and pipes in the file system, by which programs of the machine are talked to. One that lies where nothing can be written
/// can be talked to all the same, without any network.
final class LocalSockets {
    private static final int DEPTH = 4;
    private static final int MOST = 500;
    private static final List<String> SEEN_ELSEWHERE =
            List.of("/run/", "/var/run/", "/tmp/", "/var/tmp/", "/dev/", "/proc/");

    /// What a command that has the network may talk to there as well.
    private static final Pattern DATABASES =
            Pattern.compile("(postgresql|mysqld?|mariadb|redis|memcached|mongodb)");

    private LocalSockets() {}

    /// Those that the system tells of and that lie neither there nor in the workspace or a temporary folder, which a command does not
    /// see: of containers, for one, or in a person's home.
    ///
    /// @param told the table of sockets; nothing is known where there is none
    static List<Path> elsewhere(Path told, Path workspace, boolean hasNetwork) {
        try (Stream<String> lines = Files.lines(told, StandardCharsets.ISO_8859_1)) {
            return lines.map(line -> line.replaceFirst("^(\\S+\\s+){7}", ""))
                    .filter(name -> name.startsWith("/"))
                    .filter(name -> SEEN_ELSEWHERE.stream().noneMatch(name::startsWith))
                    .filter(name ->
                            !hasNetwork
                                    || Stream.of(name.split("/"))
                                            .noneMatch(each -> DATABASES.matcher(each).matches()))
                    .map(Path::of)
                    .filter(path -> !path.startsWith(workspace) && isSocket(path))
                    .distinct()
                    .limit(MOST)
                    .toList();
        } catch (IOException | UncheckedIOException | InvalidPathException untold) {
            return List.of();
        }
    }

    private static boolean isSocket(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).isOther();
        } catch (IOException gone) {
            return false;
        }
    }

    /// @param hasNetwork whether servers of this machine may be talked to
    static List<Path> under(Path folder, boolean hasNetwork) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(
                folder,
                EnumSet.noneOf(FileVisitOption.class),
                DEPTH,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path entered, BasicFileAttributes attributes) {
                        boolean isDatabase =
                                hasNetwork
                                        && DATABASES
                                                .matcher(String.valueOf(entered.getFileName()))
                                                .matches();
                        return isDatabase ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isOther()) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return found;
    }
}
