package kiro.mcp;

import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import kiro.mcp.McpFailure.Kind;
import kiro.tool.Untrusted;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// One configured server: started when it is first asked something, and started anew, a few times, when it has
/// died. Whatever it does or fails to do, the one who asks gets an answer or a reason.
final class Server implements AutoCloseable {
    private static final int MOST_STARTS = 3;
    private static final int LAST_LINES = 3;

    private final ServerSettings settings;
    private final World world;
    private final Connector connector;

    /// Held while the server is started, which may take long: whoever waits for it can be interrupted.
    private final ReentrantLock starting = new ReentrantLock();

    private volatile @Nullable Live live;
    private int starts;
    private boolean isClosed;

    Server(ServerSettings settings, World world) {
        this.settings = settings;
        this.world = world;
        this.connector = new Connector(world);
    }

    private record Live(Session session, Introduction introduction, Connection connection) {}

    ServerSettings settings() {
        return settings;
    }

    String name() {
        return settings.name();
    }

    /// What the server says of itself; starts it where it does not run.
    ///
    /// @throws McpFailure when it cannot be met
    Introduction meet() throws InterruptedException {
        return live().introduction();
    }

    /// What the server offers now.
    Introduction meetAgain() throws InterruptedException {
        Live known = live();
        if (!known.session().takeChange()) {
            return known.introduction();
        }
        Introduction before = known.introduction();
        List<OfferedTool> tools =
                Introductions.tools(known.session(), settings, settings.limits().start());
        var now =
                new Introduction(
                        before.program(),
                        before.protocol(),
                        before.instructions(),
                        tools,
                        before.hasResources(),
                        before.hasPrompts());
        live = new Live(known.session(), now, known.connection());
        return now;
    }

    /// Whether the server has said of a tool that it only looks.
    boolean says(String tool) {
        Live known = live;
        return known != null
                && known.introduction().tools().stream()
                        .anyMatch(offered -> offered.name().equals(tool) && offered.isLooking());
    }

    /// @param news is told how far the tool has come, where the server tells that
    McpSchema.CallToolResult call(String tool, Map<String, Object> arguments, Consumer<String> news)
            throws InterruptedException {
        Live known = live();
        String token = known.session().follow(news);
        var request =
                McpSchema.CallToolRequest.builder(tool)
                        .arguments(arguments)
                        .progressToken(token)
                        .build();
        try {
            return ask(client -> client.callTool(request), settings.limits().call());
        } finally {
            known.session().forget(token);
        }
    }

    McpSchema.ReadResourceResult read(String uri) throws InterruptedException {
        var request = McpSchema.ReadResourceRequest.builder(uri).build();
        return ask(client -> client.readResource(request), settings.limits().call());
    }

    McpSchema.GetPromptResult prompt(String name, Map<String, Object> arguments)
            throws InterruptedException {
        var request = McpSchema.GetPromptRequest.builder(name).arguments(arguments).build();
        return ask(client -> client.getPrompt(request), settings.limits().call());
    }

    <T> T ask(Function<McpAsyncClient, Mono<T>> request, Duration limit)
            throws InterruptedException {
        Live known = live();
        try {
            return known.session().ask(request, limit);
        } catch (McpFailure failure) {
            throw told(failure, known.connection());
        }
    }

    private Live live() throws InterruptedException {
        Live known = live;
        if (known != null && !known.session().isOver()) {
            return known;
        }
        starting.lockInterruptibly();
        try {
            return started();
        } finally {
            starting.unlock();
        }
    }

    private Live started() throws InterruptedException {
        Live known = live;
        if (known != null && !known.session().isOver()) {
            return known;
        }
        if (isClosed || starts == MOST_STARTS) {
            throw new McpFailure(
                    Kind.GONE,
                    isClosed
                            ? "the run is over"
                            : "it has failed %d times, and is not started again"
                                    .formatted(MOST_STARTS));
        }
        if (known != null) {
            known.session().close();
            live = null;
        }
        starts++;
        Live fresh = start();
        live = fresh;
        return fresh;
    }

    private Live start() throws InterruptedException {
        Connection connection = connector.connect(settings);
        var session =
                new Session(
                        settings.name(),
                        connection.transport(),
                        connection.ended(),
                        world.person(),
                        McpSchema.Root.builder(world.root().toUri().toString())
                                .name(String.valueOf(world.root().getFileName()))
                                .build(),
                        world.version());
        boolean isMet = false;
        try {
            var live = new Live(session, Introductions.of(session, settings), connection);
            isMet = true;
            return live;
        } catch (McpFailure failure) {
            throw told(failure, connection);
        } finally {
            if (!isMet) {
                session.close();
            }
        }
    }

    /// A failure with what the server has printed about it.
    private McpFailure told(McpFailure failure, Connection connection) {
        if (failure.kind() == Kind.UNAUTHORIZED) {
            return new McpFailure(
                    Kind.UNAUTHORIZED,
                    failure.reason() + ": run 'kiro mcp login " + settings.name() + "'");
        }
        String all = Untrusted.clean(connection.diagnostics().get());
        List<String> lines = all.lines().filter(line -> !line.isBlank()).toList();
        String printed =
                Failures.oneLine(
                        String.join(
                                " | ",
                                lines.subList(
                                        Math.max(0, lines.size() - LAST_LINES), lines.size())));
        return printed.isEmpty()
                ? failure
                : new McpFailure(
                        failure.kind(), failure.reason() + "; it printed: " + printed, all);
    }

    @Override
    public void close() {
        starting.lock();
        try {
            isClosed = true;
            Live known = live;
            if (known != null) {
                known.session().close();
            }
        } finally {
            starting.unlock();
        }
    }
}
