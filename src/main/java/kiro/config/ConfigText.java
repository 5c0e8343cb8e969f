package kiro.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// The text of a file of settings, changed in place: comments, order and form of everything else stay as a person wrote
/// them. What comes out is to be read again before it counts, as YAML can be written in ways that are not known here.
final class ConfigText {
    private final String text;
    private final String lineEnd;

    ConfigText(String text) {
        this.text = text;
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    }

    /// The text with a value at a place; empty where the text is no YAML, or has something else there.
    ///
    /// @param path the names from the outermost group to the setting
    /// @param value as it is to be written
    Optional<String> with(List<String> path, String value) {
        try {
            Optional<Node> root = root();
            if (root.isEmpty()) {
                return Optional.of(appended(path, value));
            }
            return root.get() instanceof MappingNode mapping
                    ? with(mapping, path, value)
                    : Optional.empty();
        } catch (YamlEngineException notYaml) {
            return Optional.empty();
        }
    }

    /// The text without what stands at a place, and without groups that have nothing left; empty where nothing stands
    /// there, or the text is no YAML.
    Optional<String> without(List<String> path) {
        try {
            return root().flatMap(node ->
                    node instanceof MappingNode mapping
                            ? without(mapping, path)
                            : Optional.empty());
        } catch (YamlEngineException notYaml) {
            return Optional.empty();
        }
    }

    private Optional<Node> root() {
        LoadSettings settings =
                LoadSettings.builder()
                        .setCodePointLimit(ConfigFile.MAX_BYTES)
                        .setAllowNonScalarKeys(true)
                        .build();
        return new Compose(settings)
                .composeString(text)
                .filter(node -> !node.getTag().equals(Tag.NULL));
    }

    private Optional<String> with(MappingNode root, List<String> path, String value) {
        MappingNode at = root;
        for (int i = 0; i < path.size(); i++) {
            List<String> rest = path.subList(i, path.size());
            Optional<NodeTuple> pair = pair(at, path.get(i));
            if (pair.isEmpty()) {
                return Optional.of(
                        i == 0 && isBlock(at) ? appended(rest, value) : inserted(at, rest, value));
            }
            if (rest.size() == 1) {
                return Optional.of(replaced(pair.get(), value));
            }
            Node below = pair.get().getValueNode();
            if (below instanceof MappingNode group) {
                at = group;
            } else {
                return below.getTag().equals(Tag.NULL)
                        ? Optional.of(begun(pair.get(), rest.subList(1, rest.size()), value))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<String> without(MappingNode root, List<String> path) {
        var groups = new ArrayList<MappingNode>();
        var pairs = new ArrayList<NodeTuple>();
        Node at = root;
        for (String name : path) {
            if (!(at instanceof MappingNode group)) {
                return Optional.empty();
            }
            Optional<NodeTuple> pair = pair(group, name);
            if (pair.isEmpty()) {
                return Optional.empty();
            }
            groups.add(group);
            pairs.add(pair.get());
            at = pair.get().getValueNode();
        }
        int depth = path.size() - 1;
        while (depth > 0 && groups.get(depth).getValue().size() == 1) {
            depth--;
        }
        return Optional.of(removed(groups.get(depth), pairs.get(depth)));
    }

    private static Optional<NodeTuple> pair(MappingNode group, String name) {
        return group.getValue().stream()
                .filter(pair ->
                        pair.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name))
                .findFirst();
    }

    private String appended(List<String> path, String value) {
        String before = text.isEmpty() || text.endsWith("\n") ? text : text + lineEnd;
        return before + block(path, value, 0);
    }

    /// Behind the last setting of a group.
    private String inserted(MappingNode group, List<String> path, String value) {
        List<NodeTuple> pairs = group.getValue();
        if (!isBlock(group)) {
            return pairs.isEmpty()
                    ? spliced(start(group) + 1, start(group) + 1, flow(path, value))
                    : spliced(end(pairs.getLast()), end(pairs.getLast()), ", " + flow(path, value));
        }
        int column = pairs.getFirst().getKeyNode().getStartMark().map(Mark::getColumn).orElse(0);
        int place = lineEndAfter(end(pairs.getLast()));
        String before = text.startsWith("\n", place - 1) ? "" : lineEnd;
        return spliced(place, place, before + block(path, value, column));
    }

    /// Below a group that has nothing yet.
    private String begun(NodeTuple group, List<String> path, String value) {
        int column = group.getKeyNode().getStartMark().map(Mark::getColumn).orElse(0);
        int place = lineEndAfter(colon(group));
        String before = text.startsWith("\n", place - 1) ? "" : lineEnd;
        return spliced(place, place, before + block(path, value, column + 2));
    }

    private String replaced(NodeTuple pair, String value) {
        Node old = pair.getValueNode();
        int from = start(old);
        int to = end(pair);
        boolean isEmpty =
                old instanceof ScalarNode scalar && scalar.getValue().isEmpty() && from >= to;
        if (isEmpty || from >= to) {
            return spliced(colon(pair) + 1, colon(pair) + 1, " " + value);
        }
        if (text.substring(colon(pair), from).indexOf('\n') < 0) {
            return spliced(from, to, value);
        }
        int keyLineEnd = text.indexOf('\n', colon(pair));
        int cut = text.startsWith("\r\n", keyLineEnd - 1) ? keyLineEnd - 1 : keyLineEnd;
        return text.substring(0, colon(pair) + 1)
                + " "
                + value
                + text.substring(colon(pair) + 1, cut)
                + text.substring(to);
    }

    private String removed(MappingNode group, NodeTuple pair) {
        int from = start(pair.getKeyNode());
        if (isBlock(group)) {
            return spliced(text.lastIndexOf('\n', from - 1) + 1, lineEndAfter(end(pair)), "");
        }
        List<NodeTuple> pairs = group.getValue();
        int index = pairs.indexOf(pair);
        if (index + 1 < pairs.size()) {
            return spliced(from, start(pairs.get(index + 1).getKeyNode()), "");
        }
        return spliced(index > 0 ? end(pairs.get(index - 1)) : from, end(pair), "");
    }

    private String spliced(int from, int to, String with) {
        return text.substring(0, from) + with + text.substring(to);
    }

    private int lineEndAfter(int place) {
        int end = text.indexOf('\n', place);
        return end < 0 ? text.length() : end + 1;
    }

    private String block(List<String> path, String value, int column) {
        var lines = new StringBuilder();
        for (int i = 0; i < path.size(); i++) {
            lines.append(" ".repeat(column + 2 * i))
                    .append(ConfigScalar.key(path.get(i)))
                    .append(':');
            lines.append(i + 1 == path.size() ? " " + value : "").append(lineEnd);
        }
        return lines.toString();
    }

    private static String flow(List<String> path, String value) {
        String name = ConfigScalar.key(path.getFirst()) + ": ";
        return path.size() == 1
                ? name + value
                : name + "{" + flow(path.subList(1, path.size()), value) + "}";
    }

    private static boolean isBlock(CollectionNode<?> node) {
        return node.getFlowStyle() != FlowStyle.FLOW;
    }

    private int start(Node node) {
        return node.getStartMark().map(this::place).orElse(0);
    }

    /// Where a setting ends, without the blank lines and comments that a parser counts to it.
    private int end(NodeTuple pair) {
        int end = end(pair.getValueNode());
        return Math.max(end, colon(pair) + 1);
    }

    private int end(Node node) {
        int marked = node.getEndMark().map(this::place).orElse(text.length());
        return switch (node) {
            case MappingNode mapping when isBlock(mapping) && !mapping.getValue().isEmpty() ->
                    end(mapping.getValue().getLast());
            case SequenceNode sequence when isBlock(sequence) && !sequence.getValue().isEmpty() ->
                    end(sequence.getValue().getLast());
            case ScalarNode scalar
                    when scalar.getScalarStyle() == ScalarStyle.LITERAL
                            || scalar.getScalarStyle() == ScalarStyle.FOLDED ->
                    text.substring(0, marked).stripTrailing().length();
            default -> marked;
        };
    }

    private int colon(NodeTuple pair) {
        int end = pair.getKeyNode().getEndMark().map(this::place).orElse(0);
        return Math.max(end, text.indexOf(':', end));
    }

    /// Marks count code points.
    private int place(Mark mark) {
        return text.offsetByCodePoints(
                0, Math.min(mark.getIndex(), text.codePointCount(0, text.length())));
    }
}
