package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.code.JavaReader;
import kiro.model.builtin.project.Paths;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.EndpointReading;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.HttpMethod;
import kiro.spec.rest.Route;

/// Gives resources what their endpoints are placed in, where the project lacks it: what they are stored in, and a
/// controller like the others, with a service where the others work through one.
final class Groundwork {
    private final SpringProject project;
    private final Map<Route, Laid> laid;

    /// The files with codes of failures.
    private final Set<String> failures;

    private Groundwork(SpringProject project, Map<Route, Laid> laid, Set<String> failures) {
        this.project = project;
        this.laid = Map.copyOf(laid);
        this.failures = Set.copyOf(failures);
    }

    /// What is made for the endpoints that are about one thing.
    ///
    /// @param stored the texts of the files that store it, by path
    /// @param skeletons the classes that answer for it
    /// @param reasons why it could not be stored
    /// @param sources where values come from that nobody sends
    record Laid(
            Map<String, String> stored,
            List<Skeleton> skeletons,
            List<String> reasons,
            List<Behaviour> sources) {
        Laid {
            stored = Map.copyOf(stored);
            sources = List.copyOf(sources);
        }

        /// The path of the controller that is made; empty where the project has one.
        Optional<String> controller() {
            return skeletons.stream()
                    .filter(one -> one.part() == Part.ENDPOINT)
                    .map(Skeleton::path)
                    .findFirst();
        }

        /// The same, and what changes for more properties.
        Laid with(Map<String, String> files, List<String> more, List<Behaviour> told) {
            var all = new LinkedHashMap<>(stored);
            all.putAll(files);
            return new Laid(
                    all,
                    skeletons,
                    Stream.concat(reasons.stream(), more.stream()).toList(),
                    Stream.concat(sources.stream(), told.stream()).toList());
        }

        /// The endpoint, with where values come from that nobody sends.
        EndpointSpec told(EndpointSpec endpoint) {
            if (sources.isEmpty() || !endpoint.route().method().takesBody()) {
                return endpoint;
            }
            var behaviours = new LinkedHashSet<>(endpoint.behaviours());
            behaviours.addAll(sources);
            return new EndpointSpec(
                    endpoint.route(),
                    endpoint.authentication(),
                    endpoint.permission(),
                    endpoint.rateLimit(),
                    endpoint.request(),
                    endpoint.response(),
                    List.copyOf(behaviours));
        }
    }

    static Groundwork of(JavaReader reader, SpringProject project, EndpointReading reading) {
        var current = project;
        var byWord = new LinkedHashMap<String, Laid>();
        var all = new LinkedHashMap<Route, Laid>();
        var unstored = new Unstored(reader, project, reading);
        for (EndpointSpec endpoint : reading.endpoints()) {
            String path = new Placer(project).path(endpoint);
            String word = unstored.word(path);
            if (!byWord.containsKey(word)) {
                Optional<NewResource> made = unstored.resource(word);
                Map<String, String> stored = made.map(NewResource::files).orElseGet(Map::of);
                current = current.with(reader, stored);
                List<Skeleton> skeletons =
                        skeletons(
                                current,
                                path,
                                word,
                                methods(reading, unstored, word),
                                !stored.isEmpty());
                current = current.with(reader, texts(current, skeletons));
                byWord.put(
                        word,
                        new Laid(
                                stored,
                                skeletons,
                                made.map(NewResource::reasons).orElseGet(List::of),
                                made.map(NewResource::sources).orElseGet(List::of)));
            }
            all.put(endpoint.route(), byWord.get(word));
        }
        var wider = new Widenings(reader, current, reading, all);
        var codes = new ErrorCodes(reader, wider.project(), reading, wider.laid());
        return new Groundwork(codes.project(), codes.laid(), codes.paths());
    }

    private static List<Skeleton> skeletons(
            SpringProject current,
            String path,
            String word,
            Set<HttpMethod> methods,
            boolean isNew) {
        boolean isAnswered = !isNew && !new Placer(current).controllers(path).isEmpty();
        return isAnswered
                ? List.of()
                : kept(current, word)
                        .map(storage -> new GroundPlan(current, storage, path, word, methods))
                        .map(GroundPlan::skeletons)
                        .orElseGet(List::of);
    }

    /// The methods of all endpoints that are about the same.
    private static Set<HttpMethod> methods(
            EndpointReading reading, Unstored unstored, String word) {
        return reading.endpoints().stream()
                .filter(one -> unstored.word(unstored.path(one)).equals(word))
                .map(one -> one.route().method())
                .collect(Collectors.toSet());
    }

    private static Optional<Storage> kept(SpringProject project, String word) {
        List<Storage> named =
                project.storages().stream()
                        .filter(one -> one.kind() != Storage.Kind.MAP)
                        .filter(one -> Placer.isNamed(one.resource().name(), word))
                        .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private static Map<String, String> texts(SpringProject project, List<Skeleton> skeletons) {
        var texts = new LinkedHashMap<String, String>();
        skeletons.forEach(one -> texts.put(one.path(), project.style().apply(one.code())));
        return texts;
    }

    /// The project as it is with all of these.
    SpringProject project() {
        return project;
    }

    /// Why what an endpoint is about could not be stored; none where it is or will be.
    List<String> reasons(EndpointSpec endpoint) {
        return laid.containsKey(endpoint.route())
                ? laid.get(endpoint.route()).reasons()
                : List.of();
    }

    /// The endpoint, with where values of what it makes come from: the spec may say it by the fields' names alone.
    EndpointSpec told(EndpointSpec endpoint) {
        Laid own = laid.get(endpoint.route());
        return own == null ? endpoint : own.told(endpoint);
    }

    /// The path of the controller that is made for an endpoint; empty where the project has one.
    Optional<String> controller(EndpointSpec endpoint) {
        return Optional.ofNullable(laid.get(endpoint.route())).flatMap(Laid::controller);
    }

    /// Puts what an endpoint needs among the files that are written.
    void lay(Draft draft, EndpointSpec endpoint) {
        Laid own = laid.get(endpoint.route());
        if (own == null) {
            return;
        }
        own.stored()
                .forEach((path, text) ->
                        draft.put(
                                path, failures.contains(path) ? Part.FAILURES : Part.GROUND, text));
        for (Skeleton one : own.skeletons()) {
            if (!draft.exists(one.path())) {
                draft.create(one.path(), one.part(), one.code());
            }
        }
    }

    /// The segments of a path up to the word that names what it is about.
    static String base(String path, String word) {
        var base = new ArrayList<String>();
        for (String segment : Paths.segments(path)) {
            base.add(segment);
            if (Names.singular(Names.camel(segment)).equals(word)) {
                break;
            }
        }
        return "/" + String.join("/", base);
    }
}
