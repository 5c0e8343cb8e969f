package kiro.model.builtin.write;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.model.builtin.project.Controller;
import kiro.model.builtin.project.Paths;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.write.Reaches.Reach;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.Field;
import kiro.spec.rest.Response;

/// Finds the place of an endpoint: its controller, the class that does the work, the storage.
final class Placer {
    private final SpringProject project;
    private final Optional<String> own;

    Placer(SpringProject project) {
        this(project, Optional.empty());
    }

    /// @param own the path of the controller that is made for the endpoint, where one is
    Placer(SpringProject project, Optional<String> own) {
        this.project = project;
        this.own = own;
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
        Optional<Family> family = Family.of(project, path);
        Optional<Action> action = new ActionReader(project).of(endpoint, path, family);
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
        return family.isPresent()
                ? new NestedPlacer(project, endpoint, path, new Owners(project)::of)
                        .place(action.get(), family.get(), controller)
                : within(endpoint, path, action.get(), controller);
    }

    private Placing within(
            EndpointSpec endpoint, String path, Action action, Controller controller) {
        List<Reach> reaches = reaches(endpoint, path, action, controller);
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
        Optional<Piece> piece =
                action == Action.READ ? Piece.of(project, best.storage(), path) : Optional.empty();
        boolean isOfMany = endpoint.response().shape() == Response.Shape.LIST;
        if (action == Action.READ && isOfMany && piece.isEmpty()) {
            return new Placing.Missing(
                    "no property of %s is a list that %s ends in"
                            .formatted(best.storage().resource().name(), path));
        }
        Place place = place(endpoint, path, action, controller, best, piece);
        return new Placing.Found(place);
    }

    private Place place(
            EndpointSpec endpoint,
            String path,
            Action action,
            Controller controller,
            Reach reach,
            Optional<Piece> piece) {
        return new Place(
                endpoint,
                path,
                action,
                Names.of(endpoint, action),
                controller,
                controller.mapping(inside(endpoint, path)),
                reach.holder(),
                new Growing(project).grown(reach.storage(), action, path),
                reach.name(),
                new Owners(project).of(reach.storage(), endpoint),
                Optional.empty(),
                piece,
                List.of());
    }

    /// What fits best comes first; of several ways to it, the one that is called after finding where something is read.
    private List<Reach> reaches(
            EndpointSpec endpoint, String path, Action action, Controller controller) {
        boolean isReading = action == Action.READ || action == Action.LIST;
        return new Reaches(project)
                .of(controller).stream()
                        .sorted(
                                Comparator.comparingInt(
                                                (Reach reach) -> -score(reach, endpoint, path))
                                        .thenComparingInt(
                                                reach -> isForReading(reach) == isReading ? 0 : 1))
                        .toList();
    }

    /// Whether the class, or the port by which it is known, is called after finding things.
    static boolean isForReading(Reach reach) {
        String known = reach.holder().port().orElse(reach.holder().type()).name();
        return known.matches(
                        "(Find|Show|Get|Read|List|Query|Load|Fetch|View|Browse|Search)[A-Z]\\w*")
                || known.matches("\\w+(Finder|Reader|Query|Queries|QueryService|Lookup)");
    }

    /// The endpoint's path without the path under which the whole application runs.
    String path(EndpointSpec endpoint) {
        String path = endpoint.route().path().value();
        String context = project.contextPath();
        return !context.isEmpty() && path.startsWith(context + "/")
                ? path.substring(context.length())
                : path;
    }

    static kiro.spec.rest.Route inside(EndpointSpec endpoint, String path) {
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
        List<Controller> same = controllers.stream().filter(one -> answers(one, path)).toList();
        if (same.size() == 1) {
            return same;
        }
        String word = Names.upper(resourceWord(path));
        List<Controller> ending =
                controllers.stream()
                        .filter(one ->
                                one.type()
                                        .name()
                                        .matches("\\w+" + word + "(s|es)?(Rest)?Controller"))
                        .toList();
        if (ending.size() == 1) {
            return ending;
        }
        List<String> segments = Paths.segments(path);
        List<Controller> based =
                controllers.stream()
                        .filter(one -> !Paths.segments(one.base()).isEmpty())
                        .filter(one -> Paths.startsWith(segments, Paths.segments(one.base())))
                        .toList();
        return based.size() == 1 ? based : controllers;
    }

    /// Whether a controller answers under the path itself, to whatever method.
    private static boolean answers(Controller controller, String path) {
        String shape = path.replaceAll("\\{[^/}]*}", "{}");
        return controller.mappings().stream()
                .anyMatch(one ->
                        one.route().path().value().replaceAll("\\{[^/}]*}", "{}").equals(shape));
    }

    /// The last word of the path that a parameter follows, else the last word: what the path is about.
    static String resourceWord(String path) {
        List<String> segments = Paths.segments(path);
        String word = "";
        for (int i = 0; i < segments.size(); i++) {
            boolean isFollowed = i + 1 < segments.size() && Paths.isParameter(segments.get(i + 1));
            if (!Paths.isParameter(segments.get(i))
                    && (isFollowed || word.isEmpty() || isVague(word))) {
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
    List<Controller> controllers(String path) {
        if (own.isPresent()) {
            return project.controllers().stream()
                    .filter(one -> own.filter(one.type().path()::equals).isPresent())
                    .toList();
        }
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

    /// How well a stored type fits what an endpoint speaks of: by its name in the path, by its fields.
    private static int score(Reach reach, EndpointSpec endpoint, String path) {
        String name = reach.storage().resource().name();
        int byName = 0;
        List<String> segments = Paths.segments(path);
        for (int i = 0; i < segments.size(); i++) {
            String word = Names.singular(Names.camel(segments.get(i)));
            if (!Paths.isParameter(segments.get(i)) && isNamed(name, word)) {
                byName = 100 + i;
            } else if (name.matches("\\w+" + Names.upper(word)) && byName < 100) {
                byName = 50 + i;
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

    static boolean isNamed(String type, String word) {
        return type.equalsIgnoreCase(word)
                || type.replaceFirst("(Entity|Model|Record|Document|Item)$", "")
                        .equalsIgnoreCase(word);
    }
}
