package kiro.tool.builtin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.workspace.BuildTool;
import kiro.workspace.Workspace;

/// The command lines that have a project's own compiler and linter say what is wrong, without changing anything but
/// what they build.
final class Checker {
    private static final List<String> ESLINT =
            List.of(
                    "eslint.config.js",
                    "eslint.config.mjs",
                    "eslint.config.ts",
                    ".eslintrc.json",
                    ".eslintrc.js",
                    ".eslintrc.cjs",
                    ".eslintrc.yml");

    private final Path root;

    Checker(Workspace workspace) {
        this.root = workspace.root();
    }

    /// The line; empty where the project has nothing that kiro knows.
    Optional<String> line(Optional<BuildTool> tool) {
        var lines = new ArrayList<String>();
        tool.ifPresent(known -> lines.addAll(of(known)));
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", lines));
    }

    private List<String> of(BuildTool tool) {
        return switch (tool) {
            case MAVEN -> List.of((has("mvnw") ? "./mvnw" : "mvn") + " -q -B test-compile");
            case GRADLE -> List.of((has("gradlew") ? "./gradlew" : "gradle") + " -q testClasses");
            case NPM -> script();
            case CARGO -> List.of("cargo check --all-targets --message-format short");
            case GO -> List.of("go vet ./...");
            case PYTHON -> python();
        };
    }

    private List<String> script() {
        var lines = new ArrayList<String>();
        if (has("tsconfig.json")) {
            lines.add("npx --no-install tsc --noEmit --pretty false");
        }
        if (ESLINT.stream().anyMatch(this::has)) {
            lines.add("npx --no-install eslint . --format stylish");
        }
        return lines;
    }

    private List<String> python() {
        boolean hasRuff =
                has("ruff.toml") || has(".ruff.toml") || mentions("pyproject.toml", "[tool.ruff");
        boolean hasMypy = has("mypy.ini") || mentions("pyproject.toml", "[tool.mypy");
        return Stream.of(
                        Optional.of("python3 -m compileall -q ."),
                        hasRuff
                                ? Optional.of("ruff check --output-format concise .")
                                : Optional.<String>empty(),
                        hasMypy ? Optional.of("mypy .") : Optional.<String>empty())
                .flatMap(Optional::stream)
                .toList();
    }

    private boolean has(String file) {
        return Files.isRegularFile(root.resolve(file));
    }

    private boolean mentions(String file, String text) {
        try {
            return has(file) && Files.readString(root.resolve(file)).contains(text);
        } catch (java.io.IOException unreadable) {
            return false;
        }
    }
}
