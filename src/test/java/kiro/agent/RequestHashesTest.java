package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kiro.model.Block;
import kiro.model.Deadlines;
import kiro.model.Message;
import kiro.model.ModelRequest;
import kiro.model.Purpose;
import kiro.model.RequestHash;
import kiro.model.TaggedText;
import kiro.model.ToolSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RequestHashesTest {
    private static final List<ToolSpec> TOOLS = List.of(new ToolSpec("look", "looks", "{}"));

    private static ModelRequest request(
            String system, List<ToolSpec> tools, List<Message> messages, int most) {
        return new ModelRequest(Purpose.CODE, system, tools, messages, most, Deadlines.STANDARD);
    }

    private static ModelRequest request(Message... messages) {
        return request("system", TOOLS, List.of(messages), 100);
    }

    private static RequestHash hash(ModelRequest request) {
        return new RequestHashes().of(request);
    }

    private static Message begins(String steering, String task) {
        return Message.user(
                TaggedText.of("workspace", "git: clean").render()
                        + TaggedText.of("steering", steering).render()
                        + TaggedText.of("task", task).render());
    }

    private static List<Message> conversation() {
        return List.of(
                begins("no cycles", "tidy"),
                new Message(
                        Message.Role.MODEL,
                        List.of(
                                new Block.Thinking("hm", "sig", "p"),
                                new Block.Opaque("p", "{}"),
                                new Block.ToolCall("c1", "look", "{}"))),
                new Message(
                        Message.Role.USER,
                        List.of(
                                new Block.ToolResult("c1", "seen", false),
                                new Block.Image("image/png", "AAAA"))));
    }

    @Test
    @Tag("context#AC-12")
    void equal_requests_have_equal_hashes_however_they_came_about() {
        var hashes = new RequestHashes();
        var said = new ArrayList<Message>();
        for (Message message : conversation()) {
            said.add(message);

            assertThat(hashes.of(request(said.toArray(Message[]::new))))
                    .isEqualTo(hash(request(said.toArray(Message[]::new))));
        }
        said.set(1, Message.model("something else"));
        assertThat(hashes.of(request(said.toArray(Message[]::new))))
                .isEqualTo(hash(request(said.toArray(Message[]::new))));
        assertThat(hashes.of(request("other", TOOLS, said, 100)))
                .isEqualTo(hash(request("other", TOOLS, said, 100)));
    }

    @Test
    @Tag("context#AC-12")
    void all_that_the_model_is_told_counts() {
        Message first = Message.user("a");
        Stream<ModelRequest> others =
                Stream.of(
                        request(first),
                        request("systems", TOOLS, List.of(first), 100),
                        request("system", List.of(), List.of(first), 100),
                        request(
                                "system",
                                List.of(new ToolSpec("look", "looks", "{\"a\":1}")),
                                List.of(first),
                                100),
                        request("system", TOOLS, List.of(first), 101),
                        request(Message.model("a")),
                        request(first, Message.user("b")),
                        request(Message.user("ab")),
                        request(
                                new Message(
                                        Message.Role.USER,
                                        List.of(new Block.Text("a"), new Block.Text("b")))),
                        request(
                                new Message(
                                        Message.Role.USER,
                                        List.of(new Block.ToolResult("a", "b", true)))),
                        request(
                                new Message(
                                        Message.Role.USER,
                                        List.of(new Block.ToolResult("a", "b", false)))));

        assertThat(others.map(each -> hash(each).whole())).doesNotHaveDuplicates();
    }

    @Test
    @Tag("context#AC-12")
    void the_prefix_is_what_other_requests_share() {
        RequestHash one = hash(request(begins("no cycles", "tidy")));
        RequestHash task = hash(request(begins("no cycles", "rename"), Message.model("yes")));
        RequestHash steering = hash(request(begins("no cycles at all", "tidy")));
        RequestHash system =
                hash(request("other", TOOLS, List.of(begins("no cycles", "tidy")), 100));

        assertThat(task.prefix()).isEqualTo(one.prefix());
        assertThat(task.whole()).isNotEqualTo(one.whole());
        assertThat(List.of(one.prefix(), steering.prefix(), system.prefix()))
                .doesNotHaveDuplicates();
    }
}
