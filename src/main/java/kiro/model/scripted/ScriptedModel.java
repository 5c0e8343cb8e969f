package kiro.model.scripted;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.CallIds;
import kiro.model.Message;
import kiro.model.Model;
import kiro.model.ModelFailure;
import kiro.model.ModelRequest;
import kiro.model.Reply;

/// A model whose answers are known before: one after the other, whatever it is asked.
public final class ScriptedModel implements Model {
    private static final int WINDOW = 1_000_000;

    private final Deque<Answer> script;
    private final List<ModelRequest> requests = new ArrayList<>();

    public ScriptedModel(List<Answer> script) {
        this.script = new ArrayDeque<>(script);
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public boolean takesImages() {
        return true;
    }

    @Override
    public int window() {
        return WINDOW;
    }

    @Override
    public Answer answer(ModelRequest request, Consumer<Reply> onReply)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        requests.add(request);
        Answer answer = script.poll();
        if (answer == null) {
            return new Answer.Failed(
                    new ModelFailure.Rejected(
                            "the script has no answer for request " + requests.size()));
        }
        if (answer instanceof Answer.Complete complete) {
            Answer.Complete unique = withIds(complete, CallIds.of(request));
            unique.message().blocks().forEach(block -> show(block, onReply));
            return unique;
        }
        return answer;
    }

    /// The same answer, whose calls have ids that are new in the conversation: a script may be written by hand.
    private static Answer.Complete withIds(Answer.Complete answer, CallIds ids) {
        List<Block> blocks =
                answer.message().blocks().stream()
                        .map(block ->
                                block instanceof Block.ToolCall call
                                        ? new Block.ToolCall(
                                                ids.next(call.id()), call.name(), call.arguments())
                                        : block)
                        .toList();
        return new Answer.Complete(
                new Message(answer.message().role(), blocks), answer.stop(), answer.usage());
    }

    /// What it was asked so far.
    public List<ModelRequest> requests() {
        return List.copyOf(requests);
    }

    private static void show(Block block, Consumer<Reply> onReply) {
        switch (block) {
            case Block.Text text -> onReply.accept(new Reply.TextDelta(text.text()));
            case Block.Thinking thinking ->
                    onReply.accept(new Reply.ThinkingDelta(thinking.text()));
            case Block.ToolCall call ->
                    onReply.accept(new Reply.CallStarted(call.id(), call.name()));
            case Block.Opaque _, Block.ToolResult _, Block.Image _ -> {}
        }
        onReply.accept(new Reply.BlockFinished(block));
    }
}
