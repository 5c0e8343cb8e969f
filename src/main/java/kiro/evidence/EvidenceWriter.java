package kiro.evidence;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.evidence.Evidence.ProvingTest;
import kiro.spec.CriterionId;
import kiro.spec.SpecName;
import kiro.text.Order;
import kiro.text.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes an evidence file: sorted, one line for each fact and each test, so that a change of one thing
/// changes the lines of that thing.
final class EvidenceWriter {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Comparator<Evidence> ORDER =
            Order.by((Evidence evidence) -> naturalKey(evidence.criterion()))
                    .then(Evidence::criterion);

    /// Objects and lists deeper than this stand on one line.
    private static final int DEEPEST_ON_LINES = 4;

    private EvidenceWriter() {}

    /// @param kept what the file holds now: what is proven as before keeps its time
    /// @param before the file as it is, whose unknown fields are kept
    static String write(
            SpecName spec, List<Evidence> evidence, List<Evidence> kept, Optional<byte[]> before) {
        ObjectNode root = object(before.map(StrictJson::parse));
        root.put("version", EvidenceReader.VERSION);
        root.put("spec", spec.value());
        Map<String, ObjectNode> nodes = byId(root.path("criteria"));
        Map<CriterionId, Evidence> old = new HashMap<>();
        kept.forEach(each -> old.put(each.criterion(), each));
        ArrayNode criteria = JsonNodeFactory.instance.arrayNode();
        evidence.stream()
                .map(each -> sinceWhen(each, Optional.ofNullable(old.get(each.criterion()))))
                .sorted(ORDER)
                .forEach(each ->
                        criteria.add(
                                criterion(
                                        each,
                                        object(
                                                Optional.ofNullable(
                                                        nodes.get(each.criterion().value()))))));
        root.set("criteria", criteria);
        var text = new StringBuilder();
        render(root, 0, text);
        return text.append('\n').toString();
    }

    private static Evidence sinceWhen(Evidence now, Optional<Evidence> before) {
        boolean isSame = before.filter(now::isSameProofAs).isPresent();
        return isSame ? before.get() : now;
    }

    /// `AC-2` before `AC-10`.
    private static String naturalKey(CriterionId id) {
        return NUMBER.matcher(id.value())
                .replaceAll(match ->
                        "0".repeat(Math.max(0, 20 - match.group().length())) + match.group());
    }

    private static ObjectNode object(Optional<? extends JsonNode> before) {
        return before.isPresent() && before.get() instanceof ObjectNode object
                ? object.deepCopy()
                : JsonNodeFactory.instance.objectNode();
    }

    private static Map<String, ObjectNode> byId(JsonNode criteria) {
        var byId = new HashMap<String, ObjectNode>();
        for (JsonNode node : criteria) {
            if (node instanceof ObjectNode object) {
                byId.put(object.path("id").asString(), object);
            }
        }
        return byId;
    }

    private static ObjectNode criterion(Evidence evidence, ObjectNode node) {
        ArrayNode tests = JsonNodeFactory.instance.arrayNode();
        for (ProvingTest test : evidence.tests()) {
            tests.add(test(test, before(node.path("tests"), test)));
        }
        node.remove("tree");
        node.put("id", evidence.criterion().value());
        node.put("words", evidence.words().hex());
        owned(evidence.owned(), node);
        node.put("command", evidence.command());
        node.put("at", evidence.at().toString());
        node.remove("proof");
        evidence.proof().ifPresent(proof -> node.set("proof", proof(proof)));
        node.set("tests", tests);
        return node;
    }

    private static void owned(Owned owned, ObjectNode node) {
        node.put("code", owned.code().hex());
        node.put("by", owned.by().name().toLowerCase(Locale.ROOT));
        node.remove(List.of("owns", "run"));
        if (!owned.parts().isEmpty()) {
            ArrayNode parts = node.putArray("owns");
            owned.parts().forEach(parts::add);
        }
        if (owned.hasRun()) {
            node.put("run", true);
        }
    }

    private static ObjectNode proof(Proof proof) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("changes", proof.changes());
        ArrayNode survivors = node.putArray("survivors");
        for (Proof.Survivor survivor : proof.survivors()) {
            survivors
                    .addObject()
                    .put("file", survivor.file())
                    .put("line", survivor.line())
                    .put("before", survivor.before())
                    .put("after", survivor.after());
        }
        return node;
    }

    private static ObjectNode before(JsonNode tests, ProvingTest wanted) {
        for (JsonNode node : tests) {
            boolean isSame =
                    node.path("suite").asString().equals(wanted.test().suite())
                            && node.path("name").asString().equals(wanted.test().name());
            if (isSame && node instanceof ObjectNode object) {
                return object.deepCopy();
            }
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode test(ProvingTest test, ObjectNode node) {
        node.put("suite", test.test().suite());
        node.put("name", test.test().name());
        node.put("body", test.body().hex());
        node.remove("via");
        if (test.via() == Evidence.Via.REPORT) {
            node.put("via", "report");
        }
        return node;
    }

    private static void render(JsonNode node, int depth, StringBuilder text) {
        if (node.isEmpty() || !node.isContainer()) {
            text.append(node);
            return;
        }
        boolean isObject = node.isObject();
        boolean isOnLines = depth < DEEPEST_ON_LINES;
        String separator = isOnLines ? "\n" + "  ".repeat(depth + 1) : " ";
        text.append(isObject ? '{' : '[');
        boolean isFirst = true;
        for (Map.Entry<String, JsonNode> child : children(node)) {
            text.append(isFirst ? "" : ",").append(separator);
            if (isObject) {
                text.append(JsonNodeFactory.instance.stringNode(child.getKey())).append(": ");
            }
            render(child.getValue(), depth + 1, text);
            isFirst = false;
        }
        text.append(isOnLines ? "\n" + "  ".repeat(depth) : " ");
        text.append(isObject ? '}' : ']');
    }

    private static List<Map.Entry<String, JsonNode>> children(JsonNode node) {
        return node.isObject()
                ? List.copyOf(node.properties())
                : node.valueStream().map(value -> Map.entry("", value)).toList();
    }
}
