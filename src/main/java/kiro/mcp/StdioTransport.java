package kiro.mcp;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpTransportException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import kiro.process.PipedCommand;
import reactor.core.publisher.Mono;

/// Talks to a server that is a program, a line of JSON a message. Unlike the one of the SDK it is in charge of the
/// program: it bounds what comes, says how the program ended, and leaves nothing of it running.
final class StdioTransport implements McpClientTransport {
    /// What waits to be read by a server that does not read.
    private static final int MOST_WAITING = 1_000;

    /// Ends the writing.
    private static final byte[] NOTHING_MORE = {};

    private static final int MOST_UNASKED = 100_000;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final PipedCommand command;
    private final CompletableFuture<String> ended;
    private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
    private final MessageLines lines;
    private int unasked;

    /// @param ended completed with the reason when nothing more comes
    StdioTransport(PipedCommand command, CompletableFuture<String> ended) {
        this.command = command;
        this.ended = ended;
        this.lines = new MessageLines(command.output());
    }

    @Override
    public Mono<Void> connect(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
        return Mono.fromRunnable(() -> {
            // Reading and writing a pipe holds the thread that a virtual one runs on.
            Thread.ofPlatform().daemon().name("mcp-reader").start(() -> read(handler));
            Thread.ofPlatform().daemon().name("mcp-writer").start(this::write);
        });
    }

    private void read(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
        String reason;
        try {
            for (JSONRPCMessage message = lines.next(); message != null; message = lines.next()) {
                unasked = message instanceof JSONRPCResponse ? 0 : unasked + 1;
                if (unasked > MOST_UNASKED) {
                    throw new IOException("it sends messages without end that nobody asked for");
                }
                handler.apply(Mono.just(message)).subscribe();
            }
            reason = lastWords();
        } catch (IOException flood) {
            reason = String.valueOf(flood.getMessage());
        } catch (InterruptedException stopped) {
            reason = "it was stopped";
        }
        end(reason);
    }

    private void end(String reason) {
        ended.complete(reason);
        waiting.clear();
        waiting.add(NOTHING_MORE);
        command.close();
    }

    /// How the program ended that prints nothing more.
    private String lastWords() throws InterruptedException {
        OptionalInt code = command.await(LAST_WORDS);
        command.lastErrors();
        return code.isPresent()
                ? "it ended with exit code " + code.getAsInt()
                : "it closed its output";
    }

    private void write() {
        try (OutputStream input = command.input()) {
            for (byte[] line = waiting.take(); line.length > 0; line = waiting.take()) {
                input.write(line);
                input.flush();
            }
        } catch (IOException hungUp) {
            // The reader finds out how the program ended, which says more.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        return Mono.fromRunnable(() -> {
            if (ended.isDone()) {
                throw new McpTransportException(ended.join());
            }
            if (waiting.size() >= MOST_WAITING || !waiting.offer(line(message))) {
                throw new McpTransportException("it does not read what it is told");
            }
        });
    }

    private static byte[] line(JSONRPCMessage message) {
        try {
            byte[] json = Json.MAPPER.writeValueAsBytes(message);
            var line = java.util.Arrays.copyOf(json, json.length + 1);
            line[json.length] = '\n';
            return line;
        } catch (IOException unwritable) {
            throw new McpTransportException("the message cannot be written", unwritable);
        }
    }

    /// What the program printed that is no message, and its errors.
    String diagnostics() {
        String noise = Failures.oneLine(lines.noise());
        String errors = command.errors();
        return noise.isEmpty() ? errors : errors + "\n[on standard output] " + noise;
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.fromRunnable(this::close);
    }

    @Override
    public void close() {
        end("it was closed");
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return Json.MAPPER.convertValue(data, type);
    }
}
