package kiro;

import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import kiro.agent.AgentTask;
import kiro.cli.AgentRuns;
import kiro.cli.ExitCode;
import kiro.cli.PermissionSettings;
import kiro.cli.Problem;
import kiro.cli.RunRequest;
import kiro.cli.SettingFlag;
import kiro.config.Config;
import kiro.config.ConfigValue;
import kiro.model.ModelRoutes;
import kiro.model.Prices;
import kiro.persona.Persona;
import kiro.session.SessionId;
import kiro.workspace.LockHolder;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceLock;

/// Opens runs of the agent: the settings, the model, and the workspace that is locked for one of them.
final class AgentWiring implements AgentRuns {
    private final Outside outside;
    private final RouteWiring models;
    private final Optional<FirstLook> early;

    /// @param early a look that was begun before
    AgentWiring(Outside outside, RouteWiring models, Optional<FirstLook> early) {
        this.outside = outside;
        this.early = early;
        this.models = models;
    }

    @Override
    public Opening open(RunRequest request, Workspace original, Face face)
            throws InterruptedException {
        var asked =
                new Asked(
                        request,
                        original,
                        face,
                        early.filter(look -> look.isOf(request.workspace()))
                                .orElseGet(() -> FirstLook.begin(outside, request.workspace())));
        return switch (Config.read(
                outside.environment(), outside.home(), request.workspace().root())) {
            case Config.Reading.Broken broken -> new Opening.Broken(broken.findings());
            case Config.Reading.Whole whole ->
                    switch (RoleWiring.open(outside, request.agent(), original)) {
                        case RoleWiring.Opening.Refused refused ->
                                new Opening.Refused(ExitCode.FINDINGS, refused.problem());
                        case RoleWiring.Opening.Opened(RoleWiring role) ->
                                permitted(asked, flagged(request, whole), role);
                    };
        };
    }

    /// The settings with those of the command line over them.
    private static Config.Reading.Whole flagged(RunRequest request, Config.Reading.Whole whole) {
        Config config = whole.config();
        for (SettingFlag flag : request.flags()) {
            config = config.with(flag.key(), flag.text(), flag.flag());
        }
        return new Config.Reading.Whole(config, whole.warnings());
    }

    /// A limit of money means nothing where the price is not known.
    private static Optional<Problem> unpriced(Config config, ModelRoutes routes) {
        return ConfiguredLimits.ofMoney(config)
                .flatMap(limit ->
                        routes.unpriced().flatMap(model -> unpriced(config, limit, model)));
    }

    private static Optional<Problem> unpriced(Config config, ConfigValue limit, String model) {
        return Prices.of(config).of(model).isEmpty()
                ? Optional.of(
                        new Problem(
                                "agent/unknown-price",
                                "the cost is limited ("
                                        + limit.origin()
                                        + "), and what "
                                        + model
                                        + " costs is not known",
                                "set price.input and price.output in ~/.kiro/config.yaml, or limit the"
                                        + " tokens with --max-tokens instead"))
                : Optional.empty();
    }

    /// A run that somebody wants.
    ///
    /// @param original the workspace whose trust and agents count
    private record Asked(RunRequest request, Workspace original, Face face, FirstLook look) {}

    private Opening permitted(Asked asked, Config.Reading.Whole whole, RoleWiring role)
            throws InterruptedException {
        RunRequest request = asked.request();
        var permissions = new PermissionWiring(outside);
        return switch (permissions.open(
                request.workspace(), asked.original(), whole, request.mode())) {
            case PermissionSettings.Opening.Broken broken -> new Opening.Broken(broken.findings());
            case PermissionSettings.Opening.Opened allowed ->
                    switch (model(request, whole.config(), role)) {
                        case RouteWiring.Opening.Unusable unusable ->
                                new Opening.Refused(ExitCode.FINDINGS, unusable.problem());
                        case RouteWiring.Opening.Opened opened ->
                                priced(
                                        asked,
                                        new Setup(whole, allowed, opened, role, asked.look()));
                    };
        };
    }

    /// The model of the command line, else that of the agent's file, else that of the settings.
    private RouteWiring.Opening model(RunRequest request, Config config, RoleWiring role) {
        Optional<Persona> persona = role.persona().filter(each -> each.model().isPresent());
        return request.model().isEmpty() && persona.isPresent()
                ? models.open(persona.get().model().orElseThrow(), persona.get().file(), config)
                : models.open(request.model(), config);
    }

    /// What a run works with.
    record Setup(
            Config.Reading.Whole settings,
            PermissionSettings.Opening.Opened permissions,
            RouteWiring.Opening.Opened model,
            RoleWiring role,
            FirstLook look) {}

    private Opening priced(Asked asked, Setup setup) throws InterruptedException {
        Optional<Problem> unpriced = unpriced(setup.settings().config(), setup.model().routes());
        if (unpriced.isPresent()) {
            setup.model().ending().run();
            return new Opening.Refused(ExitCode.FINDINGS, unpriced.get());
        }
        return lock(asked, setup);
    }

    private Opening lock(Asked asked, Setup setup) throws InterruptedException {
        RunRequest request = asked.request();
        SessionId session = session(request);
        try {
            return switch (WorkspaceLock.lock(request.workspace(), holder(request, session))) {
                case WorkspaceLock.Attempt.Busy busy ->
                        new Opening.Refused(
                                ExitCode.BUSY,
                                new Problem(
                                        "agent/busy",
                                        "another run works on this workspace: " + busy.holder(),
                                        busy.next()));
                case WorkspaceLock.Attempt.Locked locked ->
                        new Opening.Opened(
                                new RunWiring(outside, request, setup, hooks(asked, setup))
                                        .open(session, locked.lock(), asked.face()));
            };
        } catch (IOException cause) {
            return new Opening.Refused(
                    ExitCode.ENVIRONMENT,
                    new Problem(
                            "agent/no-session",
                            "the session's folder cannot be written: " + cause.getMessage(),
                            "make .kiro/sessions writable, or free some disk space"));
        }
    }

    private static LockHolder holder(RunRequest request, SessionId session) {
        return new LockHolder(
                "session "
                        + session
                        + request.spec().map(spec -> " on spec " + spec.name()).orElse(""),
                "kiro session show " + session);
    }

    private RunHooks.Opening hooks(Asked asked, Setup setup) {
        Workspace workspace = asked.request().workspace();
        return asked.original().equals(workspace)
                ? RunHooks.of(outside, workspace, setup.role().persona())
                : RunHooks.Opening.NONE;
    }

    /// A new one, or the one that goes on.
    private SessionId session(RunRequest request) {
        Optional<SessionId> known =
                request.goal() instanceof AgentTask.Goal.Resumed resumed
                        ? resumed.state().begun().map(begun -> begun.session())
                        : Optional.empty();
        return known.orElseGet(
                () -> SessionId.at(outside.clock().instant(), RandomGenerator.getDefault()));
    }
}
