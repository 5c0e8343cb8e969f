package kiro.model.builtin.write;

import java.util.List;
import kiro.code.JavaField;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;

/// Adds setters to a domain type whose values could not be changed so far.
final class SetterWriter {
    private final Workshop workshop;

    SetterWriter(Workshop workshop) {
        this.workshop = workshop;
    }

    /// Whether a property can be changed: it can be already, or a setter can be added.
    static boolean canSet(SpringProject project, Place place, Property property) {
        return place.resource().isRecord()
                || property.setter().isPresent()
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
        if (code.place.resource().isRecord()) {
            return;
        }
        for (Property property : code.place.resource().properties()) {
            boolean isChanged =
                    code.sent(property).isPresent() || code.effects.containsKey(property);
            if (isChanged && property.setter().isEmpty()) {
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
