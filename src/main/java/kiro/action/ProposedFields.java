package kiro.action;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a model proposed.
final class ProposedFields {
    private final JsonNode root;

    private ProposedFields(JsonNode root) {
        this.root = root;
    }

    /// What is no JSON has no fields, and so is found wanting.
    static ProposedFields of(String arguments) {
        try {
            return new ProposedFields(JsonMapper.shared().readTree(arguments));
        } catch (JacksonException malformed) {
            return new ProposedFields(JsonMapper.shared().createObjectNode());
        }
    }

    String text(String name) {
        return root.path(name).asString("").replace("\r\n", "\n");
    }

    /// On one line.
    String line(String name) {
        return text(name).replaceAll("\\s+", " ").strip();
    }

    List<String> lines(String name) {
        var lines = new ArrayList<String>();
        root.path(name)
                .forEach(each -> lines.add(each.asString("").replaceAll("\\s+", " ").strip()));
        lines.removeIf(String::isEmpty);
        return lines;
    }

    List<ProposedEdit> edits() {
        var edits = new ArrayList<ProposedEdit>();
        root.path("edits")
                .forEach(each ->
                        edits.add(
                                new ProposedEdit(
                                        each.path("file").asString(""),
                                        each.path("old").asString("").replace("\r\n", "\n"),
                                        each.path("new").asString("").replace("\r\n", "\n"))));
        return edits;
    }
}
