package kiro.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kiro.finding.Finding;
import kiro.steering.project.Allowances;
import kiro.steering.project.BaselineFile;
import kiro.steering.project.ProjectSteering;
import kiro.steering.project.SteeringBaseline;
import kiro.steering.rule.Violation;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// `kiro steering baseline`: the violations that a team lives with for now. It begins once, and becomes smaller from then on.
public final class SteeringBaselineCommand extends ProjectCommand {
    private final SteeringAccess steering;
    private final CommandDescription.Flag begin;

    public SteeringBaselineCommand(
            Console console, Workspaces workspaces, SteeringAccess steering) {
        super("baseline", console, workspaces);
        this.steering = steering;
        description.says(
                "Takes out of the baseline what is mended. It never takes anything in, but for the first time:",
                "'--begin' writes down what violates the rules today.",
                "");
        begin = description.flag("--begin", "Write the first baseline, where there is none.");
        description.endsWith(
                "",
                "Examples:",
                "  kiro steering baseline --begin",
                "  kiro steering baseline",
                "",
                "Exit codes: 0 the baseline is what it is to be, 1 something violates the rules that it has not, or it"
                        + " cannot be read or written, 64 wrong use.");
    }

    @Override
    int work(Workspace workspace) throws IOException, InterruptedException {
        Allowances allowances = steering.allowances(workspace);
        if (begin.isSet() == allowances.baseline().isPresent()) {
            console.problem(
                    begin.isSet() ? "steering/baseline-exists" : "steering/no-baseline",
                    begin.isSet()
                            ? "there is a baseline already, and it can only become smaller: "
                                    + BaselineFile.PATH
                            : "there is no baseline",
                    begin.isSet()
                            ? "mend what it has not, or waive it: docs/formats/steering-baseline.md"
                            : "begin with one: kiro steering baseline --begin");
            return ExitCode.FINDINGS.number();
        }
        ProjectSteering known = steering.of(workspace);
        Allowances.Verdict verdict =
                allowances.judge(
                        known.check().checkProject().violations(),
                        known.project(),
                        Allowances.Extent.WHOLE);
        return begin.isSet() ? begin(workspace, verdict) : shrink(workspace, verdict);
    }

    private int begin(Workspace workspace, Allowances.Verdict verdict) throws IOException {
        SteeringBaseline baseline = SteeringBaseline.of(verdict.violations());
        return write(workspace, baseline)
                ? said(
                        "%s of today: %s"
                                .formatted(
                                        Counted.of(baseline.size(), "violation"),
                                        BaselineFile.PATH))
                : ExitCode.FINDINGS.number();
    }

    private int shrink(Workspace workspace, Allowances.Verdict verdict) throws IOException {
        if (verdict.left().isEmpty()) {
            console.printFindings(verdict.findings());
            return ExitCode.FINDINGS.number();
        }
        SteeringBaseline left = verdict.left().get();
        if (!write(workspace, left)) {
            return ExitCode.FINDINGS.number();
        }
        List<Finding> fresh = verdict.violations().stream().map(Violation::finding).toList();
        console.printFindings(fresh);
        said(
                "%s left, %d gone%s"
                        .formatted(
                                Counted.of(left.size(), "violation"),
                                verdict.gone(),
                                fresh.isEmpty()
                                        ? ""
                                        : "; %d that it has not stay violations"
                                                .formatted(fresh.size())));
        return (fresh.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS).number();
    }

    private int said(String line) {
        console.print(line);
        return ExitCode.OK.number();
    }

    /// @return whether it was written
    private boolean write(Workspace workspace, SteeringBaseline baseline) throws IOException {
        var files = new WorkspaceFiles(workspace);
        WorkspacePath path = WorkspacePath.of(BaselineFile.PATH);
        if (files.isLinked(path)) {
            console.problem(
                    "steering/baseline-link",
                    BaselineFile.PATH + " leads to another file, through a link",
                    "put a file in its place");
            return false;
        }
        files.write(path, BaselineFile.text(baseline).getBytes(StandardCharsets.UTF_8));
        return true;
    }
}
