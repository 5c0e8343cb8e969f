package kiro.cli;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.function.Function;
import kiro.draft.Change;
import kiro.finding.Finding;
import kiro.finding.GithubAnnotations;
import kiro.finding.RuleDescription;
import kiro.finding.Sarif;
import kiro.finding.Severity;
import kiro.spec.rule.RuleBook;
import kiro.spec.rule.SpecScore;

/// Shows what came of checking specs, in the form that was asked for.
final class ValidationView {
    private final Console console;
    private final String version;

    /// The forms of the result.
    enum Format {
        TEXT,
        JSON,
        SARIF,
        GITHUB;

        /// The others hold findings alone.
        boolean hasSuggestions() {
            return this == TEXT || this == JSON;
        }
    }

    ValidationView(Console console, String version) {
        this.console = console;
        this.version = version;
    }

    /// @param proposed by a model, for the one spec that is checked
    /// @param context the text of the line in which a finding stands
    void show(
            Validation validation,
            List<Change> proposed,
            Format format,
            Function<Finding, String> context) {
        switch (format) {
            case TEXT -> text(validation);
            case JSON -> console.print(SpecJson.validation(validation, proposed));
            case SARIF ->
                    console.print(
                            new Sarif(version, descriptions(), context)
                                    .write(validation.findings()));
            case GITHUB -> {
                if (!validation.findings().isEmpty()) {
                    console.print(GithubAnnotations.of(validation.findings()));
                }
            }
        }
    }

    private void text(Validation validation) {
        if (validation.checked() == 0) {
            console.findings(validation.findings());
            console.print(SpecListCommand.NONE);
            return;
        }
        console.printFindings(validation.findings());
        console.print(
                Counted.of(validation.checked(), "spec")
                        + " checked: "
                        + Counted.of(validation.count(Severity.ERROR), "error")
                        + ", "
                        + Counted.of(validation.count(Severity.WARNING), "warning")
                        + remarks(validation.count(Severity.INFO))
                        + scores(validation));
    }

    private static String remarks(long infos) {
        return infos == 0 ? "" : ", " + Counted.of(infos, "remark");
    }

    private static String scores(Validation validation) {
        if (validation.findings().isEmpty() || validation.scores().isEmpty()) {
            return "";
        }
        IntSummaryStatistics scores =
                validation.scores().stream().mapToInt(SpecScore::score).summaryStatistics();
        return scores.getMin() == scores.getMax()
                ? "; score %d of 100".formatted(scores.getMin())
                : "; scores from %d to %d of 100, %d on average"
                        .formatted(
                                scores.getMin(), scores.getMax(), Math.round(scores.getAverage()));
    }

    /// Every rule with its level and an example that it finds.
    void rules() {
        for (RuleBook.Entry entry : RuleBook.read().entries()) {
            console.print(
                    "%s  %s%s"
                            .formatted(
                                    console.styled(Style.BOLD, entry.rule().id().value()),
                                    level(entry),
                                    entry.row().equals("-") ? "" : "  (" + entry.row() + ")"));
            console.print("    " + entry.finds());
            entry.bad()
                    .stripTrailing()
                    .lines()
                    .forEach(line -> console.print(("    | " + line).stripTrailing()));
        }
    }

    private static String level(RuleBook.Entry entry) {
        return switch (entry.rule().level()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "info";
        };
    }

    private static List<RuleDescription> descriptions() {
        return RuleBook.read().entries().stream()
                .map(entry ->
                        new RuleDescription(
                                entry.rule().id(),
                                entry.rule().level(),
                                "finds " + entry.finds(),
                                "Finds %s.\n\nFound:\n\n```markdown\n%s```\n\nNot found:\n\n```markdown\n%s```\n"
                                        .formatted(entry.finds(), entry.bad(), entry.good())))
                .toList();
    }
}
