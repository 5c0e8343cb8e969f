package kiro.cli;

import java.util.List;
import java.util.Locale;
import kiro.draft.Change;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.spec.suggest.Suggestion;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the commands about specs tell programs. The forms are described in `docs/formats`.
final class SpecJson {
    private static final int VERSION = 1;

    private SpecJson() {}

    static String list(List<ListedSpec> specs, List<Finding> findings, boolean isFresh) {
        ObjectNode root = root();
        root.put("checkedAgainstCode", isFresh);
        ArrayNode array = root.putArray("specs");
        for (ListedSpec spec : specs) {
            ObjectNode node =
                    array.addObject()
                            .put("name", spec.stored().name())
                            .put("path", spec.stored().path())
                            .put("title", spec.title())
                            .put("criteria", spec.criteria())
                            .put("ticked", spec.ticked())
                            .put("proven", spec.counts().proven())
                            .put("stale", spec.counts().stale())
                            .put("claimed", spec.counts().claimed())
                            .put("state", word(spec.state()));
            node.putObject("tasks").put("done", spec.tasks().done()).put("all", spec.tasks().all());
            spec.stored().changed().ifPresent(time -> node.put("changed", time.toString()));
        }
        add(root, findings);
        return root.toPrettyString();
    }

    static String validation(Validation validation, List<Change> proposed) {
        ObjectNode root = root();
        root.put("specs", validation.checked())
                .put("errors", validation.count(Severity.ERROR))
                .put("warnings", validation.count(Severity.WARNING))
                .put("remarks", validation.count(Severity.INFO));
        ArrayNode scores = root.putArray("scores");
        validation
                .scores()
                .forEach(each ->
                        scores.addObject()
                                .put("file", each.path().value())
                                .put("score", each.score()));
        add(root, validation.findings());
        ArrayNode suggestions = root.putArray("suggestions");
        validation.suggested().forEach(each -> add(suggestions, each));
        if (!proposed.isEmpty()) {
            ArrayNode proposals = root.putArray("proposals");
            proposed.forEach(each -> add(proposals, each));
        }
        return root.toPrettyString();
    }

    private static void add(ArrayNode array, Change change) {
        ObjectNode node = array.addObject();
        switch (change) {
            case Change.Reworded reworded ->
                    node.put("criterion", reworded.id().value()).put("before", reworded.before());
            case Change.Added added -> node.put("because", added.because());
        }
        node.put("text", change.words());
    }

    static void add(ArrayNode array, Suggested suggested) {
        for (int i = 0; i < suggested.suggestions().size(); i++) {
            Suggestion each = suggested.suggestions().get(i);
            array.addObject()
                    .put("spec", suggested.spec().value())
                    .put("number", i + 1)
                    .put("rule", each.rule().value())
                    .put("text", each.text())
                    .put("file", suggested.file())
                    .put("line", each.span().line())
                    .put("because", each.because());
        }
    }

    static ObjectNode root() {
        return JsonMapper.shared().createObjectNode().put("version", VERSION);
    }

    static void add(ObjectNode root, List<Finding> findings) {
        ArrayNode array = root.putArray("findings");
        for (Finding finding : findings) {
            ObjectNode node =
                    array.addObject()
                            .put("rule", finding.rule().value())
                            .put("severity", word(finding.severity()))
                            .put("file", finding.file())
                            .put("line", finding.span().line())
                            .put("column", finding.span().column())
                            .put("endLine", finding.span().endLine())
                            .put("endColumn", finding.span().endColumn())
                            .put("message", finding.message());
            finding.fix().ifPresent(fix -> node.put("fix", fix));
        }
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
