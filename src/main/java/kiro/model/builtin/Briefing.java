package kiro.model.builtin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.model.TaggedText;

/// What the first message of a conversation says.
///
/// @param workspace the lines about the workspace, by key
/// @param spec the part with the spec's text
record Briefing(
        Map<String, String> workspace,
        List<TaggedText> steering,
        Optional<TaggedText> spec,
        String task,
        boolean isPlanning) {
    Briefing {
        workspace = Map.copyOf(workspace);
        steering = List.copyOf(steering);
    }

    static Briefing read(String prompt) {
        List<TaggedText> parts = TaggedText.findAll(prompt);
        var workspace = new LinkedHashMap<String, String>();
        for (String line : body(parts, "workspace").split("\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                workspace.put(line.substring(0, colon).strip(), line.substring(colon + 2).strip());
            }
        }
        return new Briefing(
                workspace,
                parts.stream().filter(part -> part.tag().equals("steering")).toList(),
                parts.stream().filter(part -> part.tag().equals("spec")).findFirst(),
                body(parts, "task").strip(),
                body(parts, "now").strip().equals("plan"));
    }

    private static String body(List<TaggedText> parts, String tag) {
        return parts.stream()
                .filter(part -> part.tag().equals(tag))
                .map(TaggedText::body)
                .findFirst()
                .orElse("");
    }

    /// Whether tests are wanted, and nothing else.
    boolean wantsTests() {
        return task.equals("generate-tests");
    }

    String fact(String key) {
        return workspace.getOrDefault(key, "");
    }

    /// The file that the project is built from; `pom.xml` where nothing is said.
    String buildFile() {
        return workspace.getOrDefault("build file", "pom.xml");
    }
}
