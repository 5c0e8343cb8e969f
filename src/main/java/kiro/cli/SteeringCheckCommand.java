package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kiro.finding.Finding;
import kiro.finding.GithubAnnotations;
import kiro.finding.RuleDescription;
import kiro.finding.Sarif;
import kiro.finding.Severity;
import kiro.steering.check.CheckResult;
import kiro.steering.project.ProjectSteering;
import kiro.steering.rule.Violation;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/// `kiro steering check`: what violates the rules of the steering.
public final class SteeringCheckCommand implements Callable<Integer> {
    private final Console console;
    private final Projects projects;
    private final Workspaces workspaces;
    private final SteeringAccess steering;
    private final String version;
    private final CommandDescription.Given<String> path;
    private final CommandDescription.Flag changed;
    private final CommandDescription.Given<ValidationView.Format> format;
    private final CommandSpec spec;

    /// @param version of this program
    public SteeringCheckCommand(
            Console console, Workspaces workspaces, SteeringAccess steering, String version) {
        this.console = console;
        this.projects = new Projects(console, workspaces);
        this.workspaces = workspaces;
        this.steering = steering;
        this.version = version;
        var description = new CommandDescription("check", this);
        description.says(
                "Checks the project's files against the sentences of the steering that are enforced. Each",
                "violation has its place, its rule, the sentence and what to do about it.",
                "");
        path = description.words("PATH", "A file or folder; without it the whole project.");
        changed =
                description.flag(
                        "--changed", "Check only files that are another than in the last commit.");
        format =
                description.option(
                        "--format",
                        "FORMAT",
                        ValidationView.Format.class,
                        new Formats(),
                        "text, json, sarif or github; text if not given.");
        description.endsWith(
                "",
                "Examples:",
                "  kiro steering check",
                "  kiro steering check src/web --format sarif",
                "  kiro steering check --changed",
                "",
                "Exit codes: 0 nothing violates them, 1 violations, or a file or rule is broken, 64 wrong use.");
        this.spec = description.spec();
    }

    private static final class Formats implements ITypeConverter<ValidationView.Format> {
        @Override
        public ValidationView.Format convert(String word) {
            return Stream.of(ValidationView.Format.values())
                    .filter(each -> each.name().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException(
                                    "'%s' is no format: text, json, sarif or github"
                                            .formatted(word)));
        }
    }

    /// The command as picocli takes it.
    public CommandSpec description() {
        return spec;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Workspace> workspace = projects.current();
        if (workspace.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        ProjectSteering known = steering.of(workspace.get());
        if (!changed.isSet()) {
            return within(workspace.get(), known);
        }
        return switch (steering.changed(workspace.get())) {
            case ChangedPaths.Unknown(String reason) -> {
                console.problem(
                        "steering/no-changes",
                        "what is changed is not known: " + reason,
                        "check the whole project: kiro steering check");
                yield ExitCode.FINDINGS.number();
            }
            case ChangedPaths.Known(List<WorkspacePath> paths) ->
                    show(
                            known,
                            known.check()
                                    .checkAll(paths.stream().map(WorkspacePath::value).toList()));
        };
    }

    private int within(Workspace workspace, ProjectSteering known) {
        if (!path.isGiven()) {
            return show(known, known.check().checkProject());
        }
        String given = path.value().orElse("");
        Optional<List<String>> paths =
                workspace
                        .relativize(workspaces.absolute(given))
                        .map(at -> known.pathsAt(at.value()))
                        .filter(found -> !found.isEmpty());
        if (paths.isEmpty()) {
            console.problem(
                    "steering/no-file",
                    "there is no file of the project at '%s'".formatted(given),
                    "name a file or folder that git lists");
            return ExitCode.FINDINGS.number();
        }
        return show(known, known.check().checkAll(paths.get()));
    }

    private int show(ProjectSteering known, CheckResult result) {
        List<Finding> violations = result.violations().stream().map(Violation::finding).toList();
        List<Finding> all =
                Stream.concat(known.findings().stream(), violations.stream())
                        .sorted(Finding.ORDER)
                        .toList();
        switch (format.value().orElse(ValidationView.Format.TEXT)) {
            case TEXT -> text(known, result, all);
            case JSON -> console.print(SteeringJson.check(result, all));
            case SARIF -> console.print(sarif(known, result).write(all));
            case GITHUB -> {
                if (!all.isEmpty()) {
                    console.print(GithubAnnotations.of(all));
                }
            }
        }
        boolean fails = all.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return (fails ? ExitCode.FINDINGS : ExitCode.OK).number();
    }

    private void text(ProjectSteering known, CheckResult result, List<Finding> all) {
        console.printFindings(all);
        result.notes()
                .forEach(
                        note -> console.note("note: %s: %s".formatted(note.path(), note.reason())));
        console.print(
                "%s checked: %s"
                        .formatted(
                                Counted.of(known.rules().size(), "rule"),
                                Counted.of(result.violations().size(), "violation")));
    }

    private Sarif sarif(ProjectSteering known, CheckResult result) {
        List<RuleDescription> rules =
                known.rules().stream()
                        .map(rule ->
                                new RuleDescription(
                                        rule.id(),
                                        rule.severity(),
                                        rule.origin().sentence(),
                                        "%s (%s)"
                                                .formatted(
                                                        rule.origin().sentence(),
                                                        rule.origin().file())))
                        .toList();
        return new Sarif(
                version,
                rules,
                finding ->
                        result.violations().stream()
                                .filter(each -> each.finding().equals(finding))
                                .map(Violation::print)
                                .findFirst()
                                .orElse(""));
    }
}
