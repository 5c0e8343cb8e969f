package kiro.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kiro.config.Config;
import kiro.model.BedrockTraits.Ability;
import kiro.model.BedrockTraits.Reasoning;
import kiro.model.ModelChoice.Bedrock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BedrockChoiceTest {
    private static final String APPLICATION =
            "arn:aws:bedrock:us-west-2:123456789012:application-inference-profile/a1b2c3d4";

    private static ModelChoice choice(String id, Map<String, String> settings) {
        Config config = Config.empty().with("model", "bedrock/" + id, "--model");
        for (var setting : settings.entrySet()) {
            config = config.with(setting.getKey(), setting.getValue(), "a test");
        }
        return ModelChoice.of(config);
    }

    private static Bedrock bedrock(String id, Map<String, String> settings) {
        return (Bedrock) choice(id, settings);
    }

    @Test
    @Tag("bedrock-model#AC-7")
    void a_model_alone_is_asked_by_signed_requests_in_a_region_that_is_still_to_be_found() {
        assertThat(choice("eu.anthropic.claude-sonnet-4-5-20250929-v1:0", Map.of()))
                .isEqualTo(
                        new Bedrock(
                                new BedrockId("eu.anthropic.claude-sonnet-4-5-20250929-v1:0"),
                                new BedrockTraits(
                                        "anthropic",
                                        Set.of(Ability.values()),
                                        Reasoning.BUDGET,
                                        200_000,
                                        32_000),
                                new BedrockWishes(
                                        Optional.empty(),
                                        OptionalInt.empty(),
                                        Optional.of("5m"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        true),
                                new Bedrock.Door(
                                        Optional.empty(), Optional.empty(), Optional.empty())));
    }

    @Test
    @Tag("configuration#AC-10")
    void a_key_alone_chooses_no_model_and_says_how() {
        assertThat(
                        ModelChoice.of(
                                Config.empty().with("bedrock.api-key", "key-of-bedrock", "a test")))
                .isEqualTo(
                        new ModelChoice.BuiltIn(
                                "a Bedrock key is set and no model is: choose one with '--model bedrock/MODEL'"));
    }

    @Test
    @Tag("configuration#AC-10")
    void a_profile_alone_chooses_no_model_and_says_how() {
        Config profile = Config.empty().with("aws.profile", "dev", "a test");

        assertThat(ModelChoice.of(profile))
                .isEqualTo(
                        new ModelChoice.BuiltIn(
                                "an AWS profile is set and no model is: 'kiro models list bedrock' shows those that it can"
                                        + " ask, '--model bedrock/MODEL' chooses one"));
        assertThat(ModelChoice.of(profile.with("anthropic.api-key", "k", "a test")))
                .isInstanceOf(ModelChoice.Anthropic.class);
    }

    @Test
    @Tag("bedrock-model#AC-7")
    void every_setting_is_heard() {
        var settings = new HashMap<String, String>();
        settings.put("aws.region", "eu-west-1");
        settings.put("bedrock.api-key", "key-of-bedrock");
        settings.put(
                "bedrock.base-url", "https://vpce-1.bedrock-runtime.eu-west-1.vpce.amazonaws.com/");
        settings.put("bedrock.cache", "off");
        settings.put("bedrock.effort", "low");
        settings.put("bedrock.guardrail", "arn:aws:bedrock:eu-west-1:123456789012:guardrail/gr1:7");
        settings.put("bedrock.guardrail-mode", "async");
        settings.put("bedrock.guardrail-trace", "off");
        settings.put("bedrock.max-output-tokens", "9000");
        settings.put("bedrock.request-fields", "{ \"top_k\": 1 }");
        settings.put("bedrock.streaming", "off");
        settings.put("bedrock.thinking-tokens", "4000");
        settings.put("bedrock.window", "60000");

        Bedrock choice = bedrock("amazon.nova-micro-v1:0", settings);

        assertThat(choice.wishes())
                .isEqualTo(
                        new BedrockWishes(
                                Optional.of("low"),
                                OptionalInt.of(4000),
                                Optional.empty(),
                                Optional.of(
                                        new BedrockWishes.Guardrail(
                                                "arn:aws:bedrock:eu-west-1:123456789012:guardrail/gr1",
                                                "7",
                                                "disabled",
                                                "async")),
                                Optional.of("{\"top_k\":1}"),
                                false));
        assertThat(choice.traits())
                .isEqualTo(
                        new BedrockTraits(
                                "amazon",
                                Set.of(Ability.CACHE, Ability.STATUS),
                                Reasoning.NONE,
                                60_000,
                                9_000));
        assertThat(choice.door().baseUrl())
                .contains(
                        URI.create("https://vpce-1.bedrock-runtime.eu-west-1.vpce.amazonaws.com"));
        assertThat(choice.door().key()).isPresent();
        assertThat(choice.door().region()).contains("eu-west-1");
        assertThat(choice.toString()).doesNotContain("key-of-bedrock");
    }

    @ParameterizedTest
    @Tag("bedrock-model#AC-7")
    @CsvSource({
        "anthropic.claude-opus-4-6-v1, anthropic.claude-opus-4-6-v1, ''",
        "us-gov.anthropic.claude-3-5-sonnet-20240620-v1:0, anthropic.claude-3-5-sonnet-20240620-v1:0, ''",
        "global.amazon.nova-2-lite-v1:0, amazon.nova-2-lite-v1:0, ''",
        "moonshotai.kimi-k2.5, moonshotai.kimi-k2.5, ''",
        "arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0, anthropic.claude-3-haiku-20240307-v1:0, eu-west-1",
        "arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:inference-profile/us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0, anthropic.claude-sonnet-4-5-20250929-v1:0, us-gov-west-1",
        "arn:aws:bedrock:us-west-2:123456789012:application-inference-profile/a1b2c3d4, '', us-west-2",
        "arn:aws:bedrock:us-east-1:123456789012:imported-model/abcdef123456, '', us-east-1",
        "arn:aws:bedrock:us-east-1:123456789012:custom-model-deployment/abcdef123456, '', us-east-1",
        "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abcdef123456, '', us-east-1",
        "arn:aws:sagemaker:us-east-1:123456789012:endpoint/mine, '', us-east-1",
        "abcdef123456, '', ''",
    })
    void an_id_says_its_model_and_its_region_where_it_can(String id, String base, String region) {
        BedrockId read = BedrockId.of(id).orElseThrow();

        assertThat(read.base().orElse("")).isEqualTo(base);
        assertThat(read.region().orElse("")).isEqualTo(region);
    }

    @Test
    @Tag("bedrock-model#AC-7")
    void an_arn_that_does_not_name_its_model_takes_the_traits_of_the_one_that_is_set() {
        assertThat(bedrock(APPLICATION, Map.of()).traits())
                .isEqualTo(new BedrockTraits("unknown", Set.of(), Reasoning.NONE, 128_000, 4_096));
        assertThat(
                        bedrock(
                                        APPLICATION,
                                        Map.of(
                                                "bedrock.base-model",
                                                "us.anthropic.claude-opus-4-6-v1",
                                                "aws.region",
                                                "eu-west-1"))
                                .traits())
                .isEqualTo(
                        new BedrockTraits(
                                "anthropic",
                                Set.of(Ability.values()),
                                Reasoning.ADAPTIVE,
                                200_000,
                                32_000));
        assertThat(bedrock(APPLICATION, Map.of("aws.region", "eu-west-1")).door().region())
                .as("an ARN is asked where it is")
                .contains("us-west-2");
    }

    @ParameterizedTest
    @Tag("bedrock-model#AC-7")
    @CsvSource(
            delimiter = '|',
            value = {
                "aws.region | eu.example.com/ | aws.region is no region of AWS (a test)",
                "aws.region | eu central 1 | aws.region is no region of AWS (a test)",
                "bedrock.api-key | a b | the Bedrock key has a character that no key has (a test)",
                "bedrock.base-url | bedrock | bedrock.base-url is not the address of a server (a test)",
                "bedrock.guardrail | a b:1 | bedrock.guardrail is no guardrail with its version (a test)",
                "bedrock.guardrail | abc | bedrock.guardrail is no guardrail with its version (a test)",
                "bedrock.guardrail | abc:newest | bedrock.guardrail is no guardrail with its version (a test)",
                "bedrock.guardrail | abc:0 | bedrock.guardrail is no guardrail with its version (a test)",
                "bedrock.request-fields | [1] | bedrock.request-fields is no JSON object (a test)",
                "bedrock.thinking-tokens | 1023 | bedrock.thinking-tokens is less than a model can think (a test)",
                "bedrock.thinking-tokens | 24001 | bedrock.thinking-tokens is more than three quarters of the 32000 tokens that a reply may have (a test)",
                "bedrock.base-model | claude | bedrock.base-model is no model's id (a test)",
            })
    void what_cannot_be_is_refused_with_where_it_stands(String key, String value, String message) {
        assertThat(choice("anthropic.claude-opus-4-6-v1", Map.of(key, value)))
                .isInstanceOfSatisfying(
                        ModelChoice.Unusable.class,
                        unusable -> {
                            assertThat(unusable.message()).isEqualTo(message);
                            assertThat(unusable.fix()).isNotBlank();
                        });
    }

    @ParameterizedTest
    @Tag("bedrock-model#AC-7")
    @CsvSource({"a b", "../x", "a//b", "-x", "a?b", "a%2Fb"})
    void what_is_no_id_is_refused(String id) {
        assertThat(choice(id, Map.of()))
                .isEqualTo(
                        new ModelChoice.Unusable(
                                "not a model's id: '" + id + "' (--model)",
                                "set it to bedrock/ and the id of a model or an inference profile, such as"
                                        + " eu.anthropic.claude-sonnet-4-5-20250929-v1:0, or an ARN"));
    }
}
