package kiro.model.builtin.write;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Expectation;

/// A state into which a request brings something else.
record OtherEffect(Linked linked, StateOf state) {
    /// What a spec says of another thing.
    private record Said(String noun, String word) {}

    private static List<Said> said(SpringProject project, Place place, Wants wants) {
        var said = new LinkedHashSet<>(ofParent(project, place, wants));
        wants.behaviours(Behaviour.BringsOther.class)
                .forEach(one -> said.add(new Said(one.noun(), one.state())));
        wants.whenValid().stream()
                .filter(Expectation.OtherIs.class::isInstance)
                .map(Expectation.OtherIs.class::cast)
                .forEach(one -> said.add(new Said(one.noun(), one.state())));
        return List.copyOf(said);
    }

    /// What is made below a thing leads to a state that the thing knows alone.
    private static List<Said> ofParent(SpringProject project, Place place, Wants wants) {
        var states = new States(project.sources());
        return place.action() != Action.CREATE || place.parent().isEmpty()
                ? List.of()
                : wants.behaviours(Behaviour.Brings.class).stream()
                        .map(Behaviour.Brings::state)
                        .filter(state -> states.of(place.resource(), state).isEmpty())
                        .filter(state ->
                                states.of(place.parent().orElseThrow().place().resource(), state)
                                        .isPresent())
                        .map(state ->
                                new Said(
                                        Names.words(
                                                Names.nounOf(
                                                        place.parent()
                                                                .orElseThrow()
                                                                .place()
                                                                .resource()
                                                                .name())),
                                        state))
                        .toList();
    }

    static List<OtherEffect> all(SpringProject project, Place place, Wants wants) {
        return said(project, place, wants).stream()
                .filter(one -> obstacle(project, place, wants, one).isEmpty())
                .flatMap(one -> of(project, place, wants, one.noun(), one.word()).stream())
                .distinct()
                .toList();
    }

    static Optional<OtherEffect> of(
            SpringProject project, Place place, Wants wants, String noun, String word) {
        return Linked.of(project, place, wants, noun)
                .map(linked -> linked.stored(project, place, wants))
                .flatMap(linked ->
                        OtherState.state(project, linked, word)
                                .map(state -> new OtherEffect(linked, state)));
    }

    /// Why what a spec says of other things cannot be built.
    static List<String> obstacles(SpringProject project, Place place, Wants wants) {
        return said(project, place, wants).stream()
                .flatMap(one -> obstacle(project, place, wants, one).stream())
                .toList();
    }

    private static Optional<String> obstacle(
            SpringProject project, Place place, Wants wants, Said said) {
        Optional<String> unknown =
                OtherState.obstacle(project, place, wants, said.noun(), List.of(said.word()));
        if (unknown.isPresent()) {
            return unknown;
        }
        OtherEffect effect = of(project, place, wants, said.noun(), said.word()).orElseThrow();
        Place other = effect.linked().place();
        boolean canSet =
                effect.state().property().setter().isPresent()
                        || SetterWriter.copying(other.resource(), Set.of(effect.state().property()))
                                .isPresent();
        return canSet && canStore(other.storage())
                ? Optional.empty()
                : Optional.of(
                        "how a %s becomes '%s' and is stored again is not evident"
                                .formatted(effect.linked().noun(), said.word()));
    }

    private static boolean canStore(Storage storage) {
        return storage.operation(Operation.Kind.UPDATE).isPresent()
                || (storage.operation(Operation.Kind.SAVE).isPresent() && storage.replaces());
    }
}
