package kiro;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import kiro.aws.AwsEndpoint;
import kiro.aws.AwsSignIn;
import kiro.aws.AwsWorld;
import kiro.aws.ServerTime;
import kiro.config.Config;
import kiro.config.ConfigValue;
import kiro.knowledge.Embedder;
import kiro.knowledge.KnowledgeSettings;
import kiro.knowledge.KnowledgeSource;
import kiro.knowledge.Shelf;
import kiro.knowledge.remote.AwsDoor;
import kiro.knowledge.remote.BedrockBases;
import kiro.knowledge.remote.BedrockEmbedder;
import kiro.knowledge.remote.Persistence;
import kiro.knowledge.remote.ServerEmbedder;
import kiro.model.ModelChoice;

/// The inventory of what knowledge needs of the network: the way to knowledge bases, and the model that makes vectors.
final class KnowledgeModels {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration EMBEDDING_LIMIT = Duration.ofMinutes(2);
    private static final String AGENT_RUNTIME = "AWS_ENDPOINT_URL_BEDROCK_AGENT_RUNTIME";
    private static final String ANY_REGION = "us-east-1";

    private final Outside outside;
    private final Config config;

    KnowledgeModels(Outside outside, Config config) {
        this.outside = outside;
        this.config = config;
    }

    Shelf bases(KnowledgeSettings settings) {
        var time = new ServerTime(outside.clock());
        var signIn = new AwsSignIn(world(), time);
        Map<String, BedrockBases.Entry> entries = new HashMap<>();
        for (KnowledgeSource.Base base : settings.bases()) {
            Optional<String> region = base.region().or(() -> region(signIn));
            entries.put(
                    base.name(),
                    new BedrockBases.Entry(
                            base,
                            region.map(known ->
                                    new AwsDoor(
                                            address(known), known, signIn, time, Optional.empty())),
                            "no region is known: write it before the id in %s, or set aws.region"
                                    .formatted(base.origin())));
        }
        return new BedrockBases(entries, persistence(), LIMIT, signIn::close);
    }

    /// Where a knowledge base is asked, as far as it is known without looking for credentials.
    URI address(KnowledgeSource.Base base) {
        String region = base.region().or(() -> config.text("aws.region")).orElse(ANY_REGION);
        return URI.create(address(region) + "/knowledgebases/" + base.id() + "/retrieve");
    }

    private URI address(String region) {
        return Optional.ofNullable(outside.environment().get(AGENT_RUNTIME))
                .map(text -> text.strip().replaceFirst("/+$", ""))
                .filter(text -> text.matches("https?://[^/\\s]+.*"))
                .map(URI::create)
                .or(() -> world().endpoint())
                .orElseGet(() -> AwsEndpoint.of("bedrock-agent-runtime", region));
    }

    private static Optional<String> region(AwsSignIn signIn) {
        Optional<String> known = signIn.region();
        if (known.isPresent()) {
            return known;
        }
        try {
            return signIn.regionOfMachine();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// The model that makes vectors; one that cannot be used says why for each text.
    Optional<Embedder> embedder(KnowledgeSettings settings) {
        return settings.embedding().map(this::embedder);
    }

    private Embedder embedder(ConfigValue named) {
        String model = named.text().substring(named.text().indexOf('/') + 1);
        return switch (ModelChoice.of(config.with("model", named.text(), named.origin()))) {
            case ModelChoice.OpenAi openAi ->
                    ServerEmbedder.openAi(
                            model, openAi.baseUrl(), openAi.key(), persistence(), EMBEDDING_LIMIT);
            case ModelChoice.Ollama ollama ->
                    ServerEmbedder.ollama(model, ollama.baseUrl(), persistence(), EMBEDDING_LIMIT);
            case ModelChoice.Bedrock bedrock -> bedrock(model, bedrock);
            case ModelChoice.Unusable unusable ->
                    new NoEmbedder(named.text(), unusable.message() + ": " + unusable.fix());
            case ModelChoice.Anthropic _, ModelChoice.BuiltIn _ ->
                    new NoEmbedder(named.text(), "it makes no vectors");
        };
    }

    private Embedder bedrock(String model, ModelChoice.Bedrock choice) {
        ModelChoice.Bedrock asked = choice.at(world().endpoint());
        var time = new ServerTime(outside.clock());
        var signIn = new AwsSignIn(world(), time);
        Optional<String> region =
                asked.door()
                        .region()
                        .or(() -> region(signIn))
                        .or(() -> asked.door().baseUrl().map(_ -> ANY_REGION));
        if (region.isEmpty()) {
            signIn.close();
            return new NoEmbedder(
                    "bedrock/" + model,
                    "no region is known: set AWS_REGION, aws.region, or region in the profile of ~/.aws/config");
        }
        URI base =
                asked.door()
                        .baseUrl()
                        .orElseGet(() -> AwsEndpoint.of("bedrock-runtime", region.get()));
        return new BedrockEmbedder(
                model,
                new AwsDoor(base, region.get(), signIn, time, asked.door().key()),
                persistence(),
                EMBEDDING_LIMIT,
                signIn::close);
    }

    private Persistence persistence() {
        return new Persistence(RandomGenerator.getDefault(), outside.clock(), Thread::sleep);
    }

    private AwsWorld world() {
        return new BedrockWiring(outside, _ -> {}).world(config);
    }
}
