package kiro.model.builtin.ground;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kiro.code.JavaAnnotation;
import kiro.code.JavaField;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Sources;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.store.StoreGrowth;
import kiro.model.builtin.store.StoreMethod;

/// Draws a store of the project's own after the model of another one: by SQL, through an `EntityManager`, in a map; behind
/// an interface where the model is. It can find an object, list all and store one; whatever else is needed, it grows later.
public final class NewStore {
    private static final Set<String> KEPT =
            Set.of(
                    "Repository",
                    "Component",
                    "Service",
                    "Transactional",
                    "RequiredArgsConstructor");

    private static final List<Operation.Kind> ABLE =
            List.of(Operation.Kind.FIND, Operation.Kind.LIST, Operation.Kind.SAVE);

    private final Sources sources;
    private final Storage model;
    private final ProjectType working;
    private final Renaming names;
    private final List<Storage> siblings;
    private final NextIds ids;

    /// @param siblings all storages of the project
    public NewStore(Sources sources, Storage model, Renaming names, List<Storage> siblings) {
        this.sources = sources;
        this.model = model;
        this.names = names;
        this.siblings = List.copyOf(siblings);
        this.working =
                switch (model.backing()) {
                    case Backing.Sql sql -> sql.in();
                    case Backing.Memory memory -> memory.in();
                    case Backing.Entities entities -> entities.in();
                    case Backing.Data _, Backing.Unknown _ -> model.owner();
                };
        this.ids = new NextIds(model, working, isPublic());
    }

    /// A file that is drawn.
    ///
    /// @param like what it is made after
    public record Drawn(ProjectType like, String packageName, String name, String code) {}

    /// Whether the model has a class of its own that an interface stands before.
    private boolean hasPort() {
        return !working.qualifiedName().equals(model.owner().qualifiedName());
    }

    public String name() {
        return names.of(model.owner().name());
    }

    /// The interface, where there is one, and the class without what it can do.
    ///
    /// @param packages tells the package of what is made after a type
    /// @param resource what it keeps, as it is read from its file
    public List<Drawn> bare(Packages packages, DomainType resource) {
        var all = new ArrayList<Drawn>();
        if (hasPort()) {
            String code = visible(model.owner()) + "interface " + name() + " {}\n";
            String packageName = packages.of(model.owner());
            all.add(
                    new Drawn(
                            model.owner(),
                            packageName,
                            name(),
                            "package " + packageName + ";\n\n" + code));
        }
        all.add(type(packages, resource, List.of(), List.of(), Set.of()));
        return all;
    }

    /// The same, able to find objects and to store them.
    ///
    /// @param storage the bare one, as it is read from its files
    public List<Drawn> able(Packages packages, Storage storage) {
        var growth = new StoreGrowth(sources, siblings);
        List<StoreMethod> methods = new ArrayList<>();
        for (Operation.Kind kind : ABLE) {
            growth.method(named(storage, kind), kind).ifPresent(methods::add);
        }
        if (methods.size() < ABLE.size()) {
            return List.of();
        }
        var all = new ArrayList<Drawn>();
        if (hasPort()) {
            all.add(port(packages, storage.resource(), methods));
        }
        all.add(working(packages, storage.resource(), methods));
        return all;
    }

    private Drawn port(Packages packages, DomainType resource, List<StoreMethod> methods) {
        var members = new ArrayList<String>();
        methods.forEach(one -> members.add(one.signature().text() + ";"));
        if (ids.isNeeded(resource)) {
            members.add(ids.of(resource).signature() + ";");
        }
        Set<String> imports =
                methods.stream()
                        .flatMap(one -> one.signature().imports().stream())
                        .collect(Collectors.toSet());
        String packageName = packages.of(model.owner());
        String code =
                visible(model.owner())
                        + "interface "
                        + name()
                        + " {\n"
                        + body(members, model.owner())
                        + "}\n";
        return new Drawn(
                model.owner(),
                packageName,
                name(),
                imported(packageName, model.owner(), resource, imports, code));
    }

    private Drawn working(Packages packages, DomainType resource, List<StoreMethod> methods) {
        RowStyle rows = RowStyle.of(working, model.resource(), resource);
        var imports = new TreeSet<>(rows.imports());
        var codes = new ArrayList<String>();
        for (StoreMethod method : methods) {
            imports.addAll(method.imports());
            codes.add(open(rows.styled(method.code().replaceFirst("^@Override\n", ""))));
        }
        if (ids.isNeeded(resource)) {
            codes.add(open(ids.of(resource).code()));
        }
        rows.method().ifPresent(codes::add);
        return type(packages, resource, rows.field().stream().toList(), codes, imports);
    }

    /// Tells in which package something belongs.
    @FunctionalInterface
    public interface Packages {
        String of(ProjectType like);
    }

    /// The storage with what is planned called as the model's is.
    private Storage named(Storage storage, Operation.Kind kind) {
        Optional<Operation> like = model.operation(kind);
        if (like.isEmpty()) {
            return storage;
        }
        Property old = model.resource().id().orElseThrow();
        Property key = storage.resource().id().orElseThrow();
        String name =
                names.of(like.get().method())
                        .replaceFirst("(?<=by|By)" + upper(old.name()) + "$", upper(key.name()));
        return storage.with(kind, Operation.planned(name, like.get().result()));
    }

    private static String upper(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String visible(ProjectType type) {
        return type.type().is("public") ? "public " : "";
    }

    private static String body(List<String> members, ProjectType like) {
        String text =
                members.stream()
                        .map(one -> one.indent(4).stripTrailing())
                        .collect(Collectors.joining("\n\n"));
        boolean isSpaced = like.file().text().matches("(?s).*\\{\\r?\\n\\r?\\n.*");
        return (isSpaced ? "\n" : "") + text + "\n";
    }

    private Drawn type(
            Packages packages,
            DomainType resource,
            List<String> constants,
            List<String> methods,
            Set<String> imports) {
        String name = names.of(working.name());
        String packageName = packages.of(working);
        var members = new ArrayList<String>();
        List<String> fields = new ArrayList<>(fields(resource));
        if (!methods.isEmpty() && ids.isNeeded(resource)) {
            fields.add(ids.of(resource).field());
        }
        boolean isSpaced =
                working.type().fields().size() < 2 || String.join("\n", fields).contains("@");
        members.addAll(constants);
        members.add(String.join(isSpaced ? "\n\n" : "\n", fields));
        members.addAll(constructors(name));
        members.addAll(methods);
        String head =
                annotations()
                        + visible(working)
                        + (working.type().is("final") ? "final " : "")
                        + "class "
                        + name
                        + (hasPort() ? " implements " + name() : "")
                        + " {\n";
        var more = new TreeSet<>(imports);
        if (hasPort()) {
            more.add(packages.of(model.owner()) + "." + name());
        }
        return new Drawn(
                working,
                packageName,
                name,
                imported(
                        packageName,
                        working,
                        resource,
                        more,
                        head + body(members, working) + "}\n"));
    }

    /// What the model's class is annotated with and the new one is too, one a line.
    private String annotations() {
        return working.type().annotations().stream()
                .filter(use -> KEPT.contains(use.name()))
                .map(this::text)
                .map(text -> text + "\n")
                .collect(Collectors.joining());
    }

    private String imported(
            String packageName,
            ProjectType like,
            DomainType resource,
            Set<String> more,
            String code) {
        var all = new TreeSet<>(more);
        if (code.matches("(?s).*\\b" + resource.name() + "\\b.*")) {
            all.add(resource.type().qualifiedName());
        }
        all.removeIf(one -> !code.matches("(?s).*\\b" + one.replaceFirst("^.*\\.", "") + "\\b.*"));
        return new Imports(sources, List.of(like.file())).file(packageName, all, code);
    }

    private String text(JavaAnnotation use) {
        return use.range().of(working.file().text());
    }

    /// What the class works with: what runs SQL, a map, what numbers ids are taken from.
    private List<String> fields(DomainType resource) {
        var fields = new LinkedHashMap<String, String>();
        for (JavaField field : working.type().fields()) {
            String text = field.range().of(working.file().text()).replace("\r", "");
            String plain = text.replaceAll("\n[ \t]+", "\n");
            if (isOfStore(field)) {
                fields.put(field.name(), plain);
            } else if (model.backing() instanceof Backing.Memory memory
                    && memory.map().name().equals(field.name())) {
                fields.put(field.name(), map(plain, resource));
            }
        }
        return List.copyOf(fields.values());
    }

    private boolean isOfStore(JavaField field) {
        return switch (model.backing()) {
            case Backing.Sql sql -> field.name().equals(sql.client());
            case Backing.Entities entities -> field.name().equals(entities.manager());
            case Backing.Memory _, Backing.Data _, Backing.Unknown _ -> false;
        };
    }

    /// The map's field, for other objects under another key.
    private String map(String field, DomainType resource) {
        Property old = model.resource().id().orElseThrow();
        Property key = resource.id().orElseThrow();
        String name = ((Backing.Memory) model.backing()).map().name();
        String renamed =
                names.of(name)
                        .replaceFirst("(?<=by|By)" + upper(old.name()) + "$", upper(key.name()));
        return field.replaceAll("\\b" + model.resource().name() + "\\b", resource.name())
                .replaceAll("\\b" + name + "\\b", renamed)
                .replaceFirst("<\\s*\\w+\\s*,", "<" + key.typeName().boxed() + ",");
    }

    /// A method as open, and as guarded, as the model's are.
    private String open(String code) {
        boolean isGuarded =
                working.type().methods().stream()
                        .filter(method -> !method.is("private"))
                        .allMatch(method -> method.is("synchronized"));
        String visible = code.startsWith("public ") || !isPublic() ? "" : "public ";
        String guarded =
                isGuarded && !code.contains("synchronized ")
                        ? (visible + code).replaceFirst("^(public )?", "$1synchronized ")
                        : visible + code;
        return (hasPort() ? "@Override\n" : "") + guarded;
    }

    private boolean isPublic() {
        return hasPort()
                || working.type().methods().stream().anyMatch(method -> method.is("public"));
    }

    /// The model's constructor, where it takes what the class works with and nothing else.
    private List<String> constructors(String name) {
        var all = new ArrayList<String>();
        for (JavaMethod one : working.type().constructors()) {
            Map<String, String> taken =
                    one.parameters().stream()
                            .collect(
                                    Collectors.toMap(
                                            parameter -> parameter.name(),
                                            parameter -> parameter.type()));
            boolean isPlain =
                    taken.size() == 1
                            && one.body()
                                    .orElse("")
                                    .replaceAll("\\s", "")
                                    .matches("\\{this\\.\\w+=\\w+;\\}");
            if (isPlain) {
                all.add(
                        one.range()
                                .of(working.file().text())
                                .replace("\r", "")
                                .replaceFirst("\\b" + working.name() + "\\b", name)
                                .replaceAll("\n[ \t]+this", "\n    this")
                                .replaceAll("\n[ \t]*\\}$", "\n}"));
            }
        }
        return all;
    }

    /// Whether what the model works with can be had by a class that is made after it.
    public boolean canFollow() {
        boolean isInjected =
                working.type().isAnnotated("RequiredArgsConstructor")
                        || !constructors(working.name()).isEmpty()
                        || working.type().constructors().isEmpty();
        return working.type().kind() == kiro.code.JavaType.Kind.CLASS && isInjected;
    }
}
