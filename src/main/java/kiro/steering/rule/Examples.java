package kiro.steering.rule;

import java.util.List;

/// Code that a rule must find and code that it must leave alone.
public record Examples(List<Example> bad, List<Example> good) {
    public static final Examples NONE = new Examples(List.of(), List.of());

    /// @param path decides the language and whether the file is in the rule's scope
    public record Example(String path, String code) {}

    public Examples {
        bad = List.copyOf(bad);
        good = List.copyOf(good);
    }
}
