package kiro.tool.builtin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import kiro.edit.Journal;
import kiro.edit.PatchEngine;
import kiro.edit.WriteRules;
import kiro.process.CommandRunner;
import kiro.process.Confinement;
import kiro.tool.Tool;
import kiro.workspace.Git;
import kiro.workspace.GitLeave;
import kiro.workspace.KiroIgnore;
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
        return of(
                workspace,
                files,
                git,
                new Running(commands, Confinement.NONE, commandLimit, GitLeave.Giver.FREE),
                new Writing(journal, WriteRules.NONE));
    }

    /// How command lines run.
    ///
    /// @param confinement what they cannot leave
    /// @param limit how long one may run when the model does not say
    /// @param ofGit whether what git starts by itself may run
    public record Running(
            CommandRunner commands,
            Confinement confinement,
            Duration limit,
            GitLeave.Giver ofGit) {}

    /// How files change.
    ///
    /// @param rules what they may not come to hold
    public record Writing(Journal journal, WriteRules rules) {}

    /// The same with command lines that are confined, and files that keep to rules.
    public static List<Tool> of(
            Workspace workspace, WorkspaceFiles files, Git git, Running running, Writing writing) {
        var paths = new PathReader(workspace, ignored(workspace));
        var seen = new SeenFiles();
        var engine = new PatchEngine(files);
        var editing =
                new Editing(new KnownFiles(files, seen), seen, writing.journal(), writing.rules());
        return Stream.<BuiltinTool>of(
                        new ReadFileTool(
                                workspace, paths, files, new SimilarFiles(git, paths), seen),
                        new ListDirectoryTool(workspace, paths, git),
                        new SearchTool(workspace, paths, files, git),
                        new WriteFileTool(paths, engine, editing),
                        new EditFileTool(paths, engine, editing),
                        new ApplyPatchTool(paths, engine, editing),
                        new RunCommandTool(
                                workspace,
                                running.commands(),
                                running.confinement(),
                                running.limit()),
                        new GitTool(git, paths, running.ofGit()))
                .map(DescribedTool::of)
                .toList();
    }

    /// What cannot be read keeps everything from the tools.
    static KiroIgnore ignored(Workspace workspace) {
        try {
            return KiroIgnore.in(workspace.root());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    KiroIgnore.FILE + " cannot be read, so nothing is shown", unreadable);
        }
    }
}
