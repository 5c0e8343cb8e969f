package kiro.model.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.model.Block;
import kiro.model.ClaudeThinking;
import kiro.model.Deadlines;
import kiro.model.Message;
import kiro.model.ModelChoice;
import kiro.model.ModelRequest;
import kiro.model.Purpose;
import kiro.model.RequestRules;
import kiro.model.ToolSpec;
import kiro.secret.Secret;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.ObjectMapper;

class RequestEncoderTest {
    private static final Path GOLDEN = Path.of("src/test/resources/kiro/model.anthropic");
    private static final String MARK = ",\"cache_control\":{\"type\":\"ephemeral\"}";

    private final RequestEncoder encoder =
            new RequestEncoder(Conversations.settings(URI.create("http://127.0.0.1:1")));

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of("first-turn", Conversations.request(Message.user("go"))),
                Arguments.of("calls-and-results", callsAndResults()),
                Arguments.of("anothers-state", anothersState()),
                Arguments.of("broken-text", brokenText()),
                Arguments.of(
                        "no-tools",
                        new ModelRequest(
                                Purpose.SUMMARY,
                                "",
                                List.of(),
                                List.of(Message.user("sum up")),
                                1_000_000,
                                Deadlines.STANDARD)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("anthropic-model#AC-11")
    void the_request_is_the_one_on_file(String name, ModelRequest request) throws Exception {
        RequestRules.check(request);

        var json = new ObjectMapper();
        String pretty =
                json.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(json.readTree(body(request)));

        assertThat(pretty.replace("\r\n", "\n") + "\n")
                .isEqualTo(Files.readString(GOLDEN.resolve(name).resolve("request.json")));
    }

    @Test
    @Tag("anthropic-model#AC-12")
    @Tag("anthropic-model#AC-11")
    void each_request_begins_with_the_bytes_of_the_one_before() {
        var messages = new ArrayList<Message>(List.of(Message.user("go")));
        String before = "";
        for (int turn = 0; turn < 12; turn++) {
            String body = body(Conversations.request(messages.toArray(Message[]::new)));

            String unmarked = body.replace(MARK, "");
            assertThat(unmarked).startsWith(before.replaceAll("]}$", ""));
            assertThat((body.length() - unmarked.length()) / MARK.length())
                    .isEqualTo(turn == 0 ? 3 : 4);
            assertThat(markedMessages(body))
                    .isEqualTo(turn == 0 ? List.of(0) : List.of(2 * turn - 2, 2 * turn));
            before = unmarked;
            messages.add(
                    new Message(
                            Message.Role.MODEL,
                            List.of(
                                    new Block.ToolCall(
                                            "t" + turn, "list", "{\"n\":" + turn + "}"))));
            messages.add(
                    new Message(
                            Message.Role.USER,
                            List.of(new Block.ToolResult("t" + turn, "result " + turn, false))));
        }
    }

    private static List<Integer> markedMessages(String body) {
        var marked = new ArrayList<Integer>();
        int index = 0;
        for (var message : new ObjectMapper().readTree(body).path("messages")) {
            if (message.toString().contains("cache_control")) {
                marked.add(index);
            }
            index++;
        }
        return marked;
    }

    @Test
    void a_message_is_encoded_once_however_often_it_is_sent() {
        ModelRequest first = callsAndResults();
        var more = new ArrayList<>(first.messages());
        more.add(Message.model("done"));
        more.add(Message.user("and now?"));

        List<byte[]> before = encoder.encode(first);
        List<byte[]> after = encoder.encode(Conversations.request(more.toArray(Message[]::new)));

        byte[] head = before.getFirst();
        byte[] call =
                before.stream()
                        .filter(part -> text(part).contains("\"toolu_1\""))
                        .findFirst()
                        .orElseThrow();
        assertThat(after).anyMatch(part -> part == head).anyMatch(part -> part == call);
    }

    @Test
    void the_numbers_of_a_call_are_returned_as_the_model_wrote_them() {
        assertThat(body(callsAndResults())).contains("{\"path\":\"a\\nb\",\"n\":1.50e3}");
    }

    @Test
    void other_tools_or_another_system_text_are_not_mistaken_for_the_ones_before() {
        assertThat(body(request("one", List.of()))).contains("\"one\"").doesNotContain("tools");
        assertThat(body(request("two", Conversations.TOOLS))).contains("\"two\"").contains("tools");
        assertThat(body(request("two", List.of()))).contains("\"two\"").doesNotContain("tools");
    }

    @Test
    void a_tool_whose_schema_is_no_object_is_a_bug() {
        var broken = List.of(new ToolSpec("read", "reads", "[]"));

        assertThatThrownBy(() -> encoder.encode(request("one", broken)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the schema of read is no JSON object");
    }

    @Test
    @Tag("chat#AC-6")
    void a_picture_is_sent_with_its_type() {
        ModelRequest request =
                Conversations.request(
                        new Message(
                                Message.Role.USER,
                                List.of(
                                        new Block.Image("image/png", "iVBORw0KGgo="),
                                        new Block.Text("what is it?"))));

        assertThat(
                        encoder.encode(request).stream()
                                .map(RequestEncoderTest::text)
                                .toList()
                                .toString())
                .contains(
                        "{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\","
                                + "\"data\":\"iVBORw0KGgo=\"}}");
    }

    private static String thinking(ClaudeThinking thinking, Message... messages) {
        var settings =
                new ModelChoice.Anthropic(
                        "m",
                        Secret.of("k"),
                        URI.create("http://localhost"),
                        200_000,
                        8_000,
                        true,
                        Optional.of(thinking));
        var request =
                new ModelRequest(
                        Purpose.CODE,
                        "s",
                        List.of(new ToolSpec("read", "d", "{}")),
                        List.of(messages),
                        8_000,
                        Deadlines.STANDARD);
        String body =
                new RequestEncoder(settings)
                        .encode(request).stream()
                                .map(RequestEncoderTest::text)
                                .collect(Collectors.joining());
        return body.substring(0, body.indexOf(",\"system\""));
    }

    @Test
    @Tag("model-routing#AC-6")
    void how_much_is_to_be_thought_is_said_by_effort_or_by_a_number_within_the_reply() {
        assertThat(thinking(new ClaudeThinking.Adaptive("high"), Message.user("go")))
                .endsWith(
                        "\"thinking\":{\"type\":\"adaptive\"},\"output_config\":{\"effort\":\"high\"}");
        assertThat(thinking(new ClaudeThinking.Budget(4_096), Message.user("go")))
                .endsWith("\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":4096}");
        assertThat(thinking(new ClaudeThinking.Budget(24_576), Message.user("go")))
                .endsWith("\"budget_tokens\":6000}");
    }

    @Test
    @Tag("model-routing#AC-6")
    void a_turn_that_began_without_thinking_goes_on_without_it_where_that_is_a_number() {
        var call =
                new Message(
                        Message.Role.MODEL, List.of(new Block.ToolCall("toolu_1", "read", "{}")));
        var result =
                new Message(
                        Message.Role.USER, List.of(new Block.ToolResult("toolu_1", "x", false)));

        assertThat(thinking(new ClaudeThinking.Budget(4_096), Message.user("go"), call, result))
                .doesNotContain("thinking");
        assertThat(thinking(new ClaudeThinking.Adaptive("low"), Message.user("go"), call, result))
                .contains("adaptive");
    }

    private static ModelRequest request(String system, List<ToolSpec> tools) {
        return new ModelRequest(
                Purpose.CODE, system, tools, List.of(Message.user("go")), 10, Deadlines.STANDARD);
    }

    private static ModelRequest callsAndResults() {
        return Conversations.request(
                Message.user("go"),
                new Message(
                        Message.Role.MODEL,
                        List.of(
                                new Block.Thinking("hm", "c2ln", "anthropic"),
                                new Block.Opaque(
                                        "anthropic",
                                        "{\"type\":\"redacted_thinking\",\"data\":\"b3Bh\"}"),
                                new Block.Text("Looking"),
                                new Block.ToolCall(
                                        "toolu_1",
                                        "read",
                                        "{ \"path\": \"a\\nb\", \"n\": 1.50e3 }"),
                                new Block.ToolCall("toolu_2", "list", "{}"))),
                new Message(
                        Message.Role.USER,
                        List.of(
                                new Block.ToolResult("toolu_1", "no such file: a\nb", true),
                                new Block.ToolResult("toolu_2", "", false),
                                new Block.Text("now the next step"))));
    }

    private static ModelRequest anothersState() {
        return Conversations.request(
                Message.user("go"),
                new Message(
                        Message.Role.MODEL,
                        List.of(
                                new Block.Thinking("secret", "c2ln", "other"),
                                new Block.Opaque("other", "{\"type\":\"reasoning\"}"))),
                Message.user("and?"),
                new Message(
                        Message.Role.MODEL,
                        List.of(
                                new Block.Thinking("cut before its signature", "", "anthropic"),
                                new Block.Text("well"))),
                Message.user("and?"),
                new Message(
                        Message.Role.MODEL,
                        List.of(new Block.Thinking("only thought", "c2ln", "anthropic"))),
                Message.user("and?"));
    }

    private static ModelRequest brokenText() {
        return Conversations.request(
                Message.user("half a character: \ud83d, a whole one: \ud83d\ude00"),
                new Message(
                        Message.Role.MODEL,
                        List.of(
                                new Block.ToolCall("a", "read", "{\"path\": \"a/ve"),
                                new Block.ToolCall("b", "read", "[1]"),
                                new Block.ToolCall("c", "read", "{} {}"),
                                new Block.ToolCall(
                                        "d", "re ad/ü", "{\"x\":\"\\ud83d \\ud83d\\ude00\"}"),
                                new Block.ToolCall("e", "", "{\"deep\":" + "[".repeat(2000)))),
                new Message(
                        Message.Role.USER,
                        Stream.of("a", "b", "c", "d", "e")
                                .<Block>map(id -> new Block.ToolResult(id, "\t\n", false))
                                .toList()));
    }

    private String body(ModelRequest request) {
        var body = new ByteArrayOutputStream();
        encoder.encode(request).forEach(body::writeBytes);
        return body.toString(StandardCharsets.UTF_8);
    }

    private static String text(byte[] part) {
        return new String(part, StandardCharsets.UTF_8);
    }
}
