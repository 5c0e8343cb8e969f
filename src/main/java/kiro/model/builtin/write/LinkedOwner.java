package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Behaviour;

/// The one to whom something belongs that the resource has to do with, where the rules of ownership are about them: "the ride's
/// driver" may accept a request for the ride.
///
/// @param place where the thing is kept, with how it says whose it is
record LinkedOwner(Linked linked, Place place) {
    /// Empty where the resource says itself whose it is, or nothing else does, or several things do.
    static Optional<LinkedOwner> of(SpringProject project, Place place, Wants wants) {
        List<String> words =
                wants.behaviours(Behaviour.BelongsTo.class).stream()
                        .map(Behaviour.BelongsTo::name)
                        .toList();
        boolean isOpen =
                wants.ownerOnly()
                        && place.action().hasId()
                        && place.guard().isEmpty()
                        && words.size() == 1
                        && project.caller().isPresent();
        if (!isOpen) {
            return Optional.empty();
        }
        List<LinkedOwner> found =
                place.resource().properties().stream()
                        .filter(property ->
                                place.resource().id().filter(property::equals).isEmpty())
                        .map(property -> property.name().replaceFirst("(?<=.)(Id|_id)$", ""))
                        .distinct()
                        .flatMap(noun -> Linked.of(project, place, wants, noun).stream())
                        .filter(linked -> linked.property().isPresent())
                        .filter(linked -> isMeant(wants, place, linked))
                        .flatMap(linked -> owned(project, wants, linked, words.getFirst()).stream())
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// Whether it is the thing whose owner the spec speaks of, where it names one: itself, or the resource.
    private static boolean isMeant(Wants wants, Place place, Linked linked) {
        return wants.behaviour(Behaviour.OwnedThrough.class)
                .map(Behaviour.OwnedThrough::thing)
                .map(Names::camel)
                .filter(thing ->
                        !Placer.isNamed(linked.place().resource().name(), thing)
                                && !Placer.isNamed(place.resource().name(), thing)
                                && !place.names().noun().equalsIgnoreCase(thing))
                .isEmpty();
    }

    private static Optional<LinkedOwner> owned(
            SpringProject project, Wants wants, Linked linked, String word) {
        return new Owners(project)
                .of(linked.place().storage(), wants.endpoint())
                .filter(owner ->
                        owner.held()
                                .map(Property::name)
                                .filter(Owners.names(word)::contains)
                                .isPresent())
                .map(owner -> new LinkedOwner(linked, linked.place().owned(owner)));
    }
}
