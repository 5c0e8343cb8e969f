package kiro.model.builtin.write;

import java.util.Optional;
import kiro.code.JavaField;
import kiro.code.JavaType;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Sources;

/// Finds what an answer shows of a resource: its own properties, and those of an object that it always has, as
/// `patientName` is the name of its patient.
final class ShownFields {
    private ShownFields() {}

    static Optional<Property> of(Sources sources, DomainType resource, String field) {
        return resource.readable(field).or(() -> inside(sources, resource, field));
    }

    private static Optional<Property> inside(Sources sources, DomainType resource, String field) {
        for (Property property : resource.properties()) {
            String rest =
                    field.startsWith(property.name())
                            ? field.substring(property.name().length())
                            : "";
            boolean isPart = !rest.isEmpty() && Character.isUpperCase(rest.charAt(0));
            if (!isPart || !isAlwaysThere(resource, property)) {
                continue;
            }
            Optional<Property> found =
                    sources.resolve(property.type(), resource.type().file())
                            .filter(type -> type.type().kind() != JavaType.Kind.ENUM)
                            .flatMap(type -> part(type, Names.lower(rest)));
            if (found.isPresent()) {
                Property part = found.get();
                return Optional.of(
                        new Property(
                                field,
                                part.type(),
                                property.read() + part.read(),
                                Optional.empty()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Property> part(ProjectType type, String name) {
        return DomainType.of(type).readable(name);
    }

    /// Whether no object of the resource is without it, as far as the code says.
    private static boolean isAlwaysThere(DomainType resource, Property property) {
        if (resource.isRecord()) {
            return true;
        }
        Optional<JavaField> field = resource.type().type().field(property.name());
        String said = field.map(one -> one.annotations().toString().replace(" ", "")).orElse("");
        return said.contains("optional=false")
                || said.contains("nullable=false")
                || field.filter(one ->
                                one.annotation("NotNull").isPresent()
                                        || one.annotation("Embedded").isPresent()
                                        || one.annotation("NonNull").isPresent()
                                        || one.is("final"))
                        .isPresent();
    }
}
