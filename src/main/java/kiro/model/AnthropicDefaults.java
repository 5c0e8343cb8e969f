package kiro.model;

import java.util.Locale;
import java.util.Optional;
import kiro.model.BedrockTraits.Reasoning;

/// What is known of Anthropic's models without asking.
final class AnthropicDefaults {
    private final ModelTable table;

    private AnthropicDefaults(ModelTable table) {
        this.table = table;
    }

    static AnthropicDefaults read() {
        return new AnthropicDefaults(ModelTable.read("anthropic.properties"));
    }

    String baseUrl() {
        return table.value("base-url", "");
    }

    int window(String model) {
        return table.number("window", model);
    }

    int maxOutput(String model) {
        return table.number("max-output", model);
    }

    /// How a model is told to think.
    Reasoning reasoning(String model) {
        return Reasoning.valueOf(table.value("reasoning", model).toUpperCase(Locale.ROOT));
    }

    /// @param effort in the word of the settings
    Optional<ClaudeThinking> thinking(String model, String effort) {
        return switch (reasoning(model)) {
            case BUDGET -> Optional.of(new ClaudeThinking.Budget(ThinkingBudget.of(effort)));
            case ADAPTIVE ->
                    Efforts.nearest(effort, table.value("efforts", model))
                            .map(ClaudeThinking.Adaptive::new);
            case NONE, NOVA, EFFORT -> Optional.empty();
        };
    }
}
