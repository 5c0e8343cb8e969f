package kiro.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("agent-loop#AC-19")
class RequestRulesTest {
    private static final Message ASK = Message.user("do it");
    private static final Message CALL = calls("a");
    private static final Message RESULT = results("a");
    private static final List<ToolSpec> TOOLS = List.of(tool("list"), tool("read"));

    @Test
    void a_conversation_with_calls_and_results_breaks_no_rule() {
        var request =
                conversation(
                        ASK,
                        CALL,
                        new Message(
                                Message.Role.USER,
                                List.of(result("a", false, ""), new Block.Text("and now?"))),
                        new Message(
                                Message.Role.MODEL,
                                List.of(
                                        new Block.Thinking("hm", "sig", "anthropic"),
                                        new Block.Opaque("anthropic", "{}"),
                                        new Block.Text("both"),
                                        call("b"),
                                        call("c"))),
                        results("c", "b"),
                        Message.model("done"),
                        Message.user("thanks"));

        assertThat(RequestRules.violation(request)).isEmpty();
        RequestRules.check(request);
    }

    @Test
    void a_broken_rule_is_a_bug_with_a_name() {
        assertThatThrownBy(() -> RequestRules.check(conversation()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a request that no model takes: no messages");
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(
                        conversation(Message.model("hi")),
                        "message 1 is the MODEL's, not the USER's"),
                Arguments.of(conversation(ASK, ASK), "message 2 is the USER's, not the MODEL's"),
                Arguments.of(
                        conversation(ASK, Message.model("hi")), "the last message is the MODEL's"),
                Arguments.of(
                        conversation(new Message(Message.Role.USER, List.of())),
                        "message 1 has no blocks"),
                Arguments.of(
                        conversation(Message.user(" \n")),
                        "message 1 has a text block without words"),
                Arguments.of(
                        conversation(new Message(Message.Role.USER, List.of(call("a")))),
                        "message 1 has a block that is never the USER's: ToolCall"),
                Arguments.of(
                        conversation(
                                ASK,
                                new Message(Message.Role.MODEL, List.of(result("a", false, "x"))),
                                ASK),
                        "message 2 has a block that is never the MODEL's: ToolResult"),
                Arguments.of(
                        conversation(ASK, CALL, ASK),
                        "message 3 leaves calls without results: [a]"),
                Arguments.of(
                        conversation(ASK, calls("a", "b"), RESULT),
                        "message 3 leaves calls without results: [b]"),
                Arguments.of(
                        conversation(ASK, CALL, results("a", "a")),
                        "message 3 answers what was not called just before, or twice: a"),
                Arguments.of(
                        conversation(ASK, CALL, RESULT, Message.model("ok"), RESULT),
                        "message 5 answers what was not called just before, or twice: a"),
                Arguments.of(
                        conversation(
                                ASK,
                                CALL,
                                new Message(
                                        Message.Role.USER,
                                        List.of(new Block.Text("first"), result("a", false, "x")))),
                        "message 3 has a result after other blocks: a"),
                Arguments.of(
                        conversation(ASK, CALL, RESULT, CALL, RESULT),
                        "message 4 has a call whose id was there before: a"),
                Arguments.of(
                        conversation(ASK, calls("a", "a"), results("a", "a")),
                        "message 2 has a call whose id was there before: a"),
                Arguments.of(
                        conversation(ASK, calls("a.b"), results("a.b")),
                        "message 2 has a call with the id 'a.b'"),
                Arguments.of(
                        conversation(ASK, calls("x".repeat(65)), results("x".repeat(65))),
                        "message 2 has a call with the id '" + "x".repeat(65) + "'"),
                Arguments.of(
                        conversation(
                                ASK,
                                CALL,
                                new Message(Message.Role.USER, List.of(result("a", true, "\n")))),
                        "message 3 has an error without words, for the call a"),
                Arguments.of(
                        request(List.of(), ASK, CALL, RESULT),
                        "calls in the conversation and no tools"),
                Arguments.of(
                        request(List.of(tool("read"), tool("list")), ASK),
                        "tools not sorted: list after read"),
                Arguments.of(
                        request(List.of(tool("read"), tool("read")), ASK),
                        "two tools with the name read"),
                Arguments.of(request(List.of(tool("")), ASK), "a tool with the name ''"),
                Arguments.of(request(List.of(tool("re ad")), ASK), "a tool with the name 're ad'"),
                Arguments.of(
                        new ModelRequest(
                                Purpose.CODE, "", TOOLS, List.of(ASK), 0, Deadlines.STANDARD),
                        "the most output tokens are 0"),
                Arguments.of(
                        new ModelRequest(
                                Purpose.CODE,
                                "",
                                TOOLS,
                                List.of(ASK),
                                1,
                                new Deadlines(
                                        Duration.ofSeconds(1),
                                        Duration.ZERO,
                                        Duration.ofSeconds(1))),
                        "a deadline of no time: Deadlines[firstEvent=PT1S, idle=PT0S, total=PT1S]"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_broken_rule_is_named(ModelRequest request, String rule) {
        assertThat(RequestRules.violation(request)).contains(rule);
    }

    private static ModelRequest conversation(Message... messages) {
        return request(TOOLS, messages);
    }

    private static ModelRequest request(List<ToolSpec> tools, Message... messages) {
        return new ModelRequest(
                Purpose.CODE, "be good", tools, List.of(messages), 100, Deadlines.STANDARD);
    }

    private static ToolSpec tool(String name) {
        return new ToolSpec(name, "a tool", "{}");
    }

    private static Message calls(String... ids) {
        return new Message(
                Message.Role.MODEL, Stream.of(ids).<Block>map(RequestRulesTest::call).toList());
    }

    private static Message results(String... ids) {
        return new Message(
                Message.Role.USER, Stream.of(ids).map(id -> result(id, false, "ok")).toList());
    }

    private static Block call(String id) {
        return new Block.ToolCall(id, "read", "{}");
    }

    private static Block result(String id, boolean isError, String text) {
        return new Block.ToolResult(id, text, isError);
    }
}
