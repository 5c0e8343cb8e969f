package kiro.steering.project;

import java.util.ArrayList;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.text.JsonTree;
import kiro.text.SourceSpan;
import kiro.text.ValueTree;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The file of a baseline: `docs/formats/steering-baseline.md`.
public final class BaselineFile {
    public static final String PATH = ".kiro/steering/baseline.json";

    private static final String HELP =
            "take it from the last commit again, or see docs/formats/steering-baseline.md";

    private BaselineFile() {}

    /// What came out of reading one.
    public sealed interface Reading {
        record Whole(SteeringBaseline baseline) implements Reading {}

        /// It is not known what stands in it, so nothing is taken for known.
        record Broken(Finding finding) implements Reading {}
    }

    public static Reading read(String text) {
        return switch (JsonTree.read(text)) {
            case ValueTree.Reading.Broken(SourceSpan span, String problem) -> broken(span, problem);
            case ValueTree.Reading.Whole(ValueTree.Fields fields) -> read(fields);
        };
    }

    private static Reading read(ValueTree.Fields fields) {
        Optional<String> version = word(fields, "version");
        if (version.isEmpty() || !version.get().equals("1")) {
            return broken(
                    fields.span(),
                    "its version is %s, and this program knows 1"
                            .formatted(version.orElse("missing")));
        }
        var entries = new ArrayList<SteeringBaseline.Entry>();
        if (!(fields.find("violations").map(ValueTree.Field::value).orElse(fields)
                instanceof ValueTree.Items list)) {
            return broken(fields.span(), "it has no list 'violations'");
        }
        for (ValueTree item : list.items()) {
            Optional<SteeringBaseline.Entry> entry =
                    item instanceof ValueTree.Fields each ? entry(each) : Optional.empty();
            if (entry.isEmpty()) {
                return broken(
                        item.span(),
                        "an entry needs 'rule', 'file', 'print' and a 'count' from 1 on");
            }
            entries.add(entry.get());
        }
        return new Reading.Whole(new SteeringBaseline(entries));
    }

    private static Optional<SteeringBaseline.Entry> entry(ValueTree.Fields each) {
        Optional<String> rule = word(each, "rule");
        Optional<String> file = word(each, "file");
        Optional<String> print = word(each, "print");
        Optional<Integer> count =
                word(each, "count")
                        .filter(text -> text.matches("[1-9]\\d{0,8}"))
                        .map(Integer::valueOf);
        return rule.isPresent() && file.isPresent() && print.isPresent() && count.isPresent()
                ? Optional.of(
                        new SteeringBaseline.Entry(
                                rule.get(), file.get(), print.get(), count.get()))
                : Optional.empty();
    }

    private static Optional<String> word(ValueTree.Fields fields, String key) {
        return fields.find(key)
                .map(ValueTree.Field::value)
                .filter(ValueTree.Word.class::isInstance)
                .map(ValueTree.Word.class::cast)
                .map(ValueTree.Word::text);
    }

    private static Reading broken(SourceSpan span, String problem) {
        return new Reading.Broken(
                Finding.error(
                        "steering/bad-baseline",
                        PATH,
                        span,
                        "the baseline cannot be read: " + problem,
                        HELP));
    }

    /// One entry a line, so that branches that mend different places merge.
    public static String text(SteeringBaseline baseline) {
        var lines = new ArrayList<String>();
        for (SteeringBaseline.Entry each : baseline.entries()) {
            ObjectNode node = JsonMapper.shared().createObjectNode();
            node.put("rule", each.rule())
                    .put("file", each.file())
                    .put("count", each.count())
                    .put("print", each.print());
            lines.add("    " + node);
        }
        String body = lines.isEmpty() ? "" : "\n%s\n  ".formatted(String.join(",\n", lines));
        return "{\n  \"version\": 1,\n  \"violations\": [%s]\n}\n".formatted(body);
    }
}
