package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kiro.code.JavaType;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.spec.rest.HttpMethod;

/// Draws the classes that answer for one resource, after the model of those that answer for another.
final class GroundPlan {
    private static final String WEB = "org.springframework.web.bind.annotation.";

    private final SpringProject project;
    private final Storage kept;
    private final String base;
    private final boolean isReading;
    private final Optional<Layout> layout;

    /// @param word the word of the path that names the resource
    /// @param methods what is asked for of the resource
    GroundPlan(
            SpringProject project,
            Storage kept,
            String path,
            String word,
            Set<HttpMethod> methods) {
        this.project = project;
        this.kept = kept;
        this.base = Groundwork.base(path, word);
        this.isReading = methods.stream().allMatch(HttpMethod.GET::equals);
        this.layout = Layout.of(project, path, isReading);
    }

    /// A thing that a class works with.
    private record Given(String type, String qualified, String name) {}

    /// None where no controller of the project shows how it lays out such classes.
    List<Skeleton> skeletons() {
        if (layout.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<Skeleton>();
        Given given = layout.get().isThroughService() ? service(all) : store();
        all.add(controller(given));
        return all;
    }

    private Given store() {
        Layout model = layout.orElseThrow();
        ProjectType owner = kept.owner();
        String name =
                Layout.fieldFor(
                        model.reach().name(),
                        model.reach().storage().owner(),
                        Layout.noun(model.reach().storage()),
                        owner,
                        Layout.noun(kept));
        return new Given(owner.name(), owner.qualifiedName(), name);
    }

    private Skeleton controller(Given given) {
        Layout model = layout.orElseThrow();
        ProjectType like = model.controller().type();
        List<String> annotations =
                new ArrayList<>(Layout.annotations(like, Set.of("Transactional")));
        Set<String> imports = Layout.imports(like);
        if (like.type().isAnnotated("RequestMapping")) {
            annotations.add("@RequestMapping(\"" + base + "\")");
            imports.add(WEB + "RequestMapping");
        }
        String name = model.nameFor(like, kept, "Controller");
        return type(
                like,
                model.packageFor(like, kept),
                name,
                annotations,
                imports,
                (like.type().is("public") ? "public " : "") + "class " + name,
                given,
                Part.ENDPOINT);
    }

    /// The service that works with the storage already, else a new one.
    private Given service(List<Skeleton> all) {
        Layout model = layout.orElseThrow();
        String field = model.reach().holder().field().orElseThrow();
        ProjectType like = model.reach().holder().type();
        ProjectType known = model.reach().holder().port().orElse(like);
        String modelNoun = Layout.noun(model.reach().storage());
        Optional<ProjectType> own = existing();
        if (own.isPresent()) {
            String name = Layout.fieldFor(field, known, modelNoun, own.get(), Layout.noun(kept));
            return new Given(own.get().name(), own.get().qualifiedName(), name);
        }
        String packageName = model.packageFor(like, kept);
        String name = model.nameFor(like, kept, "Service");
        Optional<Given> port =
                model.reach().holder().port().map(one -> port(one, modelNoun, field, all));
        Set<String> imports = Layout.imports(like);
        port.ifPresent(one -> imports.add(one.qualified()));
        all.add(
                type(
                        like,
                        packageName,
                        name,
                        annotations(like),
                        imports,
                        (like.type().is("public") ? "public " : "")
                                + "class "
                                + name
                                + port.map(one -> " implements " + one.type()).orElse(""),
                        store(),
                        Part.LOGIC));
        return port.orElseGet(() ->
                new Given(name, packageName + "." + name, called(field, like, modelNoun, name)));
    }

    private List<String> annotations(ProjectType service) {
        return Layout.annotations(
                        service, kept.isTransactional() ? Set.of() : Set.of("Transactional"))
                .stream()
                .map(use ->
                        isReading && use.equals("@Transactional")
                                ? "@Transactional(readOnly = true)"
                                : use)
                .toList();
    }

    /// The name for what is new that is to its type what the model's name is to the model's.
    private String called(String field, ProjectType like, String modelNoun, String name) {
        if (field.equals(Names.lower(like.name()))) {
            return Names.lower(name);
        }
        return field.equals(Names.lower(Names.plural(modelNoun)))
                ? Names.lower(Names.plural(Layout.noun(kept)))
                : field;
    }

    private Given port(ProjectType like, String modelNoun, String field, List<Skeleton> all) {
        Layout model = layout.orElseThrow();
        String noun = Layout.noun(kept);
        String name =
                like.name().contains(modelNoun)
                        ? like.name().replace(modelNoun, noun)
                        : noun + "Service";
        String packageName = model.packageFor(like, kept);
        String code =
                "package %s;\n\n%sinterface %s {\n}\n"
                        .formatted(packageName, like.type().is("public") ? "public " : "", name);
        all.add(new Skeleton(path(like, packageName, name), Part.LOGIC, code));
        return new Given(name, packageName + "." + name, called(field, like, modelNoun, name));
    }

    /// A class that Spring makes and that works with the storage, where there is one alone.
    private Optional<ProjectType> existing() {
        List<ProjectType> found =
                project.sources().types().stream()
                        .filter(type ->
                                type.type().isAnnotated("Service")
                                        || type.type().isAnnotated("Component"))
                        .filter(type -> !type.qualifiedName().equals(kept.owner().qualifiedName()))
                        .filter(type -> type.name().startsWith(Layout.noun(kept)))
                        .filter(type ->
                                type.type().fields().stream()
                                        .anyMatch(field ->
                                                project.sources()
                                                        .resolve(field.type(), type.file())
                                                        .filter(one ->
                                                                one.qualifiedName()
                                                                        .equals(
                                                                                kept.owner()
                                                                                        .qualifiedName()))
                                                        .isPresent()))
                        .filter(type -> type.type().kind() == JavaType.Kind.CLASS)
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    static String path(ProjectType like, String packageName, String name) {
        String folder = Workshop.folder(like);
        String own = like.packageName().replace('.', '/') + "/";
        String root =
                folder.endsWith(own) ? folder.substring(0, folder.length() - own.length()) : folder;
        return root + packageName.replace('.', '/') + "/" + name + ".java";
    }

    /// What a class works with: where it notes times, the clock too, if the model has one.
    private List<Given> all(Given given, ProjectType like, Part part) {
        boolean isHolder = part == Part.LOGIC || !layout.orElseThrow().isThroughService();
        boolean notesTimes =
                !isReading && kept.resource().properties().stream().anyMatch(Times::isTime);
        Optional<String> clock = isHolder && notesTimes ? Times.clock(like) : Optional.empty();
        return clock.map(name -> List.of(given, new Given("Clock", "java.time.Clock", name)))
                .orElseGet(() -> List.of(given));
    }

    /// A class, and what it works with.
    private Skeleton type(
            ProjectType like,
            String packageName,
            String name,
            List<String> annotations,
            Set<String> imports,
            String head,
            Given given,
            Part part) {
        var all = new TreeSet<>(imports);
        all(given, like, part).forEach(one -> all.add(one.qualified()));
        all.removeIf(one -> one.substring(0, one.lastIndexOf('.')).equals(packageName));
        var text = new StringBuilder("package " + packageName + ";\n\n");
        all.forEach(one -> text.append("import ").append(one).append(";\n"));
        text.append(all.isEmpty() ? "" : "\n");
        annotations.forEach(one -> text.append(one).append('\n'));
        text.append(head).append(" {\n\n");
        all(given, like, part)
                .forEach(one ->
                        text.append(
                                "    private final %s %s;\n".formatted(one.type(), one.name())));
        if (!annotations.contains("@RequiredArgsConstructor")) {
            String visible = head.startsWith("public ") ? "public " : "";
            text.append(
                    "\n    %s%s(%s) {\n%s    }\n"
                            .formatted(
                                    visible,
                                    name,
                                    all(given, like, part).stream()
                                            .map(one -> one.type() + " " + one.name())
                                            .collect(Collectors.joining(", ")),
                                    all(given, like, part).stream()
                                            .map(one ->
                                                    "        this.%1$s = %1$s;\n"
                                                            .formatted(one.name()))
                                            .collect(Collectors.joining())));
        }
        return new Skeleton(path(like, packageName, name), part, text + "}\n");
    }
}
