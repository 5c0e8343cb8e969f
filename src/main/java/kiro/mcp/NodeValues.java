package kiro.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// What nodes of a file hold; empty where it is of another kind.
final class NodeValues {
    private NodeValues() {}

    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    static Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar && !node.getTag().equals(Tag.NULL)
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    static Optional<Boolean> truth(Node node) {
        return text(node)
                .filter(text -> text.equals("true") || text.equals("false"))
                .map(Boolean::valueOf);
    }

    /// A list of texts; a single text stands for a list of one.
    static Optional<List<String>> texts(Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            return text(node).map(List::of);
        }
        var texts = new ArrayList<String>();
        for (Node item : sequence.getValue()) {
            Optional<String> text = text(item);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            texts.add(text.get());
        }
        return Optional.of(texts);
    }

    static Optional<SequencedMap<String, String>> mapping(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            return Optional.empty();
        }
        var texts = new LinkedHashMap<String, String>();
        for (NodeTuple pair : mapping.getValue()) {
            Optional<String> name = text(pair.getKeyNode());
            Optional<String> value = text(pair.getValueNode());
            if (name.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            texts.put(name.get(), value.get());
        }
        return Optional.of(texts);
    }
}
