package kiro.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.config.Config;
import kiro.config.ConfigValue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {
    @TempDir private Path folder;

    /// Settings as the two files and the environment have them.
    private Config config(String team, String person, Map<String, String> environment)
            throws Exception {
        Files.createDirectories(folder.resolve("p/.kiro"));
        Files.createDirectories(folder.resolve("home/.kiro"));
        Files.writeString(folder.resolve("p/.kiro/config.yaml"), team);
        Files.writeString(folder.resolve("home/.kiro/config.yaml"), person);
        return switch (Config.read(
                new HashMap<>(environment), folder.resolve("home"), folder.resolve("p"))) {
            case Config.Reading.Whole whole -> whole.config();
            case Config.Reading.Broken broken ->
                    throw new AssertionError(broken.findings().toString());
        };
    }

    private static String to(Config config, Purpose purpose) {
        Route route = Routing.of(config).of(purpose);
        return route.model().orElse("nothing") + " by " + route.why();
    }

    @Test
    @Tag("model-routing#AC-1")
    void a_nearer_place_wins_and_in_one_place_what_is_said_of_the_kind() throws Exception {
        String team = "model: ollama/t\nmodels:\n  security: ollama/ts\n  planning: ollama/tp\n";
        String person = "model: ollama/p\nmodels:\n  planning: ollama/pp\n";

        Config teams = config(team, "", Map.of());
        assertThat(to(teams, Purpose.CODE)).isEqualTo("ollama/t by model (.kiro/config.yaml:1)");
        assertThat(to(teams, Purpose.SECURITY))
                .isEqualTo("ollama/ts by models.security (.kiro/config.yaml:3)");

        Config both = config(team, person, Map.of());
        assertThat(to(both, Purpose.PLAN))
                .isEqualTo("ollama/pp by models.planning (~/.kiro/config.yaml:3)");
        assertThat(to(both, Purpose.SECURITY))
                .isEqualTo("ollama/p by model (~/.kiro/config.yaml:1)");

        Config all = config(team, person, Map.of("KIRO_MODEL", "ollama/e"));
        assertThat(to(all, Purpose.PLAN)).isEqualTo("ollama/e by model (environment KIRO_MODEL)");
        assertThat(to(all.with("model", "ollama/f", "--model"), Purpose.PLAN))
                .isEqualTo("ollama/f by --model");
    }

    @Test
    @Tag("model-routing#AC-1")
    void every_setting_that_is_not_in_force_is_told_the_strongest_first() throws Exception {
        Config config =
                config(
                        "models:\n  code: ollama/tc\nmodel: ollama/t\nefforts:\n  code: low\n",
                        "model: ollama/p\neffort: high\n",
                        Map.of());

        Route route = Routing.of(config).of(Purpose.CODE);

        assertThat(route.overridden())
                .containsExactly(
                        new Config.Named(
                                "models.code", new ConfigValue("ollama/tc", ".kiro/config.yaml:2")),
                        new Config.Named(
                                "model", new ConfigValue("ollama/t", ".kiro/config.yaml:3")),
                        new Config.Named(
                                "efforts.code", new ConfigValue("low", ".kiro/config.yaml:5")));
        assertThat(route.effort())
                .contains(new Route.Effort("high", "~/.kiro/config.yaml:2", false));
    }

    @Test
    @Tag("model-routing#AC-1")
    void what_nobody_said_anything_about_goes_where_code_goes_or_to_whom_there_is_a_key()
            throws Exception {
        Config code = config("models:\n  code: ollama/c\n", "", Map.of());
        assertThat(to(code, Purpose.TESTS))
                .isEqualTo(
                        "ollama/c by nothing is set for it, and models.code (.kiro/config.yaml:2) is");

        Config key = config("", "", Map.of("ANTHROPIC_API_KEY", "k"));
        assertThat(to(key, Purpose.SECURITY))
                .isEqualTo(
                        "anthropic/opus by no model is set, and a key of Anthropic's is; of anthropic, opus does security");
        assertThat(to(Config.empty(), Purpose.CODE)).isEqualTo("nothing by no model is set");
    }

    @ParameterizedTest
    @Tag("model-routing#AC-2")
    @CsvSource({
        "bedrock, CODE, sonnet",
        "bedrock, PLAN, sonnet",
        "bedrock, SECURITY, opus",
        "bedrock, TESTS, sonnet",
        "bedrock, SUMMARY, sonnet",
        "bedrock, COMPLETION, haiku",
        "anthropic, SECURITY, opus",
        "anthropic, COMPLETION, haiku",
        "openai, CODE, sol",
        "openai, SECURITY, astra",
        "openai, COMPLETION, luna"
    })
    void a_provider_alone_stands_for_the_class_that_does_the_work(
            String provider, Purpose purpose, String of) {
        Route route = Routing.of(Config.empty().with("model", provider, "--model")).of(purpose);

        assertThat(route.model()).contains(provider + "/" + of);
        assertThat(route.why())
                .isEqualTo("--model; of %s, %s does %s", provider, of, purpose.word());
    }

    @ParameterizedTest
    @Tag("model-routing#AC-2")
    @CsvSource({
        "eu-central-1, eu",
        "us-west-2, us",
        "us-gov-west-1, us-gov",
        "ap-northeast-1, jp",
        "ap-southeast-2, au",
        "sa-east-1, global",
        ", global"
    })
    void a_class_of_bedrocks_models_is_asked_for_in_the_part_of_the_world_of_the_region(
            String region, String geography) {
        Config config = Config.empty().with("model", "bedrock/opus", "x");

        var choice =
                (ModelChoice.Bedrock)
                        ModelChoice.of(
                                region == null ? config : config.with("aws.region", region, "x"));

        assertThat(choice.id().text()).isEqualTo(geography + ".anthropic.claude-opus-5-5");
    }

    @Test
    @Tag("model-routing#AC-2")
    void each_class_has_a_model_with_a_price() {
        var table = new RouteTable();
        for (String provider : List.of("anthropic", "bedrock", "openai")) {
            for (Purpose purpose : Purpose.values()) {
                Optional<String> model = table.model(provider, table.classFor(provider, purpose));
                assertThat(model).as(provider + " " + purpose).isPresent();
                assertThat(Prices.of(Config.empty()).of(provider + "/" + model.get()))
                        .as(provider + "/" + model.get())
                        .isPresent();
            }
        }
    }

    @ParameterizedTest
    @Tag("model-routing#AC-6")
    @CsvSource({
        "anthropic/claude-opus-5-5, xhigh, Adaptive[effort=xhigh]",
        "anthropic/claude-opus-4-6, xhigh, Adaptive[effort=high]",
        "anthropic/claude-sonnet-4-5, medium, Budget[tokens=8192]",
        "anthropic/claude-3-haiku-20240307, high, ",
        "openai/gpt-6.2-sol, max, max",
        "openai/gpt-5.1, max, high",
        "openai/gpt-5-pro, low, high",
        "openai/gpt-4.1, high, "
    })
    void how_much_is_to_be_thought_is_said_in_the_nearest_word_of_the_model(
            String model, String wish, String word) {
        ModelChoice choice =
                ModelChoice.of(
                        Config.empty()
                                .with("anthropic.api-key", "k", "x")
                                .with("openai.api-key", "k", "x")
                                .with("model", model, "x")
                                .with("effort", wish, "--effort"));

        Optional<String> told =
                switch (choice) {
                    case ModelChoice.Anthropic anthropic ->
                            anthropic.thinking().map(ClaudeThinking::toString);
                    case ModelChoice.OpenAi openAi -> openAi.way().effort();
                    case ModelChoice.Bedrock _,
                            ModelChoice.Ollama _,
                            ModelChoice.BuiltIn _,
                            ModelChoice.Unusable _ ->
                            Optional.of("?");
                };
        assertThat(told).isEqualTo(Optional.ofNullable(word));
        assertThat(choice.mayThink()).isEqualTo(word != null);
    }

    @Test
    @Tag("model-routing#AC-6")
    void the_effort_of_bedrock_alone_counts_where_no_other_is_said() {
        Config config =
                Config.empty()
                        .with("model", "bedrock/eu.anthropic.claude-opus-5-5", "x")
                        .with("bedrock.effort", "low", "x");

        assertThat(((ModelChoice.Bedrock) ModelChoice.of(config)).wishes().effort())
                .contains("low");
        assertThat(
                        ((ModelChoice.Bedrock) ModelChoice.of(config.with("effort", "max", "y")))
                                .wishes()
                                .effort())
                .contains("max");
    }
}
