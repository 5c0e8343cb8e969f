package kiro.model.bedrock;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kiro.aws.AwsEndpoint;
import kiro.model.Catalogue;
import kiro.model.ModelChoice;
import kiro.model.Offer;
import kiro.model.ReplyClient;
import tools.jackson.databind.JsonNode;

/// What Bedrock offers to an account in a region. Models that are served by profiles alone stand there by their profiles.
final class BedrockCatalogue {
    private final ModelChoice.Bedrock settings;
    private final Supplier<Access> access;
    private final ReplyClient client;
    private final Clock clock;
    private final URI base;

    BedrockCatalogue(
            ModelChoice.Bedrock settings,
            Supplier<Access> access,
            ReplyClient client,
            Clock clock) {
        this.settings = settings;
        this.access = access;
        this.client = client;
        this.clock = clock;
        this.base =
                settings.door()
                        .baseUrl()
                        .orElseGet(() ->
                                AwsEndpoint.of("bedrock", settings.door().region().orElseThrow()));
    }

    /// A list, and where the names stand in it.
    private record Shelf(String path, Function<JsonNode, Stream<String>> names) {}

    private static final List<Shelf> SHELVES =
            List.of(
                    new Shelf(
                            "/inference-profiles?maxResults=1000&type=SYSTEM_DEFINED",
                            json -> profiles(json, "inferenceProfileId")),
                    new Shelf(
                            "/inference-profiles?maxResults=1000&type=APPLICATION",
                            json -> profiles(json, "inferenceProfileArn")),
                    new Shelf(
                            "/foundation-models?byInferenceType=ON_DEMAND&byOutputModality=TEXT",
                            BedrockCatalogue::models));

    Offer offered() throws InterruptedException {
        var names = new ArrayList<String>();
        for (Shelf shelf : SHELVES) {
            switch (read(shelf)) {
                case Offer.Models models -> names.addAll(models.names());
                case Offer.Failed failed -> {
                    return failed;
                }
                case Offer.None _ -> {}
            }
        }
        return new Offer.Models(names);
    }

    private Offer read(Shelf shelf) throws InterruptedException {
        URI address = URI.create(base + shelf.path());
        return switch (access.get().question(address)) {
            case Access.Pass.Denied denied -> new Offer.Failed(denied.failure());
            case Access.Pass.Granted granted -> {
                var failures =
                        new BedrockFailures(
                                settings, base, granted.bearer(), granted.secrets(), clock);
                yield new Catalogue(
                                client,
                                failures.wire(),
                                (status, headers, body) ->
                                        failures.ofList(status, Refusal.of(headers, body), body))
                        .read(address, granted.headers(), shelf.names());
            }
        };
    }

    private static Stream<String> profiles(JsonNode json, String name) {
        return json.path("inferenceProfileSummaries").values().stream()
                .filter(profile -> profile.path("status").asString("ACTIVE").equals("ACTIVE"))
                .map(profile -> profile.path(name).asString(""));
    }

    private static Stream<String> models(JsonNode json) {
        return json.path("modelSummaries").values().stream()
                .filter(model ->
                        model.path("modelLifecycle")
                                .path("status")
                                .asString("ACTIVE")
                                .equals("ACTIVE"))
                .map(model -> model.path("modelId").asString(""));
    }
}
