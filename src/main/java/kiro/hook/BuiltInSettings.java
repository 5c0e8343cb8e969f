package kiro.hook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the built-in actions can be told in `with`: `docs/formats/hooks.md`.
public final class BuiltInSettings {
    private static final String TRUTH = "true|false";
    private static final String TEXT = "(?s).*\\S.*";

    private static final Map<String, List<Setting>> ALL =
            Map.of(
                    "commit-message",
                    List.of(
                            new Setting("body", TRUTH, "true or false"),
                            new Setting(
                                    "breaking",
                                    "auto|public|routes|never",
                                    "auto, public, routes or never"),
                            new Setting(
                                    "length", "[4-9]\\d|1[01]\\d|120", "a number from 40 to 120")));

    private BuiltInSettings() {}

    /// @param wanted what belongs into it, for people
    public record Setting(String name, String form, String wanted) {
        boolean allows(String value) {
            return Pattern.matches(form, value);
        }
    }

    /// The names of the actions, sorted.
    public static List<String> names() {
        return ALL.keySet().stream().sorted().toList();
    }

    /// The settings of an action; empty for a name that is none.
    public static Optional<List<Setting>> of(String name) {
        return Optional.ofNullable(ALL.get(name));
    }
}
