package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import kiro.model.builtin.project.Controller;
import kiro.model.builtin.project.Paths;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.spec.rest.EndpointSpec;

/// Finds the place of an endpoint whose resource belongs to another one.
final class NestedPlacer {
    private final SpringProject project;
    private final EndpointSpec endpoint;
    private final String path;
    private final BiFunction<Storage, EndpointSpec, Optional<Owner>> owner;

    /// @param path the endpoint's path within the application
    /// @param owner tells how what a storage keeps says whose it is
    NestedPlacer(
            SpringProject project,
            EndpointSpec endpoint,
            String path,
            BiFunction<Storage, EndpointSpec, Optional<Owner>> owner) {
        this.project = project;
        this.endpoint = endpoint;
        this.path = path;
        this.owner = owner;
    }

    /// A controller, and how it gets at the resource.
    private record Way(Controller controller, Reaches.Reach reach, List<Added> added) {}

    /// @param near the controller that shares the most of the path
    Placing place(Action action, Family family, Controller near) {
        Names names = Names.of(endpoint, action);
        Optional<Way> way =
                answering(near)
                        .flatMap(one -> reaching(one, family))
                        .or(() -> reaching(family))
                        .or(() -> added(near, family));
        if (way.isEmpty()) {
            return new Placing.Missing(
                    "nothing that %s reaches stores a %s"
                            .formatted(near.type().name(), names.nounWords()));
        }
        Controller controller = way.get().controller();
        Reaches.Reach reach = way.get().reach();
        Optional<Parent> parent =
                new Parents(project, endpoint, controller).of(reach.holder(), family, owner);
        if (parent.isEmpty()) {
            return new Placing.Missing(
                    "%s cannot find the %s that a %s belongs to: let it have the %s, or a class with a method that takes the id and answers the %s"
                            .formatted(
                                    reach.holder().type().name(),
                                    parentWords(family),
                                    names.nounWords(),
                                    family.parent().owner().name(),
                                    parentWords(family)));
        }
        return new Placing.Found(place(action, way.get(), parent.get()));
    }

    private static String parentWords(Family family) {
        return Names.words(family.parent().resource().name());
    }

    private Place place(Action action, Way way, Parent parent) {
        var added = new ArrayList<>(way.added());
        added.addAll(parent.place().added());
        Controller controller = way.controller();
        Reaches.Reach reach = way.reach();
        return new Place(
                endpoint,
                path,
                action,
                Names.of(endpoint, action),
                controller,
                controller.mapping(Placer.inside(endpoint, path)),
                reach.holder(),
                new Growing(project).grown(reach.storage(), action, path),
                reach.name(),
                owner.apply(reach.storage(), endpoint),
                Optional.of(parent),
                Optional.empty(),
                List.copyOf(added));
    }

    private Optional<Controller> answering(Controller near) {
        return near.mapping(Placer.inside(endpoint, path)).map(_ -> near);
    }

    /// Of all controllers that can answer under the path, the one that reaches the resource and is nearest.
    private Optional<Way> reaching(Family family) {
        List<String> segments = Paths.segments(path);
        return project.controllers().stream()
                .filter(one -> Paths.startsWith(segments, Paths.segments(one.base())))
                .sorted(Comparator.comparingInt(one -> -Paths.segments(one.base()).size()))
                .map(one -> reaching(one, family))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Way> reaching(Controller controller, Family family) {
        var reaches = new Reaches(project);
        return reaches.of(controller).stream()
                .filter(reach -> reach.storage().equals(family.child()))
                .min(
                        Comparator.comparingInt(reach ->
                                reaches.of(reach.holder(), family.parent()).isPresent() ? 0 : 1))
                .map(reach -> new Way(controller, reach, List.of()));
    }

    /// The controller is given the class that works with the resource; where there is none, the storage itself.
    private Optional<Way> added(Controller near, Family family) {
        ProjectType to = near.type();
        for (ProjectType type : project.sources().types()) {
            boolean isService =
                    type.type().isAnnotated("Service") || type.type().isAnnotated("Component");
            boolean isSame = type.qualifiedName().equals(family.child().owner().qualifiedName());
            if (!isService || isSame || !GivenWriter.canBeGiven(project, to, type)) {
                continue;
            }
            String name = GivenWriter.free(project, to, type);
            var holder = new Holder(type, Optional.of(name), Optional.empty());
            Optional<Reaches.Reach> reach = new Reaches(project).of(holder, family.child());
            if (reach.isPresent()) {
                return Optional.of(new Way(near, reach.get(), List.of(new Added(to, type, name))));
            }
        }
        return stored(near, family);
    }

    /// What works with the parent is given the storage of its children: the service, where the controller has one.
    private Optional<Way> stored(Controller near, Family family) {
        ProjectType kept = family.child().owner();
        var controller = new Holder(near.type(), Optional.empty(), Optional.empty());
        Holder holder =
                new Reaches(project)
                        .of(near).stream()
                                .filter(reach -> reach.storage().equals(family.parent()))
                                .map(Reaches.Reach::holder)
                                .filter(one -> !one.isController())
                                .filter(one -> GivenWriter.canBeGiven(project, one.type(), kept))
                                .findFirst()
                                .orElse(controller);
        if (family.child().kind() == Storage.Kind.MAP
                || !GivenWriter.canBeGiven(project, holder.type(), kept)) {
            return Optional.empty();
        }
        String name = GivenWriter.free(project, holder.type(), kept);
        return Optional.of(
                new Way(
                        near,
                        new Reaches.Reach(holder, family.child(), name),
                        List.of(new Added(holder.type(), kept, name))));
    }
}
