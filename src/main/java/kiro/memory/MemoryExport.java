package kiro.memory;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Facts for programs and for other people.
public final class MemoryExport {
    private MemoryExport() {}

    /// Facts as they stand in the memory's file, each with whether it is stale.
    public static String json(List<Fact> facts, Predicate<Fact> isStale) {
        ObjectNode root = root();
        ArrayNode list = root.putArray("facts");
        facts.forEach(fact -> list.add(MemoryWriter.fact(fact).put("stale", isStale.test(fact))));
        return root.toString();
    }

    /// What learning has changed, by ids.
    public static String json(Refreshed done) {
        ObjectNode root = root().put("facts", done.after().facts().size());
        ids(root.putArray("added"), done.added());
        ids(root.putArray("changed"), done.changed());
        ids(root.putArray("gone"), done.gone());
        ids(root.putArray("proposed"), done.after().proposed());
        return root.toString();
    }

    private static void ids(ArrayNode list, List<Fact> facts) {
        facts.forEach(fact -> list.add(fact.id().value()));
    }

    /// Facts by kind, a line each.
    public static String markdown(List<Fact> facts) {
        var text = new StringBuilder("# What is known of this project\n");
        facts.stream()
                .collect(
                        Collectors.groupingBy(
                                Fact::kind, java.util.LinkedHashMap::new, Collectors.toList()))
                .forEach((kind, of) -> {
                    text.append("\n## ").append(kind).append("\n\n");
                    of.forEach(fact ->
                            text.append(
                                    "- %s (%s, %s)\n"
                                            .formatted(
                                                    fact.text().replaceAll("\\s+", " "),
                                                    fact.statement().source().words(),
                                                    fact.statement().date())));
                });
        return text.toString();
    }

    private static ObjectNode root() {
        return JsonNodeFactory.instance.objectNode().put("version", MemoryReader.VERSION);
    }
}
