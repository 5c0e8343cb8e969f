package kiro.model.anthropic;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import kiro.model.Deadlines;
import kiro.model.Message;
import kiro.model.ModelChoice;
import kiro.model.ModelRequest;
import kiro.model.Purpose;
import kiro.model.ToolSpec;
import kiro.secret.Secret;

/// Requests and models for the tests of this package.
final class Conversations {
    static final String KEY = "sk-ant-hidden";
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    static final List<ToolSpec> TOOLS =
            List.of(
                    new ToolSpec("list", "lists a folder", "{ \"type\": \"object\" }"),
                    new ToolSpec(
                            "read",
                            "reads a \"file\"",
                            "{\"type\":\"object\",\"properties\":{\"path\":{\"type\":\"string\"}},\"required\":[\"path\"]}"));

    private Conversations() {}

    static ModelChoice.Anthropic settings(URI url) {
        return new ModelChoice.Anthropic("claude-test", Secret.of(KEY), url, 200_000, 8_000);
    }

    static AnthropicModel model(URI url) {
        return new AnthropicModel(settings(url), CLOCK);
    }

    static ModelRequest request(Message... messages) {
        return request(Deadlines.STANDARD, messages);
    }

    /// All three deadlines in milliseconds.
    static ModelRequest hurried(int firstEvent, int idle, int total) {
        return request(
                new Deadlines(
                        Duration.ofMillis(firstEvent),
                        Duration.ofMillis(idle),
                        Duration.ofMillis(total)),
                Message.user("go"));
    }

    static ModelRequest request(Deadlines deadlines, Message... messages) {
        return new ModelRequest(
                Purpose.CODE, "be good", TOOLS, List.of(messages), 4_000, deadlines);
    }
}
