package kiro.finding;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.text.Hash;
import kiro.text.SourceSpan;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Findings as a SARIF 2.1.0 log, the form that code scanning services take.
public final class Sarif {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String FINGERPRINT = "findingHash/v1";

    /// What moves when lines are added above; a finding stays the same one then.
    private static final Pattern LINE = Pattern.compile("(?<=\\bline |:)\\d+");

    private final String version;
    private final Function<Finding, String> context;
    private final Map<RuleId, RuleDescription> rules = new HashMap<>();

    /// @param version that of the program
    /// @param rules those that can be explained; findings of others are written too
    /// @param context the words of the place where a finding stands, by which it is known again when lines move
    public Sarif(String version, List<RuleDescription> rules, Function<Finding, String> context) {
        this.version = version;
        this.context = context;
        rules.forEach(rule -> this.rules.put(rule.id(), rule));
    }

    public String write(List<Finding> findings) {
        return write(findings, List.of());
    }

    /// @param suppressed what is let stand; where there is some, each other finding is said to be not
    public String write(List<Finding> findings, List<Suppression.Suppressed> suppressed) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "kiro").put("version", version);
        Map<RuleId, Integer> indexes = rules(driver.putArray("rules"), all(findings, suppressed));
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        Map<String, Integer> seen = new HashMap<>();
        for (Finding finding : findings) {
            ObjectNode result = results.addObject();
            add(result, finding, indexes.getOrDefault(finding.rule(), 0), seen);
            if (!suppressed.isEmpty()) {
                result.putArray("suppressions");
            }
        }
        for (Suppression.Suppressed each : suppressed) {
            ObjectNode result = results.addObject();
            add(result, each.finding(), indexes.getOrDefault(each.finding().rule(), 0), seen);
            result.putArray("suppressions")
                    .addObject()
                    .put("kind", each.suppression().kind().word())
                    .put("status", "accepted")
                    .put("justification", each.suppression().justification());
        }
        return root.toPrettyString();
    }

    private static List<Finding> all(
            List<Finding> findings, List<Suppression.Suppressed> suppressed) {
        return Stream.concat(
                        findings.stream(), suppressed.stream().map(Suppression.Suppressed::finding))
                .toList();
    }

    /// Describes the rules that found something; answers where each stands.
    private Map<RuleId, Integer> rules(ArrayNode array, List<Finding> findings) {
        var used = new TreeMap<String, Finding>();
        findings.forEach(finding -> used.putIfAbsent(finding.rule().value(), finding));
        Map<RuleId, Integer> indexes = new LinkedHashMap<>();
        for (Finding finding : used.values()) {
            RuleId id = finding.rule();
            indexes.put(id, indexes.size());
            RuleDescription known =
                    rules.getOrDefault(
                            id,
                            new RuleDescription(
                                    id, finding.severity(), id.value(), "the rule " + id));
            ObjectNode rule = array.addObject();
            rule.put("id", id.value()).put("name", name(id));
            rule.putObject("shortDescription").put("text", known.summary());
            rule.putObject("fullDescription").put("text", known.summary());
            rule.putObject("help").put("text", known.help()).put("markdown", known.help());
            rule.putObject("defaultConfiguration").put("level", level(known.level()));
            rule.putObject("properties").putArray("tags").add("spec");
        }
        return indexes;
    }

    private void add(ObjectNode result, Finding finding, int index, Map<String, Integer> seen) {
        result.put("ruleId", finding.rule().value())
                .put("ruleIndex", index)
                .put("level", level(finding.severity()));
        result.putObject("message")
                .put("text", finding.message() + finding.fix().map(fix -> ": " + fix).orElse(""));
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation")
                .put("uri", uri(finding.file()))
                .put("uriBaseId", "%SRCROOT%");
        region(place.putObject("region"), finding.span());
        result.putObject("partialFingerprints").put(FINGERPRINT, fingerprint(finding, seen));
    }

    /// A region is never empty: the first column where the finding is about the file as a whole.
    private static void region(ObjectNode region, SourceSpan span) {
        boolean isEmpty = span.line() == span.endLine() && span.column() == span.endColumn();
        region.put("startLine", span.line())
                .put("startColumn", span.column())
                .put("endLine", span.endLine())
                .put("endColumn", isEmpty ? span.endColumn() + 1 : span.endColumn());
    }

    private String fingerprint(Finding finding, Map<String, Integer> seen) {
        String words =
                finding.rule()
                        + "\n"
                        + finding.file()
                        + "\n"
                        + LINE.matcher(finding.message()).replaceAll("")
                        + "\n"
                        + context.apply(finding).strip();
        int times = seen.merge(words, 1, Integer::sum);
        return Hash.of(words + "\n" + times).hex().substring(0, 32) + ":" + times;
    }

    /// `spec/no-outcome` as `SpecNoOutcome`.
    private static String name(RuleId id) {
        var name = new StringBuilder();
        for (String word : id.value().split("[/-]", -1)) {
            if (!word.isEmpty()) {
                name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return name.toString();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    /// A path as the reference of a URI: what is no letter, digit or harmless mark is escaped.
    private static String uri(String file) {
        var uri = new StringBuilder();
        for (byte each : file.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            boolean isPlain = c < 128 && (Character.isLetterOrDigit(c) || "/-._~".indexOf(c) >= 0);
            uri.append(isPlain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return uri.toString();
    }
}
