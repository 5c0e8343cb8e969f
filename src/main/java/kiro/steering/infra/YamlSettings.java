package kiro.steering.infra;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import kiro.text.SourceSpan;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads YAML of infrastructure, with the tags that CloudFormation has for its functions.
final class YamlSettings {
    private static final int DEEPEST = 64;

    /// A small file with aliases can stand for a very large value.
    private static final int MOST_NODES = 500_000;

    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);
    private static final String SUBSTITUTE = "!Sub";
    private static final String MERGE = "<<";

    private int nodes;

    private YamlSettings() {}

    /// Of several documents the first.
    static Setting.Reading read(String text) {
        try {
            var settings = LoadSettings.builder().setCodePointLimit(text.length() + 1).build();
            Iterator<Node> documents = new Compose(settings).composeAllFromString(text).iterator();
            return documents.hasNext()
                            && new YamlSettings().value(documents.next(), 0)
                                    instanceof Setting.Block root
                    ? new Setting.Reading.Whole(root)
                    : new Setting.Reading.Whole(
                            new Setting.Block(List.of(), List.of(), SourceSpan.start()));
        } catch (TooLarge large) {
            return new Setting.Reading.Broken(large.span, "it is nested too deep, or too large");
        } catch (MarkedYamlEngineException notYaml) {
            return new Setting.Reading.Broken(
                    notYaml.getProblemMark().map(YamlSettings::span).orElse(SourceSpan.start()),
                    oneLine(notYaml.getProblem()));
        } catch (YamlEngineException notYaml) {
            return new Setting.Reading.Broken(
                    SourceSpan.start(), oneLine(String.valueOf(notYaml.getMessage())));
        }
    }

    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient SourceSpan span;

        private TooLarge(SourceSpan span) {
            this.span = span;
        }
    }

    private Setting value(Node node, int depth) {
        nodes++;
        if (depth > DEEPEST || nodes > MOST_NODES) {
            throw new TooLarge(span(node));
        }
        return switch (node) {
            case AnchorNode anchor -> value(anchor.getRealNode(), depth + 1);
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode items when PLAIN.contains(items.getTag()) ->
                    new Setting.Items(
                            items.getValue().stream().map(each -> value(each, depth + 1)).toList(),
                            span(node));
            case MappingNode mapping when PLAIN.contains(mapping.getTag()) ->
                    Functions.resolved(block(mapping, depth));
            default -> new Setting.Computed(node.getTag().getValue(), span(node));
        };
    }

    private Setting.Block block(MappingNode mapping, int depth) {
        var entries = new ArrayList<Setting.Entry>();
        for (NodeTuple each : mapping.getValue()) {
            if (each.getKeyNode() instanceof ScalarNode key) {
                Setting value = value(each.getValueNode(), depth + 1);
                if (key.getValue().equals(MERGE)) {
                    value.blocks().forEach(merged -> entries.addAll(merged.entries()));
                } else {
                    entries.add(new Setting.Entry(key.getValue(), value, span(key)));
                }
            }
        }
        return new Setting.Block(List.of(), entries, span(mapping));
    }

    private static Setting scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getTag().equals(Tag.NULL)) {
            return new Setting.Nothing(span(scalar));
        }
        boolean isWord =
                PLAIN.contains(scalar.getTag())
                        || (scalar.getTag().getValue().equals(SUBSTITUTE) && !text.contains("${"));
        return isWord
                ? new Setting.Word(text, span(scalar))
                : new Setting.Computed(text, span(scalar));
    }

    private static SourceSpan span(Node node) {
        return node.getStartMark().map(YamlSettings::span).orElse(SourceSpan.start());
    }

    private static SourceSpan span(Mark mark) {
        return new SourceSpan(
                mark.getLine() + 1, mark.getColumn() + 1, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
