package kiro.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kiro.agent.Pause;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Deadlines;
import kiro.model.Message;
import kiro.model.Model;
import kiro.model.ModelFailure;
import kiro.model.ModelRequest;
import kiro.model.Patience;
import kiro.model.Purpose;
import kiro.model.RequestRules;
import kiro.model.Usage;
import kiro.secret.SecretMask;

/// Asks a model for a proposal, and again with what is wrong with it, a few times.
public final class Asker {
    /// How often a model may propose; what is wrong with the last is left out.
    static final int PROPOSALS = 4;

    private static final int OUTPUT = 16_000;

    private final Model model;
    private final Purpose purpose;
    private final int maxOutput;
    private final Patience patience;
    private final Pause pause;
    private final SecretMask secrets;
    private final Consumer<String> progress;
    private Usage usage = Usage.NONE;

    /// @param purpose by which the model was chosen
    /// @param maxOutput the most tokens that one reply of this model may have
    /// @param secrets do not reach the model
    /// @param progress is told what is waited for
    public Asker(
            Model model,
            Purpose purpose,
            int maxOutput,
            Patience patience,
            Pause pause,
            SecretMask secrets,
            Consumer<String> progress) {
        this.model = model;
        this.purpose = purpose;
        this.secrets = secrets;
        this.maxOutput = Math.min(maxOutput, OUTPUT);
        this.patience = patience;
        this.pause = pause;
        this.progress = progress;
    }

    public String model() {
        return model.name();
    }

    /// What was used so far.
    public Usage usage() {
        return usage;
    }

    /// What came of asking.
    public sealed interface Outcome<T> {
        record Passed<T>(T value) implements Outcome<T> {}

        /// @param problems of the last proposal, for which parts of it were left out
        record Partly<T>(T value, List<String> problems) implements Outcome<T> {
            public Partly {
                problems = List.copyOf(problems);
            }
        }

        record Failed<T>(String reason) implements Outcome<T> {}
    }

    public <T> Outcome<T> ask(Question question, Judge<T> judge) throws InterruptedException {
        var messages =
                new ArrayList<Message>(
                        List.of(Message.user(secrets.maskCertain(question.words()))));
        Optional<T> usable = Optional.empty();
        List<String> problems = List.of("the model proposed nothing");
        for (int proposal = 1; proposal <= PROPOSALS; proposal++) {
            progress.accept(asking(proposal));
            Answer answer = reply(question, messages);
            if (!(answer instanceof Answer.Complete complete)) {
                return new Outcome.Failed<>(((Answer.Failed) answer).failure().message());
            }
            Optional<String> stopped =
                    stopped(complete.stop()).or(() -> twice(messages, complete.message()));
            if (stopped.isPresent()) {
                return new Outcome.Failed<>(stopped.get());
            }
            Optional<Block.ToolCall> call = call(complete.message(), question);
            if (call.isEmpty()) {
                problems = List.of("call %s with your proposal".formatted(question.tool().name()));
            } else {
                switch (judge.judge(call.get().arguments())) {
                    case Judge.Judgement.Good<T> good -> {
                        return new Outcome.Passed<>(good.value());
                    }
                    case Judge.Judgement.Faulty<T> faulty -> {
                        usable = faulty.usable().or(latest(usable));
                        problems = faulty.problems();
                    }
                }
            }
            messages.add(heard(complete.message()));
            messages.add(
                    answer(
                            complete.message(),
                            call,
                            secrets.maskCertain(String.join("\n", problems))));
        }
        return last(usable, problems);
    }

    private String asking(int proposal) {
        return proposal == 1
                ? "asking " + model.name()
                : "asking %s to mend what is wrong (%d of %d)"
                        .formatted(model.name(), proposal, PROPOSALS);
    }

    private static <T> Outcome<T> last(Optional<T> usable, List<String> problems) {
        return usable.<Outcome<T>>map(value -> new Outcome.Partly<>(value, problems))
                .orElseGet(() -> new Outcome.Failed<>(String.join("; ", problems)));
    }

    private static <T> java.util.function.Supplier<Optional<T>> latest(Optional<T> usable) {
        return () -> usable;
    }

    private Answer reply(Question question, List<Message> messages) throws InterruptedException {
        var request =
                new ModelRequest(
                        purpose,
                        question.system(),
                        List.of(question.tool()),
                        messages,
                        maxOutput,
                        Deadlines.STANDARD);
        RequestRules.check(request);
        for (int failures = 1; ; failures++) {
            switch (model.answer(request, _ -> {})) {
                case Answer.Complete complete -> {
                    usage = usage.plus(complete.usage());
                    return complete;
                }
                case Answer.Failed failed -> {
                    switch (patience.after(failures, failed.failure())) {
                        case Patience.Advice.Wait wait -> {
                            progress.accept(waiting(failed.failure(), wait));
                            pause.forThis(wait.time());
                        }
                        case Patience.Advice.GiveUp _ -> {
                            return failed;
                        }
                    }
                }
            }
        }
    }

    private static String waiting(ModelFailure failure, Patience.Advice.Wait wait) {
        return "%s: again in %d s"
                .formatted(failure.message(), Math.max(1, wait.time().toSeconds()));
    }

    private static Optional<String> stopped(Answer.Stop stop) {
        return switch (stop) {
            case Answer.Stop.EndOfTurn _, Answer.Stop.ToolUse _, Answer.Stop.Unknown _ ->
                    Optional.empty();
            case Answer.Stop.MaxTokens _ -> Optional.of("its reply is too long and was cut");
            case Answer.Stop.Refusal _ -> Optional.of("it refuses to answer");
        };
    }

    /// No provider takes a conversation in which two calls have one id.
    private static Optional<String> twice(List<Message> before, Message message) {
        Set<String> ids = new HashSet<>();
        before.forEach(each -> each.calls().forEach(call -> ids.add(call.id())));
        return message.calls().stream()
                .map(Block.ToolCall::id)
                .filter(id -> !ids.add(id))
                .findFirst()
                .map(id -> "two of its calls have the id " + id);
    }

    private static Optional<Block.ToolCall> call(Message message, Question question) {
        return message.calls().stream()
                .filter(call -> call.name().equals(question.tool().name()))
                .findFirst();
    }

    /// No provider takes an empty message back.
    private static Message heard(Message message) {
        boolean isEmpty = message.calls().isEmpty() && message.text().isBlank();
        return isEmpty ? Message.model("(nothing said)") : message;
    }

    private static Message answer(Message said, Optional<Block.ToolCall> judged, String words) {
        if (said.calls().isEmpty()) {
            return Message.user(words);
        }
        return new Message(
                Message.Role.USER,
                said.calls().stream()
                        .<Block>map(call ->
                                new Block.ToolResult(
                                        call.id(),
                                        judged.filter(call::equals).isPresent() || judged.isEmpty()
                                                ? words
                                                : "one proposal at a time",
                                        true))
                        .toList());
    }
}
