package kiro.model.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Deadlines;
import kiro.model.Message;
import kiro.model.ModelRequest;
import kiro.model.Purpose;
import kiro.model.ToolSpec;
import kiro.model.Usage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ScriptedModelTest {
    private static final Block.ToolCall CALL = new Block.ToolCall("c1", "read", "{}");

    private static ModelRequest request(Message... messages) {
        return new ModelRequest(
                Purpose.CODE,
                "be good",
                List.of(new ToolSpec("read", "reads", "{\"type\":\"object\"}")),
                List.of(messages),
                3_000,
                Deadlines.STANDARD);
    }

    @Test
    @Tag("scripted-model#AC-6")
    void calls_that_share_an_id_get_ids_of_their_own() throws InterruptedException {
        var said =
                new Answer.Complete(
                        new Message(Message.Role.MODEL, List.of(CALL, CALL)),
                        Answer.Stop.of("tool-use"),
                        Usage.NONE);
        var model = new ScriptedModel(List.of(said));

        Answer answer =
                model.answer(
                        request(
                                Message.user("go on"),
                                new Message(Message.Role.MODEL, List.of(CALL)),
                                new Message(
                                        Message.Role.USER,
                                        List.of(new Block.ToolResult("c1", "text", false)))),
                        _ -> {});

        assertThat(((Answer.Complete) answer).message().calls())
                .extracting(Block.ToolCall::id)
                .containsExactly("c1_2", "c1_3");
    }
}
