package kiro.model.builtin.write;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.code.JavaField;
import kiro.model.builtin.project.Copying;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;

/// Adds setters to a domain type whose values could not be changed so far.
final class SetterWriter {
    private final Workshop workshop;

    SetterWriter(Workshop workshop) {
        this.workshop = workshop;
    }

    /// How a copy with other values of these properties is made; empty where setters change the object itself.
    static Optional<Copying> copying(DomainType type, Set<Property> changed) {
        boolean haveSetters =
                !type.isFrozen()
                        && changed.stream().allMatch(property -> property.setter().isPresent());
        return haveSetters
                ? Optional.empty()
                : type.copying(changed.stream().map(Property::name).collect(Collectors.toSet()));
    }

    /// Whether a property can be changed together with others: it can be already, or a setter can be added.
    static boolean canSet(
            SpringProject project, Place place, Set<Property> changed, Property property) {
        return property.setter().isPresent()
                || copying(place.resource(), changed).isPresent()
                || (isField(place, property) && !project.sources().mainMentions("lombok.Value"));
    }

    private static boolean isField(Place place, Property property) {
        return place.resource()
                .type()
                .type()
                .field(property.name())
                .filter(field -> !field.is("final"))
                .map(JavaField::name)
                .isPresent();
    }

    /// The name of the method that changes a property.
    static String name(Property property) {
        return property.setter().orElse("set" + Names.upper(property.name()));
    }

    void write(LogicWriter.Code code) {
        Set<Property> changed =
                code.place.resource().properties().stream()
                        .filter(property ->
                                code.sent(property).isPresent()
                                        || code.effects.containsKey(property))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        if (copying(code.place.resource(), changed).isPresent()) {
            return;
        }
        for (Property property : changed) {
            if (property.setter().isEmpty()) {
                String name = property.name();
                workshop.addMethod(
                        code.place.resource().type(),
                        Part.TYPES,
                        "public void %s(%s %s) {\n    this.%s = %s;\n}"
                                .formatted(name(property), property.type(), name, name, name),
                        List.of());
            }
        }
    }
}
