package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.TypeName;
import kiro.model.builtin.store.StoreGrowth;
import kiro.spec.rest.Behaviour;

/// Finds, as code, the others that belong to the same as what a request makes: to what the path names, or to what a field of
/// the body does.
///
/// @param link the property with what they belong to; empty where the path says it
/// @param source what says it
record Siblings(Place place, Optional<Property> link, Source source) {
    /// What says to what they belong.
    enum Source {
        PATH,
        /// A field of the body.
        SENT,
        /// It is the one who sends the request.
        CALLER
    }

    /// Those of what a spec calls so; empty where neither the path nor the body names it.
    ///
    /// @param word what they belong to; empty where the spec does not say it
    static Optional<Siblings> of(SpringProject project, Place place, Optional<String> word) {
        boolean isParent =
                place.parent().isPresent()
                        && word.map(noun ->
                                        WithinParent.isCalled(place.parent().orElseThrow(), noun))
                                .orElse(true);
        if (isParent || word.isEmpty()) {
            return Optional.of(new Siblings(place, Optional.empty(), Source.PATH));
        }
        return place.endpoint().request().body().stream()
                .filter(field -> isKey(field.name(), word.get()))
                .flatMap(field ->
                        place
                                .resource()
                                .property(field.name())
                                .or(() -> References.key(project, place, field))
                                .stream())
                .findFirst()
                .map(property -> new Siblings(place, Optional.of(property), Source.SENT))
                .or(() -> callers(place, word.get()));
    }

    /// Those of the one who sends the request.
    private static Optional<Siblings> callers(Place place, String word) {
        return place.resource().properties().stream()
                .filter(_ -> !place.action().hasId())
                .filter(property -> isKey(property.name(), word) && isCallers(place, property))
                .findFirst()
                .map(property -> new Siblings(place, Optional.of(property), Source.CALLER));
    }

    /// Whether a new one gets what callers are known by.
    private static boolean isCallers(Place place, Property property) {
        return place.owner().filter(new Owner.ByProperty(property)::equals).isPresent()
                || place.endpoint()
                        .behaviours()
                        .contains(
                                new Behaviour.SetsField(property.name(), Behaviour.Source.CALLER));
    }

    /// Whether a field of the body says to what they belong.
    boolean isSent() {
        return source == Source.SENT;
    }

    /// The expression for that to which they belong.
    private Optional<String> value(LogicWriter.Code code) {
        return switch (source) {
            case PATH -> Optional.empty();
            case SENT -> link.flatMap(code::sent).map(code::present);
            case CALLER -> Optional.of(code.takeCaller());
        };
    }

    private static boolean isKey(String field, String noun) {
        String name = field.toLowerCase(Locale.ROOT);
        String word = noun.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return name.equals(word)
                || name.matches(java.util.regex.Pattern.quote(word) + "_?(id|number|code|key)");
    }

    /// Why they cannot be found; empty where they can.
    Optional<String> obstacle(SpringProject project) {
        Storage storage = place.storage();
        boolean canLook =
                storage.kind() == Storage.Kind.REPOSITORY
                        || storage.operation(Operation.Kind.LIST).isPresent()
                        || own().isPresent()
                        || by().flatMap(property ->
                                        new StoreGrowth(project.sources(), project.storages())
                                                .listBy(storage, property))
                                .isPresent();
        return canLook
                ? Optional.empty()
                : Optional.of("%s cannot list what there is".formatted(storage.owner().name()));
    }

    /// The property by whose value they are told from others; empty where all count, or it is an object.
    private Optional<Property> by() {
        return link.or(() ->
                place.parent().filter(parent -> !parent.family().isObject()).map(Parent::link));
    }

    /// A stream of them, with the tests that each has to pass yet.
    record Found(String stream, List<String> tests) {
        Found {
            tests = List.copyOf(tests);
        }

        /// The expression for how many there are.
        String count() {
            if (tests.isEmpty() && stream.endsWith(".stream()")) {
                return stream.replaceFirst("\\.stream\\(\\)$", ".size()");
            }
            return tests.isEmpty()
                    ? stream + ".count()"
                    : "%s.filter(other -> %s).count()"
                            .formatted(stream, String.join(" && ", tests));
        }

        /// The expression that is true where one of them passes these tests as well, as `other`.
        String any(List<String> more) {
            var all = new ArrayList<>(tests);
            all.addAll(more);
            return "%s.anyMatch(other -> %s)".formatted(stream, String.join(" && ", all));
        }
    }

    Found found(Workshop workshop, LogicWriter.Code code) {
        Optional<String> call = call(workshop, code);
        if (call.isPresent()) {
            return new Found(call.get() + ".stream()", List.of());
        }
        Optional<String> same =
                link.map(property -> same(code, property))
                        .or(() ->
                                place.parent()
                                        .map(parent ->
                                                parent.isSame(
                                                        "other",
                                                        FindWriter.pathType(
                                                                code.project.sources(),
                                                                parent.place()))));
        return new Found(OnceWriter.all(code), same.stream().toList());
    }

    private String same(LogicWriter.Code code, Property property) {
        String value = value(code).orElseThrow();
        return property.typeName().isPrimitive()
                ? "other%s == %s".formatted(property.read(), value)
                : "%s.equals(other%s)".formatted(value, property.read());
    }

    /// A call that finds them and no others; empty where all have to be read.
    private Optional<String> call(Workshop workshop, LogicWriter.Code code) {
        Storage storage = place.storage();
        Optional<String> value = value(code).or(() -> parentId());
        if (value.isEmpty()) {
            return Optional.empty();
        }
        boolean isListed =
                storage.backing() instanceof Backing.Memory
                        && storage.operation(Operation.Kind.LIST).isPresent();
        Optional<String> method =
                own().map(JavaMethod::name)
                        .or(() -> derived(workshop))
                        .or(() ->
                                isListed
                                        ? Optional.empty()
                                        : by().flatMap(property ->
                                                new StoreWriter(workshop)
                                                        .listBy(storage, property)));
        return method.map(
                name -> "%s.%s(%s)".formatted(place.storageName(), name, value.orElseThrow()));
    }

    private Optional<String> parentId() {
        return place.parent().filter(parent -> !parent.isFoundByKey()).map(Parent::id);
    }

    /// The storage's own method that finds all that belong to one.
    private Optional<JavaMethod> own() {
        return link.isPresent()
                ? place.storage().owner().type().methods().stream()
                        .filter(method -> isPlain(method, Names.upper(link.get().name())))
                        .filter(method ->
                                method.parameters().size() == 1
                                        && TypeName.of(method.parameters().getFirst().type())
                                                .isSameAs(link.get().typeName())
                                        && answersAll(method))
                        .findFirst()
                : place.parent()
                        .filter(parent -> !parent.isFoundByKey())
                        .flatMap(parent ->
                                LinkFinder.all(place.storage(), parent.family())
                                        .filter(method ->
                                                isPlain(method, Names.upper(parent.link().name())))
                                        .findFirst());
    }

    private boolean answersAll(JavaMethod method) {
        TypeName type = TypeName.of(method.returnType());
        return type.raw().matches("List|Set|Collection")
                && type.element().raw().equals(place.resource().name());
    }

    /// Whether a method finds by this alone: nothing in its name or its code says that some are left out.
    private boolean isPlain(JavaMethod method, String link) {
        String parent = place.parent().map(one -> "|" + one.place().resource().name()).orElse("");
        String name =
                "(?i)(find|get|list|read|query|load|fetch|select|all)*(%s(s|es)?)?(By|Of|For|In|On|To|At)?(%s%s)_?(Id)?"
                        .formatted(place.resource().name(), link.replaceFirst("Id$", ""), parent);
        boolean isSelecting =
                method.annotations().stream().anyMatch(use -> use.name().endsWith("Query"))
                        || method.body()
                                .orElse("")
                                .matches("(?is).*(\\b(limit|and|fetch|top|distinct)\\b|&&).*");
        return method.name().matches(name) && !isSelecting;
    }

    /// A method of a repository, which Spring Data makes of its name.
    private Optional<String> derived(Workshop workshop) {
        Storage storage = place.storage();
        if (storage.kind() != Storage.Kind.REPOSITORY) {
            return Optional.empty();
        }
        if (link.isEmpty()) {
            return place.parent()
                    .filter(parent -> LinkFinder.all(storage, parent.family()).findAny().isEmpty())
                    .flatMap(parent -> new LinkFinder(workshop).finder(storage, parent.family()));
        }
        Property property = link.get();
        String name = "findBy" + Names.upper(property.name());
        boolean isThere =
                workshop.draft().current(storage.owner()).type().methods().stream()
                        .anyMatch(method -> method.name().equals(name));
        if (isThere) {
            return Optional.empty();
        }
        var imports = new ArrayList<>(RequestWriter.imports(property.type()));
        imports.add("java.util.List");
        imports.add(place.resource().type().qualifiedName());
        workshop.addMethod(
                storage.owner(),
                Part.LOGIC,
                "List<%s> %s(%s %s);"
                        .formatted(place.resource().name(), name, property.type(), property.name()),
                imports);
        return Optional.of(name);
    }

    /// The expression with which a test lists those of its parent; empty where it cannot.
    static Optional<String> listed(Place place, String bean, Optional<String> parentId) {
        var siblings = new Siblings(place, Optional.empty(), Source.PATH);
        return parentId.flatMap(
                id -> siblings.own().map(method -> "%s.%s(%s)".formatted(bean, method.name(), id)));
    }
}
