package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.code.JavaField;
import kiro.model.builtin.project.Controller;
import kiro.model.builtin.project.Paths;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.TypeName;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.Field;
import kiro.spec.rest.Response;

/// Finds the place of an endpoint: its controller, the class that does the work, the storage.
final class Placer {
    private final SpringProject project;

    Placer(SpringProject project) {
        this.project = project;
    }

    Placing place(EndpointSpec endpoint) {
        String path = path(endpoint);
        List<Controller> controllers = controllers(path);
        if (controllers.isEmpty()) {
            return new Placing.Missing(
                    "no controller of the project answers under "
                            + firstLiteral(path)
                            + (project.controllers().isEmpty()
                                    ? " (it has no Spring MVC controller in Java)"
                                    : ""));
        }
        Optional<Action> action = action(endpoint, path);
        if (action.isEmpty()) {
            return new Placing.Missing(
                    "what "
                            + endpoint.route()
                            + " does is not one of: read, list, create, replace, change or delete a resource by its id");
        }
        List<Controller> answering =
                controllers.stream()
                        .filter(one -> one.mapping(inside(endpoint, path)).isPresent())
                        .toList();
        if (answering.isEmpty() && controllers.size() > 1) {
            controllers = closest(controllers, path);
        }
        if (answering.isEmpty() && controllers.size() > 1) {
            return new Placing.Missing(
                    "several controllers answer under the same path ("
                            + String.join(
                                    ", ",
                                    controllers.stream().map(one -> one.type().name()).toList())
                            + "), and nothing says which one this endpoint belongs to");
        }
        Controller controller = answering.isEmpty() ? controllers.getFirst() : answering.getFirst();
        return within(endpoint, path, action.get(), controller);
    }

    private Placing within(
            EndpointSpec endpoint, String path, Action action, Controller controller) {
        List<Reach> reaches =
                reaches(controller).stream()
                        .sorted(
                                Comparator.comparingInt(
                                        (Reach reach) -> -score(reach, endpoint, path)))
                        .toList();
        if (reaches.isEmpty()) {
            return new Placing.Missing(
                    "from "
                            + controller.type().name()
                            + " no repository, store or map of domain objects was found that it reaches directly or through one service");
        }
        Reach best = reaches.getFirst();
        if (score(best, endpoint, path) == 0) {
            return new Placing.Missing(
                    "nothing that "
                            + controller.type().name()
                            + " reaches stores a "
                            + Names.of(endpoint, action).nounWords());
        }
        return new Placing.Found(
                new Place(
                        endpoint,
                        path,
                        action,
                        Names.of(endpoint, action),
                        controller,
                        controller.mapping(inside(endpoint, path)),
                        best.holder(),
                        best.storage(),
                        best.name(),
                        new Owners(project).of(best.storage(), endpoint)));
    }

    /// The endpoint's path without the path under which the whole application runs.
    private String path(EndpointSpec endpoint) {
        String path = endpoint.route().path().value();
        String context = project.contextPath();
        return !context.isEmpty() && path.startsWith(context + "/")
                ? path.substring(context.length())
                : path;
    }

    private static kiro.spec.rest.Route inside(EndpointSpec endpoint, String path) {
        return new kiro.spec.rest.Route(
                endpoint.route().method(), new kiro.spec.rest.PathTemplate(path));
    }

    private static String firstLiteral(String path) {
        List<String> segments = Paths.segments(path);
        return segments.isEmpty() ? "/" : "/" + segments.getFirst();
    }

    /// Of several controllers the ones that are called after what the path speaks of, or whose own path it is.
    private static List<Controller> closest(List<Controller> controllers, String path) {
        List<Controller> named =
                controllers.stream().filter(one -> isNamedAfter(one, resourceWord(path))).toList();
        if (named.size() == 1) {
            return named;
        }
        List<String> segments = Paths.segments(path);
        List<Controller> based =
                controllers.stream()
                        .filter(one -> !Paths.segments(one.base()).isEmpty())
                        .filter(one -> Paths.startsWith(segments, Paths.segments(one.base())))
                        .toList();
        return based.size() == 1 ? based : controllers;
    }

    /// The last word of the path that a parameter follows, else the last word: what the path is about.
    private static String resourceWord(String path) {
        List<String> segments = Paths.segments(path);
        String word = "";
        for (int i = 0; i < segments.size(); i++) {
            boolean isFollowed = i + 1 < segments.size() && Paths.isParameter(segments.get(i + 1));
            if (!Paths.isParameter(segments.get(i)) && (isFollowed || word.isEmpty())) {
                word = segments.get(i);
            }
        }
        return Names.singular(Names.camel(word));
    }

    private static boolean isNamedAfter(Controller controller, String word) {
        String name =
                controller
                        .type()
                        .name()
                        .replaceFirst(
                                "(Rest)?(Controller|Resource|Endpoint|Endpoints|Api|Handler)$", "");
        return Names.singular(Names.lower(name)).equalsIgnoreCase(word);
    }

    /// The controllers that share the most of the path, at least one word of it; where none does, the ones
    /// that are called after what the path speaks of.
    private List<Controller> controllers(String path) {
        List<Controller> sharing = sharing(path);
        return sharing.isEmpty()
                ? project.controllers().stream()
                        .filter(one -> isNamedAfter(one, resourceWord(path)))
                        .filter(one ->
                                Paths.startsWith(Paths.segments(path), Paths.segments(one.base())))
                        .toList()
                : sharing;
    }

    private List<Controller> sharing(String path) {
        List<Controller> found =
                project.controllers().stream().filter(one -> shared(one, path) > 0).toList();
        int most = found.stream().mapToInt(one -> shared(one, path)).max().orElse(0);
        return found.stream().filter(one -> shared(one, path) == most).toList();
    }

    private static int shared(Controller controller, String path) {
        List<String> base = Paths.segments(controller.base());
        if (!Paths.startsWith(Paths.segments(path), base)) {
            return 0;
        }
        int most = base.isEmpty() ? 0 : words(base, base.size());
        for (var mapping : controller.mappings()) {
            int shared = Paths.shared(mapping.route().path().value(), path);
            most = Math.max(most, words(Paths.segments(path), shared));
        }
        return most;
    }

    private static int words(List<String> segments, int count) {
        return (int) segments.subList(0, count).stream().filter(one -> !isVague(one)).count();
    }

    private static boolean isVague(String segment) {
        return Paths.isParameter(segment) || segment.matches("api|rest|v\\d+");
    }

    private Optional<Action> action(EndpointSpec endpoint, String path) {
        List<String> segments = Paths.segments(path);
        long parameters = segments.stream().filter(Paths::isParameter).count();
        boolean endsInId = !segments.isEmpty() && Paths.isParameter(segments.getLast());
        boolean isList = endpoint.response().shape() == Response.Shape.LIST;
        return switch (endpoint.route().method()) {
            case GET ->
                    parameters == 0
                            ? Optional.of(Action.LIST)
                            : parameters == 1 && !isList
                                    ? Optional.of(Action.READ)
                                    : Optional.empty();
            case POST ->
                    parameters == 0
                            ? Optional.of(Action.CREATE)
                            : isAct(segments) ? Optional.of(Action.ACT) : Optional.empty();
            case PUT ->
                    isAct(segments) && endpoint.request().body().isEmpty()
                            ? Optional.of(Action.ACT)
                            : parameters == 1 ? Optional.of(Action.REPLACE) : Optional.empty();
            case PATCH ->
                    isAct(segments) && endpoint.request().body().isEmpty()
                            ? Optional.of(Action.ACT)
                            : parameters == 1 ? Optional.of(Action.CHANGE) : Optional.empty();
            case DELETE ->
                    parameters == 1 && endsInId ? Optional.of(Action.DELETE) : Optional.empty();
            case HEAD -> Optional.empty();
        };
    }

    /// Whether the path ends in a word behind one id, and no resource is called so.
    private boolean isAct(List<String> segments) {
        int size = segments.size();
        boolean isBehindId =
                size > 1
                        && !Paths.isParameter(segments.get(size - 1))
                        && Paths.isParameter(segments.get(size - 2))
                        && segments.stream().filter(Paths::isParameter).count() == 1;
        String word = size == 0 ? "" : Names.singular(Names.camel(segments.getLast()));
        return isBehindId
                && project.storages().stream()
                        .noneMatch(storage -> isNamed(storage.resource().name(), word));
    }

    /// A storage, and the class from which it is used.
    private record Reach(Holder holder, Storage storage, String name) {}

    private List<Reach> reaches(Controller controller) {
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

    /// How well a stored type fits what an endpoint speaks of: by its name in the path, by its fields.
    private static int score(Reach reach, EndpointSpec endpoint, String path) {
        String name = reach.storage().resource().name();
        int byName = 0;
        List<String> segments = Paths.segments(path);
        for (int i = 0; i < segments.size(); i++) {
            String word = Names.singular(Names.camel(segments.get(i)));
            if (!Paths.isParameter(segments.get(i)) && isNamed(name, word)) {
                byName = 100 + i;
            }
        }
        long byFields =
                Stream.concat(
                                endpoint.request().body().stream(),
                                endpoint.response().fields().stream())
                        .map(Field::name)
                        .distinct()
                        .filter(field -> reach.storage().resource().property(field).isPresent())
                        .count();
        return byName + (int) byFields;
    }

    private static boolean isNamed(String type, String word) {
        return type.equalsIgnoreCase(word)
                || type.replaceFirst("(Entity|Model|Record|Document|Item)$", "")
                        .equalsIgnoreCase(word);
    }
}
