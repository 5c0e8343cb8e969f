package kiro.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.permission.Ruling.Decision;
import kiro.persona.Restraint;
import kiro.text.SourceSpan;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads a file of rules in the form of Kiro's `permissions.yaml`. A slip in a rule is an error: a rule that
/// is not understood may be one that forbids.
final class PermissionFileReader {
    private static final String FORM = "see docs/formats/permissions.md";

    private final Origin origin;
    private final String label;
    private final List<PermissionRule> rules = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /// @param label the file as messages name it
    PermissionFileReader(Origin origin, String label) {
        this.origin = origin;
        this.label = label;
    }

    List<PermissionRule> rules() {
        return rules;
    }

    List<Finding> findings() {
        return findings;
    }

    void read(String text) {
        var settings = LoadSettings.builder().setCodePointLimit(PermissionFiles.MAX_BYTES).build();
        try {
            new Compose(settings)
                    .composeString(text)
                    .filter(node -> !node.getTag().equals(Tag.NULL))
                    .ifPresent(this::document);
        } catch (MarkedYamlEngineException notYaml) {
            int line = notYaml.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            error("not-yaml", line, "not YAML: " + oneLine(notYaml.getProblem()), "mend the line");
        } catch (YamlEngineException notYaml) {
            error(
                    "not-yaml",
                    1,
                    "not YAML: " + oneLine(String.valueOf(notYaml.getMessage())),
                    FORM);
        }
    }

    private void document(Node root) {
        Optional<Node> list =
                root instanceof MappingNode mapping && mapping.getValue().size() == 1
                        ? value(mapping, "rules")
                        : Optional.empty();
        if (list.isEmpty()) {
            error("wrong-form", line(root), "the file holds something else than 'rules'", FORM);
        } else if (list.get() instanceof SequenceNode sequence) {
            sequence.getValue().forEach(this::rule);
        } else if (!list.get().getTag().equals(Tag.NULL)) {
            error("wrong-form", line(list.get()), "'rules' is no list", FORM);
        }
    }

    private void rule(Node node) {
        int before = findings.size();
        if (!(node instanceof MappingNode mapping)) {
            error("wrong-form", line(node), "a rule has 'capability' and 'effect'", FORM);
            return;
        }
        keys(mapping);
        String capability = value(mapping, "capability").flatMap(this::text).orElse("");
        if (!Restraint.CAPABILITIES.contains(capability)) {
            error(
                    "unknown-capability",
                    line(node),
                    "'" + capability + "' is no capability",
                    "write one of "
                            + String.join(", ", Restraint.CAPABILITIES.stream().sorted().toList()));
        }
        Optional<Decision> effect = effect(mapping, node);
        List<String> match = globs(mapping, "match");
        List<String> exclude = globs(mapping, "exclude");
        if (findings.size() == before && effect.isPresent()) {
            var rule =
                    new PermissionRule(
                            origin,
                            label + ":" + line(node),
                            capability,
                            match,
                            exclude,
                            effect.get());
            rules.add(rule);
            warn(rule, line(node));
        }
    }

    private void keys(MappingNode mapping) {
        for (NodeTuple pair : mapping.getValue()) {
            String key = text(pair.getKeyNode()).orElse("");
            if (!List.of("capability", "match", "exclude", "effect", "reason").contains(key)) {
                error(
                        "unknown-key",
                        line(pair.getKeyNode()),
                        "'" + key + "' is no part of a rule",
                        "write capability, match, exclude, effect or reason");
            }
        }
    }

    private Optional<Decision> effect(MappingNode mapping, Node rule) {
        String word = value(mapping, "effect").flatMap(this::text).orElse("");
        for (Decision each : Decision.values()) {
            if (each.word().equals(word)) {
                return Optional.of(each);
            }
        }
        error(
                "unknown-effect",
                line(rule),
                "'" + word + "' is no effect",
                "write allow, ask or deny");
        return Optional.empty();
    }

    private List<String> globs(MappingNode mapping, String key) {
        Optional<Node> value = value(mapping, key);
        if (value.isEmpty()) {
            return List.of();
        }
        List<Node> items =
                value.get() instanceof SequenceNode sequence
                        ? sequence.getValue()
                        : List.of(value.get());
        var globs = new ArrayList<String>();
        for (Node item : items) {
            Optional<String> text = text(item).filter(each -> !each.isBlank());
            if (text.isEmpty() || !RuleGlob.of(text.get()).isPath()) {
                error(
                        "wrong-pattern",
                        line(item),
                        "an item of '" + key + "' is no pattern",
                        "write a command or a path, with * for anything");
            } else {
                globs.add(text.get().strip());
            }
        }
        if (items.isEmpty()) {
            error("wrong-pattern", line(value.get()), "'" + key + "' is empty", "leave it out");
        }
        return globs;
    }

    /// A rule that allows everything that some program can be told to do.
    private void warn(PermissionRule rule, int line) {
        if (!rule.isAboutAnything()) {
            findings.add(
                    Finding.warning(
                            "permissions/no-effect",
                            label,
                            place(line),
                            "a rule about '%s' decides nothing: this version does nothing that is only that"
                                    .formatted(rule.capability()),
                            "write one about the files, commands or addresses that are meant"));
        }
        if (rule.effect() != Decision.ALLOW || !rule.isAbout(Capability.SHELL)) {
            return;
        }
        for (String glob : rule.match().isEmpty() ? List.of("*") : rule.match()) {
            StandingRule.objection(glob)
                    .ifPresent(objection ->
                            findings.add(
                                    Finding.warning(
                                            "permissions/too-broad",
                                            label,
                                            place(line),
                                            "'"
                                                    + glob
                                                    + "' allows whatever the model wants: "
                                                    + objection,
                                            "name the commands that you mean")));
        }
    }

    private static Optional<Node> value(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(pair ->
                        pair.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    private void error(String rule, int line, String message, String fix) {
        findings.add(Finding.error("permissions/" + rule, label, place(line), message, fix));
    }

    private static SourceSpan place(int line) {
        return new SourceSpan(line, 1, line, 1);
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
