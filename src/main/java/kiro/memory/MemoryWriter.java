package kiro.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes the memory's file: keys that this version does not know stay where they are, and no text with a secret in it
/// passes.
final class MemoryWriter {
    static final ArrayNode NOTHING = JsonNodeFactory.instance.arrayNode();

    private final UnaryOperator<String> mask;

    MemoryWriter(UnaryOperator<String> mask) {
        this.mask = mask;
    }

    /// @param before what the file said; empty where there is none
    /// @param keeper the mark of who keeps it
    String write(Facts facts, Optional<JsonNode> before, String keeper) {
        ObjectNode old =
                before.filter(JsonNode::isObject)
                        .map(node -> ((ObjectNode) node).deepCopy())
                        .orElseGet(MemoryWriter::object);
        Map<String, ObjectNode> known = byId(old.path("facts"));
        Map<String, ObjectNode> gone = byId(old.path("forgotten"));
        ObjectNode root = object();
        root.put("version", MemoryReader.VERSION);
        root.put("keeper", keeper);
        ArrayNode list = root.putArray("facts");
        for (Fact fact : facts.facts()) {
            list.add(fact(known.getOrDefault(fact.id().value(), object()), fact));
        }
        ArrayNode forgotten = root.putArray("forgotten");
        for (Forgotten each : facts.forgotten()) {
            ObjectNode node = gone.getOrDefault(each.id().value(), object());
            forgotten.add(
                    node.put("id", each.id().value())
                            .put("words", each.words().hex())
                            .put("date", each.date().toString()));
        }
        old.properties().stream()
                .filter(property -> !root.has(property.getKey()))
                .forEach(property -> root.set(property.getKey(), property.getValue()));
        return new PrettyJson(new CleanJson(mask)::clean).write(root);
    }

    private static Map<String, ObjectNode> byId(JsonNode list) {
        var known = new HashMap<String, ObjectNode>();
        for (JsonNode node : list.values()) {
            if (node instanceof ObjectNode object) {
                known.put(object.path("id").asString(""), object);
            }
        }
        return known;
    }

    static ObjectNode fact(Fact fact) {
        return fact(object(), fact);
    }

    private static ObjectNode fact(ObjectNode node, Fact fact) {
        Statement said = fact.statement();
        node.put("id", said.id().value()).put("kind", fact.kind()).put("text", said.text());
        node.set("source", source(nested(node, "source"), said.source()));
        node.put("date", said.date().toString());
        node.put("confidence", said.weight().confidence());
        node.put(
                "state",
                said.weight().standing() == Weight.Standing.ACTIVE ? "active" : "proposed");
        node.put("pinned", said.weight().isPinned());
        ObjectNode scope = nested(node, "scope");
        scope.set("paths", strings(said.scope().paths()));
        scope.set("topics", strings(said.scope().topics()));
        node.set("scope", scope);
        if (fact instanceof Fact.Pattern(Statement _, Optional<Fact.Tally> tally)) {
            tally.ifPresent(seen -> {
                ObjectNode counted = nested(node, "seen");
                counted.put("count", seen.count()).put("of", seen.of());
                node.set("seen", counted);
            });
        }
        node.set("rests", rests(node.path("rests"), said.rests()));
        return node;
    }

    private static JsonNode source(ObjectNode node, Source source) {
        ObjectNode known = node.deepCopy();
        known.remove(List.of("spec", "section", "line", "file", "commit", "session", "person"));
        ObjectNode written = object();
        switch (source) {
            case Source.OfSpec spec ->
                    written.put("spec", spec.path())
                            .put("section", spec.section())
                            .put("line", spec.line());
            case Source.OfFile file -> {
                written.put("file", file.path());
                if (file.line() > 0) {
                    written.put("line", file.line());
                }
            }
            case Source.OfCommit commit -> written.put("commit", commit.id());
            case Source.OfSession session -> written.put("session", session.id());
            case Source.OfPerson person -> written.put("person", person.name());
            case Source.Unknown _ -> {
                return node;
            }
        }
        return written.setAll(known);
    }

    /// Entries that say what they said keep what else they said.
    private static ArrayNode rests(JsonNode before, List<Ground> rests) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Ground ground : rests) {
            ObjectNode node = object().put("file", ground.path());
            switch (ground.part()) {
                case Ground.Part.Whole _ -> node.put("part", "file");
                case Ground.Part.Section section ->
                        node.put("part", "section").put("section", section.heading());
                case Ground.Part.Line _ -> node.put("part", "line");
            }
            node.put("hash", ground.hash().hex());
            before.values().stream()
                    .filter(old -> old.path("hash").asString("").equals(ground.hash().hex()))
                    .filter(old -> old.path("file").asString("").equals(ground.path()))
                    .findFirst()
                    .ifPresentOrElse(list::add, () -> list.add(node));
        }
        return list;
    }

    private static ArrayNode strings(List<String> texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return list;
    }

    private static ObjectNode nested(ObjectNode node, String key) {
        return node.path(key) instanceof ObjectNode there ? there : object();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
