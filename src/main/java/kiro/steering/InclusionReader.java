package kiro.steering;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import kiro.finding.Finding;
import kiro.text.FlatYaml;
import kiro.text.NearestNames;
import kiro.text.PathGlob;
import kiro.text.SourceSpan;
import kiro.workspace.WorkspacePath;

/// Reads from front matter when a steering file is told.
final class InclusionReader {
    private static final String INCLUSION = "inclusion";
    private static final String PATTERN = "fileMatchPattern";
    private static final List<String> MODES = List.of("always", "fileMatch", "manual", "auto");
    private static final List<String> KEYS =
            List.of(INCLUSION, PATTERN, "name", "description", "owner", "review", "reviewed");

    private final WorkspacePath path;
    private final List<Finding> findings;

    /// @param findings where warnings are added
    InclusionReader(WorkspacePath path, List<Finding> findings) {
        this.path = path;
        this.findings = findings;
    }

    Inclusion read(FlatYaml.Reading.Whole keys) {
        keys.entries().forEach(this::warnOfMisspeltKey);
        Optional<FlatYaml.Entry> entry = keys.find(INCLUSION);
        if (entry.isEmpty()) {
            keys.find(PATTERN).ifPresent(this::warnOfUselessPattern);
            return new Inclusion.Always();
        }
        String mode = String.join(", ", entry.get().texts()).strip();
        return switch (mode.toLowerCase(Locale.ROOT)) {
            case "always" -> new Inclusion.Always();
            case "manual" -> new Inclusion.Manual();
            case "filematch" -> fileMatch(entry.get(), keys.find(PATTERN));
            case "auto" -> auto(entry.get(), keys.find("description"));
            default -> unknown(entry.get(), mode);
        };
    }

    private Inclusion fileMatch(FlatYaml.Entry inclusion, Optional<FlatYaml.Entry> pattern) {
        List<String> globs =
                pattern.map(FlatYaml.Entry::texts).orElse(List.of()).stream()
                        .map(String::strip)
                        .filter(Predicate.not(String::isEmpty))
                        .filter(glob -> isUsable(glob, pattern.orElse(inclusion)))
                        .toList();
        if (globs.isEmpty()) {
            warn(
                    "no-pattern",
                    pattern.orElse(inclusion).span(),
                    "there is no pattern to match files with, so the file is always told",
                    "add a line such as: fileMatchPattern: \"src/**/*.java\"");
            return new Inclusion.Always();
        }
        return new Inclusion.FileMatch(globs);
    }

    private boolean isUsable(String glob, FlatYaml.Entry pattern) {
        boolean isUsable = PathGlob.parse(glob).isPresent();
        if (!isUsable) {
            warn(
                    "bad-pattern",
                    pattern.span(),
                    "'%s' is no pattern: its brackets do not match".formatted(glob),
                    "write one such as src/**/*.{ts,tsx}");
        }
        return isUsable;
    }

    private Inclusion auto(FlatYaml.Entry inclusion, Optional<FlatYaml.Entry> description) {
        String text = description.map(entry -> String.join(" ", entry.texts())).orElse("").strip();
        if (text.isEmpty()) {
            warn(
                    "no-description",
                    inclusion.span(),
                    "a model decides by the description, and there is none, so the file is always told",
                    "add a line 'description: ...' that says when it matters");
            return new Inclusion.Always();
        }
        return new Inclusion.Auto(text);
    }

    private Inclusion unknown(FlatYaml.Entry inclusion, String mode) {
        List<String> near = NearestNames.of(mode, MODES);
        warn(
                "unknown-inclusion",
                inclusion.span(),
                "inclusion '%s' is not known, so the file is always told".formatted(mode),
                near.isEmpty()
                        ? "write one of " + String.join(", ", MODES)
                        : "did you mean %s?".formatted(near.getFirst()));
        return new Inclusion.Unknown(mode);
    }

    private void warnOfUselessPattern(FlatYaml.Entry pattern) {
        warn(
                "useless-pattern",
                pattern.span(),
                "the pattern has no effect without 'inclusion: fileMatch': the file is always told",
                "add the line, or delete the pattern");
    }

    /// Keys of others stay unremarked; one that is nearly ours is a slip.
    private void warnOfMisspeltKey(FlatYaml.Entry entry) {
        if (KEYS.contains(entry.key())) {
            return;
        }
        NearestNames.of(entry.key(), KEYS).stream()
                .findFirst()
                .ifPresent(near ->
                        warn(
                                "unknown-key",
                                entry.span(),
                                "'%s' has no effect".formatted(entry.key()),
                                "did you mean %s?".formatted(near)));
    }

    private void warn(String rule, SourceSpan span, String message, String fix) {
        findings.add(Finding.warning("steering/" + rule, path.value(), span, message, fix));
    }
}
