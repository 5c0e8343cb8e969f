package kiro.cli;

import java.util.Optional;
import kiro.workspace.Workspace;
import picocli.CommandLine.Option;

/// Whose servers a command is about.
final class McpAgentOption {
    @Option(
            names = "--agent",
            paramLabel = "NAME",
            description = "Take the servers that this agent works with, those in its own file too.")
    private Optional<String> agent = Optional.empty();

    /// Empty, and said, where there is no such agent.
    Optional<McpAccess.Configured> servers(Console console, McpAccess access, Workspace workspace) {
        Optional<Problem> problem = agent.flatMap(name -> access.nobody(workspace, name));
        problem.ifPresent(each -> console.problem(each.code(), each.message(), each.fix()));
        return problem.isPresent()
                ? Optional.empty()
                : Optional.of(access.configured(workspace, agent));
    }
}
