package kiro.steering;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.text.BrokenText;
import kiro.text.FlatYaml;
import kiro.text.FrontMatter;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;
import kiro.workspace.WorkspacePath;

/// Reads one steering file. What cannot be read of its front matter is a warning, and the file is then told always:
/// policy that is told too often does less harm than policy that is not told.
final class SteeringReader {
    static final int MAX_BYTES = 1 << 20;
    private static final FlatYaml.Reading.Whole NO_KEYS = new FlatYaml.Reading.Whole(List.of());

    private final WorkspacePath path;
    private final List<Finding> findings = new ArrayList<>();

    SteeringReader(WorkspacePath path) {
        this.path = path;
    }

    List<Finding> findings() {
        return findings;
    }

    Optional<SteeringFile> read(byte[] bytes) {
        Optional<BrokenText> fault = BrokenText.in(bytes);
        if (fault.isPresent()) {
            findings.add(
                    Finding.error(
                            "steering/not-utf-8",
                            path.value(),
                            fault.get().span(),
                            "the file is not UTF-8 text: " + fault.get().what(),
                            "save the file as UTF-8; until then it is not told"));
            return Optional.empty();
        }
        TextDocument document = TextDocument.decode(bytes).orElseThrow();
        Optional<FrontMatter> head = FrontMatter.of(document);
        int linesAbove = head.map(FrontMatter::lastLine).orElse(0);
        String body = bodyBelow(document, linesAbove);
        if (body.isBlank()) {
            warn("empty", SourceSpan.start(), "the file says nothing", "write it, or delete it");
        }
        if (head.isEmpty()) {
            warnOfOpenFrontMatter(document);
        }
        FlatYaml.Reading.Whole keys = head.map(this::keys).orElse(NO_KEYS);
        return Optional.of(
                new SteeringFile(
                        new SteeringPlace.Project(),
                        path,
                        name(),
                        new InclusionReader(path, findings).read(keys),
                        new Keeping(text(keys, "owner"), text(keys, "review"), reviewed(keys)),
                        body,
                        linesAbove));
    }

    private Optional<LocalDate> reviewed(FlatYaml.Reading.Whole keys) {
        Optional<String> text = text(keys, "reviewed");
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeParseException noDate) {
            warn(
                    "bad-date",
                    keys.find("reviewed").map(FlatYaml.Entry::span).orElse(SourceSpan.start()),
                    "'%s' is no date, so nobody is reminded".formatted(text.orElse("")),
                    "write it as 2026-01-31");
            return Optional.empty();
        }
    }

    private FlatYaml.Reading.Whole keys(FrontMatter head) {
        return switch (FlatYaml.read(head.yaml(), 1)) {
            case FlatYaml.Reading.Whole whole -> whole;
            case FlatYaml.Reading.Broken broken -> {
                warn(
                        "front-matter",
                        broken.span(),
                        "the front matter cannot be read, so the file is always told: "
                                + broken.problem(),
                        "mend it; values with ':', '*' or '#' go between quotes");
                yield NO_KEYS;
            }
        };
    }

    private void warnOfOpenFrontMatter(TextDocument document) {
        boolean looksOpen =
                document.lines().size() > 1
                        && document.line(1).stripTrailing().equals("---")
                        && document.line(2).matches("[A-Za-z]+:.*");
        if (looksOpen) {
            warn(
                    "front-matter",
                    SourceSpan.start(),
                    "the front matter is never closed, so the file is always told",
                    "close it with a line '---'");
        }
    }

    private static String bodyBelow(TextDocument document, int lastLine) {
        var body = new StringBuilder();
        for (TextDocument.Line line : document.lines().subList(lastLine, document.lines().size())) {
            body.append(line.text()).append(line.end());
        }
        return body.toString();
    }

    private static Optional<String> text(FlatYaml.Reading.Whole keys, String key) {
        return keys.find(key)
                .map(entry -> String.join(", ", entry.texts()).strip())
                .filter(text -> !text.isEmpty());
    }

    private String name() {
        String file = path.name();
        return file.substring(0, file.length() - ".md".length());
    }

    private void warn(String rule, SourceSpan span, String message, String fix) {
        findings.add(Finding.warning("steering/" + rule, path.value(), span, message, fix));
    }
}
