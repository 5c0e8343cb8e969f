package kiro.model.builtin.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kiro.model.builtin.project.Paths;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.Words;

/// Works out what a request changes that it does not send: a state, a time, a value that the spec names.
final class Effects {
    private final SpringProject project;
    private final Place place;
    private final Wants wants;
    private final Map<Property, Effect> found = new LinkedHashMap<>();

    private Effects(SpringProject project, Place place, Wants wants) {
        this.project = project;
        this.place = place;
        this.wants = wants;
    }

    static Map<Property, Effect> of(SpringProject project, Place place, Wants wants) {
        var effects = new Effects(project, place, wants);
        boolean isChanging =
                switch (place.action()) {
                    case CREATE, REPLACE, CHANGE, ACT -> true;
                    case READ, LIST, DELETE -> false;
                };
        if (isChanging) {
            effects.gather();
        }
        return Map.copyOf(effects.found);
    }

    private void gather() {
        wants.behaviours(Behaviour.SetsTo.class).forEach(one -> constant(one.name(), one.value()));
        told(Expectation.FieldIs.class, is -> constant(is.name(), is.value()));
        told(Expectation.FieldIsNow.class, now -> put(now.name(), new Effect.Now()));
        told(Expectation.FieldIsCaller.class, caller -> put(caller.name(), new Effect.ByCaller()));
        told(
                Expectation.FieldIsSent.class,
                sent -> {
                    if (!sent.name().equals(sent.field())) {
                        put(sent.name(), new Effect.Sent(sent.field()));
                    }
                });
        wants.behaviours(Behaviour.SetsFrom.class)
                .forEach(from ->
                        new SentFields(place)
                                .property(from.field())
                                .filter(property -> !property.name().equals(from.field()))
                                .ifPresent(property ->
                                        put(property.name(), new Effect.Sent(from.field()))));
        for (Behaviour.SetsField set : wants.behaviours(Behaviour.SetsField.class)) {
            switch (set.source()) {
                case NOW -> put(set.name(), new Effect.Now());
                case CALLER -> put(set.name(), new Effect.ByCaller());
                case GENERATED -> {
                    // Where ids come from, the project says.
                }
            }
        }
        wants.behaviours(Behaviour.Brings.class).forEach(one -> state(List.of(one.state())));
        boolean isSaid = !wants.behaviours(Behaviour.Brings.class).isEmpty();
        if (place.action() == Action.ACT && !isSaid) {
            state(Words.doneBy(Paths.segments(place.path()).getLast()));
        }
    }

    private <E extends Expectation> void told(Class<E> kind, Consumer<E> take) {
        wants.whenValid().stream().filter(kind::isInstance).map(kind::cast).forEach(take);
    }

    private void put(String name, Effect effect) {
        boolean isSent =
                place.endpoint().request().body().stream()
                        .anyMatch(field -> field.name().equals(name));
        if (!isSent) {
            place.resource()
                    .property(name)
                    .ifPresent(property -> found.putIfAbsent(property, effect));
        }
    }

    private void constant(String name, String value) {
        place.resource()
                .property(name)
                .flatMap(property -> Standards.constant(project, place, property, value))
                .ifPresent(effect -> put(name, effect));
    }

    private void state(List<String> words) {
        for (String word : words) {
            Optional<StateOf> state = new States(project.sources()).of(place.resource(), word);
            if (state.isPresent()) {
                put(
                        state.get().property().name(),
                        state.get().isTime()
                                ? new Effect.Now()
                                : new Effect.Constant(state.get().value(), state.get().imports()));
                return;
            }
        }
    }
}
