package kiro.cli;

import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.knowledge.Found;
import kiro.knowledge.Indexing;
import kiro.knowledge.Knowledge;
import kiro.knowledge.KnowledgeSource;
import kiro.knowledge.LocalIndex;
import kiro.knowledge.Passage;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the commands about knowledge print for programs; see `docs/formats/knowledge.md`.
final class KnowledgeJson {
    private static final int VERSION = 1;

    private KnowledgeJson() {}

    static String list(
            Knowledge knowledge, Optional<LocalIndex.Size> size, List<Finding> findings) {
        ObjectNode root = root();
        ArrayNode sources = root.putArray("sources");
        for (KnowledgeSource source : knowledge.sources()) {
            sources.addObject()
                    .put("name", source.name())
                    .put("kind", KnowledgeListCommand.kind(source))
                    .put("what", KnowledgeListCommand.what(source))
                    .put("origin", source.origin());
        }
        knowledge.settings().embedding().ifPresent(model -> root.put("embedding", model.text()));
        size.ifPresent(each ->
                root.putObject("index")
                        .put("folder", each.folder().toString())
                        .put("bytes", each.bytes()));
        ArrayNode told = root.putArray("findings");
        findings.forEach(finding -> told.add(finding.toString()));
        return root.toString();
    }

    static String index(Indexing.Done done) {
        ObjectNode root =
                root().put("files", done.files())
                        .put("passages", done.passages())
                        .put("changed", done.changed())
                        .put("removed", done.removed())
                        .put("whole", done.isWhole());
        done.skipped().forEach(root.putArray("skipped")::add);
        done.notes().forEach(root.putArray("notes")::add);
        return root.toString();
    }

    static String search(String query, Found found) {
        ObjectNode root = root().put("query", query).put("whole", found.isWhole());
        ArrayNode passages = root.putArray("passages");
        found.passages().forEach(passage -> add(passages.addObject(), passage));
        found.notes().forEach(root.putArray("notes")::add);
        return root.toString();
    }

    private static void add(ObjectNode node, Passage passage) {
        node.put("source", passage.source()).put("document", passage.place().document());
        passage.place()
                .lines()
                .ifPresent(lines -> node.put("first", lines.first()).put("last", lines.last()));
        passage.place().page().ifPresent(page -> node.put("page", page));
        node.put("title", passage.title())
                .put("score", passage.score())
                .put("text", passage.text());
    }

    private static ObjectNode root() {
        return JsonMapper.shared().createObjectNode().put("version", VERSION);
    }
}
