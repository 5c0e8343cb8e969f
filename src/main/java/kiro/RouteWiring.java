package kiro;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.cli.Problem;
import kiro.config.Config;
import kiro.model.Model;
import kiro.model.ModelRoutes;
import kiro.model.Prices;
import kiro.model.Purpose;
import kiro.model.Route;
import kiro.model.Routed;
import kiro.model.Routing;

/// The inventory of the models of a run: for each kind of work the one that the settings lead to.
final class RouteWiring {
    private final ModelWiring warm;
    private final ModelWiring cold;

    /// @param warm for models that are asked at once
    RouteWiring(Outside outside, ModelWiring warm) {
        this.warm = warm;
        this.cold = ModelWiring.cold(outside);
    }

    /// What came of asking for them.
    sealed interface Opening {
        /// @param remarks what a person should know of the choice
        /// @param maxOutput the most tokens that one reply may have
        /// @param ending lets go of what the models hold
        record Opened(ModelRoutes routes, List<String> remarks, int maxOutput, Runnable ending)
                implements Opening {
            public Opened {
                remarks = List.copyOf(remarks);
            }
        }

        record Unusable(Problem problem) implements Opening {}
    }

    /// @param named on the command line, where it was: it does all work
    Opening open(Optional<String> named, Config config) {
        if (named.filter(ModelWiring::isScripted).isPresent()) {
            return switch (warm.open(named, config)) {
                case ModelWiring.Opening.Unusable(Problem problem) -> new Opening.Unusable(problem);
                case ModelWiring.Opening.Opened one -> alone(one, config);
            };
        }
        return routed(named.map(name -> config.with("model", name, "--model")).orElse(config));
    }

    /// The model that an agent's file names, where it can be used; else the usual ones, and why. A file in a project
    /// cannot have answers come from a script.
    Opening open(String wanted, String file, Config config) {
        String name = wanted.startsWith("claude") ? "anthropic/" + wanted : wanted;
        if (name.equals("auto")) {
            return routed(config);
        }
        Opening opened =
                ModelWiring.isScripted(name)
                        ? new Opening.Unusable(
                                new Problem("model/unusable", "a script is named by a person", ""))
                        : routed(config.with("model", name, file));
        return opened instanceof Opening.Unusable(Problem problem)
                ? withRemark(
                        routed(config),
                        "the agent's model '%s' cannot be used, and the usual one works: %s"
                                .formatted(wanted, problem.message()))
                : opened;
    }

    private static Opening withRemark(Opening opening, String remark) {
        return switch (opening) {
            case Opening.Unusable unusable -> unusable;
            case Opening.Opened opened ->
                    new Opening.Opened(
                            opened.routes(),
                            Stream.concat(Stream.of(remark), opened.remarks().stream()).toList(),
                            opened.maxOutput(),
                            opened.ending());
        };
    }

    private static Opening alone(ModelWiring.Opening.Opened one, Config config) {
        return new Opening.Opened(
                ModelRoutes.ofOne(one.model(), Prices.of(config).of(one.model().name())),
                one.remarks(),
                one.maxOutput(),
                one.ending());
    }

    private Opening routed(Config config) {
        return new Attempt(config).open();
    }

    /// One way through all kinds of work; a model that does several is opened once.
    private final class Attempt {
        private final Config config;
        private final Routing routing;
        private final Prices prices;
        private final Map<Key, ModelWiring.Opening> openings = new HashMap<>();
        private final List<String> remarks = new ArrayList<>();
        private final List<Runnable> endings = new ArrayList<>();

        private Attempt(Config config) {
            this.config = config;
            this.routing = Routing.of(config);
            this.prices = Prices.of(config);
        }

        /// @param model as a setting names it
        private record Key(Optional<String> model, Optional<String> effort) {}

        private Opening open() {
            Route code = routing.of(Purpose.CODE);
            return switch (opened(code, warm)) {
                case ModelWiring.Opening.Unusable(Problem problem) -> new Opening.Unusable(problem);
                case ModelWiring.Opening.Opened usual -> open(routed(usual, code.why()), usual);
            };
        }

        private Opening open(Routed usual, ModelWiring.Opening.Opened opened) {
            var routes = new EnumMap<Purpose, Routed>(Purpose.class);
            routes.put(Purpose.CODE, usual);
            for (Purpose purpose : Purpose.values()) {
                routes.computeIfAbsent(purpose, other -> routed(other, usual));
            }
            List<Routed> fallbacks = fallbacks(usual);
            told(routes).ifPresent(remarks::add);
            return new Opening.Opened(
                    new ModelRoutes(routes, fallbacks, prices::of),
                    remarks,
                    opened.maxOutput(),
                    () -> endings.forEach(Runnable::run));
        }

        /// What cannot be asked leaves its work to the model that writes code. No run completes what somebody types.
        private Routed routed(Purpose purpose, Routed usual) {
            if (purpose == Purpose.COMPLETION) {
                return usual;
            }
            Route route = routing.of(purpose);
            return switch (opened(route, purpose == Purpose.PLAN ? warm : cold)) {
                case ModelWiring.Opening.Opened opened -> routed(opened, route.why());
                case ModelWiring.Opening.Unusable(Problem problem) -> {
                    remarks.add(
                            "%s goes to %s, as code does: %s"
                                    .formatted(purpose.word(), usual.name(), problem.message()));
                    yield new Routed(
                            usual.model(),
                            "what is set for it cannot be used (%s)".formatted(route.why()),
                            usual.price());
                }
            };
        }

        private Routed routed(ModelWiring.Opening.Opened opened, String why) {
            Model model = opened.model();
            return new Routed(model, why, prices.of(model.name()));
        }

        private ModelWiring.Opening opened(Route route, ModelWiring models) {
            var key = new Key(route.model(), route.effort().map(Route.Effort::word));
            ModelWiring.Opening known = openings.get(key);
            if (known != null) {
                return known;
            }
            ModelWiring.Opening opening = models.open(route, config);
            openings.put(key, opening);
            if (opening instanceof ModelWiring.Opening.Opened opened) {
                opened.remarks().stream()
                        .filter(remark -> !remarks.contains(remark))
                        .forEach(remarks::add);
                endings.add(opened.ending());
            }
            return opening;
        }

        private List<Routed> fallbacks(Routed usual) {
            var fallbacks = new ArrayList<Routed>();
            String origin = "models.fallback (%s)".formatted(routing.fallbackOrigin());
            for (String name : routing.fallbacks()) {
                switch (opened(routing.fallback(name), cold)) {
                    case ModelWiring.Opening.Opened opened -> {
                        if (!opened.model().name().equals(usual.name())) {
                            fallbacks.add(routed(opened, origin));
                        }
                    }
                    case ModelWiring.Opening.Unusable(Problem problem) ->
                            remarks.add(
                                    "%s is no help while others are overloaded, %s: %s"
                                            .formatted(name, origin, problem.message()));
                }
            }
            return fallbacks;
        }

        /// Which work goes where, where it does not all go to one model.
        private Optional<String> told(Map<Purpose, Routed> routes) {
            var kinds = new LinkedHashMap<String, List<String>>();
            routes.forEach((purpose, routed) -> {
                if (purpose != Purpose.COMPLETION) {
                    kinds.computeIfAbsent(routed.name(), _ -> new ArrayList<>())
                            .add(purpose.word());
                }
            });
            return kinds.size() == 1
                    ? Optional.empty()
                    : Optional.of(
                            kinds.entrySet().stream()
                                            .map(each ->
                                                    "%s: %s"
                                                            .formatted(
                                                                    String.join(
                                                                            ", ", each.getValue()),
                                                                    each.getKey()))
                                            .collect(Collectors.joining("; "))
                                    + " ('kiro models explain' says why)");
        }
    }
}
