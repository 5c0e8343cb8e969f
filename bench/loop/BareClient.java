import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The least that a Java program needs for the same work: the same requests over the JDK's HTTP
/// client, three tools, no JSON library, no log, no rules, no checks. What kiro takes more than this
/// is its own.
///
/// `java BareClient.java URL FOLDER`
final class BareClient {
    private static final Pattern ID = Pattern.compile("\"id\":\"(toolu_[0-9]+)\"");
    private static final Pattern NAME = Pattern.compile("\"name\":\"([a-z_]+)\"");
    private static final Pattern PART =
            Pattern.compile("\"partial_json\":\"((?:\\\\.|[^\"\\\\])*)\"");
    private static final String TOOLS =
            tool("edit_file", "path", "old_text", "new_text")
                    + ","
                    + tool("read_file", "path")
                    + ","
                    + tool("run_command", "command");

    private BareClient() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            run(client, URI.create(args[0] + "/v1/messages"), Path.of(args[1]));
        }
    }

    private static void run(HttpClient client, URI uri, Path folder)
            throws IOException, InterruptedException {
        var messages = new StringBuilder(message("user", text("Carry out the scripted steps.")));
        while (true) {
            String body =
                    "{\"model\":\"bench\",\"max_tokens\":1000,\"stream\":true,\"tools\":["
                            + TOOLS
                            + "],\"messages\":["
                            + messages
                            + "]}";
            var request =
                    HttpRequest.newBuilder(uri)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build();
            var arguments = new StringBuilder();
            String id = "";
            String name = "";
            try (var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                                            .body(),
                                    StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    id = found(ID, line, id);
                    name = found(NAME, line, name);
                    arguments.append(found(PART, line, ""));
                }
            }
            if (name.isEmpty()) {
                return;
            }
            String json = unescaped(arguments.toString());
            String result = act(name, json, folder);
            messages.append(',')
                    .append(
                            message(
                                    "assistant",
                                    "{\"type\":\"tool_use\",\"id\":\"%s\",\"name\":\"%s\",\"input\":%s}"
                                            .formatted(id, name, json)))
                    .append(',')
                    .append(
                            message(
                                    "user",
                                    "{\"type\":\"tool_result\",\"tool_use_id\":\"%s\",\"content\":\"%s\"}"
                                            .formatted(id, escaped(result))));
        }
    }

    private static String found(Pattern pattern, String line, String otherwise) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find() ? matcher.group(1) : otherwise;
    }

    private static String act(String tool, String json, Path folder)
            throws IOException, InterruptedException {
        switch (tool) {
            case "read_file" -> {
                return Files.readString(folder.resolve(field(json, "path")));
            }
            case "edit_file" -> {
                Path file = folder.resolve(field(json, "path"));
                String before = Files.readString(file);
                Files.writeString(
                        file, before.replace(field(json, "old_text"), field(json, "new_text")));
                return "ok";
            }
            default -> {
                Process process =
                        new ProcessBuilder("/bin/sh", "-c", field(json, "command"))
                                .directory(folder.toFile())
                                .redirectErrorStream(true)
                                .start();
                process.getOutputStream().close();
                String output =
                        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return "exit code " + process.waitFor() + "\n" + output;
            }
        }
    }

    private static String field(String json, String name) {
        return unescaped(
                found(Pattern.compile("\"" + name + "\": ?\"((?:\\\\.|[^\"\\\\])*)\""), json, ""));
    }

    private static String tool(String name, String... fields) {
        var properties = new StringBuilder();
        for (String field : fields) {
            properties
                    .append(properties.isEmpty() ? "" : ",")
                    .append("\"%s\":{\"type\":\"string\"}".formatted(field));
        }
        return "{\"name\":\"%s\",\"description\":\"a tool\",\"input_schema\":{\"type\":\"object\",\"properties\":{%s}}}"
                .formatted(name, properties);
    }

    private static String message(String role, String block) {
        return "{\"role\":\"%s\",\"content\":[%s]}".formatted(role, block);
    }

    private static String text(String text) {
        return "{\"type\":\"text\",\"text\":\"%s\"}".formatted(escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
