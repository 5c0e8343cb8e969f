package kiro.infer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The text of a spec that an inference gives: valid as it is, every statement with its place.
///
/// A criterion's place stands in a quotation below it, which is no part of its words: a person who
/// accepts the criterion takes the quotation away, and the words, and what proves them, stay the same.
public final class SpecDraft {
    private static final int MOST_CRITERIA = 400;
    private static final int MOST_ITEMS = 60;

    private static final SequencedMap<Fact.Kind, String> DOES = new LinkedHashMap<>();

    static {
        DOES.put(Fact.Kind.DATABASE, "uses a database");
        DOES.put(Fact.Kind.QUEUE, "sends messages");
        DOES.put(Fact.Kind.HTTP, "calls other services over HTTP");
        DOES.put(Fact.Kind.FILE, "reads or writes files");
    }

    private final Inference inference;
    private final String title;
    private final StringBuilder text = new StringBuilder();

    private SpecDraft(Inference inference, String title) {
        this.inference = inference;
        this.title = title;
    }

    /// The spec as Markdown. The same code gives the same text, byte for byte.
    public static String of(Inference inference, String title) {
        return new SpecDraft(inference, title).write();
    }

    private String write() {
        line("# " + title);
        section("Overview");
        overview();
        section("Requirements");
        requirements();
        section("Acceptance Criteria");
        criteria();
        approach();
        constraints();
        return text.toString();
    }

    private void overview() {
        line("The code in %s %s.".formatted(Conditions.code(inference.scope()), listed(does())));
        line(
                "This spec was inferred from %s with %s of %s; each statement says where it was read."
                        .formatted(
                                counted(inference.reading().files(), "file"),
                                counted(inference.reading().lines(), "line"),
                                listed(inference.reading().languages())));
    }

    private List<String> does() {
        List<String> does = new ArrayList<>();
        if (!inference.endpoints().isEmpty()) {
            does.add(
                    "answers %s over HTTP (%s)"
                            .formatted(
                                    counted(inference.endpoints().size(), "request"),
                                    inference.endpoints().stream()
                                            .map(Endpoint::framework)
                                            .distinct()
                                            .sorted()
                                            .collect(Collectors.joining(", "))));
        }
        DOES.forEach((kind, words) -> {
            if (has(kind)) {
                does.add(words);
            }
        });
        if (does.isEmpty()) {
            does.add(
                    "offers %s to other code"
                            .formatted(
                                    counted(
                                            inference.interfaces().size(),
                                            "type or function",
                                            "types and functions")));
        }
        return does;
    }

    private boolean has(Fact.Kind kind) {
        return inference.facts().stream().anyMatch(fact -> fact.kind() == kind);
    }

    private void requirements() {
        if (inference.endpoints().isEmpty()) {
            items(
                    inference.interfaces().stream()
                            .filter(each -> !each.kind().equals("constructor"))
                            .toList(),
                    each ->
                            "- The %s %s is offered (%s)."
                                    .formatted(
                                            each.kind(),
                                            Conditions.code(each.name()),
                                            Conditions.code(each.place().toString())));
            if (inference.interfaces().isEmpty()) {
                line("- The code behaves as its tests say.");
            }
        }
        for (Endpoint endpoint : inference.endpoints()) {
            line(
                    "- %s is answered%s (%s)."
                            .formatted(
                                    Conditions.code(endpoint.method() + " " + endpoint.path()),
                                    endpoint.handler().isEmpty()
                                            ? ""
                                            : " by " + Conditions.code(endpoint.handler()),
                                    Conditions.code(endpoint.place().toString())));
        }
        of(Fact.Kind.ACCESS).stream().limit(MOST_ITEMS).forEach(this::item);
    }

    private void criteria() {
        List<DraftCriterion> all = DraftCriteria.of(inference);
        int number = 1;
        for (DraftCriterion each : all.subList(0, Math.min(all.size(), MOST_CRITERIA))) {
            line("- [ ] AC-%d: %s".formatted(number++, each.words()));
            line("  > " + InferredMarks.mark(each.place(), each.message()));
            for (DraftCriterion.Proof proof : each.proofs()) {
                line(
                        "  > asserted by the test %s at %s, which has the same %s"
                                .formatted(
                                        Conditions.code(proof.test().name()),
                                        Conditions.code(proof.test().place().toString()),
                                        proof.match()));
            }
        }
        if (all.size() > MOST_CRITERIA) {
            line();
            line(
                    "> %d more were inferred: infer smaller folders to see them"
                            .formatted(all.size() - MOST_CRITERIA));
        }
    }

    private void approach() {
        Map<Fact.Kind, List<Fact>> kinds = new LinkedHashMap<>();
        for (Fact.Kind kind :
                List.of(
                        Fact.Kind.DATABASE,
                        Fact.Kind.QUEUE,
                        Fact.Kind.HTTP,
                        Fact.Kind.FILE,
                        Fact.Kind.SETTING)) {
            List<Fact> facts = of(kind);
            if (!facts.isEmpty()) {
                kinds.put(kind, facts);
            }
        }
        if (inference.interfaces().isEmpty() && kinds.isEmpty()) {
            return;
        }
        section("Technical Approach");
        if (!inference.interfaces().isEmpty()) {
            line("### Interface");
            line();
            items(
                    inference.interfaces(),
                    each ->
                            "- %s (%s)"
                                    .formatted(
                                            Excerpt.ofDeclaration(
                                                    owner(each.name()) + each.signature()),
                                            Conditions.code(each.place().toString())));
        }
        kinds.forEach((kind, facts) -> {
            if (!text.toString().endsWith("\n\n")) {
                line();
            }
            line("### " + kind.title());
            line();
            items(facts, SpecDraft::written);
        });
    }

    private static String owner(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot) + ": ";
    }

    private void constraints() {
        List<Fact> limits = of(Fact.Kind.LIMIT);
        var open = new ArrayList<String>();
        inference
                .reading()
                .partly()
                .forEach(place ->
                        open.add(
                                "- %s does not follow its language's grammar from there on in parts; the rest of the file was read"
                                        .formatted(Conditions.code(place.toString()))));
        inference
                .reading()
                .skipped()
                .forEach(skipped ->
                        open.add(
                                "- %s was not read: %s"
                                        .formatted(
                                                Conditions.code(skipped.file()),
                                                skipped.reason())));
        if (limits.isEmpty() && open.isEmpty()) {
            return;
        }
        section("Constraints");
        items(limits, SpecDraft::written);
        items(open, each -> each);
    }

    private List<Fact> of(Fact.Kind kind) {
        return inference.facts().stream().filter(fact -> fact.kind() == kind).toList();
    }

    private void item(Fact fact) {
        line(written(fact));
    }

    private static String written(Fact fact) {
        return "- %s (%s)".formatted(fact.text(), Conditions.code(fact.place().toString()));
    }

    private <T> void items(List<T> items, Function<T, String> words) {
        items.stream().limit(MOST_ITEMS).map(words).forEach(this::line);
        if (items.size() > MOST_ITEMS) {
            line("- and %d more".formatted(items.size() - MOST_ITEMS));
        }
    }

    private void section(String name) {
        line();
        line("## " + name);
        line();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void line() {
        text.append('\n');
    }

    private static String listed(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    private static String counted(int number, String one) {
        return counted(number, one, one + "s");
    }

    private static String counted(int number, String one, String several) {
        return "%,d %s".formatted(number, number == 1 ? one : several);
    }
}
