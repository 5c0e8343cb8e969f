package kiro.model.builtin.write;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;
import kiro.spec.rest.Field;

/// Writes the checks that a new one's value lies beyond those of all others of the same parent.
final class SiblingGuards {
    private final Workshop workshop;
    private final FailureWriter failures;

    SiblingGuards(Workshop workshop, FailureWriter failures) {
        this.workshop = workshop;
        this.failures = failures;
    }

    /// Why such checks cannot be written; none where they can.
    static List<String> obstacles(SpringProject project, Place place, Wants wants) {
        var obstacles = new ArrayList<String>();
        for (Behaviour.AmongSiblings one : wants.behaviours(Behaviour.AmongSiblings.class)) {
            if (one.origin() == Behaviour.Origin.SAID) {
                obstacle(project, place, one).ifPresent(obstacles::add);
            }
        }
        return obstacles;
    }

    /// What a criterion alone says leaves nothing but that open.
    static Optional<String> obstacle(
            SpringProject project, Place place, Behaviour.AmongSiblings one) {
        if (place.action() != Action.CREATE) {
            return Optional.of(
                    "'%s' is compared with others, and that is built where one is made"
                            .formatted(one.name()));
        }
        Optional<Comparison> rule = comparison(place, one);
        Optional<Property> property = property(place, one.name());
        Optional<Siblings> siblings = Siblings.of(project, place, one.parent());
        if (rule.isEmpty() || property.isEmpty()) {
            return Optional.of(
                    "'%s' is compared with others, and no field of the body is kept so"
                            .formatted(one.name()));
        }
        if (siblings.isEmpty()) {
            return Optional.of(
                    "'%s' is compared with others of the same %s, and neither the path nor the body names that"
                            .formatted(one.name(), one.parent().orElse("parent")));
        }
        String type = property.get().typeName().boxed();
        return Comparison.obstacle(rule.get(), type, type)
                .or(() -> siblings.get().obstacle(project));
    }

    static Optional<Property> property(Place place, String field) {
        return new SentFields(place).property(field);
    }

    /// The field compared with itself, of another one.
    static Optional<Comparison> comparison(Place place, Behaviour.AmongSiblings one) {
        return field(place, one.name()).map(field -> new Comparison(field, one.order(), field));
    }

    private static Optional<Field> field(Place place, String name) {
        return place.endpoint().request().body().stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    void check(LogicWriter.Code code) {
        for (Behaviour.AmongSiblings one : code.wants.behaviours(Behaviour.AmongSiblings.class)) {
            if (obstacle(code.project, code.place, one).isEmpty()) {
                check(code, one);
            }
        }
    }

    private void check(LogicWriter.Code code, Behaviour.AmongSiblings one) {
        Property property = property(code.place, one.name()).orElseThrow();
        Comparison rule = comparison(code.place, one).orElseThrow();
        boolean isThere = code.isRequired(one.name());
        String value = code.present(code.sent(property).orElseThrow());
        String others = "other" + property.read();
        var tests = new ArrayList<String>();
        if (!isThere && !property.typeName().isPrimitive()) {
            tests.add(others + " != null");
        }
        String type = property.typeName().boxed();
        tests.add(rule.broken(value, beyond(code, others, type, one.step()), type));
        String broken =
                Siblings.of(code.project, code.place, one.parent())
                        .orElseThrow()
                        .found(workshop, code)
                        .any(tests);
        Raise raise =
                failures.raise(
                        Trouble.conflict(
                                        code.wants.status(condition -> isOf(condition, one), 409),
                                        code.place.resource().name(),
                                        Constraints.literal(told(code.place, rule, one)))
                                .coded(code.wants.errorCode(condition -> isOf(condition, one))),
                        code.place.holder().type());
        code.statements.add(
                "if (%s%s) {"
                        .formatted(isThere ? "" : code.raw(property) + " != null && ", broken));
        code.statements.add("    throw " + raise.expression() + ";");
        code.statements.add("}");
        code.imports.addAll(raise.imports());
    }

    private static String beyond(
            LogicWriter.Code code, String value, String type, BigDecimal step) {
        if (step.signum() == 0) {
            return value;
        }
        if (type.equals("BigDecimal")) {
            code.imports.add("java.math.BigDecimal");
            return "%s.add(new BigDecimal(\"%s\"))".formatted(value, step.toPlainString());
        }
        return value + " + " + step.toPlainString();
    }

    /// Whether a second one with the same value is refused.
    static boolean refusesSame(Wants wants) {
        return wants.behaviours(Behaviour.AmongSiblings.class).stream()
                .anyMatch(one ->
                        one.step().signum() > 0 || !one.order().allows(Condition.Relation.SAME));
    }

    private static boolean isOf(Condition condition, Behaviour.AmongSiblings rule) {
        return condition instanceof Condition.AmongSiblings(String field, var _)
                && field.equals(rule.name());
    }

    /// `amount must be greater than that of every other bid`.
    private static String told(Place place, Comparison rule, Behaviour.AmongSiblings one) {
        String noun = Names.words(Names.nounOf(place.resource().name()));
        String field = rule.field().name();
        String lies = rule.told();
        String step = one.step().signum() == 0 ? "" : " plus " + one.step().toPlainString();
        return lies.substring(0, lies.length() - field.length())
                + "that of every other "
                + noun
                + step;
    }
}
