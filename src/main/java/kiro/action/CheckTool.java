package kiro.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A compiler or linter of a project, and how it is asked.
///
/// @param isOfFiles whether the files at hand are named to it, at the end of its words
record CheckTool(
        String name, CheckOutput.Form form, String ends, List<String> argv, boolean isOfFiles) {
    CheckTool {
        argv = List.copyOf(argv);
    }

    boolean isFor(String file) {
        return file.matches(".*\\.(?:" + ends + ")");
    }

    List<String> line(List<String> files) {
        return isOfFiles
                ? Stream.concat(argv.stream(), files.stream().filter(this::isFor)).toList()
                : argv;
    }

    /// Those that a project has, by the files at its root.
    ///
    /// @param javac the compiler of a Java, for a project that no tool builds
    /// @param scratch where a compiler may write
    static List<CheckTool> of(Path root, Optional<Path> javac, Path scratch) {
        var tools = new ArrayList<CheckTool>();
        java(root, javac, scratch).ifPresent(tools::add);
        scripts(root, tools);
        python(root, tools);
        if (has(root, "go.mod")) {
            tools.add(
                    new CheckTool(
                            "go",
                            CheckOutput.Form.COLON,
                            "go",
                            List.of("go", "vet", "./..."),
                            false));
        }
        if (has(root, "Cargo.toml")) {
            tools.add(
                    new CheckTool(
                            "cargo",
                            CheckOutput.Form.CARGO,
                            "rs",
                            List.of("cargo", "check", "--quiet", "--message-format=json"),
                            false));
        }
        return List.copyOf(tools);
    }

    private static void scripts(Path root, List<CheckTool> tools) {
        if (has(root, "tsconfig.json")) {
            tools.add(
                    new CheckTool(
                            "tsc",
                            CheckOutput.Form.TSC,
                            "ts|tsx|mts|cts",
                            List.of(installed(root, "tsc"), "--noEmit", "--pretty", "false"),
                            false));
        }
        boolean hasEslint =
                names(root)
                        .anyMatch(name ->
                                name.startsWith("eslint.config.") || name.startsWith(".eslintrc"));
        if (hasEslint) {
            tools.add(
                    new CheckTool(
                            "eslint",
                            CheckOutput.Form.ESLINT,
                            "[cm]?[jt]sx?|vue|svelte",
                            List.of(
                                    installed(root, "eslint"),
                                    "--format",
                                    "json",
                                    "--no-error-on-unmatched-pattern"),
                            true));
        }
    }

    private static Optional<CheckTool> java(Path root, Optional<Path> javac, Path scratch) {
        if (has(root, "pom.xml")) {
            String program = has(root, "mvnw") ? "./mvnw" : "mvn";
            return Optional.of(
                    new CheckTool(
                            "maven",
                            CheckOutput.Form.MAVEN,
                            "java",
                            List.of(program, "-q", "-B", "-Dstyle.color=never", "test-compile"),
                            false));
        }
        if (has(root, "build.gradle") || has(root, "build.gradle.kts")) {
            String program = has(root, "gradlew") ? "./gradlew" : "gradle";
            return Optional.of(
                    new CheckTool(
                            "gradle",
                            CheckOutput.Form.JAVAC,
                            "java",
                            List.of(program, "-q", "--console=plain", "testClasses"),
                            false));
        }
        return javac.map(program ->
                new CheckTool(
                        "javac",
                        CheckOutput.Form.JAVAC,
                        "java",
                        List.of(
                                program.toString(),
                                "-proc:none",
                                "-Xmaxerrs",
                                "1000",
                                "-d",
                                scratch.toString(),
                                "-sourcepath",
                                has(root, "src/main/java")
                                        ? "src/main/java:src/test/java"
                                        : "src:."),
                        true));
    }

    private static void python(Path root, List<CheckTool> tools) {
        String settings = text(root, "pyproject.toml") + text(root, "setup.cfg");
        if (has(root, "ruff.toml") || has(root, ".ruff.toml") || settings.contains("[tool.ruff")) {
            tools.add(
                    new CheckTool(
                            "ruff",
                            CheckOutput.Form.RUFF,
                            "pyi?",
                            List.of(inVenv(root, "ruff"), "check", "--output-format", "json"),
                            true));
        }
        if (has(root, "mypy.ini")
                || has(root, ".mypy.ini")
                || settings.contains("[tool.mypy")
                || settings.contains("[mypy")) {
            tools.add(
                    new CheckTool(
                            "mypy",
                            CheckOutput.Form.COLON,
                            "pyi?",
                            List.of(
                                    inVenv(root, "mypy"),
                                    "--show-column-numbers",
                                    "--no-error-summary",
                                    "--no-color-output",
                                    "--no-pretty"),
                            true));
        }
        if (has(root, "pyrightconfig.json") || settings.contains("[tool.pyright")) {
            tools.add(
                    new CheckTool(
                            "pyright",
                            CheckOutput.Form.PYRIGHT,
                            "pyi?",
                            List.of(inVenv(root, "pyright"), "--outputjson"),
                            true));
        }
    }

    private static boolean has(Path root, String name) {
        return Files.exists(root.resolve(name));
    }

    private static String installed(Path root, String name) {
        Path own = root.resolve("node_modules/.bin").resolve(name);
        return Files.exists(own) ? own.toString() : name;
    }

    private static String inVenv(Path root, String name) {
        return Stream.of(".venv/bin", "venv/bin")
                .map(folder -> root.resolve(folder).resolve(name))
                .filter(Files::exists)
                .findFirst()
                .map(Path::toString)
                .orElse(name);
    }

    private static Stream<String> names(Path root) {
        try (Stream<Path> list = Files.list(root)) {
            return list.map(file -> String.valueOf(file.getFileName())).toList().stream();
        } catch (IOException unreadable) {
            return Stream.of();
        }
    }

    private static String text(Path root, String name) {
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
