package kiro.mcp;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.time.Duration;
import java.util.List;
import kiro.tool.Untrusted;

/// A person's own visit to one server, outside of any run: to see whether it is there, what it offers, and what one
/// of its tools answers.
public final class ServerVisit implements AutoCloseable {
    private final Server server;
    private final Answers answers;

    private ServerVisit(Server server, Answers answers) {
        this.server = server;
        this.answers = answers;
    }

    public static ServerVisit to(ServerSettings settings, World world) {
        return new ServerVisit(
                new Server(settings, world),
                new Answers(new KeptAnswers(world.outputs(), world.root())));
    }

    /// What came of meeting the server.
    public sealed interface Meeting {
        /// @param took how long it was until it had introduced itself
        /// @param others its resources and prompts, a line each
        record Met(Introduction introduction, Duration took, List<String> others)
                implements Meeting {
            public Met {
                others = List.copyOf(others);
            }
        }

        /// @param printed what it has printed beside its messages
        record NotMet(String reason, String printed) implements Meeting {}
    }

    /// What a tool answers.
    ///
    /// @param isFailure whether the tool, or the server, says that it failed
    public record Answer(String text, boolean isFailure) {}

    public Meeting meet() throws InterruptedException {
        long begun = System.nanoTime();
        try {
            Introduction met = server.meet();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            return new Meeting.Met(met, took, Listing.rest(server, met));
        } catch (McpFailure failure) {
            return new Meeting.NotMet(failure.reason(), failure.printed());
        }
    }

    /// @param arguments a JSON object; nothing at all stands for an empty one
    public Answer call(String tool, String arguments) throws InterruptedException {
        return switch (CallArguments.read(tool, arguments)) {
            case CallArguments.Wrong wrong -> new Answer(wrong.text(), true);
            case CallArguments.Read read -> {
                try {
                    CallToolResult result = server.call(tool, read.values(), _ -> {});
                    yield new Answer(
                            Untrusted.clean(answers.of(result)),
                            Boolean.TRUE.equals(result.isError()));
                } catch (McpFailure failure) {
                    yield new Answer(
                            "the MCP server '%s': %s".formatted(server.name(), failure.reason()),
                            true);
                }
            }
        };
    }

    @Override
    public void close() {
        server.close();
    }
}
