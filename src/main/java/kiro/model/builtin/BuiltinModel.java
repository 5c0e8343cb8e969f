package kiro.model.builtin;

import java.util.List;
import java.util.function.Consumer;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.Model;
import kiro.model.ModelRequest;
import kiro.model.Reply;
import kiro.model.Usage;

/// The engine that stands in where no model is configured.
public final class BuiltinModel implements Model {
    private static final int WINDOW = 1_000_000;

    @Override
    public String name() {
        return "built-in";
    }

    @Override
    public int window() {
        return WINDOW;
    }

    @Override
    public Answer answer(ModelRequest request, Consumer<Reply> onReply) {
        var call =
                new Block.ToolCall(
                        "b-" + request.messages().size(),
                        "report_problem",
                        "{\"reason\":\"the built-in engine cannot do this task: configure a model\"}");
        return new Answer.Complete(
                new Message(Message.Role.MODEL, List.of(call)),
                new Answer.Stop.ToolUse(),
                Usage.NONE);
    }
}
