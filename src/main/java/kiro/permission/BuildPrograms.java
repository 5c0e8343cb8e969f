package kiro.permission;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Programs that take what they run from files which nobody names: `make` from a `Makefile`, `npm` from `package.json`.
final class BuildPrograms {
    private static final List<String> NODE = List.of("package.json", ".npmrc", ".yarnrc.yml");
    private static final List<String> GRADLE =
            List.of(
                    "build.gradle",
                    "build.gradle.kts",
                    "settings.gradle",
                    "settings.gradle.kts",
                    "gradle.properties");
    private static final List<String> PYTHON =
            List.of("conftest.py", "pytest.ini", "tox.ini", "setup.cfg", "setup.py", "noxfile.py");

    private static final Map<String, List<String>> READ =
            Map.ofEntries(
                    Map.entry("make", List.of("Makefile", "makefile", "GNUmakefile")),
                    Map.entry("gmake", List.of("Makefile", "makefile", "GNUmakefile")),
                    Map.entry("just", List.of("justfile", "Justfile", ".justfile")),
                    Map.entry("task", List.of("Taskfile.yml", "Taskfile.yaml")),
                    Map.entry("rake", List.of("Rakefile", "rakefile")),
                    Map.entry("npm", NODE),
                    Map.entry("npx", NODE),
                    Map.entry("yarn", NODE),
                    Map.entry("pnpm", NODE),
                    Map.entry("bun", NODE),
                    Map.entry("mvn", List.of("pom.xml")),
                    Map.entry("mvnw", List.of("pom.xml")),
                    Map.entry("./mvnw", List.of("pom.xml")),
                    Map.entry("gradle", GRADLE),
                    Map.entry("gradlew", GRADLE),
                    Map.entry("./gradlew", GRADLE),
                    Map.entry("ant", List.of("build.xml")),
                    Map.entry("cargo", List.of("Cargo.toml", "build.rs", ".cargo/config.toml")),
                    Map.entry("pytest", PYTHON),
                    Map.entry("tox", PYTHON),
                    Map.entry("nox", PYTHON),
                    Map.entry("invoke", List.of("tasks.py")),
                    Map.entry("cmake", List.of("CMakeLists.txt", "CMakePresets.json")),
                    Map.entry("bundle", List.of("Gemfile")),
                    Map.entry("composer", List.of("composer.json")),
                    Map.entry("pre-commit", List.of(".pre-commit-config.yaml")),
                    Map.entry("lefthook", List.of("lefthook.yml")),
                    Map.entry(
                            "docker",
                            List.of(
                                    "Dockerfile",
                                    "compose.yml",
                                    "compose.yaml",
                                    "docker-compose.yml",
                                    "docker-compose.yaml")));

    private static final Set<String> FILES =
            READ.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());

    private BuildPrograms() {}

    /// The files that a program reads by itself, from the folder that it runs in.
    static List<String> read(String program) {
        return READ.getOrDefault(program, List.of());
    }

    /// Whether a file is one of those. Of all that they name, which may be every source, scripts alone count.
    static boolean isTheirs(String path) {
        return FILES.contains(path.substring(path.lastIndexOf('/') + 1));
    }
}
