package kiro.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Tells whether others build on a project's declarations, by how it is built.
final class PublicInterface {
    private static final Pattern PROGRAM =
            Pattern.compile(
                    "mainClass|spring-boot|quarkus|micronaut-maven|<packaging>\\s*(?:war|ear|pom)");
    private static final Pattern PACKAGE_ENTRY =
            Pattern.compile("\"(?:main|module|exports|types|typings)\"\\s*:");
    private static final Pattern PRIVATE = Pattern.compile("\"private\"\\s*:\\s*true");
    private static final Pattern LIBRARY_PLUGIN = Pattern.compile("java-library|maven-publish");

    private final Path root;

    PublicInterface(Path root) {
        this.root = root;
    }

    boolean isLibrary() {
        String pom = text("pom.xml");
        String packageJson = text("package.json");
        return (!pom.isEmpty() && !PROGRAM.matcher(pom).find())
                || LIBRARY_PLUGIN.matcher(text("build.gradle") + text("build.gradle.kts")).find()
                || (PACKAGE_ENTRY.matcher(packageJson).find()
                        && !PRIVATE.matcher(packageJson).find())
                || Files.exists(root.resolve("src/lib.rs"))
                || (Files.exists(root.resolve("go.mod"))
                        && !Files.exists(root.resolve("main.go"))
                        && !Files.exists(root.resolve("cmd")))
                || text("pyproject.toml").contains("[build-system]");
    }

    private String text(String name) {
        try {
            Path file = root.resolve(name);
            return Files.isRegularFile(file)
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    : "";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
