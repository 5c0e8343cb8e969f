package kiro.model.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import kiro.code.JavaReader;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.Model;
import kiro.model.ModelRequest;
import kiro.model.Purpose;
import kiro.model.Reply;
import kiro.model.Usage;
import kiro.spec.Spec;
import kiro.spec.rest.EndpointReader;
import kiro.spec.rest.EndpointReading;

/// The engine that stands in where no model is configured. It is no language model: it reads the
/// structured parts of a spec and works by rules. All it knows of a project it learns through tools, and
/// each answer follows from the conversation alone.
public final class BuiltinModel implements Model {
    private static final int WINDOW = 100_000_000;

    private final Engine engine;

    public BuiltinModel() {
        this(spec -> new EndpointReader().read(spec));
    }

    /// @param endpoints reads the endpoints of a spec
    BuiltinModel(Function<Spec, EndpointReading> endpoints) {
        this.engine = new Engine(new Design(JavaReader.ofRuntime(), endpoints));
    }

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
        return switch (next(request)) {
            case Move.Says says -> says(says.words(), onReply);
            case Move.Calls calls -> calls(calls, request.messages().size(), onReply);
        };
    }

    /// An answer in any case: a fault of the engine's own ends its work as what it cannot do does, with exit code 2 and
    /// what was proven until then.
    private Move next(ModelRequest request) {
        if (request.purpose() == Purpose.SUMMARY) {
            return new Move.Says("the built-in engine keeps no summary");
        }
        try {
            return engine.next(request.messages());
        } catch (RuntimeException | StackOverflowError fault) {
            return Move.problem(Words.fault(fault));
        }
    }

    private static Answer says(String words, Consumer<Reply> onReply) {
        onReply.accept(new Reply.TextDelta(words));
        onReply.accept(new Reply.BlockFinished(new Block.Text(words)));
        return new Answer.Complete(Message.model(words), new Answer.Stop.EndOfTurn(), Usage.NONE);
    }

    private static Answer calls(Move.Calls move, int turn, Consumer<Reply> onReply) {
        var blocks = new ArrayList<Block>();
        if (!move.words().isBlank()) {
            onReply.accept(new Reply.TextDelta(move.words()));
            blocks.add(new Block.Text(move.words()));
            onReply.accept(new Reply.BlockFinished(blocks.getLast()));
        }
        List<Call> calls = move.calls();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            var block =
                    new Block.ToolCall("b-" + turn + "-" + (i + 1), call.tool(), call.arguments());
            onReply.accept(new Reply.CallStarted(block.id(), block.name()));
            onReply.accept(new Reply.BlockFinished(block));
            blocks.add(block);
        }
        return new Answer.Complete(
                new Message(Message.Role.MODEL, blocks), new Answer.Stop.ToolUse(), Usage.NONE);
    }
}
