package kiro.model.builtin.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Paths;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;

/// The list that a resource holds and that a path ends in: `lines` of `/orders/{id}/lines`.
///
/// @param type of an element
record Piece(Property property, DomainType type) {
    private static final List<String> LISTS = List.of("List", "Set", "Collection");

    /// The list of a stored resource that a path ends in; empty where it ends otherwise.
    static Optional<Piece> of(SpringProject project, Storage storage, String path) {
        List<String> segments = Paths.segments(path);
        boolean isBehindId =
                segments.size() > 1
                        && !Paths.isParameter(segments.getLast())
                        && Paths.isParameter(segments.get(segments.size() - 2));
        if (!isBehindId) {
            return Optional.empty();
        }
        String word = Names.camel(segments.getLast());
        return storage.resource()
                .property(word)
                .filter(property -> LISTS.contains(property.typeName().raw()))
                .flatMap(property ->
                        project.sources()
                                .resolve(
                                        property.typeName().element().raw(),
                                        storage.resource().type().file())
                                .map(type -> new Piece(property, DomainType.of(type))))
                .filter(piece -> !piece.type().properties().isEmpty());
    }

    /// The type of the list.
    String listType() {
        return "List<" + type.name() + ">";
    }

    /// The list of an object, as an expression.
    String read(String object) {
        String read = object + property.read();
        return property.typeName().raw().equals("List") ? read : "List.copyOf(" + read + ")";
    }

    /// A place of the elements, for what is written of them.
    Storage elements() {
        return new Storage(
                type.type(),
                Optional.empty(),
                type,
                "",
                Storage.Kind.STORE,
                Map.of(),
                new Backing.Unknown());
    }
}
