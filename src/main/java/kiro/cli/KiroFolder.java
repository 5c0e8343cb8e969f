package kiro.cli;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import kiro.spec.SpecTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The files of a new spec in the folder form, with the settings that today's Kiro keeps beside them.
record KiroFolder(SpecTemplate template, UUID id) {
    private static final String SETTINGS = ".config.kiro";
    private static final String FAULT = "bugfix.md";

    SequencedMap<String, String> files(SequencedMap<String, String> documents) {
        var files = new LinkedHashMap<String, String>();
        files.put(SETTINGS, settings(documents.containsKey(FAULT)));
        files.putAll(documents);
        return files;
    }

    private String settings(boolean isFault) {
        ObjectNode settings =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("specId", id.toString())
                        .put("workflowType", "requirements-first")
                        .put("specType", isFault ? "bugfix" : "feature")
                        .put("template", template.name());
        template.head().kind().ifPresent(kind -> settings.put("kind", kind));
        return settings.toPrettyString() + "\n";
    }
}
