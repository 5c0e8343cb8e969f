package kiro.cli;

import java.util.Optional;
import kiro.agent.Approver;
import kiro.agent.RunEnd;
import kiro.agent.RunReport;
import kiro.permission.Mode;
import kiro.permission.RuleBook;
import kiro.session.SessionListener;
import kiro.workspace.Workspace;

/// Runs the agent before a person, or before a program that reads JSON.
final class AgentFlow {
    private final Console console;
    private final AgentRuns runs;
    private final Editor editor;

    AgentFlow(Console console, AgentRuns runs, Editor editor) {
        this.console = console;
        this.runs = runs;
        this.editor = editor;
    }

    /// How a run is shown.
    enum Output {
        TEXT,
        JSON
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
        return switch (runs.open(request, original, face(request, output))) {
            case AgentRuns.Opening.Refused refused -> {
                Problem problem = refused.problem();
                console.problem(problem.code(), problem.message(), problem.fix());
                yield new Outcome(refused.code(), Optional.empty());
            }
            case AgentRuns.Opening.Broken broken -> {
                console.findings(broken.findings());
                yield new Outcome(ExitCode.FINDINGS, Optional.empty());
            }
            case AgentRuns.Opening.Opened opened ->
                    run(
                            opened.run(),
                            request,
                            output,
                            new ReportView(console, !original.equals(request.workspace())));
        };
    }

    private Outcome run(OpenRun open, RunRequest request, Output output, ReportView view) {
        try (open) {
            RunReport report = open.run();
            switch (output) {
                case TEXT -> view.print(report, request, open.log());
                case JSON -> {}
            }
            return new Outcome(code(report.end()), Optional.of(report));
        }
    }

    private AgentRuns.Face face(RunRequest request, Output output) {
        boolean isAsked = output == Output.TEXT && console.isInteractive();
        return new AgentRuns.Face() {
            @Override
            public SessionListener listener() {
                return switch (output) {
                    case TEXT -> new TerminalView(console);
                    case JSON -> new JsonView(console);
                };
            }

            @Override
            public Approver approver(Mode mode, RuleBook rules) {
                return isAsked
                        ? new TerminalApprover(console, editor, request.workspace(), mode, rules)
                        : new NobodyToAsk();
            }
        };
    }

    private static ExitCode code(RunEnd end) {
        return switch (end) {
            case RunEnd.Done _, RunEnd.Planned _, RunEnd.Stepped _ -> ExitCode.OK;
            case RunEnd.Unproven _, RunEnd.StepFailed _ -> ExitCode.UNPROVEN;
            case RunEnd.Undone undone -> undone.isForbidden() ? ExitCode.DENIED : ExitCode.UNPROVEN;
            case RunEnd.NoPlan _, RunEnd.ModelFailed _ -> ExitCode.PROVIDER;
            case RunEnd.Denied _ -> ExitCode.DENIED;
            case RunEnd.LimitReached _ -> ExitCode.BUDGET;
            case RunEnd.Interrupted _ -> ExitCode.INTERRUPTED;
        };
    }
}
