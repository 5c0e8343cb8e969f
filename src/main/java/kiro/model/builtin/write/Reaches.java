package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.code.JavaField;
import kiro.code.JavaType;
import kiro.model.builtin.project.Controller;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.TypeName;

/// Finds what a controller keeps objects in: by itself, or through one class that it uses.
final class Reaches {
    private final SpringProject project;

    Reaches(SpringProject project) {
        this.project = project;
    }

    /// A storage, and the class from which it is used.
    record Reach(Holder holder, Storage storage, String name) {}

    List<Reach> of(Controller controller) {
        ProjectType type = controller.type();
        var reaches =
                new ArrayList<>(reaches(new Holder(type, Optional.empty(), Optional.empty())));
        for (JavaField field : type.type().fields()) {
            project.sources()
                    .resolve(field.type(), type.file())
                    .filter(found -> !field.is("static"))
                    .ifPresent(found -> reaches.addAll(reaches(holder(found, field.name()))));
        }
        return reaches;
    }

    private Holder holder(ProjectType type, String field) {
        return switch (type.type().kind()) {
            case INTERFACE ->
                    implementation(type)
                            .map(found -> new Holder(found, Optional.of(field), Optional.of(type)))
                            .orElseGet(
                                    () -> new Holder(type, Optional.of(field), Optional.empty()));
            case CLASS, RECORD, ENUM, ANNOTATION ->
                    new Holder(type, Optional.of(field), Optional.empty());
        };
    }

    /// The class with the code of what is known by a type: itself, or what alone implements it.
    ProjectType working(ProjectType known) {
        return known.type().kind() == JavaType.Kind.INTERFACE
                ? implementation(known).orElse(known)
                : known;
    }

    private Optional<ProjectType> implementation(ProjectType port) {
        List<ProjectType> found =
                project.sources().types().stream()
                        .filter(type ->
                                type.type().supertypes().stream()
                                        .anyMatch(name ->
                                                TypeName.of(name).raw().equals(port.name())))
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// The class's own name for a storage; empty where it has none.
    Optional<Reach> of(Holder holder, Storage storage) {
        return reaches(holder).stream()
                .filter(reach -> reach.storage().equals(storage))
                .findFirst();
    }

    private List<Reach> reaches(Holder holder) {
        var reaches = new ArrayList<Reach>();
        for (Storage storage : project.storages()) {
            if (storage.kind() == Storage.Kind.MAP) {
                if (storage.owner().qualifiedName().equals(holder.type().qualifiedName())) {
                    reaches.add(new Reach(holder, storage, storage.field().orElseThrow()));
                }
                continue;
            }
            for (JavaField field : holder.type().type().fields()) {
                boolean isStorage =
                        project.sources()
                                .resolve(field.type(), holder.type().file())
                                .filter(type ->
                                        type.qualifiedName()
                                                .equals(storage.owner().qualifiedName()))
                                .isPresent();
                if (isStorage) {
                    reaches.add(new Reach(holder, storage, field.name()));
                }
            }
        }
        return reaches;
    }
}
