package kiro.mcp;

import io.modelcontextprotocol.client.transport.McpHttpClientTransportAuthorizationException;
import io.modelcontextprotocol.spec.McpError;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

/// What the SDK throws, as a person would say it.
final class Failures {
    private static final int LONGEST = 500;

    private Failures() {}

    static McpFailure of(Throwable thrown) {
        Throwable cause = thrown;
        while (isWrapper(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case McpFailure known -> known;
            case McpError error -> new McpFailure(McpFailure.Kind.REFUSED, words(error));
            case McpHttpClientTransportAuthorizationException denied ->
                    new McpFailure(
                            McpFailure.Kind.UNAUTHORIZED,
                            "it wants to know who asks (status %d)"
                                    .formatted(denied.getResponseInfo().statusCode()));
            case ConnectException _ ->
                    new McpFailure(McpFailure.Kind.GONE, "nobody answers at its address");
            case HttpConnectTimeoutException _ ->
                    new McpFailure(McpFailure.Kind.GONE, "nobody answers at its address in time");
            case CancellationException _ ->
                    new McpFailure(McpFailure.Kind.SILENT, "the request was cancelled");
            case Throwable other ->
                    new McpFailure(
                            McpFailure.Kind.REFUSED, oneLine(String.valueOf(other.getMessage())));
        };
    }

    private static boolean isWrapper(Throwable thrown) {
        return thrown instanceof CompletionException
                || (thrown instanceof RuntimeException
                        && !(thrown instanceof McpError)
                        && !(thrown instanceof McpFailure)
                        && !(thrown instanceof McpHttpClientTransportAuthorizationException));
    }

    private static String words(McpError error) {
        var inner = error.getJsonRpcError();
        if (inner == null) {
            return oneLine(String.valueOf(error.getMessage()));
        }
        Object data = inner.data();
        String message = oneLine(String.valueOf(inner.message()));
        return message.equals("Unsupported protocol version")
                ? "it speaks a version of the protocol that kiro does not: "
                        + oneLine(String.valueOf(data)).replaceFirst("^.*: ", "")
                : "%s (code %d%s)"
                        .formatted(
                                message,
                                inner.code(),
                                data == null ? "" : ", " + oneLine(String.valueOf(data)));
    }

    static String oneLine(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
