package kiro.cli;

import java.util.List;
import kiro.agent.Approver;
import kiro.finding.Finding;
import kiro.permission.Mode;
import kiro.permission.RuleBook;
import kiro.session.SessionListener;
import kiro.workspace.Workspace;

/// Makes runs of the agent, with everything they need.
public interface AgentRuns {
    /// @param original the workspace whose rights hold; that of the run, unless this is a copy
    Opening open(RunRequest request, Workspace original, Face face) throws InterruptedException;

    default Opening open(RunRequest request, Face face) throws InterruptedException {
        return open(request, request.workspace(), face);
    }

    /// Who watches a run and who is asked.
    interface Face {
        SessionListener listener();

        /// @param rules to which the person may add what is allowed for good
        Approver approver(Mode mode, RuleBook rules);
    }

    /// What came of opening a run.
    sealed interface Opening {
        record Opened(OpenRun run) implements Opening {}

        record Refused(ExitCode code, Problem problem) implements Opening {}

        /// Settings that have to be repaired first.
        record Broken(List<Finding> findings) implements Opening {
            public Broken {
                findings = List.copyOf(findings);
            }
        }
    }
}
