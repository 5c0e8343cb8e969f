package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Making;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Behaviour;

/// What keeps a new resource from being made.
final class CreateObstacles {
    private final SpringProject project;
    private final Place place;
    private final Wants wants;

    CreateObstacles(SpringProject project, Place place, Wants wants) {
        this.project = project;
        this.place = place;
        this.wants = wants;
    }

    void add(List<String> obstacles) {
        DomainType resource = place.resource();
        Property id = resource.id().orElseThrow();
        boolean hasId =
                place.storage().givesIds()
                        || place.endpoint().request().body().stream()
                                .anyMatch(field -> field.name().equals(id.name()))
                        || CreateWriter.newId(project, place).isPresent();
        if (!hasId) {
            obstacles.add(
                    "where the id of a new " + resource.name() + " comes from is not evident");
        }
        if (resource.making() instanceof Making.Unknown) {
            obstacles.add(
                    "no constructor, builder or static method of "
                            + resource.name()
                            + " could be used");
        }
        boolean isNobodys =
                !wants.behaviours(Behaviour.BelongsTo.class).isEmpty() && place.guard().isEmpty();
        if (isNobodys) {
            obstacles.add(
                    "nothing in %s holds the %s"
                            .formatted(
                                    resource.name(),
                                    wants.behaviours(Behaviour.BelongsTo.class).getFirst().name()));
        }
        if (CreateWriter.takesCaller(place, wants) && project.caller().isEmpty()) {
            obstacles.add(UnknownCallers.caller(project));
        }
        beside().ifPresent(obstacles::add);
        for (Property property : resource.properties()) {
            if (!property.equals(id) && !isFilled(property)) {
                obstacles.add(
                        "what the %s of a new %s is, neither the spec nor the project says"
                                .formatted(property.name(), resource.name()));
            }
        }
    }

    /// What a new resource cannot be given; empty where it gets all that the spec says.
    private Optional<String> beside() {
        Set<Property> beside =
                CreateWriter.besideMaking(project, place, wants).stream()
                        .filter(property -> property.setter().isEmpty())
                        .collect(Collectors.toSet());
        return beside.isEmpty() || SetterWriter.copying(place.resource(), beside).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "what makes a new %s takes no %s, and nothing gives it one after that"
                                .formatted(
                                        place.resource().name(),
                                        beside.stream()
                                                .map(Property::name)
                                                .sorted()
                                                .collect(Collectors.joining(" and "))));
    }

    /// What the project says of what a new resource has and nothing sends, and what is taken for granted, as lines for a
    /// reader.
    List<String> taken() {
        var lines = new ArrayList<String>();
        Overlap.of(project, place, wants).flatMap(Overlap::taken).ifPresent(lines::add);
        if (place.action() != Action.CREATE) {
            return lines;
        }
        Optional<Property> id = place.resource().id();
        for (Property property : place.resource().properties()) {
            if (id.filter(property::equals).isEmpty() && !isSaid(property)) {
                initial(property)
                        .flatMap(one ->
                                one.expression()
                                        .map(value ->
                                                "the %s of a new %s is %s, %s"
                                                        .formatted(
                                                                property.name(),
                                                                place.names().nounWords(),
                                                                value,
                                                                one.source())))
                        .ifPresent(lines::add);
            }
        }
        return List.copyOf(lines);
    }

    private Optional<InitialValues.Initial> initial(Property property) {
        return new InitialValues(project, place).of(property);
    }

    private boolean isFilled(Property property) {
        boolean canBeUnset =
                !property.typeName().isPrimitive()
                        && !CreateWriter.isAlwaysGiven(project, place, property)
                        && !new KeptColumn(project, place).needsValue(property)
                        && project.sources()
                                .resolve(property.type(), place.resource().type().file())
                                .isEmpty();
        return isSaid(property)
                || canBeUnset
                || place.resource().making().gives(property.name())
                || initial(property).isPresent()
                || CreateWriter.usual(project, place, property).isPresent();
    }

    /// Whether the spec says it, or the property's name does.
    private boolean isSaid(Property property) {
        boolean isSent =
                place.endpoint().request().body().stream()
                        .anyMatch(field -> field.name().equals(property.name()));
        boolean isOwner =
                place.owner().filter(new Owner.ByProperty(property)::equals).isPresent()
                        || (place.owner().flatMap(Owner::held).filter(property::equals).isPresent()
                                && CreateWriter.users(project, place).isPresent());
        boolean isSet =
                Effects.of(project, place, wants).containsKey(property)
                        || wants.behaviours(Behaviour.SetsField.class).stream()
                                .anyMatch(set -> set.name().equals(property.name()));
        boolean isLink =
                place.parent().filter(one -> one.link().equals(property)).isPresent()
                        || place.endpoint().request().body().stream()
                                .flatMap(field -> References.held(project, place, field).stream())
                                .anyMatch(property::equals);
        return isSent || isLink || isOwner || isSet || Times.isCreated(property, wants.endpoint());
    }
}
