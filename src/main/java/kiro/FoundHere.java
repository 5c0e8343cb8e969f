package kiro;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import kiro.cli.ModelAccess;
import kiro.config.Config;

/// Finds what can be asked with the credentials and servers that are here already. Nothing is asked but a server of this
/// machine or one that is named, shortly.
final class FoundHere {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_NAMES = 5;

    private final ModelProviders providers;
    private final Config config;
    private final Names names;

    FoundHere(ModelProviders providers, Config config, Names names) {
        this.providers = providers;
        this.config = config;
        this.names = names;
    }

    /// Asks a provider for its models.
    @FunctionalInterface
    interface Names {
        List<String> of(String provider) throws InterruptedException;
    }

    /// Nothing where a setting says what does the work.
    List<ModelAccess.Found> all() throws InterruptedException {
        if (config.find("model").isPresent() || config.find("models.code").isPresent()) {
            return List.of();
        }
        var found = Stream.<ModelAccess.Found>builder();
        for (ModelAccess.Provider provider : providers.all()) {
            if (provider.isReady()) {
                found(provider).forEach(found::add);
            }
        }
        return found.build().toList();
    }

    private List<ModelAccess.Found> found(ModelAccess.Provider provider)
            throws InterruptedException {
        return switch (provider.name()) {
            case "anthropic", "bedrock" ->
                    List.of(new ModelAccess.Found(provider.name(), provider.words()));
            case "openai" ->
                    config.text("openai.base-url").isEmpty()
                            ? List.of(new ModelAccess.Found(provider.name(), provider.words()))
                            : served(provider);
            case "ollama" -> served(provider);
            default -> List.of();
        };
    }

    /// The models of a server, each by its name: nobody knows which of them is meant for what.
    private List<ModelAccess.Found> served(ModelAccess.Provider provider)
            throws InterruptedException {
        var told = new AtomicReference<List<String>>(List.of());
        Thread asking =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                told.set(names.of(provider.name()));
                            } catch (InterruptedException late) {
                                Thread.currentThread().interrupt();
                            }
                        });
        if (!asking.join(PATIENCE)) {
            asking.interrupt();
        }
        return told.get().stream()
                .filter(name -> !name.contains("embed"))
                .limit(MOST_NAMES)
                .map(name -> new ModelAccess.Found(name, provider.words()))
                .toList();
    }
}
