package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.spec.rest.Condition;
import kiro.spec.rest.Condition.Relation;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Field;

/// Writes the tests of two values that lie to each other as a rule allows, or forbids.
final class ComparedCases {
    private final Scene scene;
    private final CaseWriter writer;

    ComparedCases(Scene scene, CaseWriter writer) {
        this.scene = scene;
        this.writer = writer;
    }

    /// What a criterion says; where it is refused, also the other ways of breaking the same rule, and the one value beside the
    /// other one that is stored.
    CaseWriting of(CriterionOutcome outcome, Condition.Compares condition) {
        Optional<Comparison> rule =
                Comparison.of(scene.place()).stream()
                        .filter(one -> one.isOf(condition))
                        .findFirst();
        if (rule.isEmpty()) {
            return CaseWriter.missing(
                    "no rule of the spec refuses just this of %s and %s"
                            .formatted(condition.field(), condition.other()));
        }
        CaseWriting usual =
                condition.against() == Condition.Against.STORED
                        ? stored(outcome, condition)
                        : sent(outcome, condition);
        return Refusal.is(outcome)
                ? CaseWriting.joined(usual, beside(outcome, condition, rule.get()))
                : usual;
    }

    private List<CaseWriting.Beside> beside(
            CriterionOutcome outcome, Condition.Compares condition, Comparison rule) {
        var more = new ArrayList<CaseWriting.Beside>();
        for (Relation relation : EnumSet.of(Relation.SAME, condition.relation())) {
            var other =
                    new Condition.Compares(
                            condition.field(), relation, condition.other(), Condition.Against.SENT);
            if (isRefused(rule, other) && !isTold(other)) {
                more.add(new CaseWriting.Beside(words(other), sent(outcome, other)));
            }
        }
        boolean isOfStored = rule.isOfStored(scene.place(), scene.wants());
        if (isOfStored && condition.against() == Condition.Against.SENT) {
            Condition.Compares own = alone(condition);
            Condition.Compares others = alone(turned(condition));
            for (Condition.Compares one : List.of(own, others)) {
                boolean canBeAlone =
                        scene.field(one.other()).filter(Field::isRequired).isEmpty()
                                && !isTold(one);
                if (canBeAlone) {
                    more.add(
                            new CaseWriting.Beside(
                                    words(one) + " that is stored", stored(outcome, one)));
                }
            }
        }
        return more;
    }

    /// The same of the first field alone, where the other one is what is stored.
    private static Condition.Compares alone(Condition.Compares one) {
        return new Condition.Compares(
                one.field(), one.relation(), one.other(), Condition.Against.STORED);
    }

    private static Condition.Compares turned(Condition.Compares one) {
        String former = one.field();
        return new Condition.Compares(
                /* field= */ one.other(), one.relation().turned(), former, one.against());
    }

    private static boolean isRefused(Comparison rule, Condition.Compares condition) {
        boolean isTurned = !rule.field().name().equals(condition.field());
        return !rule.order()
                .allows(isTurned ? condition.relation().turned() : condition.relation());
    }

    /// Whether a criterion has this situation itself.
    private boolean isTold(Condition.Compares condition) {
        Condition.Compares turned = turned(condition);
        return scene.wants()
                .conditions()
                .anyMatch(one ->
                        one.equals(condition)
                                || (condition.against() == Condition.Against.SENT
                                        && one.equals(turned)));
    }

    private String words(Condition.Compares condition) {
        boolean isTime =
                scene.field(condition.field())
                        .map(scene::javaType)
                        .filter(type -> type.matches(".*(Date|Time|Instant|Year|Month).*"))
                        .isPresent();
        String lies =
                switch (condition.relation()) {
                    case LESS -> isTime ? "before" : "below";
                    case SAME -> isTime ? "at" : "equal to";
                    case MORE -> isTime ? "after" : "above";
                };
        return "a %s %s the %s"
                .formatted(Names.words(condition.field()), lies, Names.words(condition.other()));
    }

    /// Both values are sent.
    private CaseWriting sent(CriterionOutcome outcome, Condition.Compares condition) {
        Optional<SequencedMap<String, Sample>> values =
                scene.valid().flatMap(all -> scene.ordered().lying(all, condition));
        Optional<Given> given = writer.given();
        if (values.isEmpty()) {
            return CaseWriter.missing(
                    "no values of %s and %s are known that lie so"
                            .formatted(condition.field(), condition.other()));
        }
        return given.isEmpty()
                ? CaseWriter.missing(CaseWriter.NO_RESOURCE)
                : written(outcome, words(condition), values.get(), given.get(), condition);
    }

    /// Only the first of both is sent, and the other one is what is stored.
    private CaseWriting stored(CriterionOutcome outcome, Condition.Compares condition) {
        boolean isAlways = scene.field(condition.other()).filter(Field::isRequired).isPresent();
        Optional<SequencedMap<String, Sample>> valid = scene.valid();
        Optional<Field> field = scene.field(condition.field());
        if (isAlways || valid.isEmpty() || field.isEmpty() || !scene.place().action().hasId()) {
            return CaseWriter.missing("%s is always sent".formatted(condition.other()));
        }
        Optional<Given> given = writer.given().filter(one -> !one.values().isEmpty());
        Optional<Sample> value =
                Optional.ofNullable(scene.ordered().stored(valid.get()).get(condition.other()))
                        .flatMap(one ->
                                Scale.moved(
                                        one,
                                        scene.javaType(field.get()),
                                        OrderedSamples.steps(condition.relation())))
                        .filter(one -> Scale.fits(field.get(), one));
        if (given.isEmpty() || value.isEmpty()) {
            return CaseWriter.missing(
                    "a test cannot store a %s that its %s can be compared with"
                            .formatted(condition.other(), condition.field()));
        }
        var values = new LinkedHashMap<String, Sample>();
        for (Field one : scene.place().endpoint().request().body()) {
            if (one.isRequired()) {
                values.put(one.name(), valid.get().get(one.name()));
            }
        }
        values.put(condition.field(), value.get());
        return written(
                outcome, words(condition) + " that is stored", values, given.get(), condition);
    }

    private CaseWriting written(
            CriterionOutcome outcome,
            String words,
            SequencedMap<String, Sample> values,
            Given given,
            Condition.Compares condition) {
        boolean isRefused = Refusal.is(outcome);
        return new Bodies(scene)
                .sent(
                        outcome,
                        new CaseNames(scene.place())
                                .of(
                                        "with "
                                                + words.replaceFirst("^a (?=[aeio])", "an ")
                                                + (isRefused ? " is refused" : " succeeds")),
                        writer,
                        values,
                        given,
                        isRefused ? List.of(condition.field()) : List.of());
    }

    /// The rules of these fields with others, each broken by itself.
    List<CaseWriting> broken(CriterionOutcome outcome, List<String> fields) {
        var writings = new ArrayList<CaseWriting>();
        for (Comparison rule : Comparison.of(scene.place())) {
            if (fields.contains(rule.field().name())) {
                var condition =
                        new Condition.Compares(
                                rule.field().name(),
                                rule.order().isUpwards() ? Relation.LESS : Relation.MORE,
                                rule.other().name(),
                                Condition.Against.SENT);
                if (!isTold(condition)) {
                    writings.add(sent(outcome, condition));
                }
            }
        }
        return writings;
    }

    /// The same value for two fields, where a rule lets them have it and no criterion says so.
    List<CaseWriting.Beside> same(CriterionOutcome outcome) {
        var more = new ArrayList<CaseWriting.Beside>();
        for (Comparison rule : Comparison.of(scene.place())) {
            var condition =
                    new Condition.Compares(
                            rule.field().name(),
                            Relation.SAME,
                            rule.other().name(),
                            Condition.Against.SENT);
            if (rule.allowsSame() && !isTold(condition)) {
                more.add(new CaseWriting.Beside(words(condition), sent(outcome, condition)));
            }
        }
        return more;
    }
}
