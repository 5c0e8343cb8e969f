package kiro.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;

/// Sockets and pipes in the file system, by which programs of the machine are talked to. One that lies where nothing can be written
/// can be talked to all the same, without any network.
final class LocalSockets {
    private static final int DEPTH = 4;

    /// What a command that has the network may talk to there as well.
    private static final Pattern DATABASES =
            Pattern.compile("(postgresql|mysqld?|mariadb|redis|memcached|mongodb)");

    private LocalSockets() {}

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
