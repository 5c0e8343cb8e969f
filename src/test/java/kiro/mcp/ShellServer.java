package kiro.mcp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.mcp.ServerSettings.Access;

/// A server that is a shell script, and does what it is told to do: properly, or not at all.
public final class ShellServer {
    static final String INTRODUCTION =
            "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{\"tools\":{},\"resources\":{},\"prompts\":{}},"
                    + "\"serverInfo\":{\"name\":\"shell\",\"version\":\"1\"}}";

    private static final String START =
            """
            reply() { printf '{"jsonrpc":"2.0","id":"%s","result":%s}\\n' "$id" "$1"; }
            refuse() { printf '{"jsonrpc":"2.0","id":"%s","error":{"code":-32000,"message":"%s"}}\\n' "$id" "$1"; }
            while IFS= read -r line; do
              id=$(printf '%s' "$line" | sed -n 's/.*"id":"\\([^"]*\\)".*/\\1/p')
              case "$line" in
            """;

    private final Map<String, String> answers = new LinkedHashMap<>();
    private String first = "";

    /// One that has these tools, and answers no call until it is told how.
    ///
    /// @param tools as `tool` writes them
    public static ShellServer of(String... tools) {
        return new ShellServer()
                .on(
                        "\"method\":\"initialize\"",
                        "reply '"
                                + INTRODUCTION.replace(",\"resources\":{},\"prompts\":{}", "")
                                + "'")
                .on(
                        "\"method\":\"tools/list\"",
                        "reply '{\"tools\":[" + String.join(",", tools) + "]}'");
    }

    static ShellServer proper() {
        return new ShellServer()
                .on("\"method\":\"initialize\"", "reply '" + INTRODUCTION + "'")
                .on(
                        "\"method\":\"tools/list\"",
                        "reply '{\"tools\":["
                                + tool("echo", false)
                                + ","
                                + tool("look", true)
                                + "]}'")
                .on("\"name\":\"echo\"", "reply '" + text("echoed") + "'")
                .on("\"name\":\"look\"", "reply '" + text("seen") + "'");
    }

    public static String tool(String name, boolean isLooking) {
        return ("{\"name\":\"%s\",\"description\":\"does %s\",\"inputSchema\":{\"type\":\"object\",\"properties\":"
                        + "{\"text\":{\"type\":\"string\"}}},\"annotations\":{\"readOnlyHint\":%s}}")
                .formatted(name, name, isLooking);
    }

    public static String text(String text) {
        return "{\"content\":[{\"type\":\"text\",\"text\":\"%s\"}]}".formatted(text);
    }

    /// Before anything is read.
    public ShellServer first(String commands) {
        first = commands;
        return this;
    }

    /// What it does on a line that holds a text; the earlier of two counts, but for one of the same text.
    public ShellServer on(String text, String commands) {
        answers.put(text, commands);
        return this;
    }

    /// What it does when a tool is called, before it says a text.
    public ShellServer does(String tool, String commands, String text) {
        return on("\"name\":\"" + tool + "\"", commands + "; reply '" + text(text) + "'");
    }

    /// A tool that asks the person something first, and does this with the line of the answer, `$line`.
    ///
    /// @param schema of what is asked for
    public ShellServer asks(String tool, String question, String schema, String commands) {
        return on(
                        "\"name\":\"" + tool + "\"",
                        ("asked=$id; printf '{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"elicitation/create\",\"params\":"
                                        + "{\"message\":\"%s\",\"requestedSchema\":%s}}\\n'")
                                .formatted(question, schema))
                .on("\"id\":7", "id=$asked; " + commands + "; reply '" + text("thanks") + "'");
    }

    /// What `/bin/sh` runs.
    public String script() {
        var script = new StringBuilder(first).append('\n').append(START);
        answers.forEach((text, commands) ->
                script.append("    *'")
                        .append(text)
                        .append("'*) ")
                        .append(commands)
                        .append(" ;;\n"));
        return script.append("  esac\ndone\n").toString();
    }

    ServerSettings in(Path folder, String name) {
        return in(folder, name, Duration.ofSeconds(10));
    }

    ServerSettings in(Path folder, String name, Duration limit) {
        return in(folder, name, new ServerSettings.Limits(limit, limit));
    }

    ServerSettings in(Path folder, String name, ServerSettings.Limits limits) {
        Path file = folder.resolve(name + ".sh");
        try {
            Files.writeString(file, script());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return new ServerSettings(
                name,
                "mcp.yaml:1",
                false,
                new Access.Program(
                        "/bin/sh", List.of(file.toString()), Map.of(), Optional.empty(), false),
                false,
                ServerSettings.Tools.ALL,
                limits);
    }
}
