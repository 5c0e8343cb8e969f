package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;

/// The rule that the time of a thing overlaps with that of no other one of the same parent.
///
/// @param siblings the others
/// @param touching whether two overlap of which one ends when the other begins; empty where the spec does not say it
/// @param uncounted the states in which others do not count
record Overlap(
        Field start,
        Field end,
        Siblings siblings,
        Optional<Boolean> touching,
        List<StateOf> uncounted) {
    private static final String TIMES =
            "LocalDate|LocalDateTime|Instant|OffsetDateTime|ZonedDateTime";

    Overlap {
        uncounted = List.copyOf(uncounted);
    }

    /// Empty where the spec has no such rule, or it cannot be built.
    static Optional<Overlap> of(SpringProject project, Place place, Wants wants) {
        Optional<Behaviour.NoOverlap> rule = wants.behaviour(Behaviour.NoOverlap.class);
        return rule.isPresent() && obstacle(project, place, wants, rule.get()).isEmpty()
                ? Optional.of(made(project, place, wants, rule.get()))
                : Optional.empty();
    }

    private static Overlap made(
            SpringProject project, Place place, Wants wants, Behaviour.NoOverlap rule) {
        var states = new States(project.sources());
        return new Overlap(
                field(place, rule.span().orElseThrow().start()).orElseThrow(),
                field(place, rule.span().orElseThrow().end()).orElseThrow(),
                Siblings.of(project, place, rule.parent()).orElseThrow(),
                wants.behaviour(Behaviour.EndsTouch.class).map(Behaviour.EndsTouch::overlap),
                words(wants).stream()
                        .flatMap(word -> states.of(place.resource(), word).stream())
                        .toList());
    }

    private static List<String> words(Wants wants) {
        return wants.behaviours(Behaviour.Uncounted.class).stream()
                .flatMap(one -> one.states().stream())
                .distinct()
                .toList();
    }

    /// Why such a rule cannot be built; none where it can, or there is none.
    static List<String> obstacles(SpringProject project, Place place, Wants wants) {
        var obstacles = new ArrayList<String>();
        wants.behaviour(Behaviour.NoOverlap.class)
                .filter(rule -> rule.origin() == Behaviour.Origin.SAID)
                .flatMap(rule -> obstacle(project, place, wants, rule))
                .ifPresent(obstacles::add);
        boolean isAlone =
                wants.behaviours(Behaviour.NoOverlap.class).isEmpty()
                        && wants.conditions().noneMatch(Condition.Overlaps.class::isInstance)
                        && (!words(wants).isEmpty()
                                || wants.behaviour(Behaviour.EndsTouch.class).isPresent());
        if (isAlone) {
            obstacles.add("what must not overlap is not said");
        }
        return obstacles;
    }

    /// Why a criterion on what overlaps cannot be met.
    static String reason(SpringProject project, Place place, Wants wants) {
        return wants.behaviour(Behaviour.NoOverlap.class)
                .flatMap(rule -> obstacle(project, place, wants, rule))
                .orElse("no rule of the spec is about what overlaps");
    }

    private static Optional<String> obstacle(
            SpringProject project, Place place, Wants wants, Behaviour.NoOverlap rule) {
        Optional<Field> start = rule.span().flatMap(span -> field(place, span.start()));
        Optional<Field> end = rule.span().flatMap(span -> field(place, span.end()));
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.of(
                    "which fields of the body say from when to when a %s is, so that it overlaps with no other, is not clear"
                            .formatted(place.names().nounWords()));
        }
        Optional<String> kept =
                kept(place, wants, start.get()).or(() -> kept(place, wants, end.get()));
        if (kept.isPresent()) {
            return kept;
        }
        Optional<Siblings> siblings = Siblings.of(project, place, rule.parent());
        boolean isChange = place.action() != Action.CREATE;
        if (siblings.isEmpty()
                || (isChange && place.parent().isEmpty() && siblings.get().link().isEmpty())) {
            return Optional.of(
                    "others that it must not overlap belong to the same %s, and neither the path nor the body names that"
                            .formatted(rule.parent().orElse("parent")));
        }
        if (mayBeUnsaid(place, siblings.get())) {
            return Optional.of(
                    "what it belongs to need not be sent, and others that it must not overlap are of the same");
        }
        var states = new States(project.sources());
        return words(wants).stream()
                .filter(word -> states.of(place.resource(), word).isEmpty())
                .findFirst()
                .map(word ->
                        "nothing in %s says that it is '%s'"
                                .formatted(place.resource().name(), word))
                .or(() -> siblings.get().obstacle(project));
    }

    /// Whether a request need not say to what it belongs.
    private static boolean mayBeUnsaid(Place place, Siblings siblings) {
        return siblings.link()
                .filter(_ -> siblings.isSent())
                .flatMap(link -> field(place, link.name()))
                .filter(field -> !field.isRequired())
                .isPresent();
    }

    /// Why two times cannot be compared; a new one has both, and a change of one keeps the other.
    private static Optional<String> kept(Place place, Wants wants, Field field) {
        Optional<Property> property = place.resource().property(field.name());
        boolean isTime = property.filter(one -> one.typeName().boxed().matches(TIMES)).isPresent();
        boolean isKept = place.action() != Action.CREATE && AbsentFields.areKept(place, wants);
        return isTime && (field.isRequired() || isKept)
                ? Optional.empty()
                : Optional.of(
                        isTime
                                ? "what overlaps with one that has no %s is not said"
                                        .formatted(field.name())
                                : "how %s of two %s are compared is not evident"
                                        .formatted(
                                                field.name(),
                                                Names.plural(place.names().nounWords())));
    }

    private static Optional<Field> field(Place place, String name) {
        return place.endpoint().request().body().stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    Property startProperty() {
        return siblings.place().resource().property(start.name()).orElseThrow();
    }

    Property endProperty() {
        return siblings.place().resource().property(end.name()).orElseThrow();
    }

    /// Whether values are days, of which it has to be said whether the last one counts.
    boolean isOfDays() {
        return startProperty().typeName().raw().equals("LocalDate");
    }

    /// Whether two overlap of which one ends when the other begins: what the spec says, else it is so of days alone.
    boolean touchingOverlap() {
        return touching.orElse(isOfDays());
    }

    /// Whether tests show what is so of two that touch: where the spec says it, or there is a standard for it.
    boolean isTouchingKnown() {
        return touching.isPresent() || !isOfDays();
    }

    /// What is taken for granted, as a line for a reader; empty where the spec says it, or there is a standard for it.
    Optional<String> taken() {
        return isTouchingKnown()
                ? Optional.empty()
                : Optional.of(
                        "whether the last day counts is not said: two %s overlap where the one begins on the day on which the other ends"
                                .formatted(Names.plural(siblings.place().names().nounWords())));
    }

    /// The end lies behind the start.
    Comparison order() {
        return new Comparison(end, FieldRule.Order.ABOVE, start);
    }

    /// The expression that is true where another one, as `other`, lies in the same time.
    String test(String from, String until) {
        String others = "other" + startProperty().read();
        String othersEnd = "other" + endProperty().read();
        return touchingOverlap()
                ? "!%s.isAfter(%s) && !%s.isAfter(%s)".formatted(others, until, from, othersEnd)
                : "%s.isBefore(%s) && %s.isBefore(%s)".formatted(others, until, from, othersEnd);
    }
}
