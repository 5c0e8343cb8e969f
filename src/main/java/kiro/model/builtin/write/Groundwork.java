package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.code.JavaFile;
import kiro.code.JavaReader;
import kiro.code.JavaReading;
import kiro.model.builtin.project.Paths;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.HttpMethod;
import kiro.spec.rest.Route;

/// Gives resources that a project stores and answers no requests for what their endpoints are placed in: a controller
/// like the others, and a service where the others work through one.
final class Groundwork {
    private final SpringProject project;
    private final Map<Route, List<Skeleton>> skeletons;

    private Groundwork(SpringProject project, Map<Route, List<Skeleton>> skeletons) {
        this.project = project;
        this.skeletons = Map.copyOf(skeletons);
    }

    static Groundwork of(JavaReader reader, SpringProject project, List<EndpointSpec> endpoints) {
        var current = project;
        var all = new LinkedHashMap<Route, List<Skeleton>>();
        var byPath = new LinkedHashMap<String, List<Skeleton>>();
        for (EndpointSpec endpoint : endpoints) {
            String path = new Placer(current).path(endpoint);
            String word = Placer.resourceWord(path);
            List<Skeleton> made = byPath.get(word);
            if (made == null && new Placer(current).controllers(path).isEmpty()) {
                Optional<Storage> kept = kept(current, word);
                made =
                        kept.map(storage ->
                                        new GroundPlan(
                                                        project,
                                                        storage,
                                                        path,
                                                        word,
                                                        methods(endpoints, project, word))
                                                .skeletons())
                                .orElseGet(List::of);
                byPath.put(word, made);
                current = current.with(read(reader, project, made));
            }
            if (made != null) {
                all.put(endpoint.route(), made);
            }
        }
        return new Groundwork(current, all);
    }

    /// The methods of all endpoints that are about the same.
    private static Set<HttpMethod> methods(
            List<EndpointSpec> endpoints, SpringProject project, String word) {
        return endpoints.stream()
                .filter(one -> Placer.resourceWord(new Placer(project).path(one)).equals(word))
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

    private static List<JavaFile> read(
            JavaReader reader, SpringProject project, List<Skeleton> skeletons) {
        var files = new ArrayList<JavaFile>();
        for (Skeleton one : skeletons) {
            String text = project.style().apply(one.code());
            if (reader.read(one.path(), text) instanceof JavaReading.Whole whole) {
                files.add(whole.file());
            }
        }
        return files;
    }

    /// The project as it is with all of these.
    SpringProject project() {
        return project;
    }

    /// Puts what an endpoint needs among the files that are written.
    void lay(Draft draft, EndpointSpec endpoint) {
        for (Skeleton one : skeletons.getOrDefault(endpoint.route(), List.of())) {
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
