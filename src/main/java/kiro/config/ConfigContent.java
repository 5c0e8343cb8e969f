package kiro.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.text.SourceSpan;

/// What stands in a file of settings that is to be changed.
///
/// @param problems what keeps it from being changed at all
record ConfigContent(
        String text, boolean isMarked, String label, boolean isTeams, List<Finding> problems) {
    private static final String MARK = "\ufeff";

    /// With these nobody knows where a setting stands.
    private static final Set<String> UNCHANGEABLE =
            Set.of(
                    "config/unreadable",
                    "config/too-large",
                    "config/not-utf8",
                    "config/not-yaml",
                    "config/too-deep");

    ConfigContent {
        problems = List.copyOf(problems);
    }

    static ConfigContent of(Path file, String label, boolean isTeams) throws IOException {
        if (isTeams && Files.isSymbolicLink(file)) {
            return broken(
                    label,
                    isTeams,
                    List.of(
                            Finding.error(
                                    "config/link",
                                    label,
                                    SourceSpan.start(),
                                    "the file is a link, and what it leads to may not be the project's",
                                    "put a file in its place")));
        }
        List<Finding> unreadable =
                ConfigFile.read(file, label, isTeams).findings().stream()
                        .filter(finding -> UNCHANGEABLE.contains(finding.rule().value()))
                        .toList();
        if (!unreadable.isEmpty()) {
            return broken(label, isTeams, unreadable);
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            boolean isMarked = text.startsWith(MARK);
            return new ConfigContent(
                    isMarked ? text.substring(1) : text, isMarked, label, isTeams, List.of());
        } catch (NoSuchFileException | NotDirectoryException none) {
            return new ConfigContent("", false, label, isTeams, List.of());
        }
    }

    private static ConfigContent broken(String label, boolean isTeams, List<Finding> problems) {
        return new ConfigContent("", false, label, isTeams, problems);
    }

    /// What a text says.
    record Meaning(Map<String, String> values, List<Finding> errors) {
        Optional<String> value(String name) {
            return Optional.ofNullable(values.get(name));
        }

        private Map<String, String> without(String name) {
            var others = new HashMap<>(values);
            others.remove(name);
            return others;
        }
    }

    Meaning meaning() {
        return meaning(text);
    }

    private Meaning meaning(String other) {
        var reader = new ConfigReader(label, isTeams);
        reader.read(other);
        var values = new HashMap<String, String>();
        reader.entries().forEach((name, entry) -> values.put(name, entry.text()));
        return new Meaning(
                values,
                reader.findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .toList());
    }

    /// Whether another text says the same as this one but for one setting, and has no error.
    ///
    /// @param value of the setting in the other text; empty for none
    boolean differsIn(String name, Optional<String> value, String other) {
        Meaning after = meaning(other);
        return after.errors().isEmpty()
                && after.value(name).equals(value)
                && after.without(name).equals(meaning().without(name));
    }

    /// A text with the byte order mark that this one had.
    String marked(String other) {
        return isMarked ? MARK + other : other;
    }
}
