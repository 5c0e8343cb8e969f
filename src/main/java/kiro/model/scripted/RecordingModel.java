package kiro.model.scripted;

import java.util.function.Consumer;
import kiro.model.Answer;
import kiro.model.Model;
import kiro.model.ModelRequest;
import kiro.model.Reply;

/// Another model, with its answers kept as a script that can be played again.
public final class RecordingModel implements Model {
    private final Model recorded;
    private final Consumer<Answer> onAnswer;

    /// @param onAnswer called with each answer, before it is handed on
    public RecordingModel(Model recorded, Consumer<Answer> onAnswer) {
        this.recorded = recorded;
        this.onAnswer = onAnswer;
    }

    @Override
    public String name() {
        return recorded.name();
    }

    @Override
    public boolean takesImages() {
        return recorded.takesImages();
    }

    @Override
    public int window() {
        return recorded.window();
    }

    @Override
    public Answer answer(ModelRequest request, Consumer<Reply> onReply)
            throws InterruptedException {
        Answer answer = recorded.answer(request, onReply);
        onAnswer.accept(answer);
        return answer;
    }
}
