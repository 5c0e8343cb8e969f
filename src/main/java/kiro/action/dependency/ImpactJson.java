package kiro.action.dependency;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kiro.action.dependency.Impact.Comparison;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Says what other versions of dependencies mean, for programs.
public final class ImpactJson {
    private ImpactJson() {}

    /// @param summary what a model says of it
    /// @param by the line on that; empty where none was asked
    public static String of(List<Impact> impacts, Optional<String> summary, String by) {
        ObjectNode root = JsonMapper.shared().createObjectNode().put("version", 1);
        ArrayNode all = root.putArray("dependencies");
        impacts.forEach(each -> add(each, all.addObject()));
        summary.ifPresent(text -> root.put("summary", text));
        if (!by.isEmpty()) {
            root.put("model", by);
        }
        return root.toPrettyString();
    }

    private static void add(Impact impact, ObjectNode node) {
        VersionChange change = impact.change();
        node.put("ecosystem", change.ecosystem())
                .put("name", change.name())
                .put("from", change.from())
                .put("to", change.to())
                .put("step", change.step().name().toLowerCase(Locale.ROOT))
                .put("direct", change.isDirect())
                .put("file", change.file())
                .put("breaking", impact.isBreaking());
        switch (impact.comparison()) {
            case Comparison.Compared compared ->
                    node.put("compared", true).put("unread", compared.unread());
            case Comparison.NotCompared(String reason, List<String> remedies) -> {
                node.put("compared", false).put("reason", reason);
                remedies.forEach(node.putArray("remedies")::add);
            }
        }
        ArrayNode changes = node.putArray("changes");
        impact.changes().forEach(each -> say(each, changes.addObject()));
        ArrayNode uses = node.putArray("uses");
        impact.uses()
                .forEach(use ->
                        say(
                                use.change(),
                                uses.addObject()
                                        .put("file", use.path())
                                        .put("line", use.line())
                                        .put("sure", use.isSure())));
        impact.imports().forEach(node.putArray("imports")::add);
    }

    private static void say(ApiChange change, ObjectNode node) {
        node.put("place", change.declaration().place())
                .put("declaration", change.declaration().shown())
                .put("kind", change.kind().name().toLowerCase(Locale.ROOT))
                .put("heirs", change.whom() == ApiChange.Whom.HEIRS)
                .put("words", change.words());
    }
}
