package kiro.cli;

import java.util.Locale;
import kiro.trace.Trace;
import kiro.trace.TraceReading;
import kiro.trace.TracedCommit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a trace tells programs, as `docs/formats/spec-trace.md` describes it.
final class TraceJson {
    private static final int VERSION = 1;

    private TraceJson() {}

    static String of(TraceReading.Found found) {
        ObjectNode root = JsonMapper.shared().createObjectNode().put("version", VERSION);
        root.put("from", found.from());
        ArrayNode criteria = root.putArray("criteria");
        found.traces().forEach(trace -> add(criteria.addObject(), trace));
        return root.toPrettyString();
    }

    private static void add(ObjectNode node, Trace trace) {
        node.put("criterion", trace.verdict().criterion().toString())
                .put("text", trace.criterion().text())
                .put("file", trace.file().value())
                .put("line", trace.criterion().span().line())
                .put("state", word(trace.verdict().state()))
                .put("proven", trace.verdict().isProven())
                .put("reason", trace.verdict().reason());
        ArrayNode tests = node.putArray("tests");
        for (Trace.Test test : trace.tests()) {
            tests.addObject()
                    .put("suite", test.test().suite())
                    .put("name", test.test().name())
                    .put("file", test.file().value())
                    .put("line", test.line())
                    .put("proves", test.hasProven());
        }
        ArrayNode code = node.putArray("code");
        trace.code()
                .forEach(each ->
                        code.addObject().put("part", each.part()).put("known", word(each.known())));
        ArrayNode commits = node.putArray("commits");
        for (TracedCommit commit : trace.commits()) {
            ArrayNode reasons =
                    commits.addObject()
                            .put("id", commit.id())
                            .put("day", commit.day())
                            .put("subject", commit.subject())
                            .putArray("reasons");
            commit.reasons().stream().sorted().map(TraceJson::word).forEach(reasons::add);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
