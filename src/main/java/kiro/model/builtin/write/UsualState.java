package kiro.model.builtin.write;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;

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
                    if (effect instanceof Effect.Now && !property.typeName().isPrimitive()) {
                        values.put(property, "null");
                    }
                });
        StateGuards.allowed(wants).stream()
                .map(word -> states.of(place.resource(), word))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(state -> into(state, values));
        return values;
    }

    /// Puts a resource into a state.
    void into(StateOf state, Map<Property, String> values) {
        code.imports.addAll(state.imports());
        values.put(
                state.property(),
                state.isTime() ? TestObjects.time(state.property(), code.imports) : state.value());
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
        project.sources()
                .resolve(state.property().type(), place.resource().type().file())
                .ifPresent(type ->
                        type.type().constants().stream()
                                .map(constant -> type.name() + "." + constant)
                                .filter(constant -> !taken.contains(constant))
                                .findFirst()
                                .ifPresent(constant -> {
                                    code.imports.add(type.qualifiedName());
                                    values.put(state.property(), constant);
                                }));
    }
}
