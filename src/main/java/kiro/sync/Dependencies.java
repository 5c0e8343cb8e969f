package kiro.sync;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The names of what a build file depends on.
final class Dependencies {
    private static final Pattern MAVEN =
            Pattern.compile(
                    "<dependency>(?:(?!</dependency>).)*?<artifactId>\\s*([\\w.-]+)\\s*</artifactId>",
                    Pattern.DOTALL);
    private static final Pattern GRADLE =
            Pattern.compile("[\"']([\\w.-]+):([\\w.-]+)(?::[^\"']*)?[\"']");
    private static final Pattern GO =
            Pattern.compile("(?m)^\\s*(?:require\\s+)?([\\w.-]+\\.[\\w.-]+/[\\w./-]+)\\s+v\\d");
    private static final Pattern CARGO_TABLE =
            Pattern.compile(
                    "(?ms)^\\[(?:[\\w.'\"()=\\s-]+\\.)?(?:dev-|build-)?dependencies\\]\\s*$(.*?)(?=^\\[|\\z)");
    private static final Pattern KEY = Pattern.compile("(?m)^([\\w-]+)\\s*=");
    private static final Pattern REQUIREMENT = Pattern.compile("(?m)^\\s*([A-Za-z][\\w.-]*)");
    private static final Pattern QUOTED =
            Pattern.compile("[\"']([A-Za-z][\\w.-]*)(?:\\[[^\\]]*\\])?\\s*(?:[<>=~!;].*?)?[\"']");
    private static final Pattern PYTHON_LIST =
            Pattern.compile("(?ms)dependencies\\s*=\\s*\\[(.*?)^?\\s*\\]\\s*$");

    private Dependencies() {}

    static boolean isBuildFile(String name) {
        return Set.of(
                        "package.json",
                        "pom.xml",
                        "build.gradle",
                        "build.gradle.kts",
                        "go.mod",
                        "Cargo.toml",
                        "pyproject.toml",
                        "requirements.txt")
                .contains(name);
    }

    /// @param name of the file
    static Set<String> of(String name, String text) {
        var found = new TreeSet<String>();
        switch (name) {
            case "package.json" -> scripts(text, found);
            case "pom.xml" -> all(MAVEN, text, 1, found);
            case "build.gradle", "build.gradle.kts" -> all(GRADLE, text, 2, found);
            case "go.mod" -> all(GO, text, 1, found);
            case "Cargo.toml" -> {
                Matcher table = CARGO_TABLE.matcher(text);
                while (table.find()) {
                    all(KEY, table.group(1), 1, found);
                }
            }
            case "pyproject.toml" -> {
                Matcher list = PYTHON_LIST.matcher(text);
                while (list.find()) {
                    all(QUOTED, list.group(1), 1, found);
                }
            }
            case "requirements.txt" -> all(REQUIREMENT, text, 1, found);
            default -> {}
        }
        return found;
    }

    private static void all(Pattern pattern, String text, int group, Set<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
    }

    private static void scripts(String text, Set<String> found) {
        try {
            JsonNode manifest = JsonMapper.shared().readTree(text);
            for (String group : Set.of("dependencies", "devDependencies", "peerDependencies")) {
                found.addAll(manifest.path(group).propertyNames());
            }
        } catch (JacksonException broken) {
            // A manifest that cannot be read names nothing.
            return;
        }
    }
}
