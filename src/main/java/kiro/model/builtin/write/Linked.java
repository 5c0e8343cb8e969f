package kiro.model.builtin.write;

import java.util.Locale;
import java.util.Optional;
import kiro.code.JavaType;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;

/// Something else that an endpoint's resource has to do with: a field of the body has its key, or the resource has the key, or
/// holds it.
///
/// @param place where it is kept, as the class that does the work knows it
/// @param sent how a body names it; empty where the resource says which it is
/// @param property the resource's property with the key, or the thing; empty where a body or the path names it
/// @param parent what the path names; empty where it does not
record Linked(
        Place place,
        Optional<Reference> sent,
        Optional<Property> property,
        Optional<Parent> parent) {
    /// What a spec calls by this word; empty where nothing of the body or the resource is so.
    static Optional<Linked> of(SpringProject project, Place place, Wants wants, String noun) {
        var references = new References(project, place, wants);
        String word = Names.camel(noun.toLowerCase(Locale.ROOT));
        return references.all().stream()
                .filter(one ->
                        one.noun().equalsIgnoreCase(noun)
                                || Placer.isNamed(one.place().resource().name(), word))
                .findFirst()
                .map(one ->
                        new Linked(
                                one.place(), Optional.of(one), Optional.empty(), Optional.empty()))
                .or(() -> ofPath(place, noun.toLowerCase(Locale.ROOT)))
                .or(() -> kept(project, place, references, word));
    }

    private static Optional<Linked> ofPath(Place place, String word) {
        return place.parent()
                .filter(parent -> WithinParent.isCalled(parent, word))
                .map(parent ->
                        new Linked(
                                parent.place(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(parent)));
    }

    private static Optional<Linked> kept(
            SpringProject project, Place place, References references, String word) {
        if (!place.action().hasId()) {
            return Optional.empty();
        }
        return project.storages().stream()
                .map(one -> one.seenFrom(place.holder().type().packageName()))
                .filter(one -> one.kind() != Storage.Kind.MAP)
                .filter(one -> Placer.isNamed(one.resource().name(), word))
                .map(one -> new Growing(project).parent(one, "id"))
                .filter(one -> one.operation(Operation.Kind.FIND).isPresent())
                .flatMap(one ->
                        link(project, place, one, word)
                                .flatMap(property ->
                                        references
                                                .reached(one)
                                                .map(found ->
                                                        new Linked(
                                                                found,
                                                                Optional.empty(),
                                                                Optional.of(property),
                                                                Optional.empty())))
                                .stream())
                .findFirst();
    }

    /// The property that says which of those that a storage keeps it is.
    private static Optional<Property> link(
            SpringProject project, Place place, Storage storage, String word) {
        String type = storage.resource().name();
        Optional<Property> object =
                place.resource().properties().stream()
                        .filter(property -> property.type().equals(type))
                        .filter(property -> isClass(project, place, property))
                        .findFirst();
        Optional<Property> id = storage.resource().id();
        return object.or(() ->
                place.resource()
                        .property(word + "Id")
                        .filter(property ->
                                id.filter(key -> property.typeName().isSameAs(key.typeName()))
                                        .isPresent()));
    }

    private static boolean isClass(SpringProject project, Place place, Property property) {
        Optional<ProjectType> own =
                project.sources().resolve(property.type(), place.resource().type().file());
        return own.filter(one -> one.type().kind() != JavaType.Kind.ENUM).isPresent();
    }

    /// The same, where what it lacks to store a change can be written.
    Linked stored(SpringProject project, Place of, Wants wants) {
        // What another class finds is not stored by that.
        Place direct =
                parent.flatMap(_ -> new References(project, of, wants).reached(place.storage()))
                        .orElse(place);
        Storage grown = new Growing(project).grown(direct.storage(), Action.ACT, "/{id}");
        return new Linked(direct.in(grown), sent, property, parent);
    }

    /// Whether the resource holds the thing itself.
    boolean isObject() {
        return property.filter(one -> one.type().equals(place.resource().name())).isPresent();
    }

    /// The variable with the thing.
    String object() {
        return sent.map(Reference::object)
                .or(() -> parent.map(Parent::object))
                .orElseGet(() -> Reference.object(place));
    }

    String noun() {
        return Names.words(Names.nounOf(place.resource().name()));
    }
}
