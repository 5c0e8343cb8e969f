package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kiro.finding.Finding;
import kiro.text.NearestNames;
import kiro.text.SourceSpan;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// The keys of a mapping in a block of a rule. What is wrong with one is a finding with its place; a key that nobody asks
/// for is one as well.
final class RuleKeys {
    private final Place place;
    private final List<Finding> findings;
    private final SourceSpan start;
    private final Map<String, NodeTuple> pairs = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    /// Where a block stands in its file.
    ///
    /// @param firstLine of the block's text
    record Place(String file, int firstLine, int indent) {
        SourceSpan of(Optional<Mark> mark) {
            int line = firstLine + mark.map(Mark::getLine).orElse(0);
            int column = indent + 1 + mark.map(Mark::getColumn).orElse(0);
            return new SourceSpan(line, column, line, column);
        }
    }

    RuleKeys(Place place, MappingNode mapping, List<Finding> findings) {
        this.place = place;
        this.findings = findings;
        this.start = place.of(mapping.getStartMark());
        for (NodeTuple pair : mapping.getValue()) {
            String key = scalar(pair.getKeyNode()).orElse("");
            if (pairs.putIfAbsent(key, pair) != null) {
                problem(
                        span(pair.getKeyNode()),
                        "'%s' stands twice".formatted(key),
                        "keep one of the two");
            }
        }
    }

    boolean has(String key) {
        return pairs.containsKey(key);
    }

    /// Which of these keys there are, in this order.
    List<String> present(List<String> keys) {
        return keys.stream().filter(pairs::containsKey).toList();
    }

    Optional<String> text(String key) {
        return value(key, node -> scalar(node), "a text");
    }

    String required(String key, String example) {
        Optional<String> text = text(key);
        if (text.isEmpty() && !has(key)) {
            problem(start, "the rule has no '%s'".formatted(key), "add a line such as: " + example);
        }
        return text.orElse("");
    }

    /// A list of texts; one text is a list of one.
    List<String> texts(String key) {
        return value(key, RuleKeys::list, "a text or a list of texts").orElse(List.of());
    }

    List<String> requiredTexts(String key, String example) {
        List<String> texts = texts(key);
        if (texts.isEmpty()) {
            problem(
                    has(key) ? span(key) : start,
                    "the rule lacks '%s'".formatted(key),
                    "add a line such as: " + example);
        }
        return texts;
    }

    Optional<Integer> number(String key) {
        return value(
                key,
                node -> scalar(node).filter(text -> text.matches("\\d{1,6}")).map(Integer::valueOf),
                "a number");
    }

    boolean flag(String key) {
        return value(
                        key,
                        node ->
                                scalar(node)
                                        .filter(text -> text.matches("true|false"))
                                        .map(Boolean::valueOf),
                        "true or false")
                .orElse(false);
    }

    /// The items of a list, or the one value there is.
    List<Node> nodes(String key) {
        asked.add(key);
        NodeTuple pair = pairs.get(key);
        if (pair == null) {
            return List.of();
        }
        return pair.getValueNode() instanceof SequenceNode sequence
                ? List.copyOf(sequence.getValue())
                : List.of(pair.getValueNode());
    }

    /// The keys of a mapping within.
    RuleKeys within(MappingNode node) {
        return new RuleKeys(place, node, findings);
    }

    SourceSpan span(String key) {
        NodeTuple pair = pairs.get(key);
        return pair == null ? start : span(pair.getKeyNode());
    }

    SourceSpan span(Node node) {
        return place.of(node.getStartMark());
    }

    void problem(SourceSpan where, String message, String fix) {
        findings.add(Finding.error("steering/bad-rule", place.file(), where, message, fix));
    }

    /// Finds the keys that nobody has asked for.
    void close() {
        for (String key : pairs.keySet()) {
            if (!asked.contains(key)) {
                List<String> near = NearestNames.of(key, List.copyOf(asked));
                problem(
                        span(key),
                        "'%s' is not read in a rule of this kind".formatted(key),
                        near.isEmpty()
                                ? "remove it; read are "
                                        + String.join(", ", asked.stream().sorted().toList())
                                : "did you mean %s?".formatted(near.getFirst()));
            }
        }
    }

    private <T> Optional<T> value(String key, Function<Node, Optional<T>> read, String what) {
        asked.add(key);
        NodeTuple pair = pairs.get(key);
        if (pair == null) {
            return Optional.empty();
        }
        Optional<T> value = read.apply(pair.getValueNode());
        if (value.isEmpty()) {
            problem(
                    span(key),
                    "'%s' is not %s".formatted(key, what),
                    "write it as docs/formats/steering-rules.md says");
        }
        return value;
    }

    static Optional<String> scalar(Node node) {
        return node instanceof ScalarNode scalar && !node.getTag().equals(Tag.NULL)
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    private static Optional<List<String>> list(Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            return scalar(node).map(List::of);
        }
        var texts = new ArrayList<String>();
        for (Node item : sequence.getValue()) {
            Optional<String> text = scalar(item);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            texts.add(text.get());
        }
        return Optional.of(texts);
    }
}
