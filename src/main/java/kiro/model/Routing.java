package kiro.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.config.Config;

/// Where each kind of work goes by the settings. A nearer place counts before a farther one, and in one place what is said
/// of the kind before what is said of all. A provider that is named alone stands for the class of its models that does this
/// kind of work.
public final class Routing {
    private static final String FALLBACK = "models.fallback";

    private final Config config;
    private final RouteTable table = new RouteTable();

    private Routing(Config config) {
        this.config = config;
    }

    /// @param config with the flags of the command over it
    public static Routing of(Config config) {
        return new Routing(config);
    }

    /// All of them, in the order in which people read them.
    public List<Route> all() {
        return Stream.of(Purpose.values()).map(this::of).toList();
    }

    public Route of(Purpose purpose) {
        List<Config.Named> models = config.ranked(List.of("models." + purpose.word(), "model"));
        List<Config.Named> efforts = config.ranked(List.of("efforts." + purpose.word(), "effort"));
        Optional<Route.Effort> effort =
                efforts.stream().findFirst().map(named -> effort(purpose, named));
        List<Config.Named> overridden =
                Stream.concat(models.stream().skip(1), efforts.stream().skip(1)).toList();
        if (!models.isEmpty()) {
            Config.Named first = models.getFirst();
            return route(
                    purpose, first.value().text(), origin(first), told(first), effort, overridden);
        }
        return unset(purpose, effort, overridden);
    }

    /// What nobody said anything about goes where code goes; and where nobody said anything at all, to whom there is a key.
    private Route unset(
            Purpose purpose, Optional<Route.Effort> effort, List<Config.Named> overridden) {
        Optional<Config.Named> code = config.ranked(List.of("models.code")).stream().findFirst();
        if (code.isPresent()) {
            return route(
                    purpose,
                    code.get().value().text(),
                    origin(code.get()),
                    "nothing is set for it, and " + told(code.get()) + " is",
                    effort,
                    overridden);
        }
        return config.find("anthropic.api-key").isPresent()
                ? route(
                        purpose,
                        "anthropic",
                        "its key is set",
                        "no model is set, and a key of Anthropic's is",
                        effort,
                        overridden)
                : new Route(purpose, Optional.empty(), "", "no model is set", effort, overridden);
    }

    private Route route(
            Purpose purpose,
            String text,
            String origin,
            String why,
            Optional<Route.Effort> effort,
            List<Config.Named> overridden) {
        if (!RouteTable.isProvider(text)) {
            return new Route(purpose, Optional.of(text), origin, why, effort, overridden);
        }
        String of = table.classFor(text, purpose);
        return new Route(
                purpose,
                Optional.of(text + "/" + of),
                origin,
                "%s; of %s, %s does %s".formatted(why, text, of, purpose.word()),
                effort,
                overridden);
    }

    private static Route.Effort effort(Purpose purpose, Config.Named named) {
        boolean isOfKind = named.key().endsWith("." + purpose.word());
        boolean isOfRun = named.value().origin().startsWith("--");
        return new Route.Effort(
                named.value().text(),
                origin(named),
                isOfKind || (isOfRun && purpose == Purpose.CODE));
    }

    /// The models that answer while another is overloaded, in their order.
    public List<String> fallbacks() {
        return config.text(FALLBACK).stream()
                .flatMap(text -> Stream.of(text.split("[,\n]")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /// The way to one of them.
    public Route fallback(String name) {
        String text =
                RouteTable.isProvider(name)
                        ? name + "/" + table.classFor(name, Purpose.CODE)
                        : name;
        return new Route(
                Purpose.CODE,
                Optional.of(text),
                fallbackOrigin(),
                FALLBACK,
                Optional.empty(),
                List.of());
    }

    /// The place of the setting that names them.
    public String fallbackOrigin() {
        return config.find(FALLBACK).map(value -> value.origin()).orElse("");
    }

    private static String origin(Config.Named named) {
        return named.value().origin();
    }

    /// A flag says its own name.
    private static String told(Config.Named named) {
        return origin(named).startsWith("--")
                ? origin(named)
                : "%s (%s)".formatted(named.key(), origin(named));
    }
}
