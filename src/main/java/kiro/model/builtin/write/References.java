package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.spec.rest.Authentication;
import kiro.spec.rest.Condition;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;
import kiro.spec.rest.Permission;
import kiro.spec.rest.Request;
import kiro.spec.rest.Response;

/// Finds what the fields of a body refer to: by their rules, or by what a criterion says is not there.
final class References {
    private final SpringProject project;
    private final Place place;
    private final Wants wants;

    References(SpringProject project, Place place, Wants wants) {
        this.project = project;
        this.place = place;
        this.wants = wants;
    }

    /// What a field refers to, by the spec or by what the resource holds.
    private record Said(Field field, String noun, OptionalInt status, boolean isRule) {}

    /// The property that holds that of which a field has the key: `room` of `roomId`.
    static Optional<Property> held(SpringProject project, Place place, Field field) {
        return place.resource().property(field.name()).isPresent()
                ? Optional.empty()
                : place.resource()
                        .property(field.name().replaceFirst("(?<=.)(Id|_id)$", ""))
                        .filter(property -> !property.name().equals(field.name()))
                        .filter(property -> storage(project, place, property).isPresent());
    }

    /// The key of what the resource holds, as a property of it that is read and never set.
    static Optional<Property> key(SpringProject project, Place place, Field field) {
        return held(project, place, field)
                .flatMap(held ->
                        storage(project, place, held)
                                .flatMap(one -> one.resource().id())
                                .map(id ->
                                        new Property(
                                                field.name(),
                                                id.typeName().boxed(),
                                                held.read() + id.read(),
                                                Optional.empty())));
    }

    /// The type of the key of what a property holds, as bodies have it.
    static Optional<String> keyType(SpringProject project, Place place, Field field) {
        return held(project, place, field)
                .flatMap(property -> storage(project, place, property))
                .flatMap(one -> one.resource().id())
                .map(id -> id.typeName().boxed());
    }

    private static Optional<Storage> storage(
            SpringProject project, Place place, Property property) {
        return project.sources()
                .resolve(property.type(), place.resource().type().file())
                .flatMap(type ->
                        project.storages().stream()
                                .filter(one -> one.kind() != Storage.Kind.MAP)
                                .filter(one -> one.resource().id().isPresent())
                                .filter(one ->
                                        one.resource()
                                                .type()
                                                .qualifiedName()
                                                .equals(type.qualifiedName()))
                                .findFirst());
    }

    private List<Said> said() {
        Map<String, Said> said = new LinkedHashMap<>();
        for (Field field : place.endpoint().request().body()) {
            for (FieldRule rule : field.rules()) {
                if (rule instanceof FieldRule.Refers(String noun, OptionalInt status)) {
                    said.put(field.name(), new Said(field, noun, status, true));
                }
            }
            wants.conditions()
                    .filter(Condition.MissingReference.class::isInstance)
                    .map(one -> (Condition.MissingReference) one)
                    .filter(one -> one.field().equals(field.name()))
                    .forEach(one ->
                            said.putIfAbsent(
                                    field.name(),
                                    new Said(field, one.noun(), OptionalInt.empty(), false)));
            held(project, place, field)
                    .map(property -> Names.words(property.name()))
                    .ifPresent(noun ->
                            said.putIfAbsent(
                                    field.name(),
                                    new Said(field, noun, OptionalInt.empty(), true)));
        }
        return List.copyOf(said.values());
    }

    /// Those that the project keeps and the class that does the work can look for.
    List<Reference> all() {
        var all = new ArrayList<Reference>();
        for (Said one : said()) {
            kept(one)
                    .map(found ->
                            new Reference(
                                    one.field(),
                                    one.noun(),
                                    one.status(),
                                    found,
                                    held(project, place, one.field()),
                                    kind(found, one.noun())))
                    .ifPresent(all::add);
        }
        return all;
    }

    Optional<Reference> of(String field) {
        return all().stream().filter(one -> one.field().name().equals(field)).findFirst();
    }

    /// Why what a rule says cannot be looked for; empty where it can.
    Optional<String> obstacle() {
        return said().stream()
                .filter(Said::isRule)
                .filter(one -> kept(one).isEmpty())
                .map(one -> reason(one.field().name(), one.noun()))
                .findFirst();
    }

    String reason(String field, String noun) {
        return "how to find out whether there is a %s with this %s is not evident: %s finds none by such a key"
                .formatted(noun, field, place.holder().type().name());
    }

    /// What makes one of those that are kept what the spec calls so, where their type has another name.
    private Optional<StateOf> kind(Place found, String noun) {
        boolean isNamed =
                Placer.isNamed(found.resource().name(), Names.camel(noun.toLowerCase(Locale.ROOT)));
        return isNamed
                ? Optional.empty()
                : new States(project.sources()).of(found.resource(), noun);
    }

    private Optional<Place> kept(Said said) {
        Optional<Storage> held =
                held(project, place, said.field())
                        .flatMap(property -> storage(project, place, property));
        List<Storage> all = held.map(List::of).orElse(project.storages());
        return all.stream()
                .map(one -> one.seenFrom(place.holder().type().packageName()))
                .filter(one -> one.kind() != Storage.Kind.MAP)
                .filter(one ->
                        held.isPresent()
                                || Placer.isNamed(
                                        one.resource().name(),
                                        Names.camel(said.noun().toLowerCase(Locale.ROOT))))
                .filter(one -> isKey(one, said.field()))
                .map(this::reached)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// Whether a field has the values by which a storage finds what it keeps.
    private boolean isKey(Storage storage, Field field) {
        Optional<String> type =
                place.resource()
                        .property(field.name())
                        .map(property -> property.typeName().boxed())
                        .or(() -> keyType(project, place, field));
        boolean canFind =
                storage.operation(Operation.Kind.FIND)
                        .filter(find ->
                                find.result() == Operation.Result.OPTIONAL
                                        || find.result() == Operation.Result.OBJECT)
                        .isPresent();
        return canFind
                && WrappedId.of(project.sources(), storage.resource()).isEmpty()
                && storage.resource()
                        .id()
                        .filter(id -> type.filter(id.typeName().boxed()::equals).isPresent())
                        .isPresent();
    }

    /// Where a storage is, as the class that does the work knows it; empty where it cannot know it.
    Optional<Place> reached(Storage storage) {
        Optional<Reaches.Reach> reach = new Reaches(project).of(place.holder(), storage);
        boolean canReach =
                reach.isPresent()
                        || GivenWriter.canBeGiven(project, place.holder().type(), storage.owner());
        if (!canReach) {
            return Optional.empty();
        }
        String name =
                reach.map(Reaches.Reach::name)
                        .orElseGet(() ->
                                GivenWriter.free(project, place.holder().type(), storage.owner()));
        return Optional.of(
                new Place(
                        nothing(),
                        place.path(),
                        Action.LIST,
                        new Names(Names.nounOf(storage.resource().name()), "get"),
                        place.controller(),
                        Optional.empty(),
                        place.holder(),
                        storage,
                        name,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        reach.isPresent()
                                ? List.of()
                                : List.of(
                                        new Added(place.holder().type(), storage.owner(), name))));
    }

    /// An endpoint of which nothing is said, as one that has to do with what is referred to.
    private EndpointSpec nothing() {
        return new EndpointSpec(
                place.endpoint().route(),
                Authentication.NOT_STATED,
                new Permission.Anyone(),
                Optional.empty(),
                new Request(List.of(), List.of(), List.of()),
                new Response(OptionalInt.empty(), Response.Shape.NOT_STATED, List.of()),
                List.of());
    }
}
