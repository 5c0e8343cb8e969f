package kiro.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kiro.draft.Asker;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.Model;
import kiro.model.ModelRequest;
import kiro.model.Patience;
import kiro.model.Purpose;
import kiro.model.Reply;
import kiro.model.Usage;
import kiro.model.scripted.ScriptedModel;
import kiro.secret.SecretMask;
import tools.jackson.databind.json.JsonMapper;

/// A model that says what a test has told it to, or one that never answers.
final class WorkshopModels {
    static final String SECRET = "hush-1234567890";

    private final List<Answer> answers = new ArrayList<>();
    private final List<Optional<String>> named = new ArrayList<>();
    private Optional<Model> model = Optional.empty();
    private Optional<ScriptedModel> script = Optional.empty();

    /// The next proposal: names and values of a tool's arguments in turns.
    WorkshopModels proposing(String tool, Object... fields) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            arguments.put(String.valueOf(fields[i]), fields[i + 1]);
        }
        answers.add(
                new Answer.Complete(
                        new Message(
                                Message.Role.MODEL,
                                List.of(
                                        new Block.ToolCall(
                                                "c" + answers.size(),
                                                "propose_" + tool,
                                                JsonMapper.shared()
                                                        .writeValueAsString(arguments)))),
                        new Answer.Stop.ToolUse(),
                        Usage.NONE));
        return this;
    }

    /// It is asked and never answers.
    WorkshopModels silent() {
        model = Optional.of(new Silent());
        return this;
    }

    static Map<String, String> edit(String file, String old, String now) {
        return Map.of("file", file, "old", old, "new", now);
    }

    /// All that the model was told.
    String told() {
        return script.stream()
                .flatMap(each -> each.requests().stream())
                .flatMap(each -> each.messages().stream())
                .flatMap(each -> each.blocks().stream())
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }

    int asked() {
        return script.map(each -> each.requests().size()).orElse(0);
    }

    /// The models that hooks named.
    List<Optional<String>> named() {
        return List.copyOf(named);
    }

    ActionModels.Opening open(Optional<String> name) {
        named.add(name);
        if (model.isEmpty() && answers.isEmpty()) {
            return new ActionModels.Opening.None("no language model is configured");
        }
        script = Optional.of(new ScriptedModel(answers));
        return new ActionModels.Opening.Opened(
                new Asker(
                        model.orElse(script.get()),
                        Purpose.PLAN,
                        16_000,
                        new Patience(new Random(1)),
                        _ -> {},
                        SecretMask.of(Map.of("SHOP_TOKEN", SECRET)),
                        _ -> {}),
                () -> {});
    }

    private static final class Silent implements Model {
        @Override
        public String name() {
            return "silent";
        }

        @Override
        public int window() {
            return 100_000;
        }

        @Override
        public Answer answer(ModelRequest request, Consumer<Reply> onReply)
                throws InterruptedException {
            new CountDownLatch(1).await();
            throw new IllegalStateException("it was never to answer");
        }
    }
}
