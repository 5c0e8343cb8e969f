package kiro.cli;

import java.util.List;
import kiro.finding.Finding;
import kiro.spec.CriterionId;
import kiro.spec.SpecReading;
import kiro.spec.SpecRules;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What `kiro spec create` tells programs. The form is described in `docs/formats/spec-create.md`.
final class CreatedJson {
    private CreatedJson() {}

    static String of(Created created) {
        ObjectNode root = SpecJson.root();
        root.put("spec", created.name().value())
                .put("path", created.place().value())
                .put("form", SpecJson.word(created.form()))
                .put("template", created.from().name());
        created.proposed().ifPresent(each -> proposed(root.putObject("proposed"), each));
        SpecJson.add(root, findings(created.reading()));
        ArrayNode suggestions = root.putArray("suggestions");
        if (created.reading() instanceof SpecReading.Whole whole) {
            SpecJson.add(suggestions, Suggested.of(whole.spec()));
        }
        return root.toPrettyString();
    }

    private static void proposed(ObjectNode node, Created.Proposed by) {
        node.put("model", by.model());
        ArrayNode criteria = node.putArray("criteria");
        by.words().criteria().stream().map(CriterionId::value).forEach(criteria::add);
        ArrayNode sections = node.putArray("sections");
        by.words().sections().forEach(sections::add);
        ArrayNode unsaid = node.putArray("numbersNotGiven");
        by.words().unsaid().forEach(unsaid::add);
        ArrayNode refused = node.putArray("leftOut");
        by.words()
                .refused()
                .forEach(each ->
                        refused.addObject()
                                .put("words", each.words())
                                .put("because", each.reason()));
    }

    private static List<Finding> findings(SpecReading reading) {
        return switch (reading) {
            case SpecReading.Whole whole -> SpecRules.check(whole.spec());
            case SpecReading.Broken broken -> broken.findings();
        };
    }
}
