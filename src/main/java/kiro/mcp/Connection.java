package kiro.mcp;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// A way to a server, on which nothing has been said yet.
///
/// @param ended completed with the reason when it leads nowhere any more
/// @param diagnostics what the server has printed beside its messages
record Connection(
        WatchedTransport transport,
        CompletableFuture<String> ended,
        Supplier<String> diagnostics) {}
