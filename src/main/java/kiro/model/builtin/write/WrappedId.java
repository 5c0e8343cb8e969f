package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;
import kiro.code.JavaType;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Sources;
import kiro.model.builtin.project.TypeName;

/// A type of a project's own that holds one value, as `TrackingNumber` holds a text: paths and bodies have the value.
///
/// @param held the value
record WrappedId(ProjectType type, JavaParameter held) {
    /// The wrapping of a resource's id.
    static Optional<WrappedId> of(Sources sources, DomainType resource) {
        return resource.id().flatMap(id -> of(sources, resource, id));
    }

    static Optional<WrappedId> of(Sources sources, DomainType resource, Property property) {
        return sources.resolve(property.type(), resource.type().file())
                .filter(type -> type.type().kind() == JavaType.Kind.RECORD)
                .filter(type -> type.type().components().size() == 1)
                .map(type -> new WrappedId(type, type.type().components().getFirst()))
                .filter(one -> one.held().type().matches("String|UUID|[Ll]ong|int|Integer"));
    }

    TypeName heldType() {
        return TypeName.of(held.type());
    }

    /// What follows the wrapped value to read what it holds.
    String read() {
        return "." + held.name() + "()";
    }

    /// The wrapped value, of what it holds.
    String made(String value) {
        return value.endsWith(read())
                ? value.substring(0, value.length() - read().length())
                : "new " + type.name() + "(" + value + ")";
    }

    /// The test that a value cannot be wrapped; empty where the type has none.
    Optional<String> invalid(String value) {
        return type.type().methods().stream()
                .filter(method ->
                        method.is("static")
                                && method.returnType().equals("boolean")
                                && method.parameters().size() == 1
                                && TypeName.of(method.parameters().getFirst().type())
                                        .isSameAs(heldType()))
                .findFirst()
                .map(method -> "!" + type.name() + "." + method.name() + "(" + value + ")");
    }

    /// The expression for a new one that nobody has; empty where nothing makes one.
    Optional<String> anew(List<String> imports) {
        Optional<String> factory =
                type.type().methods().stream()
                        .filter(method ->
                                method.is("static")
                                        && method.parameters().isEmpty()
                                        && TypeName.of(method.returnType())
                                                .raw()
                                                .equals(type.name()))
                        .map(JavaMethod::name)
                        .findFirst()
                        .map(name -> type.name() + "." + name + "()");
        Optional<String> random =
                switch (heldType().raw()) {
                    case "UUID" -> Optional.of("new " + type.name() + "(UUID.randomUUID())");
                    case "String" ->
                            Optional.of("new " + type.name() + "(UUID.randomUUID().toString())");
                    default -> Optional.empty();
                };
        if (factory.isEmpty() && random.isPresent()) {
            imports.add("java.util.UUID");
        }
        Optional<String> made = factory.or(() -> random);
        made.ifPresent(_ -> imports.add(type.qualifiedName()));
        return made;
    }
}
