package kiro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import kiro.agent.ProjectMemory;
import kiro.cli.CommandGroup;
import kiro.cli.Console;
import kiro.cli.MemoryAcceptCommand;
import kiro.cli.MemoryAccess;
import kiro.cli.MemoryAddCommand;
import kiro.cli.MemoryAdoptCommand;
import kiro.cli.MemoryCorrectCommand;
import kiro.cli.MemoryDropCommand;
import kiro.cli.MemoryExportCommand;
import kiro.cli.MemoryForgetCommand;
import kiro.cli.MemoryListCommand;
import kiro.cli.MemoryPinCommand;
import kiro.cli.MemoryProposalsCommand;
import kiro.cli.MemoryRefreshCommand;
import kiro.cli.MemorySearchCommand;
import kiro.cli.MemoryShowCommand;
import kiro.cli.MemorySummariseCommand;
import kiro.cli.MemoryUnpinCommand;
import kiro.cli.MemoryWhyCommand;
import kiro.cli.RunRequest;
import kiro.cli.Workspaces;
import kiro.config.Config;
import kiro.github.Repository;
import kiro.github.ReviewComments;
import kiro.http.Connections;
import kiro.memory.Grounds;
import kiro.memory.Learning;
import kiro.memory.Memory;
import kiro.memory.MemoryReading;
import kiro.memory.Recall;
import kiro.memory.Recollection;
import kiro.memory.Refreshing;
import kiro.memory.ReviewLessons;
import kiro.memory.ReviewRemark;
import kiro.memory.Source;
import kiro.permission.PermissionFiles;
import kiro.process.Capture;
import kiro.process.ChildEnvironment;
import kiro.process.CommandRunner;
import kiro.secret.Secret;
import kiro.secret.SecretMask;
import kiro.session.SessionLessons;
import kiro.steering.SteeringFile;
import kiro.workspace.Git;
import kiro.workspace.KiroIgnore;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;
import picocli.CommandLine;

/// The inventory of what is remembered of a project. Nothing of it is loaded where there is no memory.
final class MemoryWiring implements MemoryAccess {
    private static final int MOST_TOKENS = 1_000;

    private static final int MOST_FILES = 50;

    private final Outside outside;

    MemoryWiring(Outside outside) {
        this.outside = outside;
    }

    /// `kiro memory` with the command that the arguments name, or all of them.
    CommandLine command(String[] args, Workspaces workspaces) {
        var memory = Described.command(CommandGroup.MEMORY.description(outside.console()));
        SequencedMap<String, Supplier<Object>> commands = commands(workspaces);
        Supplier<Object> named = args.length < 2 ? null : commands.get(args[1]);
        if (named != null) {
            memory.addSubcommand(args[1], Described.command(named.get()));
            return memory;
        }
        commands.forEach(
                (name, command) -> memory.addSubcommand(name, Described.command(command.get())));
        return memory;
    }

    private SequencedMap<String, Supplier<Object>> commands(Workspaces workspaces) {
        Console console = outside.console();
        SequencedMap<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("list", () -> new MemoryListCommand(console, workspaces, this));
        commands.put("show", () -> new MemoryShowCommand(console, workspaces, this));
        commands.put("search", () -> new MemorySearchCommand(console, workspaces, this));
        commands.put("add", () -> new MemoryAddCommand(console, workspaces, this));
        commands.put("pin", () -> new MemoryPinCommand(console, workspaces, this));
        commands.put("unpin", () -> new MemoryUnpinCommand(console, workspaces, this));
        commands.put("correct", () -> new MemoryCorrectCommand(console, workspaces, this));
        commands.put("forget", () -> new MemoryForgetCommand(console, workspaces, this));
        commands.put("export", () -> new MemoryExportCommand(console, workspaces, this));
        commands.put("refresh", () -> new MemoryRefreshCommand(console, workspaces, this));
        commands.put(
                "summarise",
                () ->
                        new MemorySummariseCommand(
                                console,
                                workspaces,
                                this,
                                new SpecModelWiring(outside, new ModelWiring(outside))));
        commands.put("why", () -> new MemoryWhyCommand(console, workspaces));
        commands.put("proposals", () -> new MemoryProposalsCommand(console, workspaces, this));
        commands.put("accept", () -> new MemoryAcceptCommand(console, workspaces, this));
        commands.put("drop", () -> new MemoryDropCommand(console, workspaces, this));
        commands.put("adopt", () -> new MemoryAdoptCommand(console, workspaces, this));
        return commands;
    }

    @Override
    public Memory memory(Workspace workspace) {
        List<Secret> secrets =
                Config.read(outside.environment(), outside.home(), workspace.root())
                                instanceof Config.Reading.Whole whole
                        ? List.copyOf(whole.config().secrets())
                        : List.of();
        PermissionFiles permissions =
                PermissionFiles.of(
                        outside.organisation(),
                        outside.environment(),
                        outside.home(),
                        workspace.root());
        return new Memory(
                workspace,
                new Memory.Owner(
                        permissions.ownFolder().resolve("memory"),
                        () -> permissions.trust().state().isTrusted()),
                SecretMask.of(outside.environment(), secrets)::mask,
                RandomGenerator.getDefault());
    }

    @Override
    public Refreshing learn(Workspace workspace) throws IOException, InterruptedException {
        var code = new CodeWiring(outside);
        KiroIgnore ignored = KiroIgnore.in(workspace.root());
        return new Learning(workspace, code.parser(), path -> !ignored.includes(path), today())
                .learn(code.files(workspace))
                .with(new SessionLessons(workspace, today()).proposals());
    }

    @Override
    public Refreshing reviews(Workspace workspace) throws InterruptedException {
        Optional<Repository> repository =
                Repository.of(outside.environment(), remote(workspace).orElse(""));
        if (repository.isEmpty()) {
            return new Refreshing(
                    List.of(),
                    List.of(
                            "no review was read: set GITHUB_TOKEN, and GITHUB_REPOSITORY and GITHUB_API_URL where the remote does not say them"));
        }
        try (var connections = new Connections()) {
            return switch (new ReviewComments(repository.get(), connections).ask()) {
                case ReviewComments.Answer.Failed(String reason) ->
                        new Refreshing(List.of(), List.of("no review was read: " + reason));
                case ReviewComments.Answer.Told(List<ReviewComments.Comment> comments) ->
                        new Refreshing(
                                new ReviewLessons(today())
                                        .proposals(
                                                comments.stream()
                                                        .map(each ->
                                                                new ReviewRemark(
                                                                        each.author(),
                                                                        each.path(),
                                                                        each.text()))
                                                        .toList()),
                                List.of());
            };
        }
    }

    private Optional<String> remote(Workspace workspace) throws InterruptedException {
        var git =
                new Git(
                        workspace,
                        new CommandRunner(
                                ChildEnvironment.of(outside.environment()), outside.temporary()));
        return git.run(List.of("config", "--get", "remote.origin.url"))
                                instanceof Capture.Ended ended
                        && ended.code() == 0
                ? Optional.of(new String(ended.output(), StandardCharsets.UTF_8).strip())
                : Optional.empty();
    }

    @Override
    public Source.OfPerson person() {
        return new Source.OfPerson(
                Stream.of("GIT_AUTHOR_NAME", "USER", "LOGNAME", "USERNAME")
                        .map(name -> Optional.ofNullable(outside.environment().get(name)))
                        .flatMap(Optional::stream)
                        .filter(name -> !name.isBlank())
                        .findFirst()
                        .orElse("you"));
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(outside.clock().instant(), ZoneId.systemDefault());
    }

    /// What a run knows of the project.
    ///
    /// @param remarks what a person should know
    record OfRun(ProjectMemory known, List<String> remarks) {
        static final OfRun NOTHING = new OfRun(ProjectMemory.NONE, List.of());
    }

    /// @param told steering that is told anyway
    /// @param files of the project
    OfRun ofRun(
            Workspace workspace,
            RunRequest request,
            List<SteeringFile> told,
            List<WorkspacePath> files)
            throws IOException {
        if (Files.notExists(workspace.absolute(Memory.PATH))) {
            return OfRun.NOTHING;
        }
        Memory memory = memory(workspace);
        MemoryReading reading = memory.read();
        var remarks = new ArrayList<String>();
        reading.findings().forEach(finding -> remarks.add(finding.toString()));
        if (reading.facts().active().isEmpty()) {
            return new OfRun(ProjectMemory.NONE, remarks);
        }
        Recall recall = Recall.of(reading.facts());
        String spec = request.spec().map(each -> each.document().text()).orElse("");
        Set<String> known = new HashSet<>();
        request.spec().ifPresent(each -> known.add(each.path().value()));
        told.forEach(file -> known.add(file.path().value()));
        BiFunction<String, String, Recollection> about =
                (words, text) ->
                        recall.about(
                                new Recall.Question(
                                        words, text, named(words + "\n" + text, files), known),
                                Recall.Room.ofTokens(MOST_TOKENS),
                                new Grounds(workspace)::isStale);
        boolean isTalk = request.words().equals(RunRequest.CONVERSATION);
        return new OfRun(
                new ProjectMemory(
                        about.apply(isTalk ? "" : request.words(), spec),
                        words -> about.apply(words, "")),
                remarks);
    }

    /// The files that a text names, by their paths or their names.
    private static List<String> named(String text, List<WorkspacePath> files) {
        Set<String> words = new HashSet<>();
        for (String word : text.split("[\\s`'\"(),;<>\\[\\]]+")) {
            String plain = word.replaceAll("[.:]+$", "");
            if (plain.indexOf('.') > 0) {
                words.add(plain);
            }
        }
        return files.stream()
                .filter(file -> words.contains(file.value()) || words.contains(file.name()))
                .map(WorkspacePath::value)
                .limit(MOST_FILES)
                .toList();
    }
}
