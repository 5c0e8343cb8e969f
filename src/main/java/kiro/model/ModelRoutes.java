package kiro.model;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The models of a run: one for each kind of work, and those that answer while another is overloaded.
public final class ModelRoutes {
    private final Map<Purpose, Routed> routes;
    private final List<Routed> fallbacks;
    private final Function<String, Optional<Price>> prices;

    /// @param routes of each purpose
    /// @param fallbacks in their order, `why` with the place of the setting that names them
    /// @param prices of models by their names, for replies of an earlier part of the run
    public ModelRoutes(
            Map<Purpose, Routed> routes,
            List<Routed> fallbacks,
            Function<String, Optional<Price>> prices) {
        this.routes = new EnumMap<>(routes);
        this.fallbacks = List.copyOf(fallbacks);
        this.prices = prices;
    }

    /// One model for all work.
    public static ModelRoutes ofOne(Model model, Optional<Price> price) {
        var routed = new Routed(model, "", price);
        var routes = new EnumMap<Purpose, Routed>(Purpose.class);
        Stream.of(Purpose.values()).forEach(purpose -> routes.put(purpose, routed));
        return new ModelRoutes(
                routes, List.of(), name -> name.equals(model.name()) ? price : Optional.empty());
    }

    public Routed of(Purpose purpose) {
        return Optional.ofNullable(routes.get(purpose))
                .orElseThrow(() -> new IllegalStateException("no model for " + purpose));
    }

    /// The model by whose name the run is known.
    public Routed usual() {
        return of(Purpose.CODE);
    }

    public List<Routed> fallbacks() {
        return fallbacks;
    }

    /// The price of a model that answers, or has answered.
    public Optional<Price> price(String model) {
        return Stream.concat(routes.values().stream(), fallbacks.stream())
                .filter(routed -> routed.name().equals(model))
                .findFirst()
                .map(Routed::price)
                .orElseGet(() -> prices.apply(model));
    }

    /// The first model that may answer and whose price is not known.
    public Optional<String> unpriced() {
        return Stream.concat(routes.values().stream(), fallbacks.stream())
                .filter(routed -> routed.price().isEmpty())
                .map(Routed::name)
                .findFirst();
    }

    /// The most tokens that a conversation may have which all of them but the writer of summaries take part in.
    public int window() {
        return Stream.concat(
                        routes.entrySet().stream()
                                .filter(route -> isOfConversation(route.getKey()))
                                .map(Map.Entry::getValue),
                        fallbacks.stream())
                .mapToInt(routed -> routed.model().window())
                .min()
                .orElseThrow();
    }

    private static boolean isOfConversation(Purpose purpose) {
        return switch (purpose) {
            case PLAN, CODE, SECURITY, TESTS -> true;
            case SUMMARY, COMPLETION -> false;
        };
    }

    /// The same routes with each model once replaced.
    public ModelRoutes with(UnaryOperator<Model> change) {
        var changed = new IdentityHashMap<Model, Model>();
        UnaryOperator<Routed> once =
                routed ->
                        new Routed(
                                changed.computeIfAbsent(routed.model(), change),
                                routed.why(),
                                routed.price());
        var others = new EnumMap<Purpose, Routed>(Purpose.class);
        routes.forEach((purpose, routed) -> others.put(purpose, once.apply(routed)));
        return new ModelRoutes(others, fallbacks.stream().map(once).toList(), prices);
    }
}
