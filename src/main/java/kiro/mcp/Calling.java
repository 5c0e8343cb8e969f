package kiro.mcp;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Map;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.ToolResult;
import kiro.tool.Untrusted;

/// Makes the calls to servers that a policy has allowed, and words their answers for a model: as data that others
/// have written, bounded, with the server's name.
final class Calling {
    private final Answers answers;
    private final KeptAnswers kept;

    Calling(KeptAnswers kept) {
        this.kept = kept;
        this.answers = new Answers(kept);
    }

    Preparation tool(Server server, String tool, boolean isLooking, Map<String, Object> arguments) {
        return ready(
                server,
                tool,
                isLooking,
                "call %s/%s %s"
                        .formatted(server.name(), tool, Failures.oneLine(Json.text(arguments))),
                news -> answered(server, tool, server.call(tool, arguments, news)));
    }

    Preparation resource(Server server, String uri) {
        return ready(
                server,
                "read_resource",
                true,
                "read %s of the MCP server %s".formatted(Failures.oneLine(uri), server.name()),
                _ ->
                        new ToolResult.Done(
                                part(server, "resource " + uri, answers.of(server.read(uri)))));
    }

    Preparation prompt(Server server, String prompt, Map<String, Object> arguments) {
        return ready(
                server,
                "get_prompt",
                true,
                "get the prompt %s of the MCP server %s"
                        .formatted(Failures.oneLine(prompt), server.name()),
                _ ->
                        new ToolResult.Done(
                                part(
                                        server,
                                        "prompt " + prompt,
                                        answers.of(server.prompt(prompt, arguments)))));
    }

    /// A part of an answer that a server has written.
    String part(Server server, String what, String text) {
        return Untrusted.part(
                "MCP server " + server.name() + ", " + what,
                kept.bounded(text.isBlank() ? "(nothing)" : text));
    }

    private Preparation ready(
            Server server,
            String tool,
            boolean isLooking,
            String summary,
            Preparation.Watched act) {
        return new Preparation.Ready(
                new Effect.ServerCall(server.name(), tool, isLooking),
                Untrusted.clean(summary),
                Preparation.Act.watched(news -> {
                    try {
                        return act.run(news);
                    } catch (McpFailure failure) {
                        return failed(server, failure, isLooking);
                    }
                }));
    }

    private ToolResult answered(Server server, String tool, CallToolResult result) {
        String text = part(server, "tool " + tool, answers.of(result));
        return Boolean.TRUE.equals(result.isError())
                ? new ToolResult.Unsuccessful("the tool says that it failed\n" + text)
                : new ToolResult.Done(text);
    }

    /// A call that may have done something is not known to have done nothing.
    private static ToolResult failed(Server server, McpFailure failure, boolean isLooking) {
        String said = "the MCP server '%s': %s".formatted(server.name(), failure.reason());
        String advice =
                switch (failure.kind()) {
                    case REFUSED -> "\nread its words, and change the call or go on without it";
                    case SILENT, GONE ->
                            isLooking
                                    ? "\ngo on without it"
                                    : "\nwhether the call did anything is not known: look before you repeat it, or go on without it";
                    case UNAUTHORIZED -> "\ngo on without it: only the person can do that";
                };
        boolean isHarmless =
                isLooking
                        || failure.kind() == McpFailure.Kind.UNAUTHORIZED
                        || failure.kind() == McpFailure.Kind.REFUSED;
        return isHarmless
                ? new ToolResult.Failed(said + advice)
                : new ToolResult.Unsuccessful(said + advice);
    }
}
