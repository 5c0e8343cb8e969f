package kiro.cli;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import kiro.agent.PromptTexts;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Deadlines;
import kiro.model.Message;
import kiro.model.Model;
import kiro.model.ModelFailure;
import kiro.model.ModelRequest;
import kiro.model.Purpose;
import kiro.model.ToolSpec;
import kiro.model.Usage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Tries a model out: one request that it can only answer by calling a tool with a word that it was told.
final class ModelTrial {
    private static final String TOOL = "say";
    private static final String WORD = "marmalade";
    private static final int OUTPUT = 2_000;
    private static final Deadlines PATIENCE =
            new Deadlines(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(3));

    private final Model model;
    private final LongSupplier nanoTime;

    ModelTrial(Model model, LongSupplier nanoTime) {
        this.model = model;
        this.nanoTime = nanoTime;
    }

    /// What came of it.
    sealed interface Outcome {
        /// @param first how long the first piece of the reply took
        /// @param whole how long the whole reply took
        record Answered(boolean callsTools, Duration first, Duration whole, Usage usage)
                implements Outcome {}

        record Failed(ModelFailure failure) implements Outcome {}
    }

    Outcome run(int maxOutput) throws InterruptedException {
        var texts = new PromptTexts();
        var request =
                new ModelRequest(
                        Purpose.SUMMARY,
                        texts.text("trial.md"),
                        List.of(
                                new ToolSpec(
                                        TOOL, "Says a word.", texts.text("trial.schema.json"))),
                        List.of(Message.user(WORD)),
                        Math.min(OUTPUT, maxOutput),
                        PATIENCE);
        long begin = nanoTime.getAsLong();
        var first = new First();
        Answer answer = model.answer(request, _ -> first.at(nanoTime.getAsLong()));
        long end = nanoTime.getAsLong();
        return switch (answer) {
            case Answer.Failed(ModelFailure failure) -> new Outcome.Failed(failure);
            case Answer.Complete complete ->
                    new Outcome.Answered(
                            complete.message().calls().stream().anyMatch(ModelTrial::isAsked),
                            Duration.ofNanos(first.time.orElse(end) - begin),
                            Duration.ofNanos(end - begin),
                            complete.usage());
        };
    }

    private static boolean isAsked(Block.ToolCall call) {
        try {
            return call.name().equals(TOOL)
                    && JsonMapper.shared()
                            .readTree(call.arguments())
                            .path("word")
                            .asString("")
                            .equals(WORD);
        } catch (JacksonException cut) {
            return false;
        }
    }

    /// When the first piece came.
    private static final class First {
        private OptionalLong time = OptionalLong.empty();

        private void at(long now) {
            time = time.isPresent() ? time : OptionalLong.of(now);
        }
    }
}
