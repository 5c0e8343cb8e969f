package kiro.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import kiro.process.Capture;
import kiro.process.CommandRunner;

/// The workspace's repository, through the git command.
public final class Git {
    private static final int UNUSABLE = 128;
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(5);
    private static final Duration QUESTION_LIMIT = Duration.ofSeconds(60);
    private static final Duration HISTORY_LIMIT = Duration.ofSeconds(10);
    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(5);

    private static final Map<String, String> IN_ENGLISH = Map.of("LC_ALL", "C");
    private static final String NO_REPOSITORY = "not a git repository";

    private final Workspace workspace;
    private final CommandRunner commands;
    private final Optional<GitShell> shell;
    private final Map<String, String> bounds;
    private final GitPipes pipes;
    private final GitCaller caller;
    private volatile boolean mayWait = true;

    public Git(Workspace workspace, CommandRunner commands) {
        this(workspace, commands, Optional.empty(), Map.of());
    }

    private Git(
            Workspace workspace,
            CommandRunner commands,
            Optional<GitShell> shell,
            Map<String, String> bounds) {
        this.workspace = workspace;
        this.commands = commands;
        this.shell = shell;
        this.bounds = bounds;
        this.pipes = new GitPipes(workspace.root());
        this.caller = new GitCaller(workspace.root(), commands, bounds);
    }

    /// That of a repository within this one.
    public Git within(Workspace inner) {
        return new Git(inner, commands, shell, GitEnvironment.within(inner.root()));
    }

    /// Whether it does not speak of a repository around the folder, where git finds none in the folder itself.
    public boolean isOfItself() throws InterruptedException {
        if (!bounds.isEmpty()) {
            return true;
        }
        return ask("rev-parse", "--show-prefix") instanceof Capture.Ended ended
                && ended.code() == 0
                && text(ended).isBlank();
    }

    /// The same, where the questions of a look are asked by a shell that is kept.
    public Git askedBy(GitShell kept) {
        return new Git(workspace, commands, Optional.of(kept), bounds);
    }

    public GitState state() throws InterruptedException {
        return status().state();
    }

    /// The state of the workspace, and its files.
    public record View(GitState state, List<WorkspacePath> files) {}

    /// Both for little more than the state takes: in a large repository, what takes git its time is to look at every
    /// file, and it does so once. What it tracks is a list that is ready.
    public View view() throws InterruptedException {
        var tracked = new FutureTask<>(this::tracked);
        Thread.ofVirtual().name("tracked-files").start(tracked);
        Status status = status();
        try {
            Optional<List<WorkspacePath>> known = tracked.get();
            return status instanceof Status.Told told && known.isPresent()
                    ? new View(
                            told.state(), new FilesNow(workspace, told.reading()).of(known.get()))
                    : new View(status.state(), files());
        } catch (ExecutionException fault) {
            throw new IllegalStateException("git could not be asked", fault.getCause());
        }
    }

    /// What the state does not tell.
    ///
    /// @param files tracked ones and, outside of a repository, all; of what is untracked, git's state tells
    /// @param emptyFolders in which nothing is, as far as git does not ignore them; not known where it is too much to find them
    /// @param raw files whose names are no text; in a repository its state tells them
    public record Tree(
            List<WorkspacePath> files,
            Optional<Set<WorkspacePath>> emptyFolders,
            List<WorkspacePath> raw) {}

    public Tree tree() throws InterruptedException {
        if (ask("ls-files", "-co", "-t", "--directory", "--exclude-standard", "-z")
                        instanceof Capture.Ended ended
                && ended.code() == 0) {
            return new Tree(files(text(ended)), emptyFolders(text(ended)), List.of());
        }
        var walk = new FolderWalk(workspace);
        List<WorkspacePath> files = walk.files();
        return new Tree(
                files, new EmptyFolders(workspace).in(List.of(workspace.root())), walk.raw());
    }

    /// Folders that have no tracked file in them are listed, without what they hold.
    private Optional<Set<WorkspacePath>> emptyFolders(String listing) {
        return new EmptyFolders(workspace)
                .in(
                        Stream.of(listing.split("\0"))
                                .filter(entry -> entry.startsWith("? ") && entry.endsWith("/"))
                                .map(entry -> entry.substring(2))
                                .filter(name -> !GitFilesReader.isUndecodable(name))
                                .map(name -> workspace.root().resolve(name).normalize())
                                .toList());
    }

    private Optional<List<WorkspacePath>> tracked() throws InterruptedException {
        return ask("ls-files", "-t", "-z") instanceof Capture.Ended ended && ended.code() == 0
                ? Optional.of(files(text(ended)))
                : Optional.empty();
    }

    /// What came of asking git for the state.
    private sealed interface Status {
        GitState state();

        record Told(GitStatusReader.Reading reading) implements Status {
            @Override
            public GitState state() {
                return reading.state();
            }
        }

        record Untold(GitState state) implements Status {}
    }

    private Status status() throws InterruptedException {
        return switch (ask(
                "status",
                "--porcelain=v2",
                "--branch",
                "--untracked-files=all",
                // A repository within this one is not gone into: its settings are its own.
                "--ignore-submodules=dirty",
                "-z",
                "--",
                ".")) {
            case Capture.Failed noGit -> new Status.Untold(new GitState.NoGit());
            case Capture.Ended ended when ended.code() == 0 ->
                    new Status.Told(
                            new GitStatusReader(prefix()).read(RawPath.decode(ended.output())));
            case Capture.Ended ended when ended.errors().contains(NO_REPOSITORY) ->
                    new Status.Untold(new GitState.NotARepository());
            case Capture.Ended ended ->
                    new Status.Untold(new GitState.Unusable(firstLine(ended.errors())));
        };
    }

    /// The files of the project, sorted: tracked and untracked ones, without the ignored. Outside of a
    /// repository, every file but those in folders that hold what tools make.
    public List<WorkspacePath> files() throws InterruptedException {
        return switch (ask("ls-files", "-cod", "-t", "--exclude-standard", "-z")) {
            case Capture.Ended ended when ended.code() == 0 -> files(text(ended));
            case Capture.Ended notARepository -> new FolderWalk(workspace).files();
            case Capture.Failed noGit -> new FolderWalk(workspace).files();
        };
    }

    /// The files below a folder that git leaves out; none outside of a repository.
    public List<WorkspacePath> ignored(WorkspacePath folder) throws InterruptedException {
        return ask("ls-files", "-oi", "-t", "--exclude-standard", "-z", "--", ":(literal)" + folder)
                                instanceof Capture.Ended ended
                        && ended.code() == 0
                ? files(text(ended))
                : List.of();
    }

    /// When the files of a folder were last changed, by the commits of this branch; empty outside of a repository, and
    /// where its history cannot be read within some seconds.
    public Map<WorkspacePath, Instant> lastChanges(WorkspacePath folder)
            throws InterruptedException {
        if (!isInRepository()) {
            return Map.of();
        }
        Capture log =
                ask(
                        HISTORY_LIMIT,
                        "-c",
                        "core.quotePath=off",
                        "log",
                        "--format=@%ct",
                        "--name-only",
                        "--no-renames",
                        "--relative",
                        "--",
                        folder.value());
        return log instanceof Capture.Ended ended && ended.code() == 0
                ? GitLogReader.newest(text(ended))
                : Map.of();
    }

    /// Whether there may be anything to ask git for, which costs more than a look.
    private boolean isInRepository() {
        for (Path at = workspace.root(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return true;
            }
        }
        return false;
    }

    /// What the rebase that is under way has still to do, a line each; empty where none is.
    public List<String> stepsOfRebase() throws InterruptedException {
        if (!(ask("rev-parse", "--git-path", "rebase-merge/git-rebase-todo")
                        instanceof Capture.Ended ended)
                || ended.code() != 0) {
            return List.of();
        }
        Path steps = workspace.root().resolve(text(ended).strip());
        try {
            return Files.isRegularFile(steps)
                    ? Files.readAllLines(steps, StandardCharsets.ISO_8859_1)
                    : List.of();
        } catch (IOException noRebase) {
            return List.of();
        }
    }

    /// The files that git ignores.
    public List<WorkspacePath> ignored() throws InterruptedException {
        return ask("ls-files", "-o", "-i", "-t", "--exclude-standard", "-z")
                                instanceof Capture.Ended ended
                        && ended.code() == 0
                ? files(text(ended))
                : List.of();
    }

    /// The ignore files of the project that are not ignored themselves.
    public List<WorkspacePath> ignoreFiles() throws InterruptedException {
        return ask(
                                        "ls-files",
                                        "-co",
                                        "-t",
                                        "--exclude-standard",
                                        "-z",
                                        "--",
                                        ":(glob)**/.gitignore")
                                instanceof Capture.Ended ended
                        && ended.code() == 0
                ? files(text(ended))
                : List.of();
    }

    /// Those of these names that git would ignore if the ignore files of the project were others; empty where git does not say.
    ///
    /// @param excludes what it would ignore beside them; as it does now where it is empty
    public Optional<Set<WorkspacePath>> ignoredBy(
            Map<WorkspacePath, byte[]> ignoreFiles,
            Optional<GitExcludes.Rules> excludes,
            List<WorkspacePath> names)
            throws InterruptedException, IOException {
        return prefix().isEmpty()
                        && ask("rev-parse", "--absolute-git-dir") instanceof Capture.Ended ended
                        && ended.code() == 0
                ? new OtherIgnores(workspace, commands, excludes)
                        .among(names, ignoreFiles, Path.of(text(ended).strip()))
                : Optional.empty();
    }

    /// Runs `git` with these arguments in the workspace. It starts nothing that the repository names: no hooks, no filters, no
    /// drivers.
    public Capture run(List<String> arguments) throws InterruptedException {
        return caller.look(COMMAND_LIMIT, arguments, Map.of());
    }

    /// @param input a file that it reads
    public Capture run(List<String> arguments, Path input) throws InterruptedException {
        return caller.look(COMMAND_LIMIT, arguments, input);
    }

    /// A call that changes the repository for an agent, before it is made.
    public GitChange change(List<String> arguments) throws InterruptedException {
        return GitChange.of(workspace.root(), commands, arguments);
    }

    Capture ask(String... arguments) throws InterruptedException {
        return ask(QUESTION_LIMIT, arguments);
    }

    /// The answers to several questions, for less than asking each. Empty where they are to be asked one by one, as where git takes long.
    Optional<List<Capture.Ended>> askAll(List<List<String>> questions) throws InterruptedException {
        return shell.isEmpty() || pipes.known().isPresent()
                ? Optional.empty()
                : caller.lookAll(shell.get(), USUAL_LIMIT, questions, IN_ENGLISH);
    }

    /// What takes long is looked into once: git may wait for a pipe that nobody writes into.
    private Capture ask(Duration limit, String... arguments) throws InterruptedException {
        Optional<Path> known = pipes.known();
        if (known.isPresent()) {
            return waiting(known.get());
        }
        boolean isLookedInto = mayWait && limit.compareTo(USUAL_LIMIT) > 0;
        Capture first = asked(isLookedInto ? USUAL_LIMIT : limit, arguments);
        boolean isOver =
                first instanceof Capture.Failed(String reason)
                        && reason.contains("did not end within");
        if (!isLookedInto || !isOver) {
            return first;
        }
        Optional<Path> pipe = pipes.found();
        if (pipe.isPresent()) {
            return waiting(pipe.get());
        }
        mayWait = false;
        return asked(limit, arguments);
    }

    private static Capture waiting(Path pipe) {
        return new Capture.Ended(
                UNUSABLE,
                new byte[0],
                "fatal: %s is a pipe, which git would wait for: delete it".formatted(pipe));
    }

    private Capture asked(Duration limit, String... arguments) throws InterruptedException {
        return caller.look(limit, List.of(arguments), IN_ENGLISH);
    }

    /// Where the workspace lies in its repository: empty, or a path that ends in a slash.
    public String prefix() throws InterruptedException {
        Path entry = workspace.root().resolve(".git");
        if (Files.isRegularFile(entry) || Files.exists(entry.resolve("HEAD"))) {
            return "";
        }
        return ask("rev-parse", "--show-prefix") instanceof Capture.Ended ended
                ? text(ended).stripTrailing()
                : "";
    }

    private List<WorkspacePath> files(String listing) {
        List<WorkspacePath> files = new GitFilesReader().read(listing);
        return files.contains(WorkspacePath.of(".gitmodules"))
                ? files.stream()
                        .filter(file -> !Files.isDirectory(workspace.absolute(file)))
                        .toList()
                : files;
    }

    private static String text(Capture.Ended ended) {
        return new String(ended.output(), StandardCharsets.UTF_8);
    }

    private static String firstLine(String errors) {
        String first = errors.strip().lines().findFirst().orElse("git says nothing of its failure");
        return first.startsWith("fatal: ") ? first.substring("fatal: ".length()) : first;
    }
}
