package kiro.mcp;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Knows which request was sent last, so that it can be cancelled, and whether lists have changed. Such a notice is
/// not passed on: the SDK would fetch the list for each of them.
final class WatchedTransport implements McpClientTransport {
    private static final Set<String> LISTS =
            Set.of(
                    McpSchema.METHOD_NOTIFICATION_TOOLS_LIST_CHANGED,
                    McpSchema.METHOD_NOTIFICATION_RESOURCES_LIST_CHANGED,
                    McpSchema.METHOD_NOTIFICATION_PROMPTS_LIST_CHANGED);

    private final McpClientTransport inner;
    private volatile @Nullable Object lastRequest;
    private volatile boolean hasChanged;

    WatchedTransport(McpClientTransport inner) {
        this.inner = inner;
    }

    @Override
    public Mono<Void> connect(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
        return inner.connect(message -> handler.apply(message.filter(this::isPassedOn)));
    }

    private boolean isPassedOn(JSONRPCMessage message) {
        if (message instanceof JSONRPCNotification notice && LISTS.contains(notice.method())) {
            hasChanged = true;
            return false;
        }
        return true;
    }

    /// Whether the server has said, since this was asked last, that a list of its is another now.
    boolean takeChange() {
        boolean change = hasChanged;
        hasChanged = false;
        return change;
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        if (message instanceof JSONRPCRequest request) {
            lastRequest = request.id();
        }
        return inner.sendMessage(message);
    }

    /// Tells the server that nobody waits for the last request any more; it may not listen.
    void cancelLast(String reason) {
        Object request = lastRequest;
        if (request != null) {
            inner.sendMessage(
                            new JSONRPCNotification(
                                    "notifications/cancelled",
                                    Map.of("requestId", request, "reason", reason)))
                    .subscribe(sent -> {}, gone -> lastRequest = null);
        }
    }

    @Override
    public void setExceptionHandler(Consumer<Throwable> handler) {
        inner.setExceptionHandler(handler);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return inner.closeGracefully();
    }

    @Override
    public void close() {
        inner.close();
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return inner.unmarshalFrom(data, type);
    }

    @Override
    public List<String> protocolVersions() {
        return inner.protocolVersions();
    }
}
