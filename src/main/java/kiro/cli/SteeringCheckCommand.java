package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.finding.Finding;
import kiro.finding.GithubAnnotations;
import kiro.finding.Severity;
import kiro.steering.check.CheckResult;
import kiro.steering.project.AddedViolations;
import kiro.steering.project.Allowances;
import kiro.steering.project.ProjectSteering;
import kiro.steering.rule.Violation;
import kiro.workspace.BranchChange;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// `kiro steering check`: what violates the rules of the steering.
public final class SteeringCheckCommand extends ProjectCommand {
    private static final int MOST_NOTES = 5;

    private final Workspaces workspaces;
    private final SteeringAccess steering;
    private final String version;
    private final CommandDescription.Given<String> path;
    private final CommandDescription.Flag changed;
    private final CommandDescription.Given<String> base;
    private final CommandDescription.Flag all;
    private final CommandDescription.Given<ValidationView.Format> format;

    /// @param version of this program
    public SteeringCheckCommand(
            Console console, Workspaces workspaces, SteeringAccess steering, String version) {
        super("check", console, workspaces);
        this.workspaces = workspaces;
        this.steering = steering;
        this.version = version;
        description.says(
                "Checks the project's files against the sentences of the steering that are enforced. Each",
                "violation has its place, its rule, the sentence and what to do about it. What the baseline has, and what",
                "somebody waives, is counted and lets the check pass.",
                "");
        path = description.words("PATH", "A file or folder; without it the whole project.");
        changed =
                description.flag(
                        "--changed", "Check only files that are another than in the last commit.");
        base =
                description.option(
                        "--base",
                        "REF",
                        "With --changed: what differs from where the branch left this one. Only what that adds counts.");
        all = description.flag("--all", "Check the whole project, as without a path.");
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
                "  kiro steering check --changed --base origin/main --format github",
                "",
                "Exit codes: 0 nothing violates them, 1 violations, or a file or rule is broken, 64 wrong use.");
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

    /// What there is to check, and what is let stand.
    private record Work(Workspace workspace, ProjectSteering known, List<Finding> reminders) {
        Work with(List<Finding> more) {
            return new Work(
                    workspace, known, Stream.concat(reminders.stream(), more.stream()).toList());
        }
    }

    @Override
    int work(Workspace workspace) throws IOException, InterruptedException {
        if (Stream.of(changed.isSet(), all.isSet(), path.isGiven()).filter(set -> set).count()
                > 1) {
            console.problem(
                    "steering/too-much",
                    "'--changed', '--all' and a path exclude each other",
                    "give one of them");
            return ExitCode.USAGE.number();
        }
        if (base.isGiven() && !changed.isSet()) {
            console.problem(
                    "cli/usage",
                    "'--base' is about what is changed",
                    "add '--changed', or leave it out");
            return ExitCode.USAGE.number();
        }
        ProjectSteering known = steering.of(workspace);
        var work = new Work(workspace, known, steering.reminders(workspace, known));
        if (!changed.isSet()) {
            return within(work);
        }
        if (base.isGiven()) {
            return since(work, base.value().orElse(""));
        }
        return switch (steering.changed(workspace)) {
            case ChangedPaths.Unknown(String reason) ->
                    unknown(reason, "check the whole project: kiro steering check");
            case ChangedPaths.Known(List<WorkspacePath> paths) ->
                    show(work, changed(known, paths), Allowances.Extent.PART);
        };
    }

    private int unknown(String reason, String next) {
        console.problem("steering/no-changes", "what is changed is not known: " + reason, next);
        return ExitCode.FINDINGS.number();
    }

    /// Only what a branch adds counts: what was there before stands in nobody's way.
    private int since(Work work, String from) throws InterruptedException {
        return switch (steering.since(work.workspace(), from)) {
            case BranchChange.Reading.Unknown(String reason, String next) -> unknown(reason, next);
            case BranchChange.Reading.Known(BranchChange change) -> {
                Map<String, byte[]> before = change.before();
                CheckResult now = changed(work.known(), change.present());
                List<Violation> added =
                        AddedViolations.of(work.known().check(), before, now.violations());
                int old = now.violations().size() - added.size();
                if (old > 0 && isText()) {
                    console.note(
                            "note: %s in the files of the change that were there before"
                                    .formatted(Counted.of(old, "violation")));
                }
                yield show(
                        work.with(
                                AddedViolations.grownBaseline(before, work.known().project())
                                        .stream()
                                        .toList()),
                        new CheckResult(added, now.notes()),
                        Allowances.Extent.PART);
            }
        };
    }

    private boolean isText() {
        return format.value().orElse(ValidationView.Format.TEXT) == ValidationView.Format.TEXT;
    }

    private static CheckResult changed(ProjectSteering known, List<WorkspacePath> changed) {
        List<String> paths = changed.stream().map(WorkspacePath::value).toList();
        return known.check().checkAll(paths).with(known.check().checkCoverage(Set.copyOf(paths)));
    }

    private int within(Work work) {
        ProjectSteering known = work.known();
        if (!path.isGiven()) {
            return show(work, known.check().checkProject(), Allowances.Extent.WHOLE);
        }
        String given = path.value().orElse("");
        Optional<List<String>> paths =
                work.workspace()
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
        return show(work, known.check().checkAll(paths.get()), Allowances.Extent.PART);
    }

    private int show(Work work, CheckResult found, Allowances.Extent extent) {
        Allowances.Verdict verdict =
                steering.allowances(work.workspace())
                        .judge(found.violations(), work.known().project(), extent);
        var result = new CheckResult(verdict.violations(), found.notes());
        List<Finding> findings =
                Stream.of(
                                work.known().findings().stream(),
                                work.reminders().stream(),
                                verdict.findings().stream(),
                                result.violations().stream().map(Violation::finding))
                        .flatMap(each -> each)
                        .sorted(Finding.ORDER)
                        .toList();
        switch (format.value().orElse(ValidationView.Format.TEXT)) {
            case TEXT -> text(work.known(), result, verdict, findings);
            case JSON -> console.print(SteeringJson.check(result, verdict, findings));
            case SARIF ->
                    console.print(
                            SteeringSarif.of(version, work.known(), result, verdict, findings));
            case GITHUB -> {
                if (!findings.isEmpty()) {
                    console.print(GithubAnnotations.of(findings));
                }
            }
        }
        boolean fails = findings.stream().anyMatch(each -> each.severity() == Severity.ERROR);
        return (fails ? ExitCode.FINDINGS : ExitCode.OK).number();
    }

    private void text(
            ProjectSteering known,
            CheckResult result,
            Allowances.Verdict verdict,
            List<Finding> findings) {
        console.printFindings(findings);
        result.notes().stream()
                .limit(MOST_NOTES)
                .forEach(
                        note -> console.note("note: %s: %s".formatted(note.path(), note.reason())));
        if (result.notes().size() > MOST_NOTES) {
            console.note(
                    "note: %d more files are not checked, or in part: --format json tells of each"
                            .formatted(result.notes().size() - MOST_NOTES));
        }
        verdict.waived().forEach(each -> console.print(waived(each)));
        console.print(
                "%s checked: %s%s%s"
                        .formatted(
                                Counted.of(known.rules().size(), "rule"),
                                Counted.of(result.violations().size(), "violation"),
                                verdict.known().isEmpty()
                                        ? ""
                                        : ", %d more in the baseline"
                                                .formatted(verdict.known().size()),
                                verdict.waived().isEmpty()
                                        ? ""
                                        : ", %d waived".formatted(verdict.waived().size())));
    }

    private static String waived(Allowances.Waived each) {
        return "waived by %s until %s: %s:%d [%s]%s"
                .formatted(
                        each.waiver().owner(),
                        each.waiver().until(),
                        each.violation().path(),
                        each.violation().span().line(),
                        each.violation().rule().id(),
                        each.waiver().reason().isEmpty() ? "" : ": " + each.waiver().reason());
    }
}
