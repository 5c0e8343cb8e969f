package kiro.mcp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kiro.tool.Tool;
import org.jspecify.annotations.Nullable;

/// The servers of one run: all started at once, in the background; closing ends them all.
public final class McpServers implements AutoCloseable {
    private static final int MOST_TOOLS = 100;
    private static final int MOST_CHARACTERS = 150_000;

    private final List<Started> servers;
    private final Calling calling;

    private McpServers(List<Started> servers, Calling calling) {
        this.servers = List.copyOf(servers);
        this.calling = calling;
    }

    /// A server that is being met by a thread of its own.
    private record Started(Server server, CompletableFuture<Introduction> met, Thread meeting) {}

    /// What a run has of its servers.
    ///
    /// @param remarks which servers it has to do without, and why
    public record Offer(List<Tool> tools, List<String> remarks) {
        public Offer {
            tools = List.copyOf(tools);
            remarks = List.copyOf(remarks);
        }
    }

    /// Starts the servers that are not disabled, and does not wait for them.
    public static McpServers start(List<ServerSettings> all, World world) {
        var started = new ArrayList<Started>();
        for (ServerSettings settings : all) {
            if (!settings.isDisabled()) {
                started.add(start(new Server(settings, world)));
            }
        }
        return new McpServers(started, new Calling(new KeptAnswers(world.outputs(), world.root())));
    }

    private static Started start(Server server) {
        var met = new CompletableFuture<Introduction>();
        Thread meeting =
                Thread.ofVirtual()
                        .name("mcp-" + server.name())
                        .start(() -> {
                            try {
                                met.complete(server.meet());
                            } catch (McpFailure failure) {
                                met.completeExceptionally(failure);
                            } catch (InterruptedException closed) {
                                met.cancel(true);
                            } catch (RuntimeException | Error fault) {
                                met.completeExceptionally(fault);
                                throw fault;
                            }
                        });
        return new Started(server, met, meeting);
    }

    /// The tools of the servers that are there within a time, and those about all servers. A server that comes later
    /// can still be called by those.
    public Offer offer(Duration bound) throws InterruptedException {
        if (servers.isEmpty()) {
            return new Offer(List.of(), List.of());
        }
        var tools = new ArrayList<Tool>();
        var remarks = new ArrayList<String>();
        var names = new ToolNames();
        long deadline = System.nanoTime() + bound.toNanos();
        int characters = 0;
        for (Started each : servers) {
            Introduction met = awaited(each, deadline, bound, remarks);
            if (met == null) {
                continue;
            }
            int left = 0;
            for (OfferedTool offered : met.tools()) {
                characters += offered.description().length() + offered.schema().length();
                if (tools.size() < MOST_TOOLS && characters <= MOST_CHARACTERS) {
                    String name = names.name(each.server().name(), offered.name());
                    tools.add(new ServerTool(name, each.server(), offered, calling));
                } else {
                    left++;
                }
            }
            if (left > 0) {
                remarks.add(
                        "%d tools of the MCP server '%s' are too many to be shown to the model at once: it finds them by mcp_list"
                                .formatted(left, each.server().name()));
            }
        }
        tools.addAll(
                new GeneralTools(servers.stream().map(Started::server).toList(), calling).tools());
        return new Offer(tools, remarks);
    }

    private static @Nullable Introduction awaited(
            Started each, long deadline, Duration bound, List<String> remarks)
            throws InterruptedException {
        try {
            return each.met().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            remarks.add(
                    "the MCP server '%s' has not introduced itself within %s: the run begins without its tools, which mcp_call reaches later"
                            .formatted(each.server().name(), Spans.words(bound)));
        } catch (ExecutionException failed) {
            remarks.add(
                    "the MCP server '%s' could not be started: %s"
                            .formatted(each.server().name(), reason(failed)));
        }
        return null;
    }

    private static String reason(ExecutionException failed) {
        Throwable cause = failed.getCause();
        return Failures.of(cause == null ? failed : cause).reason();
    }

    @Override
    public void close() {
        servers.forEach(each -> each.meeting().interrupt());
        List<Thread> closing =
                servers.stream().map(each -> Thread.ofVirtual().start(() -> close(each))).toList();
        boolean isInterrupted = false;
        for (Thread thread : closing) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException hurried) {
                    isInterrupted = true;
                }
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Started each) {
        try {
            each.meeting().join();
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
        each.server().close();
    }
}
