package kiro.spec.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The catalogue of the rules: what each finds, with an example that it finds and one that it does not.
public final class RuleBook {
    private static final String RESOURCE = "/kiro/rule/catalogue.txt";
    private static final String INDENT = "    ";

    private final List<Entry> entries;

    /// @param row the row of the project's table of rules that it comes from, such as `W1`
    /// @param finds in a few words
    /// @param bad an example with something to find: what stands below the heading of the criteria, or whole files
    /// @param good one without
    public record Entry(Rule rule, String row, String finds, String bad, String good) {}

    private RuleBook(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    public static RuleBook read() {
        try (InputStream in = RuleBook.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + RESOURCE);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// In the order of the catalogue.
    public List<Entry> entries() {
        return entries;
    }

    private static RuleBook parse(String text) {
        var entries = new ArrayList<Entry>();
        for (String part : text.split("(?m)^=== ")) {
            if (!part.startsWith("//")) {
                entries.add(entry(part));
            }
        }
        return new RuleBook(entries);
    }

    private static Entry entry(String part) {
        Map<String, StringBuilder> values = new LinkedHashMap<>();
        String key = "";
        List<String> lines = part.lines().toList();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (line.startsWith(INDENT) || line.isBlank()) {
                value(values, key).append(line.isBlank() ? "" : line.substring(4)).append('\n');
            } else {
                key = line.substring(0, colon);
                value(values, key).append(line.substring(colon + 1).strip());
            }
        }
        Rule rule = Rule.of(lines.getFirst().strip()).orElseThrow();
        return new Entry(
                rule,
                value(values, "row").toString().strip(),
                value(values, "finds").toString().strip(),
                value(values, "bad").toString().strip() + "\n",
                value(values, "good").toString().strip() + "\n");
    }

    private static StringBuilder value(Map<String, StringBuilder> values, String key) {
        return values.computeIfAbsent(key, each -> new StringBuilder());
    }
}
