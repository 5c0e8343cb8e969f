package kiro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import kiro.action.ProjectPolicy;
import kiro.cli.ChangedPaths;
import kiro.cli.CommandGroup;
import kiro.cli.Console;
import kiro.cli.SteeringAccess;
import kiro.cli.SteeringBaselineCommand;
import kiro.cli.SteeringCheckCommand;
import kiro.cli.SteeringDraftCommand;
import kiro.cli.SteeringExplainCommand;
import kiro.cli.SteeringInitCommand;
import kiro.cli.SteeringListCommand;
import kiro.cli.SteeringShowCommand;
import kiro.cli.SteeringSyncCommand;
import kiro.cli.SteeringTestCommand;
import kiro.cli.Workspaces;
import kiro.code.TreeSitter;
import kiro.config.Config;
import kiro.finding.Finding;
import kiro.process.ChildEnvironment;
import kiro.process.CommandRunner;
import kiro.steering.SteeringFile;
import kiro.steering.SteeringStore;
import kiro.steering.project.Allowances;
import kiro.steering.project.BaselineFile;
import kiro.steering.project.ProjectSteering;
import kiro.steering.project.Starters;
import kiro.steering.project.WaiverFile;
import kiro.steering.source.ProjectFiles;
import kiro.workspace.BranchChange;
import kiro.workspace.Git;
import kiro.workspace.GitState;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// The inventory of the commands about steering.
final class SteeringWiring implements SteeringAccess, ProjectPolicy {
    private final Outside outside;

    SteeringWiring(Outside outside) {
        this.outside = outside;
    }

    @Override
    public ProjectSteering of(Workspace workspace) throws InterruptedException {
        List<WorkspacePath> files = git(workspace).files();
        return of(workspace, new SteeringStore(workspace, outside.home()).read(files), files);
    }

    ProjectSteering of(
            Workspace workspace, SteeringStore.Reading reading, List<WorkspacePath> files) {
        return ProjectSteering.of(
                reading,
                OnDisk.of(workspace, files),
                new CodeWiring(outside).parser(),
                new ProjectCoverage(workspace, files, () -> reports(workspace), git(workspace)));
    }

    private Optional<String> reports(Workspace workspace) {
        return Config.read(outside.environment(), outside.home(), workspace.root())
                        instanceof Config.Reading.Whole settings
                ? settings.config().text("tests.reports")
                : Optional.empty();
    }

    @Override
    public ProjectSteering with(ProjectSteering known, SteeringFile file, String body) {
        List<SteeringFile> files =
                known.files().stream()
                        .map(each -> each.equals(file) ? file.saying(body) : each)
                        .toList();
        return ProjectSteering.of(
                new SteeringStore.Reading(files, List.of()),
                known.project(),
                new CodeWiring(outside).parser());
    }

    @Override
    public Starters.Found starters(Workspace workspace) throws InterruptedException {
        return new Starters(
                        OnDisk.of(workspace, git(workspace).files()),
                        new CodeWiring(outside).parser())
                .find();
    }

    /// A project's files as they lie there. Links are not followed, and what no parser would take is not read.
    private record OnDisk(Path root, NavigableSet<String> paths) implements ProjectFiles {
        static OnDisk of(Workspace workspace, List<WorkspacePath> files) {
            var paths = new TreeSet<String>();
            files.stream().map(WorkspacePath::value).forEach(paths::add);
            return new OnDisk(workspace.root(), Collections.unmodifiableNavigableSet(paths));
        }

        @Override
        public Optional<byte[]> read(String path) {
            Path file = root.resolve(path);
            try {
                return paths.contains(path)
                                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                                && Files.size(file) <= TreeSitter.MOST_BYTES
                        ? Optional.of(Files.readAllBytes(file))
                        : Optional.empty();
            } catch (IOException gone) {
                return Optional.empty();
            }
        }
    }

    @Override
    public ChangedPaths changed(Workspace workspace) throws InterruptedException {
        return switch (git(workspace).state()) {
            case GitState.NoGit _ -> new ChangedPaths.Unknown("there is no git");
            case GitState.NotARepository _ ->
                    new ChangedPaths.Unknown("the project is in no git repository");
            case GitState.Unusable unusable -> new ChangedPaths.Unknown(unusable.reason());
            case GitState.Repository repository -> new ChangedPaths.Known(repository.dirty());
        };
    }

    @Override
    public BranchChange.Reading since(Workspace workspace, String base)
            throws InterruptedException {
        return BranchChange.since(git(workspace), base);
    }

    @Override
    public Allowances allowances(Workspace workspace) {
        var files = new WorkspaceFiles(workspace);
        return new Allowances(
                text(files, BaselineFile.PATH).map(BaselineFile::read),
                text(files, WaiverFile.PATH).map(WaiverFile::read).orElse(WaiverFile.Reading.EMPTY),
                LocalDate.ofInstant(outside.clock().instant(), ZoneId.systemDefault()));
    }

    /// What cannot be read is not readable as what it should be either.
    private static Optional<String> text(WorkspaceFiles files, String path) {
        try {
            return files.read(WorkspacePath.of(path))
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Optional.of(String.valueOf(unreadable.getMessage()));
        }
    }

    @Override
    public List<Finding> reminders(Workspace workspace, ProjectSteering known)
            throws InterruptedException {
        return reminders(workspace, known.files());
    }

    List<Finding> reminders(Workspace workspace, List<SteeringFile> files)
            throws InterruptedException {
        return new SteeringReminders(git(workspace), outside.clock().instant()).of(files);
    }

    private Git git(Workspace workspace) {
        return new Git(
                workspace,
                new CommandRunner(ChildEnvironment.of(outside.environment()), outside.temporary()));
    }

    /// `kiro steering` with the command that the arguments name, or all of them.
    CommandLine command(String[] args, Workspaces workspaces) {
        var steering = Described.command(CommandGroup.STEERING.description(outside.console()));
        SequencedMap<String, Supplier<CommandLine>> commands = commands(workspaces);
        Supplier<CommandLine> named = args.length < 2 ? null : commands.get(args[1]);
        if (named != null) {
            steering.addSubcommand(args[1], named.get());
            return steering;
        }
        commands.forEach((name, command) -> steering.addSubcommand(name, command.get()));
        return steering;
    }

    private SequencedMap<String, Supplier<CommandLine>> commands(Workspaces workspaces) {
        Console console = outside.console();
        var commands = new LinkedHashMap<String, Supplier<CommandSpec>>();
        commands.put(
                "list", () -> new SteeringListCommand(console, workspaces, this).description());
        commands.put(
                "show", () -> new SteeringShowCommand(console, workspaces, this).description());
        commands.put(
                "check",
                () ->
                        new SteeringCheckCommand(console, workspaces, this, Version.NUMBER)
                                .description());
        commands.put(
                "init", () -> new SteeringInitCommand(console, workspaces, this).description());
        commands.put(
                "sync",
                () ->
                        new SteeringSyncCommand(console, workspaces, new SteeringRemote(outside))
                                .description());
        commands.put(
                "baseline",
                () -> new SteeringBaselineCommand(console, workspaces, this).description());
        commands.put(
                "draft",
                () ->
                        new SteeringDraftCommand(
                                        console,
                                        workspaces,
                                        this,
                                        new SpecModelWiring(outside, new ModelWiring(outside)))
                                .description());
        commands.put(
                "test", () -> new SteeringTestCommand(console, workspaces, this).description());
        commands.put(
                "explain",
                () -> new SteeringExplainCommand(console, workspaces, this).description());
        return described(commands);
    }

    private static SequencedMap<String, Supplier<CommandLine>> described(
            SequencedMap<String, Supplier<CommandSpec>> commands) {
        var described = new LinkedHashMap<String, Supplier<CommandLine>>();
        commands.forEach(
                (name, command) -> described.put(name, () -> Described.command(command.get())));
        return described;
    }
}
