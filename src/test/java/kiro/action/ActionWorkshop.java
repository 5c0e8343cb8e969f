package kiro.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kiro.action.dependency.DependencyStores;
import kiro.evidence.EvidenceStore;
import kiro.evidence.JavaHome;
import kiro.evidence.ProjectTests;
import kiro.evidence.TestLeave;
import kiro.evidence.TestSettings;
import kiro.evidence.TestTrial;
import kiro.evidence.Verifier;
import kiro.hook.EventKind;
import kiro.hook.run.BuiltInOutcome;
import kiro.hook.run.BuiltInRequest;
import kiro.hook.run.HookEvent;
import kiro.hook.run.Subject;
import kiro.process.Capture;
import kiro.process.Command;
import kiro.process.CommandRunner;
import kiro.process.Confinement;
import kiro.spec.SpecStore;
import kiro.steering.SteeringStore;
import kiro.steering.project.Allowances;
import kiro.steering.project.ProjectSteering;
import kiro.steering.project.WaiverFile;
import kiro.steering.source.ProjectFiles;
import kiro.sync.SpecSync;
import kiro.testing.TemporaryWorkspace;
import kiro.testing.Trees;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// A project in a repository of its own, in which built-in actions run for real.
final class ActionWorkshop {
    private Confinement walls = command -> command;
    private final TemporaryWorkspace project;
    private final Path scratch;
    private final WorkshopModels models = new WorkshopModels();

    ActionWorkshop(Path folder) {
        try {
            Files.createDirectories(folder.resolve("project"));
        } catch (IOException cause) {
            throw new IllegalStateException(cause);
        }
        project = TemporaryWorkspace.in(folder.resolve("project"));
        scratch = folder.resolve("scratch");
    }

    /// What hooks that ask a model get.
    WorkshopModels models() {
        return models;
    }

    Path root() {
        return project.root();
    }

    ActionWorkshop with(String path, String text) {
        project.with(path, text);
        return this;
    }

    String git(String... arguments) throws InterruptedException {
        return project.git(arguments);
    }

    /// Commits all there is under a message.
    ActionWorkshop committed(String message) throws InterruptedException {
        if (!Files.exists(root().resolve(".git"))) {
            git("init", "-q", "-b", "main");
        }
        git("add", "-A");
        git(
                "-c",
                "user.name=Test",
                "-c",
                "user.email=test@example.com",
                "commit",
                "-q",
                "--allow-empty",
                "-m",
                message);
        return this;
    }

    ActionWorkshop staged() throws InterruptedException {
        git("add", "-A");
        return this;
    }

    String read(String path) throws IOException {
        return Files.readString(root().resolve(path));
    }

    BuiltInOutcome run(String name, Map<String, String> settings) throws InterruptedException {
        return run(name, settings, HookEvent.of(EventKind.MANUAL, new Subject.Named("it")), "main");
    }

    BuiltInOutcome on(String name, EventKind kind, Subject subject, Map<String, String> settings)
            throws InterruptedException {
        return run(name, settings, HookEvent.of(kind, subject), "main");
    }

    BuiltInOutcome run(String name, Map<String, String> settings, HookEvent event, String branch)
            throws InterruptedException {
        var request = new BuiltInRequest(event, branch, settings, root(), Duration.ofMinutes(1));
        return Actions.of(means()).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .run(request);
    }

    ActionMeans means() {
        return new ActionMeans(
                commands(),
                Trees.parser(),
                new ActionMeans.Checks(new Proofs(), new Proofs(), new Tools(), new Policy()),
                (_, named, _) -> models.open(named),
                scratch,
                new DependencyStores(root(), scratch.resolve("home"), Map.of()));
    }

    private CommandRunner commands() {
        return new CommandRunner(
                Map.of(
                        "PATH",
                        System.getenv("PATH"),
                        "HOME",
                        scratch.toString(),
                        "JAVA_HOME",
                        System.getProperty("java.home")),
                scratch);
    }

    private final class Policy implements ProjectPolicy {
        @Override
        public ProjectSteering of(Workspace workspace) throws InterruptedException {
            List<WorkspacePath> files = new Git(workspace, commands()).files();
            var contents = new TreeMap<String, byte[]>();
            for (WorkspacePath file : files) {
                Path path = workspace.absolute(file);
                if (Files.isRegularFile(path)) {
                    contents.put(file.value(), bytes(path));
                }
            }
            return ProjectSteering.of(
                    new SteeringStore(workspace, scratch).read(files),
                    ProjectFiles.of(contents),
                    Trees.parser());
        }

        @Override
        public Allowances allowances(Workspace workspace) {
            return new Allowances(
                    Optional.empty(), WaiverFile.Reading.EMPTY, LocalDate.of(2026, 3, 1));
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private final class Tools implements ProjectTools {
        @Override
        public Ran run(Path place, List<String> argv, Duration limit) throws InterruptedException {
            return switch (commands().capture(Command.of(place, limit, argv))) {
                case Capture.Failed failed -> new Ran.Refused(failed.reason());
                case Capture.Ended ended ->
                        new Ran.Ended(
                                ended.code(),
                                new String(ended.output(), StandardCharsets.UTF_8),
                                ended.errors());
            };
        }

        @Override
        public Optional<Path> javac() {
            return Optional.of(Path.of(System.getProperty("java.home"), "bin", "javac"));
        }
    }

    /// Where nothing confines what a model has written.
    ActionWorkshop withoutWalls() {
        walls = Confinement.NONE;
        return this;
    }

    private final class Proofs implements ProjectProofs {
        @Override
        public Verifier verifier(Workspace workspace) {
            return new Verifier(
                    workspace,
                    new Git(workspace, commands()),
                    new EvidenceStore(new WorkspaceFiles(workspace)),
                    Clock.systemUTC());
        }

        @Override
        public SpecSync sync(Workspace workspace) {
            return new SpecSync(
                    new SpecStore(workspace),
                    new EvidenceStore(new WorkspaceFiles(workspace)),
                    Clock.systemUTC());
        }

        @Override
        public Optional<TestTrial> trial(
                Workspace workspace, List<WorkspacePath> paths, String test) {
            return TestTrial.of(workspace, paths, test, commands(), tests());
        }

        @Override
        public Optional<TestTrial> trial(
                Workspace workspace,
                Workspace copy,
                List<WorkspacePath> paths,
                WorkspacePath file) {
            return TestTrial.ofFile(copy, paths, file, commands(), tests());
        }

        private TestSettings tests() {
            return new TestSettings(
                    Optional.of("sh run-tests"),
                    List.of(),
                    Duration.ofMinutes(1),
                    JavaHome.none(),
                    scratch.resolve("reports"),
                    line -> new TestLeave.Answer.Given(walls));
        }

        @Override
        public Optional<ProjectTests> tests(Workspace workspace) {
            return Optional.of(
                    new ProjectTests(
                            workspace,
                            commands(),
                            Optional.of("sh run-tests"),
                            Duration.ofMinutes(1)));
        }
    }

    /// What is proposed for all that differs from the last commit.
    String message(String branch) throws InterruptedException {
        staged();
        return run(
                        "commit-message",
                        Map.of(),
                        HookEvent.of(
                                EventKind.PRE_COMMIT,
                                new Subject.Commit(List.of(), Optional.empty(), "")),
                        branch)
                .text();
    }
}
