package kiro.cli;

import java.util.List;
import kiro.agent.Approver;
import kiro.finding.Finding;
import kiro.permission.Mode;
import kiro.permission.RuleBook;
import kiro.session.SessionListener;

/// Makes runs of the agent, with everything they need.
public interface AgentRuns {
    Opening open(RunRequest request, Face face) throws InterruptedException;

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
