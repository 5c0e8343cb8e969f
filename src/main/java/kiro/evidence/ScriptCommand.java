package kiro.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.text.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Tells from a `package.json` how its tests are run so that they leave a report: Vitest and Jest by arguments, Node's own
/// runner by its options in the environment, for none of them is told by `npm test` alone.
///
/// @param folder where the `package.json` lies
record ScriptCommand(Path folder) {
    private static final String VITEST =
            "--reporter=default --reporter=json --outputFile.json=\"$KIRO_REPORTS/vitest.json\"";
    private static final String JEST = "--json --outputFile=\"$KIRO_REPORTS/jest.json\"";
    private static final String MOCHA =
            "--reporter xunit --reporter-option output=\"$KIRO_REPORTS/mocha.xml\"";
    private static final String NODE =
            "--test-reporter=spec --test-reporter-destination=stdout --test-reporter=tap"
                    + " --test-reporter-destination=";

    /// What `npm test` runs in the end.
    private enum Runner {
        VITEST,
        JEST,
        MOCHA,
        NODE
    }

    /// The line for the shell.
    String line() {
        String test = manager() + " test";
        Optional<Runner> runner = ofScript();
        if (runner.isPresent()) {
            return arguments(runner.get())
                    .map(options -> test + separator() + options)
                    .orElse(test);
        }
        return script().isEmpty() ? ofDependencies().orElse(test) : test;
    }

    /// What has to be set for it.
    Map<String, String> environment(Path reports) {
        // Without CI, Jest and Vitest stay and watch.
        return ofScript().filter(Runner.NODE::equals).isPresent()
                ? Map.of("CI", "true", "NODE_OPTIONS", NODE + reports.resolve("node.tap"))
                : Map.of("CI", "true");
    }

    private static Optional<String> arguments(Runner runner) {
        return switch (runner) {
            case VITEST -> Optional.of(VITEST);
            case JEST -> Optional.of(JEST);
            case MOCHA -> Optional.of(MOCHA);
            case NODE -> Optional.empty();
        };
    }

    /// Arguments go to the last command of a script, so that one has to be the runner.
    private Optional<Runner> ofScript() {
        String[] commands = script().split("&&|\\|\\||;|\\|");
        List<String> words = List.of(commands[commands.length - 1].strip().split("\\s+"));
        if (words.contains("vitest")) {
            return Optional.of(Runner.VITEST);
        }
        boolean isReact = words.contains("react-scripts") && words.contains("test");
        if (words.contains("jest") || isReact) {
            return Optional.of(Runner.JEST);
        }
        if (words.contains("mocha")) {
            return Optional.of(Runner.MOCHA);
        }
        return words.contains("node") && words.contains("--test")
                ? Optional.of(Runner.NODE)
                : Optional.empty();
    }

    private Optional<String> ofDependencies() {
        JsonNode manifest = manifest();
        boolean hasVitest = has(manifest, "vitest");
        if (hasVitest) {
            return Optional.of("npx --no-install vitest run " + VITEST);
        }
        return has(manifest, "jest")
                ? Optional.of("npx --no-install jest " + JEST)
                : Optional.empty();
    }

    private static boolean has(JsonNode manifest, String dependency) {
        return Stream.of("devDependencies", "dependencies")
                .anyMatch(group -> manifest.path(group).has(dependency));
    }

    private String script() {
        return manifest().path("scripts").path("test").asString("").strip();
    }

    private JsonNode manifest() {
        try {
            return Json.read(Files.readAllBytes(folder.resolve("package.json")));
        } catch (IOException | JacksonException unreadable) {
            // What npm itself says of it is the better message.
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private String manager() {
        if (Files.exists(folder.resolve("pnpm-lock.yaml"))) {
            return "pnpm";
        }
        return Files.exists(folder.resolve("yarn.lock")) ? "yarn" : "npm";
    }

    /// npm alone wants its own options told from those of the script.
    private String separator() {
        return manager().equals("npm") ? " -- " : " ";
    }
}
