package kiro.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which of a provider's models does which kind of work where a setting names the provider alone: classes, and the model
/// that each stands for today.
final class RouteTable {
    private static final Set<String> PROVIDERS = Set.of("anthropic", "bedrock", "openai");

    private final ModelTable table = ModelTable.read("routes.properties");

    /// Whether a text names a provider that has classes.
    static boolean isProvider(String text) {
        return PROVIDERS.contains(text);
    }

    /// The class of a provider's models that does a kind of work.
    String classFor(String provider, Purpose purpose) {
        return table.find(provider + "." + purpose.word())
                .orElseThrow(() ->
                        new IllegalStateException(
                                "routes.properties has no %s.%s"
                                        .formatted(provider, purpose.word())));
    }

    /// The model that a class stands for; empty for a name that is no class.
    Optional<String> model(String provider, String name) {
        return table.find("class." + provider + "." + name);
    }

    /// The part of the world in which Bedrock answers for a region.
    String geography(Optional<String> region) {
        return table.value("geography", region.orElse(""));
    }

    /// The words of a key.
    List<String> words(String key) {
        return List.of(table.value(key, "").split(" "));
    }
}
