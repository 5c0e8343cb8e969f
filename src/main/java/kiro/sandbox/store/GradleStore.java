package kiro.sandbox.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.sandbox.store.LinkedTree.How;

/// Gradle and its wrapper: the person's settings and distributions are linked, and what is in the person's cache is read from there.
final class GradleStore implements StoreTool {
    private static final Set<String> FILES =
            Set.of(
                    "build.gradle",
                    "build.gradle.kts",
                    "settings.gradle",
                    "settings.gradle.kts",
                    "gradlew");
    private static final String PROGRAMS = "gradlew?";

    /// Linked though they may not be there yet.
    private static final List<String> SETTINGS =
            List.of("gradle.properties", "init.gradle", "init.gradle.kts", "init.d");

    private static final Pattern OF_THE_MOMENT = Pattern.compile(".*\\.(?:lck|lock|part)");

    @Override
    public Map<String, String> variables(Scene scene) throws IOException {
        Path own =
                scene.folder(
                        "GRADLE_USER_HOME", scene.places().people().javaHome().resolve(".gradle"));
        if (scene.isWritable(own) || !scene.isAbout(FILES, PROGRAMS)) {
            return Map.of();
        }
        var variables = new HashMap<String, String>();
        variables.put(
                "GRADLE_USER_HOME", scene.place("gradle", folder -> fill(folder, own)).toString());
        if (Files.isDirectory(own.resolve("caches/modules-2"))) {
            variables.put(
                    "GRADLE_RO_DEP_CACHE",
                    scene.variable("GRADLE_RO_DEP_CACHE").orElse(own.resolve("caches").toString()));
        }
        return variables;
    }

    private static void fill(Path folder, Path own) throws IOException {
        for (String name : SETTINGS) {
            Files.createSymbolicLink(folder.resolve(name), own.resolve(name));
        }
        LinkedTree.children(own.resolve("jdks"), folder.resolve("jdks"), GradleStore::how);
        Path distributions = own.resolve("wrapper/dists");
        if (!Files.isDirectory(distributions)) {
            return;
        }
        try (DirectoryStream<Path> each = Files.newDirectoryStream(distributions)) {
            for (Path distribution : each) {
                fill(
                        distribution,
                        folder.resolve("wrapper/dists").resolve(distribution.getFileName()),
                        0);
            }
        }
    }

    /// The wrapper makes a lock beside what it has unpacked.
    private static void fill(Path from, Path to, int depth) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        if (depth == 1) {
            LinkedTree.children(from, to, GradleStore::how);
            return;
        }
        try (DirectoryStream<Path> each = Files.newDirectoryStream(from)) {
            for (Path address : each) {
                fill(address, to.resolve(address.getFileName()), 1);
            }
        }
    }

    private static How how(Path name) {
        return OF_THE_MOMENT.matcher(name.toString()).matches() ? How.LEFT_OUT : How.LINKED;
    }
}
