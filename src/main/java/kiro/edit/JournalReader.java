package kiro.edit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kiro.text.Hash;
import kiro.text.Json;
import kiro.workspace.FileMode;
import kiro.workspace.RawPath;
import kiro.workspace.WorkspacePath;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads the index of changes back. A line that is cut off, or that says what no line can say, is passed over.
final class JournalReader {
    private final Map<Long, List<ChangeSet.Change>> changes = new LinkedHashMap<>();
    private final Map<Long, ChangeSet.Outcome> outcomes = new LinkedHashMap<>();

    private JournalReader() {}

    /// The sets in their order; none where there is no file.
    static List<ChangeSet> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        var reader = new JournalReader();
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        for (String line : text.split("\n")) {
            reader.take(line);
        }
        var sets = new ArrayList<ChangeSet>();
        reader.changes.forEach((number, made) ->
                sets.add(
                        new ChangeSet(
                                number, made, Optional.ofNullable(reader.outcomes.get(number)))));
        return List.copyOf(sets);
    }

    private void take(String line) {
        try {
            JsonNode json = Json.read(line);
            if (!json.path("set").isIntegralNumber()) {
                return;
            }
            long set = json.path("set").asLong();
            if (json.has("outcome")) {
                String word = json.path("outcome").asString("").toUpperCase(Locale.ROOT);
                outcomes.put(set, ChangeSet.Outcome.valueOf(word));
            } else {
                changes.computeIfAbsent(set, first -> new ArrayList<>()).add(change(json));
            }
        } catch (JacksonException | IllegalArgumentException broken) {
            return;
        }
    }

    private static ChangeSet.Change change(JsonNode json) {
        var undoes = new ArrayList<Long>();
        json.path("undoes").values().forEach(set -> undoes.add(set.asLong()));
        return new ChangeSet.Change(
                path(json, json.path("path").asString("")),
                version(json.path("before")),
                version(json.path("after")),
                undoes,
                json.has("lost") ? Optional.of(json.path("lost").asString("")) : Optional.empty());
    }

    /// @param shown as it is told
    static WorkspacePath path(JsonNode json, String shown) {
        return json.has("bytes")
                ? RawPath.ofHex(json.path("bytes").asString(""))
                : WorkspacePath.of(shown);
    }

    private static Optional<FileVersion> version(JsonNode json) {
        if (!json.isObject()) {
            return Optional.empty();
        }
        if (json.has("link")) {
            return Optional.of(new FileVersion.Link(json.path("link").asString("")));
        }
        return Optional.of(
                json.has("folder")
                        ? new FileVersion.EmptyFolder()
                        : new FileVersion.File(
                                new Hash(json.path("hash").asString("")), mode(json)));
    }

    static FileMode mode(JsonNode json) {
        return FileMode.read(json.path("executable").asBoolean(), json.path("mode").asString(""));
    }
}
