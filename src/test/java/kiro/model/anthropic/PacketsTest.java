package kiro.model.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.Usage;
import kiro.testing.AnthropicServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A whole reply over the wire, cut into packets at every place.
@Tag("anthropic-model#AC-2")
class PacketsTest {
    private static final Path STREAM =
            Path.of("src/test/resources/kiro/model.anthropic/recorded-stream/stream.txt");
    private static final Answer ANSWER =
            new Answer.Complete(
                    new Message(
                            Message.Role.MODEL,
                            List.of(
                                    new Block.Thinking(
                                            "Größe prüfen – 😀",
                                            "EqQBCgIYAhIM1gbcDa9GJwZA2b3hGgxBdjrkzLoky3dl1pk=",
                                            "anthropic"),
                                    new Block.Text("Ich lese „a.txt“ 読む"),
                                    new Block.ToolCall(
                                            "toolu_01T1x1fJ34qAmk2tNTrN7Up6",
                                            "read_file",
                                            "{\"path\": \"ä.txt\"}"))),
                    new Answer.Stop.ToolUse(),
                    new Usage(2095, 1780, 0, 89, 0));

    @Test
    void the_answer_is_the_same_wherever_the_stream_is_cut() throws Exception {
        byte[] stream = Files.readAllBytes(STREAM);
        try (var server = AnthropicServer.start();
                var model = Conversations.model(server.url())) {
            for (int cut = 1; cut < stream.length; cut++) {
                int at = cut;
                server.then(wire -> {
                    wire.head(200, Map.of("Content-Type", "text/event-stream"));
                    wire.chunk(Arrays.copyOf(stream, at));
                    wire.chunk(Arrays.copyOfRange(stream, at, stream.length));
                    wire.endChunks();
                });

                Answer answer =
                        model.answer(Conversations.request(Message.user("go")), piece -> {});

                assertThat(answer).as("cut at byte %d", cut).isEqualTo(ANSWER);
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100_000})
    void the_answer_is_the_same_in_packets_of_any_size(int size) throws Exception {
        byte[] stream = Files.readAllBytes(STREAM);
        try (var server = AnthropicServer.start();
                var model = Conversations.model(server.url())) {
            server.then(wire -> {
                wire.rawHead(200, Map.of("Connection", "close"));
                for (int at = 0; at < stream.length; at += size) {
                    wire.raw(Arrays.copyOfRange(stream, at, Math.min(at + size, stream.length)));
                }
                wire.cut();
            });

            assertThat(model.answer(Conversations.request(Message.user("go")), piece -> {}))
                    .isEqualTo(ANSWER);
        }
    }
}
