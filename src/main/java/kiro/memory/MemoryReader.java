package kiro.memory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.finding.Finding;
import kiro.text.SourceSpan;
import kiro.text.StrictJson;
import kiro.workspace.WorkspacePath;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Reads the memory's file. Keys and kinds that are not known are no fault; what is known and is not as described is, with
/// its place: a fact that is half understood is not told.
final class MemoryReader {
    /// Version 1 was an empty list that `kiro init` began with, to which people added texts.
    static final int VERSION = 2;

    private final WorkspacePath path;
    private final byte[] bytes;
    private final List<Finding> findings = new ArrayList<>();

    private MemoryReader(WorkspacePath path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    /// What a file says, whoever wrote it.
    ///
    /// @param keeper the mark of who keeps it; empty where there is none
    record File(MemoryReading reading, String keeper) {}

    static File read(WorkspacePath path, byte[] bytes) {
        return new MemoryReader(path, bytes).file();
    }

    private File file() {
        try {
            JsonNode root = StrictJson.parse(bytes);
            Facts facts = facts(root);
            String keeper = root.path("keeper").asString("");
            if (version(root) > VERSION) {
                return new File(new MemoryReading.Newer(facts, newer(root)), keeper);
            }
            return new File(
                    findings.isEmpty()
                            ? new MemoryReading.Whole(facts)
                            : new MemoryReading.Broken(findings),
                    keeper);
        } catch (JacksonException malformed) {
            return new File(new MemoryReading.Broken(List.of(malformed(malformed))), "");
        }
    }

    private static int version(JsonNode root) {
        return root.path("version").asInt(0);
    }

    private Facts facts(JsonNode root) {
        if (!root.isObject()) {
            broken(JsonPointer.empty(), "the file is not a JSON object");
            return Facts.NONE;
        }
        JsonNode version = root.path("version");
        if (!version.isInt() || version.intValue() < 1) {
            broken(at("version"), "'version' is not " + VERSION);
            return Facts.NONE;
        }
        return new Facts(listed(root, "facts"), forgotten(root));
    }

    private List<Fact> listed(JsonNode root, String key) {
        var facts = new ArrayList<Fact>();
        Set<FactId> seen = new HashSet<>();
        JsonNode list = list(root, key);
        for (int i = 0; i < list.size(); i++) {
            JsonPointer place = at(key).appendIndex(i);
            var reader = new FactReader(place, version(root), this::broken);
            Optional<Fact> fact = reader.read(list.get(i));
            fact.ifPresent(facts::add);
            if (fact.isPresent() && !seen.add(fact.get().id())) {
                broken(place, "there are two facts with the id " + fact.get().id());
            }
        }
        return facts;
    }

    private List<Forgotten> forgotten(JsonNode root) {
        var gone = new ArrayList<Forgotten>();
        JsonNode list = list(root, "forgotten");
        for (int i = 0; i < list.size(); i++) {
            JsonPointer place = at("forgotten").appendIndex(i);
            FactReader.forgotten(list.get(i))
                    .ifPresentOrElse(
                            gone::add,
                            () -> broken(place, "it needs an 'id', a digest 'words' and a 'date'"));
        }
        return gone;
    }

    private JsonNode list(JsonNode root, String key) {
        JsonNode list = root.path(key);
        if (!list.isArray() && !list.isMissingNode()) {
            broken(at(key), "'%s' is not a list".formatted(key));
        }
        return list.isArray() ? list : MemoryWriter.NOTHING;
    }

    private static JsonPointer at(String field) {
        return JsonPointer.empty().appendProperty(field);
    }

    private Finding newer(JsonNode root) {
        return Finding.warning(
                "memory/newer",
                path.value(),
                StrictJson.place(bytes, at("version")),
                "the memory was written by a newer version of kiro (format %s): it is read as far as it is understood, and not written"
                        .formatted(root.path("version")),
                "update kiro");
    }

    private Finding malformed(JacksonException malformed) {
        String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        boolean isUnmerged = text.startsWith("<<<<<<<") || text.contains("\n<<<<<<<");
        return finding(
                StrictJson.span(malformed.getLocation()),
                isUnmerged
                        ? "the memory has the marks of an unfinished merge in it"
                        : "the memory is not JSON: " + oneLine(malformed.getOriginalMessage()));
    }

    private static String oneLine(String text) {
        String line =
                text.replaceAll("\\s+", " ").replaceAll(" ?\\((?:for|start marker).*", "").strip();
        return line.length() <= 160 ? line : line.substring(0, 159) + "\u2026";
    }

    private void broken(JsonPointer place, String message) {
        findings.add(finding(StrictJson.place(bytes, place), "the memory is broken: " + message));
    }

    private Finding finding(SourceSpan span, String message) {
        return Finding.error(
                "memory/broken",
                path.value(),
                span,
                message,
                "mend it, or move it away; until then nothing is remembered, and the file stays as it is");
    }
}
