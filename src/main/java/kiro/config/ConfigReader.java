package kiro.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.finding.Finding;
import kiro.text.SourceSpan;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads one YAML text of settings, by its nodes, so that each value's place is known.
final class ConfigReader {
    /// The composer calls itself once for each level.
    private static final int MAX_DEPTH = 20;

    /// Below it the keys are patterns, in which a dot is a dot.
    private static final String PATTERNS = "risk.paths.";

    private final String label;
    private final boolean isTeams;
    private final Map<String, ConfigFile.Entry> entries = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    ConfigReader(String label, boolean isTeams) {
        this.label = label;
        this.isTeams = isTeams;
    }

    Map<String, ConfigFile.Entry> entries() {
        return entries;
    }

    List<Finding> findings() {
        return findings;
    }

    void read(String text) {
        var settings =
                LoadSettings.builder()
                        .setCodePointLimit(ConfigFile.MAX_BYTES)
                        .setAllowNonScalarKeys(true)
                        .build();
        try {
            if (isTooDeep(new Parse(settings).parseString(text))) {
                return;
            }
            Optional<Node> root = new Compose(settings).composeString(text);
            root.filter(node -> !node.getTag().equals(Tag.NULL)).ifPresent(this::document);
        } catch (MarkedYamlEngineException notYaml) {
            SourceSpan place =
                    notYaml.getProblemMark().map(ConfigReader::place).orElse(SourceSpan.start());
            problem(
                    "not-yaml",
                    place,
                    "not YAML: " + oneLine(notYaml.getProblem()),
                    "mend the line, or see docs/formats/config.md");
        } catch (YamlEngineException notYaml) {
            problem(
                    "not-yaml",
                    SourceSpan.start(),
                    "not YAML: " + oneLine(String.valueOf(notYaml.getMessage())),
                    "mend it, or see docs/formats/config.md");
        }
    }

    private boolean isTooDeep(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            if (event instanceof CollectionStartEvent start && ++depth > MAX_DEPTH) {
                problem(
                        "too-deep",
                        start.getStartMark().map(ConfigReader::place).orElse(SourceSpan.start()),
                        "nested deeper than any setting is",
                        "remove what is nested here");
                return true;
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
        return false;
    }

    private void document(Node root) {
        if (root instanceof MappingNode mapping) {
            group("", mapping);
        } else {
            problem(
                    "wrong-type",
                    span(root),
                    "the file is no mapping of settings",
                    "write 'key: value' lines");
        }
    }

    private void group(String prefix, MappingNode mapping) {
        Set<String> seen = new HashSet<>();
        for (NodeTuple pair : mapping.getValue()) {
            if (!(pair.getKeyNode() instanceof ScalarNode key)) {
                problem(
                        "unknown-key",
                        span(pair.getKeyNode()),
                        "a key that is no text",
                        "write a setting's name");
                continue;
            }
            String name = prefix + key.getValue();
            if (!seen.add(name)) {
                problem("duplicate-key", span(key), name + " is set twice", "keep one of the two");
            } else if (ConfigKeys.isGroup(name)) {
                nested(name, pair.getValueNode());
            } else {
                ConfigKeys.find(name)
                        .filter(known -> prefix.equals(PATTERNS) || !key.getValue().contains("."))
                        .ifPresentOrElse(
                                known -> setting(known, span(key), pair.getValueNode()),
                                () -> unknown(name, span(key)));
            }
        }
    }

    private void nested(String name, Node value) {
        if (value instanceof MappingNode mapping) {
            group(name + ".", mapping);
        } else {
            problem(
                    "wrong-type",
                    span(value),
                    name + " is a group of settings and has no value of its own",
                    "put its settings below it, indented");
        }
    }

    private void setting(ConfigKey key, SourceSpan place, Node value) {
        boolean fits = text(value).filter(text -> fits(key.type(), value, text)).isPresent();
        if (isTeams && key.teams().isEmpty()) {
            forbidden(key, place, key.name());
        } else if (!fits) {
            String words = key.type().words();
            problem("wrong-type", span(value), key.name() + " is not " + words, "write " + words);
        } else if (isTeams && !key.teams().get().fits(text(value).orElseThrow())) {
            forbidden(key, place, key.name() + ": " + text(value).orElseThrow());
        } else {
            var entry = new ConfigFile.Entry(text(value).orElseThrow(), span(value).line());
            entries.put(key.name(), entry);
        }
    }

    private void forbidden(ConfigKey key, SourceSpan place, String setting) {
        findings.add(
                Finding.warning(
                        "config/forbidden-here",
                        label,
                        place,
                        setting
                                + " is ignored here: a project's file never says what runs, where"
                                + " credentials go or that nobody is asked",
                        "set it in ~/.kiro/config.yaml"
                                + key.variable().map(name -> ", or " + name).orElse("")));
    }

    private static boolean fits(ValueType type, Node node, String text) {
        Set<Tag> expected =
                switch (type) {
                    case ValueType.PositiveNumber _ -> Set.of(Tag.INT);
                    case ValueType.Amount _ -> Set.of(Tag.INT, Tag.FLOAT);
                    case ValueType.Globs _, ValueType.Names _ ->
                            Set.of(node instanceof SequenceNode ? Tag.SEQ : Tag.STR);
                    case ValueType.Text _,
                            ValueType.Hidden _,
                            ValueType.TimeSpan _,
                            ValueType.Formed _,
                            ValueType.OneOf _ ->
                            Set.of(Tag.STR);
                };
        return expected.contains(node.getTag()) && type.fits(text);
    }

    /// A value on one line, or the items of a list on a line each; empty for anything else.
    private static Optional<String> text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue().strip());
        }
        if (!(node instanceof SequenceNode sequence)) {
            return Optional.empty();
        }
        var lines = new ArrayList<String>();
        for (Node item : sequence.getValue()) {
            if (!(item instanceof ScalarNode scalar) || !scalar.getTag().equals(Tag.STR)) {
                return Optional.empty();
            }
            lines.add(scalar.getValue().strip());
        }
        return Optional.of(String.join("\n", lines));
    }

    private void unknown(String name, SourceSpan place) {
        String fix =
                ConfigKeys.find(name).isPresent()
                        ? "nest it: '" + name.replace(".", ":' and, indented below it, '") + ":'"
                        : ConfigKeys.nearest(name)
                                .map(near -> "did you mean " + near + "?")
                                .orElse("remove it, or see docs/formats/config.md");
        findings.add(
                Finding.warning("config/unknown-key", label, place, name + " is no setting", fix));
    }

    private void problem(String rule, SourceSpan place, String message, String fix) {
        findings.add(Finding.error("config/" + rule, label, place, message, fix));
    }

    private static SourceSpan span(Node node) {
        SourceSpan start = node.getStartMark().map(ConfigReader::place).orElse(SourceSpan.start());
        return node.getEndMark()
                .map(end ->
                        new SourceSpan(
                                start.line(),
                                start.column(),
                                end.getLine() + 1,
                                end.getColumn() + 1))
                .orElse(start);
    }

    private static SourceSpan place(Mark mark) {
        int line = mark.getLine() + 1;
        int column = mark.getColumn() + 1;
        return new SourceSpan(line, column, line, column);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
