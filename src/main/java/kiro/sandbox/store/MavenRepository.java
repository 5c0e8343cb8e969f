package kiro.sandbox.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The repository that Maven would write if it could.
///
/// @param isProjects whether the project names it, and not the person
record MavenRepository(Path folder, boolean isProjects) {
    private static final Pattern WORD = Pattern.compile("-Dmaven\\.repo\\.local=(\\S+)");
    private static final Pattern HOME = Pattern.compile("-Duser\\.home=(\\S+)");
    private static final Pattern SETTING =
            Pattern.compile("<localRepository>\\s*([^<]+?)\\s*</localRepository>");

    /// In the order in which Maven goes by them.
    static MavenRepository of(Scene scene) {
        Path workspace = scene.places().workspace();
        Path home = home(scene);
        Optional<Path> argued = named(scene.variable("MAVEN_ARGS"), WORD, home);
        if (argued.isPresent()) {
            return new MavenRepository(argued.get(), false);
        }
        Optional<Path> projects =
                named(text(workspace.resolve(".mvn/maven.config")), WORD, home)
                        .map(workspace::resolve);
        return projects.map(folder -> new MavenRepository(folder.normalize(), true))
                .orElseGet(() -> new MavenRepository(persons(scene, home), false));
    }

    private static Path persons(Scene scene, Path home) {
        Path own = home.resolve(".m2");
        return named(scene.variable("MAVEN_OPTS"), WORD, home)
                .or(() ->
                        named(
                                text(own.resolve("settings.xml"))
                                        .map(text -> text.replaceAll("(?s)<!--.*?-->", "")),
                                SETTING,
                                home))
                .filter(Path::isAbsolute)
                .orElse(own.resolve("repository"));
    }

    /// Whether its name is one word, and can stand among others.
    boolean isPlain() {
        return folder.isAbsolute() && folder.toString().chars().noneMatch(c -> c <= ' ');
    }

    private static Path home(Scene scene) {
        Path listed = scene.places().people().javaHome();
        return named(scene.variable("MAVEN_OPTS"), HOME, listed).orElse(listed);
    }

    private static Optional<Path> named(Optional<String> text, Pattern pattern, Path home) {
        return text.map(pattern::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1).replace("${user.home}", home.toString()))
                .flatMap(Scene::path);
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
