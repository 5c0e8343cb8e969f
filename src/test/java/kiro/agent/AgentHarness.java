package kiro.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.agent.AgentTask.Goal;
import kiro.edit.CommandWatch;
import kiro.edit.Journal;
import kiro.edit.WriteRules;
import kiro.evidence.EvidenceStore;
import kiro.evidence.ProjectTests;
import kiro.evidence.TestReview;
import kiro.evidence.Verifier;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.Model;
import kiro.model.ModelRequest;
import kiro.model.Patience;
import kiro.model.Price;
import kiro.model.scripted.ScriptedModel;
import kiro.permission.Mode;
import kiro.permission.Narrowing;
import kiro.permission.Policy;
import kiro.persona.Persona;
import kiro.persona.PersonaStore;
import kiro.process.CommandRunner;
import kiro.secret.SecretMask;
import kiro.session.Event;
import kiro.session.EventLog;
import kiro.session.EventReader;
import kiro.session.LogDisk;
import kiro.session.LogReading;
import kiro.session.Recorded;
import kiro.session.SessionId;
import kiro.session.SessionListener;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.steering.SteeringStore;
import kiro.steering.project.ToldSteering;
import kiro.sync.SpecSync;
import kiro.testing.TemporaryWorkspace;
import kiro.tool.Tool;
import kiro.tool.builtin.BuiltinTools;
import kiro.workspace.Git;
import kiro.workspace.ProjectLayout;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// An agent on a real workspace: real tools, real commands, and tests whose results stand in
/// `results.txt`, there or below `src/test`, one `name pass` or `name message` a line.
final class AgentHarness {
    static final String SPEC =
            """
            # Demo

            ## Overview

            A demo.

            ## Requirements

            - It greets.

            ## Acceptance Criteria

            - [ ] AC-1: It greets by name
            - [ ] AC-2: It refuses an empty name
            """;

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final SessionId SESSION = new SessionId("20260301-120000-abcd");
    private static final String TESTS =
            """
            mkdir -p target/surefire-reports
            f=results.txt
            test -f src/test/results.txt && f=src/test/results.txt
            test -f $f || exit 0
            {
              echo '<testsuite name="demo.DemoTest">'
              while read -r name state; do
                if [ "$state" = pass ]; then
                  echo "<testcase classname=\\"demo.DemoTest\\" name=\\"$name\\" time=\\"0.1\\"/>"
                elif [ "$state" = error ]; then
                  echo "<testcase classname=\\"demo.DemoTest\\" name=\\"$name\\"><error message=\\"boom\\"/></testcase>"
                else
                  echo "<testcase classname=\\"demo.DemoTest\\" name=\\"$name\\"><failure message=\\"$state\\"/></testcase>"
                fi
              done < $f
              echo '</testsuite>'
            } > target/surefire-reports/TEST-demo.DemoTest.xml
            """;

    final TemporaryWorkspace workspace;
    final List<Duration> pauses = new ArrayList<>();

    /// The time by which the run is limited, in nanoseconds.
    final AtomicLong time = new AtomicLong();

    private final Path folder;
    private CodeBreaker breaker =
            (spec, evidence) ->
                    new kiro.evidence.Proving.NotTried(
                            new kiro.spec.CriterionRef(spec.name(), evidence.criterion()),
                            "nothing is broken here",
                            "break it");
    private Approver approver = new Says();
    private Limits limits = new Limits(50, 3, 4_000);
    private Optional<Price> price = Optional.empty();
    private Optional<String> map = Optional.empty();
    private Optional<ToldSteering> steering = Optional.empty();
    private TestGuard.Answer weaker = TestGuard.Answer.REFUSE;
    private List<ModelRequest> requests = List.of();
    private Optional<Persona> persona = Optional.empty();
    private boolean isEmploying;
    private List<Tool> more = List.of();
    private SessionHooks hooks = SessionHooks.NONE;
    private List<SessionListener> listeners = List.of();
    private SecretMask secrets = SecretMask.of(java.util.Map.of());
    private Optional<LogDisk.Opening> disk = Optional.empty();

    AgentHarness(Path folder) {
        this.folder = made(folder).resolve("session");
        this.workspace =
                TemporaryWorkspace.in(folder)
                        .with("pom.xml", "<project/>\n")
                        .with(".gitignore", "target/\nsession/\nspill/\n")
                        .with("run-tests.sh", TESTS)
                        .with("src/main/java/demo/Demo.java", "package demo;\nclass Demo {}\n")
                        .with("src/test/java/demo/DemoTest.java", "package demo;\n")
                        .with(".kiro/specs/demo.md", SPEC);
    }

    /// On a folder that is there, with all that a harness has left in it.
    private AgentHarness(TemporaryWorkspace workspace) {
        this.workspace = workspace;
        this.folder = workspace.root().resolve("session");
    }

    static AgentHarness at(Path folder) {
        return new AgentHarness(TemporaryWorkspace.in(folder));
    }

    private static Path made(Path folder) {
        try {
            return java.nio.file.Files.createDirectories(folder);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    AgentHarness asking(Approver other) {
        approver = other;
        return this;
    }

    AgentHarness watchedBy(SessionListener... others) {
        listeners = List.of(others);
        return this;
    }

    AgentHarness onDisk(LogDisk.Opening other) {
        disk = Optional.of(other);
        return this;
    }

    AgentHarness knowing(SecretMask others) {
        secrets = others;
        return this;
    }

    /// The file of the run's events.
    Path log() {
        return folder.resolve("events.jsonl");
    }

    Path journal() {
        return folder.resolve("journal").resolve("journal.jsonl");
    }

    AgentHarness breaking(CodeBreaker other) {
        breaker = other;
        return this;
    }

    /// Runs a task that has a name.
    RunReport runTask(String words, Script script) throws InterruptedException {
        return run(
                new ScriptedModel(script.answers()),
                new AgentTask(words, Optional.of(spec()), new Goal.WholeWork(), Mode.AUTONOMOUS));
    }

    /// Works as the custom agent of this name in the workspace.
    AgentHarness as(String name) {
        PersonaStore.Reading reading =
                PersonaStore.of(Map.of(), folder.resolve("home"), workspace.workspace()).read();
        persona =
                Optional.of(
                        reading.find(name)
                                .orElseThrow(() ->
                                        new IllegalStateException(reading.findings().toString())));
        return this;
    }

    /// Can give work to the custom agents of the workspace.
    AgentHarness employing() {
        isEmploying = true;
        return this;
    }

    /// Has these tools beside its own.
    AgentHarness offering(Tool... tools) {
        more = List.of(tools);
        return this;
    }

    /// Has these hooks around its tools.
    AgentHarness hooked(SessionHooks others) {
        hooks = others;
        return this;
    }

    private Crew crew(Supplier<List<Tool>> tools) {
        if (!isEmploying || persona.map(each -> !each.tools().include("delegate")).orElse(false)) {
            return Crew.NONE;
        }
        PersonaStore.Reading reading =
                PersonaStore.of(Map.of(), folder.resolve("home"), workspace.workspace()).read();
        return new Crew() {
            @Override
            public List<Persona> agents() {
                return reading.personas();
            }

            @Override
            public List<Tool> tools(Optional<Persona> agent, Policy policy) {
                return tools.get();
            }

            @Override
            public Role role(Optional<Persona> agent) {
                return AgentHarness.role(agent);
            }
        };
    }

    private Policy policy(Mode mode) {
        var policy = new Policy(mode, workspace.root());
        return persona.map(Narrowing::of).map(policy::narrowedBy).orElse(policy);
    }

    private boolean isOffered(Tool tool) {
        return persona.map(each -> each.tools().include(tool.spec().name())).orElse(true);
    }

    private static Role role(Optional<Persona> agent) {
        return agent.map(each ->
                        new Role(
                                Optional.of(
                                        new Role.Named(each.name(), each.file(), each.prompt())),
                                List.of(),
                                List.of()))
                .orElse(Role.OWN);
    }

    AgentHarness with(Limits other) {
        limits = other;
        return this;
    }

    AgentHarness withWeaker(TestGuard.Answer other) {
        weaker = other;
        return this;
    }

    AgentHarness steered(ToldSteering told) {
        steering = Optional.of(told);
        return this;
    }

    AgentHarness mapped(String text) {
        map = Optional.of(text);
        return this;
    }

    AgentHarness at(Price other) {
        price = Optional.of(other);
        return this;
    }

    RunReport run(Script script, Goal goal, Mode mode) throws InterruptedException {
        return run(new ScriptedModel(script.answers()), goal, mode);
    }

    RunReport runWithoutSpec(Script script, Mode mode) throws InterruptedException {
        return runWithoutSpec(script, "say hello", mode);
    }

    RunReport runWithoutSpec(Script script, String words, Mode mode) throws InterruptedException {
        return run(
                new ScriptedModel(script.answers()),
                new AgentTask(words, Optional.empty(), new Goal.WholeWork(), mode));
    }

    RunReport run(Model model, Goal goal, Mode mode) throws InterruptedException {
        return run(model, new AgentTask("implement", Optional.of(spec()), goal, mode));
    }

    /// Goes on with the run that had stopped.
    RunReport resume(Model model, Mode mode) throws InterruptedException {
        var files = new WorkspaceFiles(workspace.workspace());
        EventLog.Continued continued = EventLog.resume(folder, CLOCK, listeners, secrets);
        RunState state = RunState.of(continued.reading());
        return run(
                model,
                new AgentTask(
                        state.begun().orElseThrow().task(),
                        state.begun().orElseThrow().spec().map(name -> spec()),
                        new Goal.Resumed(state, new Settlement(files, folder.resolve("journal"))),
                        mode),
                continued.log());
    }

    RunReport run(Model model, AgentTask task) throws InterruptedException {
        return run(
                model,
                task,
                disk.map(other -> EventLog.create(folder, CLOCK, listeners, secrets, other))
                        .orElseGet(() -> EventLog.create(folder, CLOCK, listeners, secrets)));
    }

    private RunReport run(Model model, AgentTask task, EventLog events)
            throws InterruptedException {
        var space = workspace.workspace();
        var commands = new CommandRunner(System.getenv(), folder.resolve("output"));
        var files = new WorkspaceFiles(space);
        var journal = new Journal(folder.resolve("journal"), files);
        var git = new Git(space, commands);
        ProjectLayout layout = ProjectLayout.of(git.files());
        var tests =
                new ProjectTests(
                        space, commands, Optional.of("sh run-tests.sh"), Duration.ofSeconds(20));
        var evidence = new EvidenceStore(files);
        var specs = new SpecStore(space);
        var sync = new SpecSync(specs, evidence, CLOCK);
        var budget = new Budget(limits, time::get);
        Approver asked = budget.uncounted(approver);
        Supplier<List<Tool>> own =
                () ->
                        Stream.concat(
                                        BuiltinTools.of(
                                                space,
                                                files,
                                                git,
                                                commands,
                                                journal,
                                                Duration.ofSeconds(20))
                                                .stream(),
                                        more.stream())
                                .toList();
        try (EventLog log = events) {
            var agent =
                    new Agent(
                            new ModelCaller(
                                    model,
                                    new Patience(RandomGenerator.of("L64X128MixRandom")),
                                    pauses::add,
                                    new Spending(budget, price),
                                    log),
                            new ToolCaller(
                                    hooks.around(
                                            own.get().stream().filter(this::isOffered).toList()),
                                    policy(task.mode()),
                                    new CommandEffects(
                                            new CommandWatch(git, space, files, journal),
                                            new BoundedRules(WriteRules.NONE, 8),
                                            () -> false),
                                    asked,
                                    log),
                            new CriteriaWatch(
                                    tests,
                                    layout,
                                    new Verifier(space, git, evidence, CLOCK),
                                    specs,
                                    new Standards(
                                            files,
                                            breaker,
                                            (_, _) -> List.of(),
                                            new TestReview(space, git)),
                                    new TestGuard(files, folder.resolve("journal"), weaker),
                                    log),
                            (spec, verification) -> {
                                var report = sync.sync(spec, verification);
                                return new SpecUpdate.Ticks(report.ticked(), report.unticked());
                            },
                            new PlanFiles(files, log.secrets()),
                            asked,
                            log);
            return agent.run(task, setting(git, layout, tests, crew(own)));
        } finally {
            if (model instanceof ScriptedModel scripted) {
                requests = scripted.requests();
            }
        }
    }

    private ContextSources sources() {
        var specs = new SpecStore(workspace.workspace());
        try {
            return ContextSources.of(
                    workspace.workspace(),
                    name ->
                            specs.find(name) instanceof SpecReading.Whole whole
                                    ? Optional.of(whole.spec())
                                    : Optional.empty());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private RunSetting setting(Git git, ProjectLayout layout, ProjectTests tests, Crew crew)
            throws InterruptedException {
        return new RunSetting(
                SESSION,
                "test",
                new ProjectView(
                        "demo",
                        layout,
                        git.state(),
                        steering.orElseGet(() ->
                                ToldSteering.of(
                                        new SteeringStore(workspace.workspace()).read().files())),
                        tests.command(layout),
                        Optional.of(
                                map.map(text ->
                                                sources()
                                                        .with(
                                                                ProjectMap.begin(
                                                                        () -> Optional.of(text),
                                                                        Duration.ofSeconds(10))))
                                        .orElseGet(this::sources))),
                role(persona),
                crew,
                limits,
                List.of());
    }

    private Spec spec() {
        return switch (new SpecStore(workspace.workspace()).find("demo")) {
            case SpecReading.Whole whole -> whole.spec();
            case SpecReading.Broken broken ->
                    throw new IllegalStateException(broken.findings().toString());
        };
    }

    /// What the model was asked in the last run.
    List<ModelRequest> requests() {
        return requests;
    }

    /// All that the model was told in its request with this number, from 1.
    String told(int request) {
        Message last = requests.get(request - 1).messages().getLast();
        return last.blocks().stream().map(AgentHarness::text).collect(Collectors.joining("\n"));
    }

    /// All that the model had been told when it was asked last.
    String toldLast() {
        return requests.getLast().messages().stream()
                .flatMap(message -> message.blocks().stream())
                .map(AgentHarness::text)
                .collect(Collectors.joining("\n"));
    }

    private static String text(Block block) {
        return switch (block) {
            case Block.Text text -> text.text();
            case Block.ToolResult result ->
                    (result.isError() ? "error: " : "result: ") + result.text();
            case Block.ToolCall _, Block.Thinking _, Block.Opaque _, Block.Image _ -> "";
        };
    }

    List<Event> events() {
        return reading().records().stream().map(Recorded::event).toList();
    }

    LogReading reading() {
        try {
            return new EventReader().read(folder.resolve("events.jsonl"));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    <E extends Event> List<E> events(Class<E> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /// A test file whose methods carry the criteria.
    static String testsFor(String... criteria) {
        var text = new StringBuilder("package demo;\n\nimport org.junit.jupiter.api.*;\n\n");
        text.append("class DemoTest {\n");
        for (String criterion : criteria) {
            text.append("    @Test\n    @Tag(\"demo#").append(criterion).append("\")\n    void ");
            text.append(method(criterion)).append("() {\n        check();\n    }\n\n");
        }
        return text.append("}\n").toString();
    }

    static String method(String criterion) {
        return "proves_" + criterion.toLowerCase(java.util.Locale.ROOT).replace('-', '_');
    }

    static WorkspacePath path(String value) {
        return WorkspacePath.of(value);
    }
}
