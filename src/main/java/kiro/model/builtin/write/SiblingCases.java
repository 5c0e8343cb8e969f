package kiro.model.builtin.write;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.model.builtin.project.Property;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;
import kiro.spec.rest.Condition.Relation;
import kiro.spec.rest.CriterionOutcome;

/// Writes the tests of a value that lies to those of others of the same parent as a rule allows, or forbids.
final class SiblingCases {
    private final Scene scene;
    private final CaseWriter writer;

    SiblingCases(Scene scene, CaseWriter writer) {
        this.scene = scene;
        this.writer = writer;
    }

    /// What a criterion says; where it is refused, also the other ways of breaking the rule, and what just keeps it: beside
    /// others of the same parent, of another one, and beside none.
    CaseWriting of(CriterionOutcome outcome, Condition.AmongSiblings condition) {
        Optional<Behaviour.AmongSiblings> rule =
                scene.wants().behaviours(Behaviour.AmongSiblings.class).stream()
                        .filter(one -> one.name().equals(condition.field()))
                        .findFirst();
        boolean isRefused = Refusal.is(outcome);
        if (rule.isEmpty() || rule.get().order().allows(condition.relation()) == isRefused) {
            return CaseWriter.missing(
                    "no rule of the spec refuses just this of %s".formatted(condition.field()));
        }
        Optional<String> obstacle =
                SiblingGuards.obstacle(scene.project(), scene.place(), rule.get());
        if (obstacle.isPresent()) {
            return CaseWriter.missing(obstacle.get());
        }
        CaseWriting usual =
                beside(
                        outcome,
                        rule.get(),
                        List.of(condition.relation()),
                        with(rule.get(), condition.relation()));
        return isRefused && isFirst(outcome, condition)
                ? CaseWriting.joined(usual, more(outcome, condition, rule.get()))
                : usual;
    }

    /// One criterion can tell of several ways of breaking a rule: what goes beyond its sentence is tested once.
    private boolean isFirst(CriterionOutcome outcome, Condition.AmongSiblings condition) {
        return scene.wants().outcomes().stream()
                .filter(one -> one.criterion().equals(outcome.criterion()))
                .filter(one ->
                        one.condition() instanceof Condition.AmongSiblings(String field, var _)
                                && field.equals(condition.field()))
                .findFirst()
                .filter(outcome::equals)
                .isPresent();
    }

    private List<CaseWriting.Beside> more(
            CriterionOutcome outcome,
            Condition.AmongSiblings condition,
            Behaviour.AmongSiblings rule) {
        var more = new ArrayList<CaseWriting.Beside>();
        for (Relation other : Relation.values()) {
            boolean isTold =
                    scene.wants()
                            .conditions()
                            .anyMatch(new Condition.AmongSiblings(rule.name(), other)::equals);
            if (other != condition.relation() && !rule.order().allows(other) && !isTold) {
                more.add(told(outcome, rule, List.of(other), with(rule, other)));
            }
        }
        Relation broken = rule.order().isUpwards() ? Relation.LESS : Relation.MORE;
        more.add(
                told(
                        outcome,
                        rule,
                        List.of(broken.turned(), broken, broken.turned()),
                        "with " + words(rule.name()) + " between those of others"));
        Relation kept = rule.order().allows(Relation.SAME) ? Relation.SAME : broken.turned();
        CriterionOutcome served = TwiceCases.served(scene, outcome);
        more.add(told(served, rule, List.of(kept), with(rule, kept)));
        String foreign = with(rule, broken) + " of another " + parent(rule);
        more.add(
                new CaseWriting.Beside(
                        foreign, elsewhere(served, rule, broken, foreign + " is served")));
        more.add(told(served, rule, List.of(), "as the first one"));
        return more;
    }

    private CaseWriting.Beside told(
            CriterionOutcome outcome,
            Behaviour.AmongSiblings rule,
            List<Relation> relations,
            String words) {
        return new CaseWriting.Beside(words, beside(outcome, rule, relations, words));
    }

    private String parent(Behaviour.AmongSiblings rule) {
        return rule.parent()
                .or(() ->
                        scene.place()
                                .parent()
                                .map(parent ->
                                        Names.words(
                                                Names.nounOf(parent.place().resource().name()))))
                .orElse("parent");
    }

    private static String words(String field) {
        return CaseNames.article(Names.words(field));
    }

    private boolean isTime(String field) {
        return scene.field(field)
                .map(scene::javaType)
                .filter(type -> type.matches(".*(Date|Time|Instant|Year|Month).*"))
                .isPresent();
    }

    /// `with an amount below that of another bid`.
    private String with(Behaviour.AmongSiblings rule, Relation relation) {
        boolean isTime = isTime(rule.name());
        String lies =
                switch (relation) {
                    case LESS -> isTime ? "before" : "below";
                    case SAME -> isTime ? "at" : "equal to";
                    case MORE -> isTime ? "after" : "above";
                };
        String step = rule.step().signum() == 0 ? "" : " and " + rule.step().toPlainString();
        return "with %s %s that of another %s%s"
                .formatted(
                        words(rule.name()),
                        lies,
                        scene.place().names().nounWords(),
                        step.replace('.', ' '));
    }

    /// Others are stored so that what is sent lies to each as it is said.
    private CaseWriting beside(
            CriterionOutcome outcome,
            Behaviour.AmongSiblings rule,
            List<Relation> relations,
            String words) {
        Optional<List<String>> stored = stored(rule, relations);
        return written(
                outcome, stored, words + (Refusal.is(outcome) ? " is refused" : " is served"));
    }

    /// The same of another parent.
    private CaseWriting elsewhere(
            CriterionOutcome outcome,
            Behaviour.AmongSiblings rule,
            Relation relation,
            String words) {
        Optional<List<String>> stored =
                values(rule, relation)
                        .flatMap(values ->
                                Siblings.of(scene.project(), scene.place(), rule.parent())
                                        .flatMap(siblings ->
                                                new SiblingStock(scene)
                                                        .elsewhere(
                                                                siblings,
                                                                kind(rule.name(), relation),
                                                                values)));
        return written(outcome, stored, words);
    }

    private CaseWriting written(
            CriterionOutcome outcome, Optional<List<String>> stored, String words) {
        Optional<SequencedMap<String, Sample>> valid = scene.valid();
        Optional<Given> given = writer.given();
        if (stored.isEmpty() || valid.isEmpty() || given.isEmpty()) {
            return CaseWriter.missing(
                    "a test cannot store a %s that another one can be compared with"
                            .formatted(scene.place().names().nounWords()));
        }
        var statements = new ArrayList<>(stored.get());
        statements.addAll(given.get().statements());
        return new Bodies(scene)
                .sent(
                        outcome,
                        new CaseNames(scene.place()).of(words),
                        writer,
                        valid.get(),
                        given.get().withStatements(statements),
                        List.of());
    }

    private Optional<List<String>> stored(Behaviour.AmongSiblings rule, List<Relation> relations) {
        var statements = new ArrayList<String>();
        for (Relation relation : relations) {
            Optional<List<String>> one =
                    values(rule, relation)
                            .flatMap(values ->
                                    new SiblingStock(scene)
                                            .same(
                                                    rule.parent(),
                                                    kind(rule.name(), relation),
                                                    values));
            if (one.isEmpty()) {
                return Optional.empty();
            }
            statements.addAll(one.get());
        }
        return Optional.of(statements);
    }

    /// The values of one to which what is sent lies so, and by no other rule in the way.
    private Optional<Map<Property, String>> values(
            Behaviour.AmongSiblings rule, Relation relation) {
        var values = new HashMap<Property, String>();
        for (Behaviour.AmongSiblings one :
                scene.wants().behaviours(Behaviour.AmongSiblings.class)) {
            Relation lies =
                    one.equals(rule)
                            ? relation
                            : one.order().isUpwards() ? Relation.MORE : Relation.LESS;
            Optional<Property> property = SiblingGuards.property(scene.place(), one.name());
            Optional<String> value = property.flatMap(kept -> value(one, kept, lies));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.put(property.get(), value.get());
        }
        return Optional.of(values);
    }

    private Optional<String> value(
            Behaviour.AmongSiblings rule, Property property, Relation relation) {
        return scene.valid()
                .flatMap(all -> Optional.ofNullable(all.get(rule.name())))
                .flatMap(sent ->
                        scene.field(rule.name())
                                .flatMap(field ->
                                        moved(rule, sent, scene.javaType(field), relation)))
                .flatMap(Sample::expected)
                .flatMap(text ->
                        KnownValues.literal(property.typeName().raw(), text, scene.code().imports));
    }

    private String kind(String field, Relation relation) {
        boolean isTime = isTime(field);
        return switch (relation) {
            case LESS -> isTime ? "later" : "higher";
            case SAME -> "same " + Names.words(field);
            case MORE -> isTime ? "earlier" : "lower";
        };
    }

    private static Optional<Sample> moved(
            Behaviour.AmongSiblings rule, Sample sent, String type, Relation relation) {
        int steps = -OrderedSamples.steps(relation);
        BigDecimal step = rule.step();
        if (step.signum() == 0) {
            return Scale.moved(sent, type, steps);
        }
        return Scale.moved(sent, type, steps)
                .filter(one -> one.json().matches("-?\\d+(\\.\\d+)?"))
                .map(one ->
                        Sample.plain(new BigDecimal(one.json()).subtract(step).toPlainString()));
    }
}
