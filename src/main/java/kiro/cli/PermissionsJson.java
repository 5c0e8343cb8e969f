package kiro.cli;

import java.nio.file.Files;
import java.util.List;
import kiro.permission.Explanation;
import kiro.permission.Mode;
import kiro.permission.PermissionFiles;
import kiro.permission.PermissionRule;
import kiro.sandbox.SandboxState;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Rules and explanations as JSON: docs/formats/permissions.md.
final class PermissionsJson {
    private static final int VERSION = 1;

    private PermissionsJson() {}

    static String list(
            PermissionSettings.Opening.Opened opened, List<PermissionFiles.Source> sources)
            throws InterruptedException {
        ObjectNode root = root().put("mode", SpecJson.word(opened.mode()));
        ArrayNode rules = root.putArray("rules");
        opened.rules().rules().rules().forEach(rule -> rule(rules.addObject(), rule));
        ArrayNode files = root.putArray("files");
        for (PermissionFiles.Source source : sources) {
            files.addObject()
                    .put("origin", source.origin().word())
                    .put("file", source.label())
                    .put("exists", Files.exists(source.file()));
        }
        ArrayNode remarks = root.putArray("remarks");
        opened.remarks().forEach(remarks::add);
        ObjectNode sandbox = root.putObject("sandbox");
        switch (opened.sandbox().state()) {
            case SandboxState.Active active ->
                    sandbox.put("state", "active").put("by", active.by());
            case SandboxState.Degraded degraded ->
                    sandbox.put("state", "degraded").put("reason", degraded.reason());
            case SandboxState.Off off -> sandbox.put("state", "off").put("place", off.place());
        }
        return root.toString();
    }

    static String explanation(Mode mode, Explanation explanation) {
        ObjectNode root =
                root().put("mode", SpecJson.word(mode))
                        .put("decision", explanation.ruling().decision().word())
                        .put("risk", SpecJson.word(explanation.ruling().risk()))
                        .put("reason", explanation.ruling().reason());
        ArrayNode parts = root.putArray("parts");
        for (Explanation.Part part : explanation.parts()) {
            ObjectNode node =
                    parts.addObject()
                            .put("capability", part.capability())
                            .put("subject", part.subject())
                            .put("decision", part.decision().word())
                            .put("risk", SpecJson.word(part.risk()))
                            .put("reason", part.reason())
                            .put(
                                    "origin",
                                    part.rule()
                                            .map(rule -> rule.origin().word())
                                            .orElse("default"));
            part.rule().ifPresent(rule -> rule(node.putObject("rule"), rule));
            ArrayNode overruled = node.putArray("overruled");
            part.overruled().forEach(rule -> rule(overruled.addObject(), rule));
        }
        return root.toString();
    }

    private static ObjectNode root() {
        return JsonMapper.shared().createObjectNode().put("version", VERSION);
    }

    private static void rule(ObjectNode node, PermissionRule rule) {
        node.put("origin", rule.origin().word())
                .put("place", rule.place())
                .put("effect", rule.effect().word())
                .put("capability", rule.capability());
        ArrayNode match = node.putArray("match");
        rule.match().forEach(match::add);
        ArrayNode exclude = node.putArray("exclude");
        rule.exclude().forEach(exclude::add);
    }
}
