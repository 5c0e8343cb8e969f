package kiro.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kiro.config.Config;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {
    private static Money dollars(String text) {
        return Money.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "anthropic/claude-opus-4-1-20250805, 15, 75",
        "anthropic/claude-opus-4-5-20251101, 5, 25",
        "anthropic/claude-opus-5, 5, 25",
        "anthropic/claude-opus-5-5, 4, 20",
        "anthropic/claude-sonnet-4-5, 3, 15",
        "anthropic/claude-sonnet-5-5, 2, 10",
        "openai/gpt-6.2-sol, 2, 10",
        "openai/gpt-5, 1.25, 10",
        "anthropic/claude-3-5-haiku-latest, 0.80, 4",
        "built-in, 0, 0"
    })
    void a_model_is_known_by_the_longest_beginning_of_its_name(
            String model, String input, String output) {
        assertThat(Prices.of(Config.empty()).of(model).map(Price::input)).contains(dollars(input));
        assertThat(Prices.of(Config.empty()).of(model).map(Price::output))
                .contains(dollars(output));
    }

    @ParameterizedTest
    @Tag("bedrock-model#AC-7")
    @CsvSource({
        "bedrock/eu.anthropic.claude-sonnet-4-5-20250929-v1:0, 3.30",
        "bedrock/anthropic.claude-sonnet-4-5-20250929-v1:0, 3.30",
        "bedrock/global.anthropic.claude-sonnet-4-5-20250929-v1:0, 3",
        "bedrock/global.anthropic.claude-sonnet-4-20250514-v1:0, 3",
        "bedrock/arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.anthropic.claude-haiku-4-5-20251001-v1:0, 1.10",
        "bedrock/arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/a1b2c3, 15",
    })
    void a_model_on_bedrock_costs_the_same_by_whatever_it_is_asked_for(String model, String input) {
        Config config =
                Config.empty()
                        .with(
                                "bedrock.base-model",
                                "us.anthropic.claude-opus-4-1-20250805-v1:0",
                                "test");

        assertThat(Prices.of(config).of(model).map(Price::input)).contains(dollars(input));
    }

    @Test
    void what_is_kept_for_an_hour_costs_more_to_keep() {
        Config config = Config.empty().with("bedrock.cache", "1h", "test");

        assertThat(Prices.of(config).of("bedrock/global.anthropic.claude-haiku-4-5-20251001-v1:0"))
                .contains(new Price(dollars("1"), dollars("0.10"), dollars("2"), dollars("5")));
    }

    @ParameterizedTest
    @Tag("bedrock-model#AC-7")
    @ValueSource(
            strings = {
                "bedrock/arn:aws:bedrock:eu-west-1:123456789012:imported-model/a1b2c3d4e5f6",
                "bedrock/a1b2c3d4e5f6",
                "bedrock/us.meta.llama4-maverick-17b-instruct-v1:0"
            })
    void a_model_on_bedrock_that_nobody_knows_has_no_price(String model) {
        assertThat(Prices.of(Config.empty()).of(model)).isEmpty();
    }

    @Test
    @Tag("model-routing#AC-11")
    void a_long_request_costs_more_where_the_table_says_so() {
        Price price = Prices.of(Config.empty()).of("anthropic/claude-haiku-5-5").orElseThrow();

        assertThat(price.of(new Usage(60_000, 40_000, 0, 1_000, 0))).isEqualTo(dollars("0.0069"));
        assertThat(price.of(new Usage(60_001, 40_000, 0, 1_000, 0)))
                .isEqualTo(dollars("0.0345005"));
    }

    @ParameterizedTest
    @Tag("model-routing#AC-11")
    @ValueSource(strings = {"openai/gpt-6.9-sol", "openai/gpt-5-pro", "openai/o9", "ollama/x"})
    void a_model_that_only_resembles_a_known_one_has_no_price(String model) {
        assertThat(Prices.of(Config.empty()).of(model)).isEmpty();
    }

    @Test
    @Tag("loop-hygiene#AC-9")
    void a_price_that_is_not_known_is_none() {
        assertThat(Prices.of(Config.empty()).of("anthropic/claude-next")).isEmpty();
    }

    @ParameterizedTest
    @Tag("model-routing#AC-11")
    @CsvSource({
        "https://api.openai.com/v1, true",
        "https://api.openai.com/v1/, true",
        "https://gateway.example/v1, false",
        "http://localhost:8000/v1, false",
        "https://api.openai.com.example/v1, false",
        "no address, false",
    })
    void openais_prices_are_those_of_openai_itself(String baseUrl, boolean isKnown) {
        Config config = Config.empty().with("openai.base-url", baseUrl, "test");

        assertThat(Prices.of(config).of("openai/gpt-5").isPresent()).isEqualTo(isKnown);
        assertThat(Prices.of(config).of("anthropic/claude-sonnet-4-5")).isPresent();
        assertThat(
                        Prices.of(
                                        config.with("price.input", "1", "t")
                                                .with("price.output", "2", "t"))
                                .of("openai/gpt-5"))
                .isPresent();
    }

    @Test
    @Tag("loop-hygiene#AC-9")
    void what_a_person_sets_wins() {
        Config config =
                Config.empty().with("price.input", "2", "test").with("price.output", "8.5", "test");

        assertThat(Prices.of(config).of("anthropic/claude-sonnet-4-5"))
                .contains(new Price(dollars("2"), dollars("2"), dollars("2"), dollars("8.5")));
        assertThat(Prices.of(Config.empty().with("price.input", "2", "test")).of("scripted"))
                .isEmpty();
    }

    @Test
    void each_kind_of_token_has_its_price_and_reasoning_is_part_of_the_output() {
        var price = new Price(dollars("3"), dollars("0.30"), dollars("3.75"), dollars("15"));

        assertThat(price.of(new Usage(1000, 2000, 4000, 100, 60))).isEqualTo(dollars("0.0201"));
        assertThat(price.of(new Usage(0, 1, 0, 0, 0))).isEqualTo(dollars("0.0000003"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1e3", "1,5", "$1", "1.", ".5", "1.0000000001"})
    void what_is_no_amount_is_none(String text) {
        assertThat(Money.parse(text)).isEqualTo(Optional.empty());
    }

    @Test
    void an_amount_is_shown_rounded_up() {
        assertThat(dollars("0.00001")).hasToString("$0.0001");
        assertThat(dollars("12.5")).hasToString("$12.5000");
    }
}
