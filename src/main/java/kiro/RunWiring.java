package kiro;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import kiro.agent.Agent;
import kiro.agent.AgentTask;
import kiro.agent.AgentTask.Goal;
import kiro.agent.Approver;
import kiro.agent.BoundedRules;
import kiro.agent.Budget;
import kiro.agent.ContextSources;
import kiro.agent.Crew;
import kiro.agent.CriteriaWatch;
import kiro.agent.ModelCaller;
import kiro.agent.PlanFiles;
import kiro.agent.ProjectView;
import kiro.agent.RunSetting;
import kiro.agent.RunState;
import kiro.agent.SessionHooks;
import kiro.agent.Settlement;
import kiro.agent.SpecUpdate;
import kiro.agent.Standards;
import kiro.agent.TestGuard;
import kiro.agent.ToolCaller;
import kiro.cli.AgentRuns;
import kiro.cli.OpenRun;
import kiro.cli.PermissionSettings;
import kiro.cli.RunRequest;
import kiro.config.Config;
import kiro.edit.Journal;
import kiro.evidence.EvidenceStore;
import kiro.evidence.ProjectTests;
import kiro.evidence.Prover;
import kiro.evidence.Proving;
import kiro.evidence.TestReview;
import kiro.evidence.TestSettings;
import kiro.evidence.Verification;
import kiro.evidence.Verifier;
import kiro.finding.Finding;
import kiro.model.Model;
import kiro.model.Patience;
import kiro.model.builtin.BuiltinModel;
import kiro.model.scripted.RecordingModel;
import kiro.permission.Mode;
import kiro.permission.Policy;
import kiro.process.ChildEnvironment;
import kiro.process.CommandGuard;
import kiro.process.CommandRunner;
import kiro.secret.SecretMask;
import kiro.session.Event;
import kiro.session.EventLog;
import kiro.session.SessionId;
import kiro.spec.Spec;
import kiro.spec.SpecStore;
import kiro.steering.SteeringFile;
import kiro.sync.SpecSync;
import kiro.sync.SyncReport;
import kiro.workspace.Git;
import kiro.workspace.ProjectLayout;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspaceLock;
import kiro.workspace.WorkspacePath;

/// The inventory of one run of the agent.
final class RunWiring {
    private static final Duration TEST_LIMIT = Duration.ofMinutes(15);
    private static final Proving.Bounds BREAKING = new Proving.Bounds(3, 300);
    private static final int STEERING_TRIES = 8;
    private static final Duration SERVER_WAIT = Duration.ofSeconds(5);

    private final Outside outside;
    private final RunRequest request;
    private final Config.Reading.Whole settings;
    private final PermissionSettings.Opening.Opened permissions;
    private final RouteWiring.Opening.Opened model;
    private final RoleWiring role;
    private final FirstLook look;
    private final Workspace workspace;
    private final WorkspaceFiles files;
    private final SpecStore specs;
    private final EvidenceStore evidence;
    private final Mode mode;
    private final Policy policy;
    private final RunHooks.Opening hooks;

    /// @param hooks makes those of the session
    RunWiring(
            Outside outside, RunRequest request, AgentWiring.Setup setup, RunHooks.Opening hooks) {
        this.outside = outside;
        this.request = request;
        this.hooks = hooks;
        this.settings = setup.settings();
        this.permissions = setup.permissions();
        this.model = setup.model();
        this.role = setup.role();
        this.look = setup.look();
        this.workspace = request.workspace();
        this.files = new WorkspaceFiles(workspace);
        this.specs = new SpecStore(workspace);
        this.evidence = new EvidenceStore(files);
        this.mode = permissions.mode();
        this.policy = role.narrowed(permissions.policy());
    }

    OpenRun open(SessionId session, WorkspaceLock lock, AgentRuns.Face face)
            throws IOException, InterruptedException {
        Path folder = sessionFolder(session);
        ContextSources sources = sources();
        Begun begun = begin(folder, face);
        var guard = new CommandGuard(childEnvironment());
        var commands = new CommandRunner(childEnvironment(), folder.resolve("output"), guard);
        var git = new Git(workspace, commands);
        Budget budget = budget();
        Approver approver = budget.uncounted(face.approver(mode, permissions.rules()));
        var leave = new RunTestLeave(permissions, policy, approver, begun.log());
        var tests = new ProjectTests(workspace, commands, testSettings(leave));
        RunServers servers = servers(commands, folder, approver);
        RunTools tools = tools(commands, git, folder, servers, checks(tests, leave, git));
        var children = children(session, begun.log());
        RunHooks own = hooks.open(session, begun.log());
        ToolCaller caller = caller(tools, own.hooks(), approver, begun.log());
        // The files come last: in a large repository they are waited for, and longest for what is
        // told from all of them.
        Crew crew = crew(tools, own.hooks(), children);
        RunSetting setting =
                setting(session, sources, tests, crew, joined(begun.repairs(), servers.remarks()));
        CriteriaWatch watch = criteria(tests, testSettings(leave), commands, begun.log());
        return new OpenRun(
                agent(models(session, budget, begun.log()), caller, watch, approver, begun.log()),
                new AgentTask(request.words(), request.spec(), begun.goal(), mode),
                setting,
                new Settlement(files, folder.resolve("journal")),
                begun.log().file(),
                own.hooks(),
                List.of(
                        () -> close(tools, caller),
                        own.ending(),
                        guard::close,
                        permissions.sandbox()::close,
                        begun.log()::close,
                        children::close,
                        model.ending(),
                        lock::close));
    }

    private Agent agent(
            ModelCaller models,
            ToolCaller caller,
            CriteriaWatch watch,
            Approver approver,
            EventLog log) {
        var plans = new PlanFiles(files, log.secrets());
        return new Agent(models, caller, watch, this::update, plans, approver, log);
    }

    /// What commands in the background did until their end is held against the rules too.
    private static void close(RunTools tools, ToolCaller caller) {
        tools.close();
        try {
            caller.background();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private Budget budget() {
        return new Budget(
                ConfiguredLimits.of(settings.config(), model.maxOutput()), System::nanoTime);
    }

    private ModelCaller models(SessionId session, Budget budget, EventLog log) {
        return new ModelCaller(
                model.routes().with(each -> recorded(each.forSession(session.value()), log)),
                new Patience(RandomGenerator.getDefault()),
                Thread::sleep,
                budget,
                log);
    }

    private ChildModels children(SessionId session, EventLog log) {
        return new ChildModels(
                new RouteWiring(outside, ModelWiring.cold(outside)),
                settings.config(),
                each -> recorded(each.forSession(session.value()), log),
                remark -> log.append(new Event.Warned(remark)));
    }

    /// A model on the command line does all work, that of children too.
    private Crew crew(RunTools tools, SessionHooks own, ChildModels children)
            throws InterruptedException {
        return role.crew(
                workspace,
                look.view().get().files(),
                (skills, policy) -> own.around(tools.with(skills, policy)),
                agent -> request.model().isPresent() ? Optional.empty() : children.of(agent),
                own);
    }

    private Model recorded(Model asked, EventLog log) {
        return request.recording()
                .map(file -> new Recording(file, log.secrets(), outside.console()))
                .<Model>map(recording -> new RecordingModel(asked, recording::add))
                .orElse(asked);
    }

    private CriteriaWatch criteria(
            ProjectTests tests, TestSettings ofTests, CommandRunner commands, EventLog log)
            throws InterruptedException {
        var git = new Git(workspace, commands);
        var verifier = new Verifier(workspace, git, evidence, outside.clock());
        var prover = new Prover(workspace, git, commands, ofTests, verifier, outside.clock());
        return new CriteriaWatch(
                tests,
                look.layout().get(),
                verifier,
                specs,
                new Standards(
                        files,
                        (spec, found) -> prover.prove(spec, found, BREAKING, (_, _) -> {}),
                        new SteeredCoverage(() -> new SteeringWiring(outside).of(workspace)),
                        new TestReview(workspace, git)),
                testGuard(log.file().resolveSibling("journal")),
                log);
    }

    private TestGuard testGuard(Path journal) {
        boolean isTold =
                settings.config().text("tests.weakened").filter("tell"::equals).isPresent();
        return new TestGuard(
                files, journal, isTold ? TestGuard.Answer.TELL : TestGuard.Answer.REFUSE);
    }

    /// The log of the run, and what it is to do.
    ///
    /// @param repairs what was wrong with a log that goes on
    private record Begun(EventLog log, Goal goal, List<String> repairs) {}

    /// What is known of a run that goes on is read anew, as nobody else writes its log any more.
    private Begun begin(Path folder, AgentRuns.Face face) {
        if (request.goal() instanceof Goal.Resumed resumed) {
            EventLog.Continued continued =
                    EventLog.resume(folder, outside.clock(), List.of(face.listener()), secrets());
            return new Begun(
                    continued.log(),
                    new Goal.Resumed(RunState.of(continued.reading()), resumed.settlement()),
                    continued.repairs());
        }
        return new Begun(
                EventLog.create(folder, outside.clock(), List.of(face.listener()), secrets()),
                request.goal(),
                List.of());
    }

    private RunServers servers(CommandRunner commands, Path folder, Approver approver) {
        return new McpWiring(outside)
                .start(
                        workspace,
                        role.persona(),
                        commands,
                        permissions.sandbox(),
                        policy.denied(),
                        folder.resolve("output"),
                        approver::form);
    }

    private RunTools tools(
            CommandRunner commands, Git git, Path folder, RunServers servers, RunChecks checks)
            throws InterruptedException {
        return new RunTools(
                workspace,
                settings.config(),
                permissions,
                servers,
                new BoundedRules(
                        SteeredWrites.of(outside, workspace),
                        settings.config().positiveNumber("steering.tries").orElse(STEERING_TRIES)),
                new RunTools.Means(
                        files,
                        git,
                        commands,
                        new Journal(folder.resolve("journal"), files),
                        checks,
                        new KnowledgeWiring(outside).ofRun(workspace, settings.config()),
                        servers.tools(
                                settings.config().timeSpan("mcp.start-wait").orElse(SERVER_WAIT))),
                OwnProgram.of(outside));
    }

    private RunChecks checks(ProjectTests tests, RunTestLeave leave, Git git) {
        return new RunChecks(
                tests,
                leave,
                look.layout(),
                new Verifier(workspace, git, evidence, outside.clock()),
                request.spec());
    }

    private ToolCaller caller(RunTools tools, SessionHooks own, Approver approver, EventLog log) {
        return new ToolCaller(
                role.offered(own.around(tools.with(role.skills(), policy))),
                policy,
                tools.effects(),
                approver,
                log);
    }

    private TestSettings testSettings(RunTestLeave leave) {
        return new TestSettings(
                settings.config().text("tests.command"),
                TestSettings.patterns(settings.config().text("tests.reports")),
                settings.config().timeSpan("tests.limit").orElse(TEST_LIMIT),
                outside.javaForTests(),
                outside.temporary(),
                leave);
    }

    private RunSetting setting(
            SessionId session,
            ContextSources sources,
            ProjectTests tests,
            Crew crew,
            List<String> first)
            throws IOException, InterruptedException {
        Git.View view = look.view().get();
        RunSteering steering =
                RunSteering.of(outside, request, view.files(), model.routes().usual().model());
        var remarks = new ArrayList<String>(first);
        remarks.addAll(model.remarks());
        settings.warnings().stream().map(Finding::toString).forEach(remarks::add);
        remarks.addAll(permissions.remarks());
        remarks.addAll(steering.remarks());
        RoleWiring.Played played = role.play(workspace, view.files());
        remarks.addAll(played.remarks());
        MemoryWiring.OfRun memory = memory(steering.applying(), view.files());
        remarks.addAll(memory.remarks());
        ProjectLayout layout = look.layout().get();
        return new RunSetting(
                session,
                Version.NUMBER,
                new ProjectView(
                        String.valueOf(workspace.root().getFileName()),
                        layout,
                        view.state(),
                        steering.told(),
                        tests.command(layout),
                        Optional.of(sources),
                        memory.known()),
                played.role(),
                crew,
                ConfiguredLimits.of(settings.config(), model.maxOutput()),
                remarks);
    }

    private MemoryWiring.OfRun memory(List<SteeringFile> told, List<WorkspacePath> known)
            throws IOException {
        return model.routes().usual().model() instanceof BuiltinModel
                ? MemoryWiring.OfRun.NOTHING
                : new MemoryWiring(outside).ofRun(workspace, request, told, known);
    }

    /// In a large repository the map takes longest, so it is begun first.
    private ContextSources sources() throws IOException {
        return new SourcesWiring(request, look, model.routes(), specs).begin();
    }

    private SpecUpdate.Ticks update(Spec spec, Verification verification) throws IOException {
        SyncReport report = new SpecSync(specs, evidence, outside.clock()).sync(spec, verification);
        return new SpecUpdate.Ticks(report.ticked(), report.unticked());
    }

    private Path sessionFolder(SessionId session) {
        return workspace.kiroFolder().resolve("sessions").resolve(session.value());
    }

    /// The secrets that this machine and its settings hold.
    private SecretMask secrets() {
        return SecretMask.of(outside.environment(), settings.config().secrets());
    }

    /// What commands see: no credentials, and the Java that runs this program where none is set.
    private Map<String, String> childEnvironment() {
        var environment = new HashMap<>(ChildEnvironment.of(outside.environment()));
        environment.putIfAbsent("JAVA_HOME", outside.javaHome().toString());
        return environment;
    }
}
