package kiro;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lines of a script for the scripted model, as they stand in its file.
final class ScriptLines {
    private ScriptLines() {}

    static String call(String id, String tool, String arguments) {
        return "{\"blocks\":[{\"type\":\"tool-call\",\"id\":\"%s\",\"name\":\"%s\",\"arguments\":%s}]}"
                .formatted(id, tool, quoted(arguments));
    }

    static String says(String text) {
        return "{\"blocks\":[{\"type\":\"text\",\"text\":%s}]}".formatted(quoted(text));
    }

    /// A plan of one step.
    static String plan(String id, String action, String file) {
        return call(
                id,
                "propose_plan",
                ("{\"title\":\"Greet\",\"steps\":[{\"action\":\"%s\",\"files\":[\"%s\"],"
                                + "\"risk\":\"low\",\"criteria\":[\"AC-1\"]}]}")
                        .formatted(action, file));
    }

    static String writes(String id, String path, String content) {
        return call(
                id,
                "write_file",
                "{\"path\":%s,\"content\":%s}".formatted(quoted(path), quoted(content)));
    }

    static String all(String... lines) {
        return Stream.of(lines).collect(Collectors.joining("\n"));
    }

    static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\u001b", "\\u001b")
                + '"';
    }
}
