package kiro.tool.builtin;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import kiro.edit.Journal;
import kiro.edit.PatchEngine;
import kiro.process.CommandRunner;
import kiro.tool.Tool;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;

/// The tools that every agent has: `read_file`, `list_directory`, `search`, `write_file`, `edit_file`,
/// `apply_patch`, `run_command`, `git`.
public final class BuiltinTools {
    private BuiltinTools() {}

    /// The tools of one session, which remember what it has read.
    ///
    /// @param commandLimit how long a command may run when the model does not say
    public static List<Tool> of(
            Workspace workspace,
            WorkspaceFiles files,
            Git git,
            CommandRunner commands,
            Journal journal,
            Duration commandLimit) {
        var paths = new PathReader(workspace);
        var seen = new SeenFiles();
        var engine = new PatchEngine(files);
        var editing = new Editing(new KnownFiles(files, seen), seen, journal);
        return Stream.<BuiltinTool>of(
                        new ReadFileTool(workspace, paths, files, new SimilarFiles(git), seen),
                        new ListDirectoryTool(workspace, paths, git),
                        new SearchTool(workspace, paths, files, git),
                        new WriteFileTool(paths, engine, editing),
                        new EditFileTool(paths, engine, editing),
                        new ApplyPatchTool(paths, engine, editing),
                        new RunCommandTool(workspace, commands, commandLimit),
                        new GitTool(git))
                .map(DescribedTool::of)
                .toList();
    }
}
