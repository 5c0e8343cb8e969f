package kiro.cli;

import java.util.List;
import java.util.Optional;
import kiro.model.Price;
import kiro.model.Usage;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Models as JSON: docs/formats/models.md.
final class ModelsJson {
    private ModelsJson() {}

    static String list(
            ModelAccess.Opening.Opened opened,
            ModelAccess.Ways ways,
            List<ModelAccess.Provider> providers) {
        ObjectNode root = SpecJson.root();
        describe(root.putObject("model"), opened.facts());
        ArrayNode remarks = root.putArray("remarks");
        opened.remarks().forEach(remarks::add);
        if (ways instanceof ModelAccess.Ways.Found found) {
            WaysJson.add(root, found);
        }
        add(root, providers);
        return root.toPrettyString();
    }

    static String list(Problem problem, List<ModelAccess.Provider> providers) {
        ObjectNode root = SpecJson.root();
        add(root, problem);
        add(root, providers);
        return root.toPrettyString();
    }

    static String list(String why, List<ModelAccess.Provider> providers) {
        ObjectNode root = SpecJson.root();
        root.putObject("model").put("name", "built-in").put("why", why);
        add(root, providers);
        return root.toPrettyString();
    }

    static String offered(List<ModelAccess.Facts> models) {
        ObjectNode root = SpecJson.root();
        ArrayNode array = root.putArray("models");
        for (ModelAccess.Facts facts : models) {
            ObjectNode node = array.addObject();
            describe(node, facts);
            node.remove("why");
        }
        return root.toPrettyString();
    }

    static String test(ModelAccess.Facts facts, ModelTrial.Outcome outcome) {
        ObjectNode root = SpecJson.root();
        describe(root.putObject("model"), facts);
        switch (outcome) {
            case ModelTrial.Outcome.Failed failed ->
                    add(root.put("answers", false), ModelsTestCommand.problem(failed));
            case ModelTrial.Outcome.Answered answered -> {
                root.put("answers", true)
                        .put("callsTools", answered.callsTools())
                        .put("firstPieceMillis", answered.first().toMillis())
                        .put("wholeMillis", answered.whole().toMillis());
                usage(root.putObject("usage"), answered.usage());
                facts.price()
                        .ifPresent(price -> root.put("cost", price.of(answered.usage()).dollars()));
            }
        }
        return root.toPrettyString();
    }

    private static void describe(ObjectNode node, ModelAccess.Facts facts) {
        node.put("name", facts.name()).put("why", facts.why());
        sizes(node, facts);
    }

    static void sizes(ObjectNode node, ModelAccess.Facts facts) {
        node.put("window", facts.window())
                .put("maxOutput", facts.maxOutput())
                .put("takesImages", facts.takesImages())
                .put("mayThink", facts.mayThink());
        Optional<Price> price = facts.price();
        price.ifPresent(each -> {
            ObjectNode told = node.putObject("price");
            amounts(told, each);
            each.longer()
                    .ifPresent(beyond ->
                            amounts(
                                    told.putObject("longer").put("above", beyond.above()),
                                    beyond.price()));
        });
    }

    private static void amounts(ObjectNode node, Price price) {
        node.put("input", price.input().dollars())
                .put("cacheRead", price.cacheRead().dollars())
                .put("cacheWrite", price.cacheWrite().dollars())
                .put("output", price.output().dollars());
    }

    private static void usage(ObjectNode node, Usage usage) {
        node.put("input", usage.input())
                .put("cacheRead", usage.cacheRead())
                .put("cacheWrite", usage.cacheWrite())
                .put("output", usage.output())
                .put("estimated", usage.estimated());
    }

    static void add(ObjectNode root, Problem problem) {
        root.putObject("problem")
                .put("code", problem.code())
                .put("message", problem.message())
                .put("fix", problem.fix());
    }

    private static void add(ObjectNode root, List<ModelAccess.Provider> providers) {
        ArrayNode array = root.putArray("providers");
        providers.forEach(each ->
                array.addObject()
                        .put("name", each.name())
                        .put("ready", each.isReady())
                        .put("how", each.words()));
    }
}
