package kiro;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import kiro.config.Config;
import kiro.model.Model;
import kiro.model.ModelRoutes;
import kiro.persona.Persona;

/// The models of a run's children whose agents' files name one: opened when the first child needs them.
final class ChildModels implements AutoCloseable {
    private final RouteWiring models;
    private final Config config;
    private final UnaryOperator<Model> prepared;
    private final Consumer<String> remarks;
    private final Map<String, Opened> opened = new HashMap<>();

    /// @param prepared a model as the run's own are
    /// @param remarks what a person should know
    ChildModels(
            RouteWiring models,
            Config config,
            UnaryOperator<Model> prepared,
            Consumer<String> remarks) {
        this.models = models;
        this.config = config;
        this.prepared = prepared;
        this.remarks = remarks;
    }

    /// @param routes empty where the run's are used
    private record Opened(Optional<ModelRoutes> routes, Runnable ending) {}

    /// Empty where the agent's file names none, or none that can be used.
    synchronized Optional<ModelRoutes> of(Persona agent) {
        return agent.model()
                .flatMap(name ->
                        opened.computeIfAbsent(name, wanted -> open(wanted, agent.file()))
                                .routes());
    }

    private Opened open(String wanted, String file) {
        return switch (models.open(wanted, file, config)) {
            case RouteWiring.Opening.Unusable unusable -> {
                remarks.accept(unusable.problem().message());
                yield new Opened(Optional.empty(), () -> {});
            }
            case RouteWiring.Opening.Opened found -> {
                found.remarks().forEach(remarks);
                yield affordable(found, file)
                        ? new Opened(Optional.of(found.routes().with(prepared)), found.ending())
                        : new Opened(Optional.empty(), found.ending());
            }
        };
    }

    /// A limit of money means nothing where a price is not known.
    private boolean affordable(RouteWiring.Opening.Opened found, String file) {
        Optional<String> unpriced =
                ConfiguredLimits.ofMoney(config).flatMap(_ -> found.routes().unpriced());
        unpriced.ifPresent(model ->
                remarks.accept(
                        "the cost is limited and what %s costs is not known: the agent of %s works with the run's own model"
                                .formatted(model, file)));
        return unpriced.isEmpty();
    }

    @Override
    public synchronized void close() {
        opened.values().forEach(each -> each.ending().run());
        opened.clear();
    }
}
