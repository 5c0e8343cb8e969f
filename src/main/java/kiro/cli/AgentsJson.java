package kiro.cli;

import java.util.List;
import java.util.TreeMap;
import kiro.finding.Finding;
import kiro.persona.Persona;
import kiro.persona.PersonaStore;
import kiro.persona.Restraint;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Agents as JSON: docs/formats/agents.md.
final class AgentsJson {
    private AgentsJson() {}

    static String list(PersonaStore.Reading reading) {
        ObjectNode root = SpecJson.root();
        ArrayNode agents = root.putArray("agents");
        reading.personas().forEach(persona -> describe(agents.addObject(), persona));
        put(root.putArray("unusable"), reading.unusable());
        SpecJson.add(root, reading.findings());
        return root.toPrettyString();
    }

    static String show(Persona persona, PersonaStore.Reading reading) {
        ObjectNode root = SpecJson.root();
        describe(root, persona);
        root.put("prompt", persona.prompt());
        Restraint restraint = persona.restraint();
        restraint
                .unasked()
                .ifPresent(tools -> put(root.putArray("allowedTools"), tools.patterns()));
        ObjectNode commands = root.putObject("commands");
        put(commands.putArray("allowed"), restraint.commands().allowed());
        put(commands.putArray("denied"), restraint.commands().denied());
        commands.put("denyByDefault", restraint.commands().isDeniedByDefault())
                .put("autoAllowReadonly", restraint.commands().isLookingAllowed());
        paths(root.putObject("reads"), restraint.reads());
        paths(root.putObject("writes"), restraint.writes());
        ArrayNode rules = root.putArray("permissions");
        for (Restraint.Rule rule : restraint.rules()) {
            ObjectNode node =
                    rules.addObject()
                            .put("capability", rule.capability())
                            .put("effect", rule.effect())
                            .put("line", rule.line());
            put(node.putArray("match"), rule.match());
            put(node.putArray("exclude"), rule.exclude());
        }
        put(root.putArray("files"), persona.resources().files());
        put(root.putArray("skills"), persona.resources().skills());
        put(root.putArray("servers"), persona.servers().own());
        root.put("otherServers", !persona.servers().isAlone());
        ObjectNode aliases = root.putObject("toolAliases");
        new TreeMap<>(persona.servers().aliases()).forEach(aliases::put);
        put(root.putArray("hooks"), persona.hooks());
        SpecJson.add(root, reading.findings(persona.file()));
        return root.toPrettyString();
    }

    static String validation(List<Finding> findings, PersonaStore.Reading reading) {
        ObjectNode root = SpecJson.root().put("agents", reading.personas().size());
        SpecJson.add(root, findings);
        return root.toPrettyString();
    }

    private static void describe(ObjectNode node, Persona persona) {
        node.put("name", persona.name())
                .put("file", persona.file())
                .put("origin", origin(persona))
                .put("description", persona.description());
        persona.model().ifPresent(model -> node.put("model", model));
        put(node.putArray("tools"), persona.tools().patterns());
        put(node.putArray("offered"), persona.tools().builtin());
    }

    /// Whose an agent is.
    static String origin(Persona persona) {
        return persona.source().isProjects() ? "project" : "person";
    }

    private static void paths(ObjectNode node, Restraint.Paths paths) {
        put(node.putArray("allowed"), paths.allowed());
        put(node.putArray("denied"), paths.denied());
    }

    private static void put(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
