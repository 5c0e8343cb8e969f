package kiro.tool.builtin;

import java.util.List;
import java.util.stream.Stream;
import kiro.spec.SpecStore;
import kiro.tool.Tool;
import kiro.workspace.Git;
import kiro.workspace.Workspace;

/// The tools beside those for files and commands: `start_command`, `command_output`, `stop_command`, `run_tests`,
/// `diagnostics`, `read_spec`, `web_fetch`, `todo`.
public final class SessionTools {
    private SessionTools() {}

    /// @param background the commands of this run, which whoever ends the run closes
    public static List<Tool> of(
            Workspace workspace,
            Git git,
            BuiltinTools.Running running,
            BackgroundCommands background,
            ProjectChecks checks,
            PageFetcher fetcher) {
        return Stream.<BuiltinTool>of(
                        new StartCommandTool(workspace, running, background),
                        new CommandOutputTool(background),
                        new StopCommandTool(background),
                        new RunTestsTool(checks),
                        new DiagnosticsTool(workspace, git, running),
                        new ReadSpecTool(new SpecStore(workspace), checks),
                        new WebFetchTool(fetcher),
                        new TodoTool())
                .map(DescribedTool::of)
                .toList();
    }
}
