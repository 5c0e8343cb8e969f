package kiro.tool.builtin;

import java.time.Duration;
import java.util.List;
import kiro.edit.Journal;
import kiro.process.CommandRunner;
import kiro.tool.Tool;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;

/// The tools that every agent has: `read_file`, `list_directory`, `search`, `write_file`, `edit_file`,
/// `apply_patch`, `run_command`, `git`.
public final class BuiltinTools {
    private BuiltinTools() {}

    /// @param commandLimit how long a command may run when the model does not say
    public static List<Tool> of(
            Workspace workspace,
            WorkspaceFiles files,
            Git git,
            CommandRunner commands,
            Journal journal,
            Duration commandLimit) {
        throw new IllegalStateException("skeleton");
    }
}
