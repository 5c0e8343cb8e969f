package kiro.agent;

import kiro.model.Block;
import kiro.text.Json;
import tools.jackson.core.JacksonException;

/// Reads what a model reports as a problem.
final class ProblemArguments {
    private ProblemArguments() {}

    /// The reason; the arguments as they are where they are not of the right form.
    static String reason(Block.ToolCall call) {
        try {
            String reason = Json.read(call.arguments()).path("reason").asString("");
            return reason.isBlank() ? "the model gives no reason" : reason.strip();
        } catch (JacksonException broken) {
            return call.arguments();
        }
    }
}
