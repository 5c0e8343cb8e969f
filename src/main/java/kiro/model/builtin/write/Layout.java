package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kiro.code.JavaAnnotation;
import kiro.code.JavaImport;
import kiro.model.builtin.project.Controller;
import kiro.model.builtin.project.Paths;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;

/// How a project lays out what answers for one of its resources, seen on one for which it does.
///
/// @param controller the controller that serves as the model
/// @param reach how it gets at what it answers for
/// @param root the package of the whole application
record Layout(Controller controller, Reaches.Reach reach, String root) {
    private static final Map<String, String> KEPT =
            Map.of(
                    "RestController", "org.springframework.web.bind.annotation.RestController",
                    "Controller", "org.springframework.stereotype.Controller",
                    "Service", "org.springframework.stereotype.Service",
                    "Component", "org.springframework.stereotype.Component",
                    "Transactional", "org.springframework.transaction.annotation.Transactional",
                    "RequiredArgsConstructor", "lombok.RequiredArgsConstructor",
                    "Validated", "org.springframework.validation.annotation.Validated");

    /// The model that is the most like what is wanted: one that shares the beginning of the path and works through a
    /// service.
    static Optional<Layout> of(SpringProject project, String path, boolean isReading) {
        var reaches = new Reaches(project);
        String root = project.application().map(ProjectType::packageName).orElse("");
        return project.controllers().stream()
                .flatMap(controller ->
                        reaches.of(controller).stream()
                                .map(reach -> new Layout(controller, reach, root)))
                .min(
                        Comparator.comparingInt((Layout one) -> one.isNamesake() ? 0 : 1)
                                .thenComparingInt(one -> one.isThroughService() ? 0 : 1)
                                .thenComparingInt(one ->
                                        Placer.isForReading(one.reach()) == isReading ? 0 : 1)
                                .thenComparingInt(one -> -one.shared(path)));
    }

    /// Whether the controller is called after what it answers for.
    private boolean isNamesake() {
        return controller.type().name().startsWith(reach.storage().resource().name());
    }

    boolean isThroughService() {
        return !reach.holder().isController();
    }

    private int shared(String path) {
        return controller.mappings().stream()
                .mapToInt(mapping -> Paths.shared(mapping.route().path().value(), path))
                .max()
                .orElse(0);
    }

    private String noun() {
        return noun(reach.storage());
    }

    /// What a resource is called without what says how it is stored.
    static String noun(Storage storage) {
        return storage.resource().name().replaceFirst("(Entity|Model|Record|Document)$", "");
    }

    /// The package of something for another resource that is to this one's as the model's own are to each other.
    String packageFor(ProjectType model, Storage kept) {
        String like = model.packageName();
        if (like.equals(reach.storage().owner().packageName())) {
            return kept.owner().packageName();
        }
        if (like.equals(reach.storage().resource().type().packageName())) {
            return kept.resource().type().packageName();
        }
        List<String> segments = new ArrayList<>(List.of(like.split("\\.")));
        int own = like.startsWith(root) && !root.isEmpty() ? root.split("\\.").length : 0;
        for (int i = own; i < segments.size(); i++) {
            if (isWordFor(segments.get(i), noun())) {
                Optional<String> other = ownSegment(kept);
                if (other.isEmpty()) {
                    return kept.resource().type().packageName();
                }
                segments.set(i, other.get());
                return String.join(".", segments);
            }
        }
        return like;
    }

    private static Optional<String> ownSegment(Storage kept) {
        String both = kept.resource().type().packageName() + "." + kept.owner().packageName();
        return Arrays.stream(both.split("\\."))
                .filter(segment -> isWordFor(segment, noun(kept)))
                .findFirst();
    }

    private static boolean isWordFor(String segment, String noun) {
        return Names.singular(segment).equalsIgnoreCase(noun) || segment.equalsIgnoreCase(noun);
    }

    /// The name of a type for another resource, which ends as the model's does.
    String nameFor(ProjectType model, Storage kept, String usual) {
        String name = model.name();
        for (String start : List.of(Names.plural(noun()), noun())) {
            if (name.startsWith(start) && name.length() > start.length()) {
                boolean isPlural = start.equals(Names.plural(noun()));
                return (isPlural ? Names.plural(noun(kept)) : noun(kept))
                        + name.substring(start.length());
            }
        }
        return noun(kept) + usual;
    }

    /// The annotations that a type takes over from the model, one a line.
    static List<String> annotations(ProjectType model, Set<String> without) {
        return model.type().annotations().stream()
                .filter(use -> KEPT.containsKey(use.name()) && !without.contains(use.name()))
                .map(use -> use.range().of(model.file().text()))
                .toList();
    }

    static Set<String> imports(ProjectType model) {
        var imports = new TreeSet<String>();
        for (JavaAnnotation use : model.type().annotations()) {
            String usual = KEPT.get(use.name());
            if (usual != null) {
                imports.add(
                        model.file().imports().stream()
                                .filter(one -> one.simpleName().equals(use.name()))
                                .map(JavaImport::name)
                                .findFirst()
                                .orElse(usual));
            }
        }
        return imports;
    }

    /// What the model calls a thing that it works with: by its type, by its noun, or by one word for all.
    static String fieldFor(
            String field, ProjectType of, String noun, ProjectType given, String own) {
        boolean isByType = field.equals(Names.lower(of.name()));
        boolean isByNoun =
                field.equals(Names.lower(noun)) || field.equals(Names.lower(Names.plural(noun)));
        if (isByType) {
            return Names.lower(given.name());
        }
        return isByNoun ? Names.lower(Names.plural(own)) : field;
    }
}
