package kiro.hook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the built-in actions can be told in `with`: `docs/formats/hooks.md`.
public final class BuiltInSettings {
    private static final String TRUTH = "true|false";
    private static final String TEXT = "(?s).*\\S.*";

    private static final String TIME =
            "\\d{1,7}|(?=.)(?:\\d{1,5}h)?(?:\\d{1,6}m)?(?:\\d{1,7}s)?(?:\\d{1,9}ms)?";
    private static final List<Setting> OF_A_MODEL =
            List.of(
                    new Setting("model", TEXT, "true, false or the name of a model"),
                    new Setting("wait", TIME, "a length of time such as 10s"));

    /// What is proven and what a rule forbids is no model's to say.
    private static final Set<String> WITHOUT_A_MODEL = Set.of("criteria-status", "steering-check");

    private static final Map<String, List<Setting>> ALL =
            Map.of(
                    "dependency-impact",
                    List.of(
                            new Setting("base", TEXT, "a commit or a branch"),
                            new Setting("dependency", TEXT, "the name of a dependency"),
                            new Setting("form", "text|markdown|json", "text, markdown or json"),
                            new Setting("from", TEXT, "a version"),
                            new Setting("output", TEXT, "the path of a file"),
                            new Setting("require", TRUTH, "true or false"),
                            new Setting("to", TEXT, "a version")),
                    "commit-message",
                    List.of(
                            new Setting("body", TRUTH, "true or false"),
                            new Setting(
                                    "breaking",
                                    "auto|public|routes|never",
                                    "auto, public, routes or never"),
                            new Setting(
                                    "length", "[4-9]\\d|1[01]\\d|120", "a number from 40 to 120")),
                    "criteria-status",
                    List.of(
                            new Setting("require", TRUTH, "true or false"),
                            new Setting("run", TRUTH, "true or false")),
                    "pr-description",
                    List.of(
                            new Setting("base", TEXT, "a branch"),
                            new Setting("output", TEXT, "the path of a file"),
                            new Setting("spec", TEXT, "the name of a spec")),
                    "diagnose-test",
                    List.of(
                            new Setting("runs", "[4-9]|[1-4]\\d|50", "a number from 4 to 50"),
                            new Setting("test", TEXT, "the name of a test")),
                    "steering-check",
                    List.of(new Setting("all", TRUTH, "true or false")),
                    "type-check",
                    List.of(
                            new Setting("fix", TRUTH, "true or false"),
                            new Setting(
                                    "tool",
                                    "maven|gradle|javac|tsc|eslint|ruff|mypy|pyright|go|cargo",
                                    "maven, gradle, javac, tsc, eslint, ruff, mypy, pyright, go or cargo")),
                    "test-stub",
                    List.of(
                            new Setting("file", TEXT, "the path of a source"),
                            new Setting("mark", "auto|skip|fail", "auto, skip or fail")));

    private BuiltInSettings() {}

    /// @param wanted what belongs into it, for people
    public record Setting(String name, String form, String wanted) {
        boolean allows(String value) {
            return Pattern.matches(form, value);
        }
    }

    /// A setting that is a length of time.
    public static Optional<Duration> duration(String text) {
        return Durations.parse(text);
    }

    /// The names of the actions, sorted.
    public static List<String> names() {
        return ALL.keySet().stream().sorted().toList();
    }

    /// The settings of an action; empty for a name that is none.
    public static Optional<List<Setting>> of(String name) {
        return Optional.ofNullable(ALL.get(name))
                .map(settings ->
                        WITHOUT_A_MODEL.contains(name)
                                ? settings
                                : Stream.concat(settings.stream(), OF_A_MODEL.stream()).toList());
    }
}
