package kiro.permission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.text.OwnFile;

/// The rules of a run, to which a person may add.
public final class RuleBook {
    private final PermissionFiles files;
    private final List<PermissionRule> others;
    private PermissionRules rules;

    /// @param others rules that stand in other files than those of permissions
    public RuleBook(PermissionFiles files, PermissionRules rules, List<PermissionRule> others) {
        this.files = files;
        this.rules = rules;
        this.others = List.copyOf(others);
    }

    public RuleBook(PermissionFiles files, PermissionRules rules) {
        this(files, rules, List.of());
    }

    public synchronized PermissionRules rules() {
        if (others.isEmpty()) {
            return rules;
        }
        var all = new ArrayList<>(rules.rules());
        all.addAll(others);
        return new PermissionRules(all);
    }

    /// Keeps a rule for this workspace, now and in later runs; answers what went wrong, if anything.
    public synchronized Optional<String> keep(PermissionRule rule) {
        PermissionFiles.Source source = files.project();
        try {
            String before = text(source.file());
            new OwnFile(source.file())
                    .replacePrivately(
                            (before.isBlank() ? "rules:\n" : withEnd(before)) + item(rule));
            if (files.read() instanceof PermissionFiles.Reading.Whole read
                    && read.rules().rules().size() == rules.rules().size() + 1) {
                rules = read.rules();
                return Optional.empty();
            }
            new OwnFile(source.file()).replacePrivately(before);
            return Optional.of(source.label() + " has an unusual form: add the rule by hand");
        } catch (IOException unwritable) {
            var more = new ArrayList<>(rules.rules());
            more.add(rule);
            rules = new PermissionRules(more);
            return Optional.of(
                    "%s cannot be written (%s): the rule holds for this run alone"
                            .formatted(source.label(), unwritable.getMessage()));
        }
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException none) {
            return "";
        }
    }

    private static String withEnd(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }

    private static String item(PermissionRule rule) {
        String excluded =
                rule.exclude().isEmpty()
                        ? ""
                        : "    exclude: [%s]\n".formatted(quoted(rule.exclude()));
        return "  - capability: %s\n    match: [%s]\n%s    effect: %s\n"
                .formatted(rule.capability(), quoted(rule.match()), excluded, rule.effect().word());
    }

    /// In the quotes of YAML that know no escapes but their own sign, written twice.
    private static String quoted(List<String> texts) {
        return texts.stream()
                .map(text -> "'" + text.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
    }
}
