package kiro.sandbox.store;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/// The names of files by which a workspace shows what builds it, not too deep in it.
final class Marks {
    private static final int DEPTH = 3;
    private static final Set<String> NAMES =
            Set.of(
                    "pom.xml",
                    "mvnw",
                    "build.gradle",
                    "build.gradle.kts",
                    "settings.gradle",
                    "settings.gradle.kts",
                    "gradlew",
                    "go.mod",
                    "go.work",
                    "Cargo.toml",
                    ".yarnrc.yml",
                    "yarn.lock",
                    "pnpm-lock.yaml",
                    "pnpm-workspace.yaml");
    private static final Set<String> MADE =
            Set.of("node_modules", "target", "build", "dist", "vendor", "venv");

    private Marks() {}

    static Set<String> in(Path workspace) {
        var found = new HashSet<String>();
        try {
            Files.walkFileTree(
                    workspace,
                    EnumSet.noneOf(FileVisitOption.class),
                    DEPTH,
                    new Visitor(workspace, found));
        } catch (IOException unreadable) {
            return Set.copyOf(found);
        }
        return Set.copyOf(found);
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path workspace;
        private final Set<String> found;

        Visitor(Path workspace, Set<String> found) {
            this.workspace = workspace;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            boolean isLeftOut = name.startsWith(".") || MADE.contains(name);
            return isLeftOut && !folder.equals(workspace)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = String.valueOf(file.getFileName());
            if (NAMES.contains(name)) {
                found.add(name);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }
    }
}
