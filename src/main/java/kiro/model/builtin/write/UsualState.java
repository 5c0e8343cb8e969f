package kiro.model.builtin.write;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Field;

/// The values of the resources that tests store, as far as the endpoint does its work with some alone.
final class UsualState {
    private final SpringProject project;
    private final Place place;
    private final Wants wants;
    private final TestCode code;

    UsualState(SpringProject project, Place place, Wants wants, TestCode code) {
        this.project = project;
        this.place = place;
        this.wants = wants;
        this.code = code;
    }

    /// The values that put a resource into a state in which the endpoint does its work.
    Map<Property, String> values() {
        var states = new States(project.sources());
        var values = new HashMap<Property, String>();
        for (String word : StateGuards.forbidden(wants)) {
            states.of(place.resource(), word).ifPresent(state -> out(state, values));
        }
        place.piece()
                .ifPresent(piece ->
                        new PieceChecks(project, place, code)
                                .held()
                                .ifPresent(held -> values.put(piece.property(), held)));
        Effects.of(project, place, wants)
                .forEach((property, effect) -> {
                    boolean isOfEveryChange = Times.isOfEveryChange(property);
                    if (effect instanceof Effect.Now
                            && place.action() != Action.CREATE
                            && !isOfEveryChange
                            && !property.typeName().isPrimitive()) {
                        values.put(property, "null");
                    }
                    boolean canDiffer = place.action() != Action.CREATE || isGiven(property);
                    if (effect instanceof Effect.Constant(String expression, var _) && canDiffer) {
                        before(property, expression).forEach(values::putIfAbsent);
                    }
                });
        PassedTime.all(place, wants).stream()
                .filter(one -> !one.isOfParent())
                .forEach(one -> values.put(one.property(), one.ahead(code)));
        if (place.action() != Action.CREATE) {
            besideSent(values);
            around(values);
        }
        StateGuards.allowed(wants).stream()
                .map(word -> states.of(place.resource(), word))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(state -> into(state, values));
        return values;
    }

    /// Whether a test can choose the value: what is there beside a new one need not differ from it in all that is set.
    private boolean isGiven(Property property) {
        return property.setter().isPresent()
                || place.resource().making().takes().contains(property.name());
    }

    /// Zero where one is the only number that can be sent: tests store ones where any number does.
    private void besideSent(Map<Property, String> values) {
        for (Field field : place.endpoint().request().body()) {
            place.resource()
                    .property(field.name())
                    .filter(property ->
                            Sample.valid(field, property.typeName().boxed())
                                    .filter(sample -> sample.json().matches("1(\\.0+)?"))
                                    .isPresent())
                    .ifPresent(property -> {
                        switch (property.typeName().boxed()) {
                            case "Integer", "Short" -> values.putIfAbsent(property, "0");
                            case "Long" -> values.putIfAbsent(property, "0L");
                            case "BigDecimal" -> {
                                code.imports.add("java.math.BigDecimal");
                                values.putIfAbsent(property, "BigDecimal.ZERO");
                            }
                            default -> {
                                // Of no other type do tests store a one.
                            }
                        }
                    });
        }
    }

    /// What is compared with each other lies so that each of what requests send can be sent alone.
    private void around(Map<Property, String> values) {
        List<Comparison> rules = Comparison.of(place);
        var sent = new LinkedHashMap<String, Sample>();
        for (Comparison rule : rules) {
            for (Field field : List.of(rule.field(), rule.other())) {
                Sample.valid(field, type(field)).ifPresent(one -> sent.put(field.name(), one));
            }
        }
        var ordered = new OrderedSamples(rules, this::type);
        ordered.valid(sent)
                .map(ordered::stored)
                .orElse(Map.of())
                .forEach((name, sample) ->
                        place.resource()
                                .property(name)
                                .ifPresent(property ->
                                        sample.expected()
                                                .flatMap(value ->
                                                        KnownValues.literal(
                                                                property.typeName().raw(),
                                                                value,
                                                                code.imports))
                                                .ifPresent(value -> values.put(property, value))));
    }

    private String type(Field field) {
        return place.resource()
                .property(field.name())
                .map(property -> property.typeName().boxed())
                .orElseGet(() -> RequestWriter.javaType(field.type()));
    }

    /// What a property has before it gets a value, so that a test sees it change: the other one of a flag, another
    /// constant of an enum, another number, a time where it gets none.
    private Map<Property, String> before(Property property, String expression) {
        if (expression.matches("true|false")) {
            return Map.of(property, expression.equals("true") ? "false" : "true");
        }
        // Tests store ones where any number does.
        if (expression.matches("1L?")) {
            return Map.of(property, expression.replace('1', '2'));
        }
        if (expression.equals("null")) {
            return Times.isTime(property)
                    ? Map.of(property, TestObjects.time(property, code.imports))
                    : Map.of();
        }
        return constant(property, Set.of(expression)).orElse(Map.of());
    }

    /// Puts a resource into a state.
    void into(StateOf state, Map<Property, String> values) {
        code.imports.addAll(state.imports());
        values.put(
                state.property(),
                state.isTime() ? TestObjects.time(state.property(), code.imports) : state.value());
    }

    /// The values that put a resource into a state; empty where the domain does not know it.
    Optional<Map<Property, String>> in(String word) {
        return new States(project.sources())
                .of(place.resource(), word)
                .map(state -> {
                    var values = new HashMap<Property, String>();
                    into(state, values);
                    return values;
                });
    }

    /// The values that put a resource into a state that forbids the change: where a time tells it, also out of the states
    /// that allow it.
    Optional<Map<Property, String>> conflicting(String word) {
        var states = new States(project.sources());
        Optional<StateOf> state = states.of(place.resource(), word);
        Optional<StateOf> allowed =
                StateGuards.allowed(wants).stream()
                        .map(one -> states.of(place.resource(), one))
                        .flatMap(Optional::stream)
                        .findFirst();
        boolean isToldApart =
                state.isPresent()
                        && state.get().isTime()
                        && allowed.isPresent()
                        && !allowed.get().property().equals(state.get().property());
        if (!isToldApart) {
            return in(word);
        }
        return outOf(StateGuards.allowed(wants).iterator().next())
                .map(values -> {
                    var all = new HashMap<>(values);
                    into(state.get(), all);
                    return all;
                });
    }

    /// The values that put a resource into the first state that is not this one and in which nothing can be done.
    Optional<Map<Property, String>> outOf(String word) {
        var states = new States(project.sources());
        Optional<StateOf> state = states.of(place.resource(), word);
        if (state.filter(one -> !one.other().isEmpty()).isPresent()) {
            return Optional.of(Map.of(state.get().property(), state.get().other()));
        }
        var allowed = new HashSet<String>();
        state.ifPresent(one -> allowed.add(one.value()));
        for (String other : StateGuards.allowed(wants)) {
            states.of(place.resource(), other).ifPresent(one -> allowed.add(one.value()));
        }
        return state.flatMap(one -> constant(one.property(), allowed));
    }

    /// The first constant of an enum that is none of these.
    private Optional<Map<Property, String>> constant(Property property, Set<String> taken) {
        return new States(project.sources()).beside(place.resource(), property, taken, code);
    }

    /// Takes a resource out of a state: of an enum, into the first constant that no rule forbids.
    private void out(StateOf state, Map<Property, String> values) {
        if (!state.other().isEmpty()) {
            values.put(state.property(), state.other());
            return;
        }
        var states = new States(project.sources());
        var taken = new HashSet<String>();
        for (String word : StateGuards.forbidden(wants)) {
            states.of(place.resource(), word).ifPresent(one -> taken.add(one.value()));
        }
        Effect effect = Effects.of(project, place, wants).get(state.property());
        if (effect instanceof Effect.Constant constant) {
            taken.add(constant.expression());
        }
        constant(state.property(), taken).ifPresent(values::putAll);
    }
}
