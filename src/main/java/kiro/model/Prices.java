package kiro.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import kiro.config.Config;
import kiro.text.Order;

/// What models cost: as the settings say, else as the program knows. A price that is not known is no price, never 0.
public final class Prices {
    private static final int KINDS = 4;
    private static final String ABOVE = " above ";
    private static final String BEDROCK = "bedrock/";
    private static final String OPENAI = "openai/";

    private final Properties known;
    private final Config config;

    private Prices(Properties known, Config config) {
        this.known = known;
        this.config = config;
    }

    public static Prices of(Config config) {
        var properties = new Properties();
        try (InputStream in = Prices.class.getResourceAsStream("prices.properties")) {
            if (in == null) {
                throw new IllegalStateException("prices.properties is missing from the jar");
            }
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Prices(properties, config);
    }

    /// @param model as people know it, such as `anthropic/claude-sonnet-4-5`
    public Optional<Price> of(String model) {
        return set().or(() -> model.startsWith(BEDROCK) ? onBedrock(model) : known(model));
    }

    /// The price of the model itself, by whatever it is asked for; where requests may be served anywhere, some cost less.
    private Optional<Price> onBedrock(String model) {
        Optional<BedrockId> id = BedrockId.of(model.substring(BEDROCK.length()));
        Optional<String> base =
                id.flatMap(BedrockId::base)
                        .or(() ->
                                config.text("bedrock.base-model")
                                        .flatMap(BedrockId::of)
                                        .flatMap(BedrockId::base));
        Optional<Price> anywhere =
                id.filter(BedrockId::isGlobal).isPresent()
                        ? base.flatMap(name -> known(BEDROCK + "global." + name))
                        : Optional.empty();
        return anywhere.or(() -> base.flatMap(name -> known(BEDROCK + name))).map(this::keptLonger);
    }

    /// What is kept for an hour costs twice as much as what is sent.
    private Price keptLonger(Price price) {
        return config.text("bedrock.cache").filter("1h"::equals).isPresent()
                ? new Price(
                        price.input(),
                        price.cacheRead(),
                        price.input().plus(price.input()),
                        price.output(),
                        price.longer()
                                .map(beyond ->
                                        new Price.Longer(
                                                beyond.above(), keptLonger(beyond.price()))))
                : price;
    }

    /// Input and output have to be set; a cache costs what input costs where nothing else is said.
    private Optional<Price> set() {
        Optional<Money> input = setting("price.input");
        Optional<Money> output = setting("price.output");
        return input.isEmpty() || output.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Price(
                                input.get(),
                                setting("price.cache-read").orElse(input.get()),
                                setting("price.cache-write").orElse(input.get()),
                                output.get()));
    }

    private Optional<Money> setting(String key) {
        return config.text(key).flatMap(Money::parse);
    }

    /// What is known of a model of OpenAI's holds for OpenAI itself: another server may serve anything by its name.
    private Optional<Price> known(String model) {
        return model.startsWith(OPENAI) && !OpenAiChoice.isOfOpenAi(config)
                ? Optional.empty()
                : listed(model);
    }

    private Optional<Price> listed(String model) {
        return known.stringPropertyNames().stream()
                .filter(name -> fits(name, model))
                .max(Order.by(String::length))
                .map(name -> price(name, known.getProperty(name)));
    }

    private static boolean fits(String name, String model) {
        return name.endsWith("*")
                ? model.startsWith(name.substring(0, name.length() - 1))
                : model.equals(name);
    }

    private static Price price(String name, String text) {
        int at = text.indexOf(ABOVE);
        if (at < 0) {
            return price(name, List.of(text.split(" ")));
        }
        Price usual = price(name, List.of(text.substring(0, at).split(" ")));
        List<String> beyond = List.of(text.substring(at + ABOVE.length()).split(" "));
        return new Price(
                usual.input(),
                usual.cacheRead(),
                usual.cacheWrite(),
                usual.output(),
                Optional.of(
                        new Price.Longer(
                                Long.parseLong(beyond.getFirst()),
                                price(name, beyond.subList(1, beyond.size())))));
    }

    private static Price price(String name, List<String> amounts) {
        List<Money> money = amounts.stream().flatMap(text -> Money.parse(text).stream()).toList();
        if (money.size() != KINDS) {
            throw new IllegalStateException("prices.properties has no four prices for " + name);
        }
        return new Price(money.get(0), money.get(1), money.get(2), money.get(3));
    }
}
