package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.code.JavaAnnotation;
import kiro.code.JavaMethod;
import kiro.spec.rest.HttpMethod;
import kiro.spec.rest.PathTemplate;
import kiro.spec.rest.Route;

/// Finds the controllers of a project.
final class ControllerReader {
    private static final Map<String, HttpMethod> MAPPINGS =
            Map.of(
                    "GetMapping", HttpMethod.GET,
                    "PostMapping", HttpMethod.POST,
                    "PutMapping", HttpMethod.PUT,
                    "PatchMapping", HttpMethod.PATCH,
                    "DeleteMapping", HttpMethod.DELETE);

    private final Sources sources;
    private final Constants constants;

    ControllerReader(Sources sources) {
        this.sources = sources;
        this.constants = new Constants(sources);
    }

    List<Controller> controllers() {
        return sources.types().stream()
                .filter(type ->
                        type.type().isAnnotated("RestController")
                                || type.type().isAnnotated("Controller"))
                .map(this::controller)
                .flatMap(Optional::stream)
                .toList();
    }

    /// Empty where the paths of the class cannot be worked out.
    private Optional<Controller> controller(ProjectType type) {
        Optional<List<String>> bases =
                type.type()
                        .annotation("RequestMapping")
                        .map(mapping -> paths(mapping, type))
                        .orElseGet(() -> Optional.of(List.of("/")));
        if (bases.isEmpty()) {
            return Optional.empty();
        }
        String base = bases.get().isEmpty() ? "/" : Paths.join("/", bases.get().getFirst());
        var mappings = new ArrayList<Mapping>();
        for (JavaMethod method : type.type().methods()) {
            for (String start : bases.get().isEmpty() ? List.of("/") : bases.get()) {
                mappings.addAll(mappings(type, start, method));
            }
        }
        return Optional.of(new Controller(type, base, mappings));
    }

    private List<Mapping> mappings(ProjectType type, String base, JavaMethod method) {
        var mappings = new ArrayList<Mapping>();
        for (JavaAnnotation annotation : method.annotations()) {
            for (HttpMethod verb : verbs(annotation)) {
                for (String path : paths(annotation, type).orElseGet(List::of)) {
                    mappings.add(
                            new Mapping(
                                    new Route(verb, new PathTemplate(Paths.join(base, path))),
                                    method));
                }
            }
        }
        return mappings;
    }

    private static List<HttpMethod> verbs(JavaAnnotation annotation) {
        HttpMethod verb = MAPPINGS.get(annotation.name());
        if (verb != null) {
            return List.of(verb);
        }
        if (!annotation.name().equals("RequestMapping")) {
            return List.of();
        }
        String methods = annotation.argument("method").orElse("");
        var verbs = new ArrayList<HttpMethod>();
        for (HttpMethod method : HttpMethod.values()) {
            if (methods.isEmpty() || methods.matches("(?s).*\\b" + method + "\\b.*")) {
                verbs.add(method);
            }
        }
        return verbs;
    }

    private Optional<List<String>> paths(JavaAnnotation mapping, ProjectType type) {
        return mapping.argument("value")
                .or(() -> mapping.argument("path"))
                .map(expression -> constants.texts(expression, type.file()))
                .orElseGet(() -> Optional.of(List.of("")));
    }
}
