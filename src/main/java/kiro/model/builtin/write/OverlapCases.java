package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.model.builtin.project.Property;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Field;

/// Writes the tests of a time that overlaps with that of others, or just does not.
final class OverlapCases {
    private static final int FAR = 9;

    private final Scene scene;
    private final CaseWriter writer;
    private final CaseNames names;

    OverlapCases(Scene scene, CaseWriter writer) {
        this.scene = scene;
        this.writer = writer;
        this.names = new CaseNames(scene.place());
    }

    /// From when to when another one is: so many minutes, or days, from an end of what is sent.
    private record Beside(String kind, boolean isFromStart, int from, boolean isToStart, int to) {}

    CaseWriting of(CriterionOutcome outcome, Condition.Overlaps condition) {
        Optional<Overlap> rule = Overlap.of(scene.project(), scene.place(), scene.wants());
        if (rule.isEmpty()) {
            return CaseWriter.missing(
                    Overlap.reason(scene.project(), scene.place(), scene.wants()));
        }
        return switch (condition.how()) {
            case OVERLAPS ->
                    Refusal.is(outcome)
                            ? CaseWriting.joined(
                                    beside(
                                            outcome,
                                            rule.get(),
                                            overEnd(rule.get()),
                                            "over the end of another %s"),
                                    more(outcome, rule.get()))
                            : CaseWriter.missing("no rule of the spec lets this be");
            case TOUCHES -> touching(outcome, rule.get());
            case ELSEWHERE -> elsewhere(outcome, rule.get());
            case UNCOUNTED -> uncounted(outcome, rule.get(), condition.word().orElse(""));
        };
    }

    /// Where two that touch overlap, one shares no more than its last moment, or day; where that is not said, two.
    private static int shared(Overlap rule) {
        return rule.touchingOverlap() && rule.isTouchingKnown() ? 0 : 1;
    }

    private static Beside overEnd(Overlap rule) {
        return new Beside("earlier", true, -FAR, true, shared(rule));
    }

    private List<CaseWriting.Beside> more(CriterionOutcome outcome, Overlap rule) {
        var more = new ArrayList<CaseWriting.Beside>();
        var overStart = new Beside("later", false, -shared(rule), false, FAR);
        var around = new Beside("longer", true, -FAR, false, FAR);
        var within = new Beside("shorter", true, 1, false, -1);
        var same = new Beside("equal", true, 0, false, 0);
        more.add(told(outcome, rule, overStart, "over the beginning of another %s"));
        more.add(told(outcome, rule, around, "within another %s"));
        if (stored(rule, within).isPresent()) {
            more.add(told(outcome, rule, within, "around another %s"));
        }
        more.add(told(outcome, rule, same, "at the same time as another %s"));
        CriterionOutcome served = TwiceCases.served(scene, outcome);
        boolean isTold = isTold(Condition.Overlap.TOUCHES);
        int apart = rule.touchingOverlap() ? 1 : 0;
        if (!isTold || apart > 0) {
            var before = new Beside("former", true, -FAR, true, -apart);
            var behind = new Beside("following", false, apart, false, FAR);
            more.add(told(served, rule, before, "right behind another %s"));
            more.add(told(served, rule, behind, "right before another %s"));
        }
        more.add(
                new CaseWriting.Beside(
                        "at the same time as one of another " + parent(rule),
                        elsewhere(served, rule)));
        if (!isTold(Condition.Overlap.UNCOUNTED)) {
            for (StateOf state : rule.uncounted()) {
                more.add(
                        new CaseWriting.Beside(
                                "at the same time as one that does not count",
                                uncounted(served, rule, state)));
            }
        }
        if (scene.place().action() != Action.CREATE) {
            more.add(new CaseWriting.Beside("over its own former time", own(served, rule)));
        }
        return more;
    }

    private boolean isTold(Condition.Overlap how) {
        return scene.wants()
                .conditions()
                .anyMatch(one ->
                        one instanceof Condition.Overlaps(Condition.Overlap told, var _)
                                && told == how);
    }

    private CaseWriting touching(CriterionOutcome outcome, Overlap rule) {
        if (rule.touchingOverlap() != Refusal.is(outcome)) {
            return CaseWriter.missing("the spec says another thing of two that touch");
        }
        var before = new Beside("former", true, -FAR, true, 0);
        var behind = new Beside("following", false, 0, false, FAR);
        return CaseWriting.all(
                List.of(
                        beside(outcome, rule, before, "from the end of another %s on"),
                        beside(outcome, rule, behind, "up to the beginning of another %s")));
    }

    private CaseWriting.Beside told(
            CriterionOutcome outcome, Overlap rule, Beside other, String words) {
        return new CaseWriting.Beside(words.formatted(noun()), beside(outcome, rule, other, words));
    }

    private CaseWriting beside(CriterionOutcome outcome, Overlap rule, Beside other, String words) {
        return written(
                outcome,
                stored(rule, other),
                given(),
                words.formatted(noun()) + (Refusal.is(outcome) ? " is refused" : " is served"));
    }

    private String noun() {
        return scene.place().names().nounWords();
    }

    private String parent(Overlap rule) {
        return rule.siblings()
                .link()
                .map(link -> Names.words(link.name().replaceFirst("Id$", "")))
                .or(() ->
                        scene.place()
                                .parent()
                                .map(parent ->
                                        Names.words(
                                                Names.nounOf(parent.place().resource().name()))))
                .orElse("parent");
    }

    /// One of another parent lies in the same time.
    private CaseWriting elsewhere(CriterionOutcome outcome, Overlap rule) {
        Optional<List<String>> stored =
                values(rule, new Beside("equal", true, 0, false, 0))
                        .flatMap(values ->
                                new SiblingStock(scene)
                                        .elsewhere(rule.siblings(), "equal", values));
        return written(
                outcome,
                stored,
                given(),
                "at the same time as %s of another %s is served"
                        .formatted(CaseNames.article(noun()), parent(rule)));
    }

    private CaseWriting uncounted(CriterionOutcome outcome, Overlap rule, String word) {
        Optional<StateOf> state =
                new States(scene.project().sources()).of(scene.place().resource(), word);
        return state.isEmpty()
                ? CaseWriter.missing("a test cannot have one that is '%s'".formatted(word))
                : uncounted(outcome, rule, state.get());
    }

    /// One in a state in which it does not count lies in the same time.
    private CaseWriting uncounted(CriterionOutcome outcome, Overlap rule, StateOf state) {
        scene.code().imports.addAll(state.imports());
        String value =
                state.isTime()
                        ? TestObjects.time(state.property(), scene.code().imports)
                        : state.value();
        Optional<List<String>> stored =
                values(rule, new Beside("equal", true, 0, false, 0))
                        .flatMap(values -> {
                            var all = new HashMap<>(values);
                            all.put(state.property(), value);
                            return new SiblingStock(scene).same(rule.siblings(), "uncounted", all);
                        });
        return written(
                outcome,
                stored,
                given(),
                "at the same time as %s that does not count is served"
                        .formatted(CaseNames.article(noun())));
    }

    /// What is moved lay in part in the time into which it is moved.
    private CaseWriting own(CriterionOutcome outcome, Overlap rule) {
        Optional<Given> given =
                values(rule, overEnd(rule))
                        .flatMap(values ->
                                new SiblingStock(scene)
                                        .own(rule.siblings(), "former time", values));
        return written(
                outcome, Optional.of(List.of()), given, "over its own former time is served");
    }

    private Optional<Given> given() {
        return writer.given();
    }

    private CaseWriting written(
            CriterionOutcome outcome,
            Optional<List<String>> stored,
            Optional<Given> given,
            String words) {
        Optional<SequencedMap<String, Sample>> valid = scene.valid();
        if (stored.isEmpty() || valid.isEmpty() || given.isEmpty()) {
            return CaseWriter.missing(
                    "a test cannot store another %s with such a time".formatted(noun()));
        }
        var statements = new ArrayList<>(stored.get());
        statements.addAll(given.get().statements());
        return new Bodies(scene)
                .sent(
                        outcome,
                        names.of(words),
                        writer,
                        valid.get(),
                        given.get().withStatements(statements),
                        List.of());
    }

    private Optional<List<String>> stored(Overlap rule, Beside other) {
        return values(rule, other)
                .flatMap(values ->
                        new SiblingStock(scene).same(rule.siblings(), other.kind(), values));
    }

    /// The two ends of another one; empty where they would be out of order.
    private Optional<Map<Property, String>> values(Overlap rule, Beside other) {
        Optional<Sample> from = moved(rule, other.isFromStart(), other.from());
        Optional<Sample> until = moved(rule, other.isToStart(), other.to());
        String type = scene.javaType(rule.start());
        boolean isOrdered =
                from.isPresent()
                        && until.isPresent()
                        && Scale.compared(from.get(), until.get(), type).orElse(1) < 0;
        if (!isOrdered) {
            return Optional.empty();
        }
        var values = new HashMap<Property, String>();
        literal(rule.startProperty(), from.get())
                .ifPresent(value -> values.put(rule.startProperty(), value));
        literal(rule.endProperty(), until.get())
                .ifPresent(value -> values.put(rule.endProperty(), value));
        boolean areKnown = values.size() == 2;
        counted(rule, values);
        return areKnown ? Optional.of(values) : Optional.empty();
    }

    /// Others are in none of the states in which they do not count.
    private void counted(Overlap rule, Map<Property, String> values) {
        List<String> uncounted = rule.uncounted().stream().map(StateOf::value).toList();
        for (StateOf state : rule.uncounted()) {
            if (!state.other().isEmpty()) {
                values.put(state.property(), state.other());
                continue;
            }
            scene
                    .project()
                    .sources()
                    .resolve(state.property().type(), scene.place().resource().type().file())
                    .stream()
                    .flatMap(type ->
                            type.type().constants().stream()
                                    .map(constant ->
                                            scene.project().sources().constant(type, constant)))
                    .filter(constant -> !uncounted.contains(constant))
                    .findFirst()
                    .ifPresent(constant -> values.put(state.property(), constant));
            scene.code().imports.addAll(state.imports());
        }
    }

    private Optional<Sample> moved(Overlap rule, boolean isOfStart, int steps) {
        Field field = isOfStart ? rule.start() : rule.end();
        return scene.valid()
                .flatMap(all -> Optional.ofNullable(all.get(field.name())))
                .flatMap(sample -> Scale.near(sample, scene.javaType(field), steps));
    }

    private Optional<String> literal(Property property, Sample sample) {
        return sample.expected()
                .flatMap(text ->
                        KnownValues.literal(property.typeName().raw(), text, scene.code().imports));
    }
}
