package kiro.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON as people like to read and to compare it: what is short stands in a line.
final class PrettyJson {
    private static final int WIDTH = 220;

    /// How far in the facts stand.
    private static final int FACT = 4;

    private final BinaryOperator<String> clean;

    /// @param clean what is written of a text, by the key that it belongs to
    PrettyJson(BinaryOperator<String> clean) {
        this.clean = clean;
    }

    String write(ObjectNode root) {
        var out = new StringBuilder();
        write(out, root, "", "", false);
        return out.append('\n').toString();
    }

    private void write(
            StringBuilder out, JsonNode node, String key, String indent, boolean mayBeFlat) {
        if (!node.isContainer()) {
            out.append(scalar(node, key));
            return;
        }
        String flat = node.isEmpty() || mayBeFlat ? flat(node, key) : "";
        if (!flat.isEmpty() && indent.length() + flat.length() <= WIDTH) {
            out.append(flat);
            return;
        }
        String deeper = indent + "  ";
        out.append(node.isObject() ? "{" : "[");
        String between = "\n";
        for (Part part : parts(node, key)) {
            out.append(between).append(deeper).append(part.label());
            write(out, part.value(), part.key(), deeper, mayBeFlat(part.value(), deeper));
            between = ",\n";
        }
        out.append('\n').append(indent).append(node.isObject() ? "}" : "]");
    }

    /// A list of objects never stands in a line, nor does a fact.
    private static boolean mayBeFlat(JsonNode node, String indent) {
        boolean isDeep = node.values().stream().anyMatch(JsonNode::isContainer);
        return !isDeep || (node.isObject() && indent.length() > FACT);
    }

    private String flat(JsonNode node, String key) {
        if (!node.isContainer()) {
            return scalar(node, key);
        }
        List<String> parts =
                parts(node, key).stream()
                        .map(part -> part.label() + flat(part.value(), part.key()))
                        .toList();
        String inner = String.join(", ", parts);
        return node.isArray() ? "[" + inner + "]" : parts.isEmpty() ? "{}" : "{ " + inner + " }";
    }

    private record Part(String key, String label, JsonNode value) {}

    private List<Part> parts(JsonNode node, String key) {
        var parts = new ArrayList<Part>();
        if (node.isObject()) {
            node.properties()
                    .forEach(property ->
                            parts.add(
                                    new Part(
                                            property.getKey(),
                                            quoted(clean.apply("", property.getKey())) + ": ",
                                            property.getValue())));
        } else {
            node.values().forEach(value -> parts.add(new Part(key, "", value)));
        }
        return parts;
    }

    private String scalar(JsonNode node, String key) {
        return node.isString() ? quoted(clean.apply(key, node.stringValue())) : node.toString();
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.stringNode(text).toString();
    }
}
