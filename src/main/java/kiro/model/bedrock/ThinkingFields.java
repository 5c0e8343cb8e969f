package kiro.model.bedrock;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kiro.model.BedrockTraits;
import kiro.model.BedrockWishes;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.ThinkingBudget;
import kiro.text.Json;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What Bedrock passes on to the model as it is: how much it is to think, in its vendor's own words, and the fields of the
/// settings.
final class ThinkingFields {
    private final BedrockTraits traits;
    private final BedrockWishes wishes;

    ThinkingFields(BedrockTraits traits, BedrockWishes wishes) {
        this.traits = traits;
        this.wishes = wishes;
    }

    /// @param json the fields, where there are any
    /// @param limitsOutput whether the most tokens of the reply may be named beside them
    record Wanted(Optional<String> json, boolean limitsOutput) {}

    /// @param max the most tokens that the reply may have
    /// @param isSent whether a block of the conversation is sent to this model
    Wanted of(int max, List<Message> messages, Predicate<Block> isSent) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        boolean isLimited = true;
        if (isAsked()) {
            switch (traits.reasoning()) {
                case BUDGET -> {
                    int budget = ThinkingBudget.within(max, budget());
                    if (budget >= ThinkingBudget.LEAST
                            && ThinkingBudget.mayThink(messages, isSent)) {
                        fields.putObject("thinking")
                                .put("type", "enabled")
                                .put("budget_tokens", budget);
                    }
                }
                case ADAPTIVE -> {
                    fields.putObject("thinking").put("type", "adaptive");
                    wishes.effort()
                            .ifPresent(effort ->
                                    fields.putObject("output_config").put("effort", effort));
                }
                case NOVA -> {
                    String effort = threefold();
                    fields.putObject("reasoningConfig")
                            .put("type", "enabled")
                            .put("maxReasoningEffort", effort);
                    isLimited = !effort.equals("high");
                }
                case EFFORT -> fields.put("reasoning_effort", threefold());
                case NONE -> {}
            }
        }
        wishes.fields()
                .ifPresent(text ->
                        Json.read(text)
                                .properties()
                                .forEach(field -> fields.set(field.getKey(), field.getValue())));
        return new Wanted(
                fields.isEmpty() ? Optional.empty() : Optional.of(fields.toString()), isLimited);
    }

    private boolean isAsked() {
        return wishes.effort().isPresent() || wishes.thinking().isPresent();
    }

    private int budget() {
        return wishes.thinking()
                .orElseGet(() -> ThinkingBudget.of(wishes.effort().orElse("medium")));
    }

    /// The effort for models that know three degrees of it.
    private String threefold() {
        return switch (wishes.effort().orElse("medium")) {
            case "low" -> "low";
            case "medium" -> "medium";
            default -> "high";
        };
    }
}
