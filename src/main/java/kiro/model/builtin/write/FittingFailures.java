package kiro.model.builtin.write;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;

/// Tells which exceptions of a project may stand for a failure, and where one that it lacks belongs.
final class FittingFailures {
    private static final String OUTER = ".*\\b(adapters?|infrastructure|infra)\\b.*";
    private static final String INNER = ".*\\b(application|domain|core|usecases?)\\b.*";

    private final SpringProject project;

    FittingFailures(SpringProject project) {
        this.project = project;
    }

    List<ProjectType> exceptions() {
        return project.sources().types().stream()
                .filter(type -> project.sources().isException(type))
                .toList();
    }

    /// Whether an exception is not about another resource, and known where it is thrown.
    boolean fits(String name, Trouble trouble, ProjectType thrower) {
        boolean isOthers =
                project.storages().stream()
                        .map(storage -> storage.resource().name())
                        .filter(resource -> isAbout(name, resource))
                        .findFirst()
                        .filter(resource -> !isOwn(resource, trouble, thrower))
                        .isPresent();
        boolean isOutside =
                project.sources().types().stream()
                        .filter(type -> type.name().equals(name))
                        .anyMatch(type -> !isVisible(type, thrower));
        return !isOthers && !isOutside;
    }

    /// `PetNotFound` is about `Pet`, `PetshopClosed` is not.
    private static boolean isAbout(String name, String resource) {
        return name.startsWith(resource)
                && name.length() > resource.length()
                && Character.isUpperCase(name.charAt(resource.length()));
    }

    private static boolean isOwn(String resource, Trouble trouble, ProjectType thrower) {
        return isAbout(trouble.newName(), resource) || isAbout(thrower.name(), resource);
    }

    /// The inside of an application knows nothing of its adapters.
    private static boolean isVisible(ProjectType exception, ProjectType thrower) {
        return !(thrower.packageName().matches(INNER)
                && !thrower.packageName().matches(OUTER)
                && exception.packageName().matches(OUTER));
    }

    /// A type in whose package a new exception belongs: beside the resource where the project has its exceptions
    /// beside its resources, else where it has its others, else beside the class that throws it.
    ProjectType neighbour(Trouble trouble, ProjectType thrower) {
        List<ProjectType> visible =
                exceptions().stream().filter(type -> isVisible(type, thrower)).toList();
        Optional<ProjectType> resource = resource(trouble, thrower);
        boolean areBesideResources =
                visible.stream()
                        .anyMatch(type ->
                                project.storages().stream()
                                        .anyMatch(storage -> isBeside(type, storage)));
        boolean isEachBeside = areBesideResources && haveHomes();
        if (isEachBeside && resource.isPresent()) {
            return resource.get();
        }
        return visible.stream()
                .filter(type -> type.name().endsWith("Exception"))
                .findFirst()
                .or(() -> visible.stream().findFirst())
                .or(() -> resource.filter(_ -> thrower.packageName().matches(INNER)))
                .orElse(thrower);
    }

    private static boolean isBeside(ProjectType exception, Storage storage) {
        return storage.resource().type().packageName().equals(exception.packageName())
                && isAbout(exception.name(), storage.resource().name());
    }

    /// Whether resources have packages of their own.
    private boolean haveHomes() {
        return project.storages().stream()
                        .map(storage -> storage.resource().type().packageName())
                        .distinct()
                        .count()
                > 1;
    }

    private Optional<ProjectType> resource(Trouble trouble, ProjectType thrower) {
        return project.storages().stream()
                .map(storage -> storage.resource().type())
                .filter(type -> isOwn(type.name(), trouble, thrower))
                .max(Comparator.comparingInt(type -> type.name().length()));
    }
}
