package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.code.JavaReader;
import kiro.model.builtin.ground.NewEnum;
import kiro.model.builtin.ground.NewProperty;
import kiro.model.builtin.ground.NewRepository;
import kiro.model.builtin.ground.NewStore;
import kiro.model.builtin.ground.NewTable;
import kiro.model.builtin.ground.NewType;
import kiro.model.builtin.ground.Renaming;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.spec.rest.Behaviour;

/// Draws what a project needs to store a resource that it does not know yet: its type, where it is kept, its table. All of
/// it is made after the model of what is stored already, and nothing is drawn where one part cannot be.
final class NewResource {
    private final JavaReader reader;
    private final SpringProject project;
    private final Storage model;
    private final Optional<Storage> parent;
    private final String word;
    private final NewProperties properties;
    private final Renaming names;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<String> reasons = new ArrayList<>();

    /// @param model what is stored and most like it
    /// @param parent what it belongs to
    /// @param word what the path calls it, in the singular
    /// @param wants what the request that makes one asks for
    NewResource(
            JavaReader reader,
            SpringProject project,
            Storage model,
            Optional<Storage> parent,
            String word,
            Wants wants) {
        this.reader = reader;
        this.project = project;
        this.model = model;
        this.parent = parent;
        this.word = word;
        this.properties = new NewProperties(project, model, parent, word, wants);
        String like = Layout.noun(model);
        String own = Names.upper(word);
        this.names = new Renaming(like, Names.plural(like), own, Names.plural(own));
        reasons.addAll(properties.reasons());
        if (reasons.isEmpty()) {
            draw();
        }
    }

    /// The texts of its files, by path; none where it cannot be drawn.
    Map<String, String> files() {
        return reasons.isEmpty() ? files : Map.of();
    }

    /// Where values come from that nobody sends.
    List<Behaviour> sources() {
        return properties.properties().stream()
                .flatMap(property ->
                        switch (property.role()) {
                            case CALLER ->
                                    Stream.<Behaviour>of(
                                            new Behaviour.SetsField(
                                                    property.name(), Behaviour.Source.CALLER));
                            case CREATED ->
                                    Stream.<Behaviour>of(
                                            new Behaviour.SetsField(
                                                    property.name(), Behaviour.Source.NOW));
                            case ID, LINK, VALUE -> Stream.<Behaviour>of();
                        })
                .toList();
    }

    List<String> reasons() {
        return List.copyOf(reasons);
    }

    private void draw() {
        ProjectType like = model.resource().type();
        var type = new NewType(project.sources(), model.resource(), names, properties.properties());
        boolean isTaken =
                project.sources().types().stream().anyMatch(one -> one.name().equals(type.name()));
        if (!names.fits(model.resource().name()) || isTaken) {
            reasons.add(
                    "what a type beside %s would be called is not evident"
                            .formatted(model.resource().name()));
            return;
        }
        String packageName = packageOf(like);
        put(like, packageName, type.name(), type.code(packageName));
        enums(like, packageName);
        if (!(model.backing() instanceof Backing.Memory)) {
            table();
        }
        if (reasons.isEmpty()) {
            switch (model.kind()) {
                case REPOSITORY -> repository(packageName + "." + type.name());
                case STORE -> store(type.name());
                case MAP ->
                        reasons.add(
                                "%s keeps its objects in a map of its own, beside which nothing else can be kept"
                                        .formatted(model.owner().name()));
            }
        }
    }

    /// A store of the project's own, first without anything that it can do, then with.
    private void store(String type) {
        var store =
                new NewStore(
                        project.with(reader, files).sources(), model, names, project.storages());
        Optional<DomainType> resource = read(type).map(DomainType::of);
        if (!store.canFollow() || resource.isEmpty()) {
            reasons.add(
                    "how a class like %s is made is not evident".formatted(model.owner().name()));
            return;
        }
        store.bare(this::packageOf, resource.get()).forEach(this::put);
        Optional<Storage> bare =
                read(store.name())
                        .flatMap(owner ->
                                backing(resource.get())
                                        .map(backing ->
                                                new Storage(
                                                        owner,
                                                        Optional.empty(),
                                                        resource.get(),
                                                        resource.get()
                                                                .id()
                                                                .orElseThrow()
                                                                .typeName()
                                                                .raw(),
                                                        Storage.Kind.STORE,
                                                        Map.of(),
                                                        backing)));
        List<NewStore.Drawn> able =
                bare.map(storage -> store.able(this::packageOf, storage)).orElseGet(List::of);
        if (able.isEmpty()) {
            reasons.add(
                    "%s could not be stored as %s stores"
                            .formatted(Names.words(Names.plural(word)), model.owner().name()));
        }
        able.forEach(this::put);
    }

    /// A type as it is read from what was drawn.
    private Optional<ProjectType> read(String name) {
        return project.with(reader, files).sources().types().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    private Optional<Backing> backing(DomainType resource) {
        return switch (model.backing()) {
            case Backing.Sql sql ->
                    Backing.Sql.like(
                                    sql,
                                    project.with(reader, files).sources(),
                                    resource,
                                    names.of(sql.table().name()))
                            .map(Backing.class::cast);
            case Backing.Entities entities -> Optional.of(entities);
            case Backing.Memory memory ->
                    read(names.of(memory.in().name()))
                            .flatMap(in ->
                                    in.type().fields().stream()
                                            .filter(field -> field.type().contains(resource.name()))
                                            .findFirst()
                                            .map(field -> new Backing.Memory(in, field)));
            case Backing.Data _, Backing.Unknown _ -> Optional.empty();
        };
    }

    private void put(NewStore.Drawn drawn) {
        put(drawn.like(), drawn.packageName(), drawn.name(), drawn.code());
    }

    private void repository(String resource) {
        var repository = new NewRepository(project.sources(), model, names);
        String packageName = packageOf(model.owner());
        put(model.owner(), packageName, repository.name(), repository.code(packageName, resource));
    }

    private void enums(ProjectType like, String packageName) {
        for (NewProperty property : properties.properties()) {
            boolean isNew =
                    !property.constants().isEmpty()
                            && project.sources().types().stream()
                                    .noneMatch(one -> one.name().equals(property.type()));
            if (isNew) {
                var made = new NewEnum(project.sources(), like, property);
                put(like, packageName, property.type(), made.code(packageName));
            }
        }
    }

    private void table() {
        Optional<String> of = tables(model).stream().filter(this::isMade).findFirst();
        if (of.isEmpty()) {
            if (!StoredTables.areMadeByHibernate(project, model)) {
                reasons.add(
                        "what makes the table of %s is not evident"
                                .formatted(model.resource().name()));
            }
            return;
        }
        Optional<String> parents =
                parent.flatMap(one -> tables(one).stream().filter(this::isMade).findFirst());
        var table = new NewTable(project.sources(), names, properties.properties());
        switch (table.after(of.get(), model.resource(), parents)) {
            case NewTable.Outcome.Script script -> files.put(script.path(), script.text());
            case NewTable.Outcome.Impossible impossible -> reasons.add(impossible.reason());
        }
    }

    private boolean isMade(String table) {
        return NewTable.isMade(project.sources(), table);
    }

    /// What the table of a storage may be called.
    private static List<String> tables(Storage storage) {
        return StoredTables.names(storage);
    }

    private void put(ProjectType like, String packageName, String name, String code) {
        String path = GroundPlan.path(like, packageName, name);
        files.put(path, project.style().apply(CodeFormat.wrap(code)));
    }

    /// The package of what is to the new resource as the model's type is to the model: by feature, one of its own.
    private String packageOf(ProjectType like) {
        String packageName = like.packageName();
        String root = project.application().map(ProjectType::packageName).orElse("");
        boolean isOpen =
                parent.isEmpty()
                        || (parent.get().owner().type().is("public")
                                && parent.get().resource().type().type().is("public"));
        if (!packageName.startsWith(root) || !isOpen) {
            return packageName;
        }
        return root + names.ofPackage(packageName.substring(root.length()));
    }
}
