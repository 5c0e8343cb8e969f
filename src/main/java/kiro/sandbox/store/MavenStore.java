package kiro.sandbox.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.sandbox.store.LinkedTree.How;

/// Maven and its wrapper. From 3.9.1 on it reads a second repository behind the one that it writes; an older one is shown the
/// files of that by links.
final class MavenStore implements StoreTool {
    private static final Set<String> FILES = Set.of("pom.xml", "mvnw");
    private static final String PROGRAMS = "mvnw?";

    /// What a repository keeps for itself, and what no build reads.
    private static final Pattern LEFT_OUT =
            Pattern.compile(
                    "_remote\\.repositories|resolver-status\\.properties|.*\\.(?:lastUpdated|sha1|sha256|sha512|md5|asc|lock|part|tmp)"
                            + "|.*-(?:sources|javadoc)\\.jar");

    @Override
    public Map<String, String> variables(Scene scene) throws IOException {
        boolean isAnyOther = scene.places().store().toString().chars().anyMatch(c -> c <= ' ');
        // The script of Maven takes a blank for the end of a word.
        if (isAnyOther || !scene.isAbout(FILES, PROGRAMS)) {
            return Map.of();
        }
        MavenRepository own = MavenRepository.of(scene);
        Path home = scene.folder("MAVEN_USER_HOME", scene.places().people().home().resolve(".m2"));
        Path store = scene.place("maven", folder -> fill(folder, own, home, scene));
        var variables = new LinkedHashMap<String, String>();
        if (!scene.isWritable(home.resolve("wrapper"))) {
            variables.put("MAVEN_USER_HOME", store.resolve("home").toString());
        }
        if (!scene.isWritable(own.folder())) {
            String words =
                    "-Dmaven.repo.local="
                            + store.resolve("repository")
                            + (own.isPlain() ? " -Dmaven.repo.local.tail=" + own.folder() : "");
            // The one is not read by older versions, the other is nothing against what a project's
            // own settings say.
            variables.put("MAVEN_OPTS", joined(scene, "MAVEN_OPTS", words));
            variables.put("MAVEN_ARGS", joined(scene, "MAVEN_ARGS", words));
        }
        return variables;
    }

    private static String joined(Scene scene, String variable, String words) {
        return scene.variable(variable).map(value -> value + " " + words).orElse(words);
    }

    private static void fill(Path folder, MavenRepository own, Path home, Scene scene)
            throws IOException {
        Path repository = Files.createDirectories(folder.resolve("repository"));
        if (!own.isProjects() && MavenVersion.isAnyOld(scene)) {
            LinkedTree.make(own.folder(), repository, MavenStore::how);
        }
        Path distributions = home.resolve("wrapper/dists");
        if (!Files.isDirectory(distributions)) {
            return;
        }
        try (DirectoryStream<Path> each = Files.newDirectoryStream(distributions)) {
            for (Path distribution : each) {
                LinkedTree.children(
                        distribution,
                        folder.resolve("home/wrapper/dists").resolve(distribution.getFileName()),
                        _ -> How.LINKED);
            }
        }
    }

    private static How how(Path file) {
        String name = String.valueOf(file.getFileName());
        if (LEFT_OUT.matcher(name).matches()) {
            return How.LEFT_OUT;
        }
        return name.startsWith("maven-metadata") ? How.COPIED : How.LINKED;
    }
}
