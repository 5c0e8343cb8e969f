package kiro.cli;

import java.util.Optional;
import kiro.agent.RunEnd;
import kiro.agent.RunReport;
import kiro.cli.RunFaces.Output;
import kiro.workspace.Workspace;

/// Runs the agent before a person, or before a program that reads JSON.
public final class AgentFlow {
    private final Console console;
    private final AgentRuns runs;
    private final RunFaces faces;

    public AgentFlow(Console console, AgentRuns runs, RunFaces faces) {
        this.console = console;
        this.runs = runs;
        this.faces = faces;
    }

    /// What came of it.
    ///
    /// @param report empty when the run did not begin
    record Outcome(ExitCode code, Optional<RunReport> report) {}

    Outcome run(RunRequest request, Output output) throws InterruptedException {
        return run(request, request.workspace(), output);
    }

    /// Runs on a copy of a workspace, of which nothing is kept.
    ///
    /// @param original the workspace whose rights hold
    Outcome rehearse(RunRequest request, Workspace original, Output output)
            throws InterruptedException {
        return run(request, original, output);
    }

    private Outcome run(RunRequest request, Workspace original, Output output)
            throws InterruptedException {
        try (RunFace face = faces.open(request, output)) {
            return switch (runs.open(request, original, face)) {
                case AgentRuns.Opening.Refused refused -> {
                    Problem problem = refused.problem();
                    console.problem(problem.code(), problem.message(), problem.fix());
                    yield new Outcome(refused.code(), Optional.empty());
                }
                case AgentRuns.Opening.Broken broken -> {
                    console.findings(broken.findings());
                    yield new Outcome(ExitCode.FINDINGS, Optional.empty());
                }
                case AgentRuns.Opening.Opened opened -> {
                    RunReport report = report(opened.run(), face);
                    var view = new ReportView(console, !original.equals(request.workspace()));
                    switch (output) {
                        case TEXT, PLAIN -> view.print(report, request, opened.run().log());
                        case JSON -> {}
                    }
                    yield new Outcome(code(report.end()), Optional.of(report));
                }
            };
        }
    }

    /// Carries the run out; the terminal is let go of before its last words.
    private static RunReport report(OpenRun open, RunFace face) throws InterruptedException {
        try (open) {
            return open.run();
        } finally {
            face.close();
        }
    }

    static ExitCode code(RunEnd end) {
        return switch (end) {
            case RunEnd.Done _, RunEnd.Planned _, RunEnd.Stepped _ -> ExitCode.OK;
            case RunEnd.Unproven _, RunEnd.StepFailed _, RunEnd.Unable _ -> ExitCode.UNPROVEN;
            case RunEnd.Undone undone -> undone.isForbidden() ? ExitCode.DENIED : ExitCode.UNPROVEN;
            case RunEnd.NoPlan _, RunEnd.ModelFailed _ -> ExitCode.PROVIDER;
            case RunEnd.Denied _ -> ExitCode.DENIED;
            case RunEnd.LimitReached _ -> ExitCode.BUDGET;
            case RunEnd.Interrupted _ -> ExitCode.INTERRUPTED;
        };
    }
}
