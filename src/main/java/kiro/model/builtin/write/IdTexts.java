package kiro.model.builtin.write;

import java.util.Optional;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.TypeName;

/// Ids as requests have them: where a type of the project's own wraps them, without it.
final class IdTexts {
    private final Property id;
    private final Optional<WrappedId> wrapped;

    IdTexts(SpringProject project, Place place) {
        this.id = place.resource().id().orElseThrow();
        this.wrapped = WrappedId.of(project.sources(), place.resource());
    }

    /// What follows an object to read its id.
    String read() {
        return id.read() + wrapped.map(WrappedId::read).orElse("");
    }

    /// The expression for an id that no resource has.
    String unknown() {
        TypeName type = wrapped.map(WrappedId::heldType).orElseGet(id::typeName);
        return switch (type.boxed()) {
            case "UUID" -> "\"00000000-0000-4000-8000-000000000000\"";
            case "Long", "Integer", "Short" -> "999_999";
            default -> "\"unknown\"";
        };
    }
}
