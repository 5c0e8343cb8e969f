package kiro;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import kiro.cli.CommandGroup;
import kiro.cli.Console;
import kiro.cli.ModelAccess;
import kiro.cli.ModelsExplainCommand;
import kiro.cli.ModelsListCommand;
import kiro.cli.ModelsTestCommand;
import kiro.cli.Problem;
import kiro.cli.Workspaces;
import kiro.config.Config;
import kiro.model.Model;
import kiro.model.ModelChoice;
import kiro.model.ModelFailure;
import kiro.model.Offer;
import kiro.model.Prices;
import kiro.model.Purpose;
import kiro.model.Route;
import kiro.model.Routing;
import kiro.model.builtin.BuiltinModel;
import kiro.workspace.Workspace;
import picocli.CommandLine;

/// The inventory of the commands about language models.
final class ModelsWiring implements ModelAccess {
    private final Outside outside;

    ModelsWiring(Outside outside) {
        this.outside = outside;
    }

    /// `kiro models` with the command that the arguments name, or all of them.
    CommandLine command(String[] args, Workspaces workspaces) {
        Console console = outside.console();
        var models = Described.command(CommandGroup.MODELS.description(console));
        SequencedMap<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
        commands.put(
                "list", () -> Described.command(new ModelsListCommand(console, workspaces, this)));
        commands.put(
                "test",
                () ->
                        Described.command(
                                new ModelsTestCommand(
                                        console, workspaces, this, System::nanoTime)));
        commands.put(
                "explain",
                () -> Described.command(new ModelsExplainCommand(console, workspaces, this)));
        Supplier<CommandLine> named = args.length < 2 ? null : commands.get(args[1]);
        if (named != null) {
            models.addSubcommand(args[1], named.get());
            return models;
        }
        commands.forEach((name, command) -> models.addSubcommand(name, command.get()));
        return models;
    }

    @Override
    public Opening open(Workspace workspace, Optional<String> named) {
        return switch (read(workspace)) {
            case Config.Reading.Broken broken -> new Opening.Broken(broken.findings());
            case Config.Reading.Whole whole -> {
                whole.warnings().forEach(each -> outside.console().note("warning: " + each));
                yield open(whole.config(), named);
            }
        };
    }

    private Opening open(Config config, Optional<String> named) {
        return switch (ModelWiring.cold(outside).open(named, config)) {
            case ModelWiring.Opening.Unusable unusable -> new Opening.Unusable(unusable.problem());
            case ModelWiring.Opening.Opened opened when opened.model() instanceof BuiltinModel ->
                    new Opening.BuiltIn(String.join("; ", opened.remarks()));
            case ModelWiring.Opening.Opened opened ->
                    new Opening.Opened(
                            opened.model(),
                            new Facts(
                                    opened.model().name(),
                                    why(config, named),
                                    opened.model().window(),
                                    Math.min(opened.maxOutput(), opened.model().window()),
                                    opened.model().takesImages(),
                                    mayThink(config, named),
                                    Prices.of(config).of(opened.model().name())),
                            opened.remarks(),
                            opened.ending());
        };
    }

    private static boolean mayThink(Config config, Optional<String> named) {
        Config asked = named.map(name -> config.with("model", name, "--model")).orElse(config);
        return ModelChoice.of(Routing.of(asked).of(Purpose.CODE).in(asked)).mayThink();
    }

    @Override
    public Ways ways(Workspace workspace, Optional<String> named) {
        return switch (read(workspace)) {
            case Config.Reading.Broken broken -> new Ways.Broken(broken.findings());
            case Config.Reading.Whole whole ->
                    ways(
                            named.map(name -> whole.config().with("model", name, "--model"))
                                    .orElse(whole.config()));
        };
    }

    private Ways ways(Config config) {
        Routing routing = Routing.of(config);
        return new Ways.Found(
                routing.all().stream().map(route -> way(route, config)).toList(),
                routing.fallbacks().stream()
                        .map(name ->
                                new Fallback(name, way(routing.fallback(name), config).problem()))
                        .toList(),
                routing.fallbackOrigin());
    }

    private Way way(Route route, Config config) {
        return switch (ModelWiring.cold(outside).open(route, config)) {
            case ModelWiring.Opening.Unusable(Problem problem) ->
                    new Way(
                            route,
                            route.model().orElse("built-in"),
                            Optional.empty(),
                            Optional.of(problem),
                            List.of());
            case ModelWiring.Opening.Opened opened -> {
                opened.ending().run();
                yield new Way(
                        route,
                        opened.model().name(),
                        opened.model() instanceof BuiltinModel
                                ? Optional.empty()
                                : Optional.of(facts(opened, route, config)),
                        Optional.empty(),
                        opened.remarks());
            }
        };
    }

    private static Facts facts(ModelWiring.Opening.Opened opened, Route route, Config config) {
        Model model = opened.model();
        return new Facts(
                model.name(),
                route.why(),
                model.window(),
                Math.min(opened.maxOutput(), model.window()),
                model.takesImages(),
                ModelChoice.of(route.in(config)).mayThink(),
                Prices.of(config).of(model.name()));
    }

    @Override
    public Offered offered(Workspace workspace, String provider) throws InterruptedException {
        return switch (read(workspace)) {
            case Config.Reading.Broken broken -> new Offered.Broken(broken.findings());
            case Config.Reading.Whole whole -> offered(whole.config(), provider);
        };
    }

    private Offered offered(Config config, String provider) throws InterruptedException {
        // The name is that of no model: only the provider is asked.
        return switch (open(config, Optional.of(provider + "/any"))) {
            case Opening.Opened opened -> {
                try {
                    yield offered(config, provider, opened.model().offered());
                } finally {
                    opened.ending().run();
                }
            }
            case Opening.Unusable(Problem problem) ->
                    new Offered.Failed(missing(config, provider).orElse(problem), false);
            case Opening.BuiltIn _, Opening.Broken _ -> nobody(provider);
        };
    }

    private Optional<Problem> missing(Config config, String provider) {
        return new ModelProviders(outside, config)
                .all().stream()
                        .filter(each -> each.name().equals(provider) && !each.isReady())
                        .findFirst()
                        .map(each ->
                                new Problem(
                                        "model/unusable",
                                        "'" + provider + "' is not set up here",
                                        each.words()));
    }

    private Offered offered(Config config, String provider, Offer offer) {
        return switch (offer) {
            case Offer.None _ -> nobody(provider);
            case Offer.Failed(ModelFailure failure) ->
                    new Offered.Failed(
                            new Problem(
                                    "model/failed",
                                    failure.message(),
                                    failure.isTransient()
                                            ? "try again in a while"
                                            : "mend what it says, then try again"),
                            true);
            case Offer.Models models ->
                    new Offered.Models(
                            models.names().stream()
                                    .flatMap(name -> facts(config, provider + "/" + name).stream())
                                    .toList());
        };
    }

    /// Empty for a name that cannot be asked for.
    private Optional<Facts> facts(Config config, String name) {
        if (!(open(config, Optional.of(name)) instanceof Opening.Opened opened)) {
            return Optional.empty();
        }
        opened.ending().run();
        return Optional.of(opened.facts());
    }

    private static Offered nobody(String provider) {
        return new Offered.Failed(
                new Problem(
                        "model/no-list",
                        "'" + provider + "' has no list of models",
                        "name one of anthropic, bedrock, ollama, openai"),
                false);
    }

    private static String why(Config config, Optional<String> named) {
        return named.isPresent() ? "named here" : Routing.of(config).of(Purpose.CODE).why();
    }

    @Override
    public List<Found> found(Workspace workspace) throws InterruptedException {
        return read(workspace) instanceof Config.Reading.Whole whole
                ? new FoundHere(
                                new ModelProviders(outside, whole.config()),
                                whole.config(),
                                provider -> names(whole.config(), provider))
                        .all()
                : List.of();
    }

    private List<String> names(Config config, String provider) throws InterruptedException {
        return offered(config, provider) instanceof Offered.Models models
                ? models.models().stream().map(Facts::name).toList()
                : List.of();
    }

    @Override
    public List<Provider> providers(Workspace workspace) {
        return read(workspace) instanceof Config.Reading.Whole whole
                ? new ModelProviders(outside, whole.config()).all()
                : List.of();
    }

    private Config.Reading read(Workspace workspace) {
        return Config.read(outside.environment(), outside.home(), workspace.root());
    }
}
