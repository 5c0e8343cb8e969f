package kiro.cli;

import java.util.List;
import kiro.config.Config;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Which work goes where, as JSON: docs/formats/models.md.
final class WaysJson {
    private WaysJson() {}

    static String explained(ModelAccess.Ways.Found found, List<ModelsExplainCommand.Kind> kinds) {
        ObjectNode root = SpecJson.root();
        ArrayNode routes = root.putArray("routes");
        for (ModelsExplainCommand.Kind kind : kinds) {
            found.way(kind.purpose())
                    .ifPresent(way -> {
                        ObjectNode node = routes.addObject();
                        describe(node, way);
                        if (!kind.because().isEmpty()) {
                            node.put("because", kind.because());
                        }
                        ArrayNode overridden = node.putArray("overridden");
                        way.route().overridden().forEach(other -> add(overridden, other));
                    });
        }
        addFallbacks(root, found);
        return root.toPrettyString();
    }

    /// Adds the routes as a list of models has them.
    static void add(ObjectNode root, ModelAccess.Ways.Found found) {
        ArrayNode routes = root.putArray("routes");
        found.ways().forEach(way -> describe(routes.addObject(), way));
        addFallbacks(root, found);
    }

    private static void addFallbacks(ObjectNode root, ModelAccess.Ways.Found found) {
        ArrayNode names = root.putArray("fallbacks");
        for (ModelAccess.Fallback fallback : found.fallbacks()) {
            if (fallback.problem().isEmpty()) {
                names.add(fallback.name());
            } else {
                ModelsJson.add(
                        root.withArray("unusableFallbacks")
                                .addObject()
                                .put("model", fallback.name()),
                        fallback.problem().get());
            }
        }
    }

    private static void describe(ObjectNode node, ModelAccess.Way way) {
        node.put("work", way.route().purpose().word())
                .put("model", way.name())
                .put("why", way.route().why());
        way.route()
                .effort()
                .ifPresent(effort ->
                        node.putObject("effort")
                                .put("value", effort.word())
                                .put("origin", effort.origin()));
        way.facts().ifPresent(facts -> ModelsJson.sizes(node, facts));
        way.problem().ifPresent(problem -> ModelsJson.add(node, problem));
        if (!way.remarks().isEmpty()) {
            ArrayNode remarks = node.putArray("remarks");
            way.remarks().forEach(remarks::add);
        }
    }

    private static void add(ArrayNode overridden, Config.Named other) {
        overridden
                .addObject()
                .put("setting", other.key())
                .put("value", other.value().text())
                .put("origin", other.value().origin());
    }
}
