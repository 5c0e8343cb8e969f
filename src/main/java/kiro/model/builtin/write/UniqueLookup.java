package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.TypeName;
import kiro.model.builtin.store.Sought;
import kiro.model.builtin.store.StoreGrowth;

/// Looks in a storage for another resource with a value: for any where one is made, for any but the one itself where
/// one is changed.
final class UniqueLookup {
    private final Workshop workshop;

    UniqueLookup(Workshop workshop) {
        this.workshop = workshop;
    }

    /// Whether such a test can be written.
    static boolean isPossible(SpringProject project, Place place, Sought sought) {
        Storage storage = place.storage();
        boolean isCounted =
                storage.kind() == Storage.Kind.REPOSITORY
                        || storage.operation(Operation.Kind.LIST).isPresent()
                        || isId(place, sought.by())
                        || new StoreGrowth(project.sources(), project.storages())
                                .exists(storage, sought)
                                .isPresent();
        return isCounted || finder(place, sought).filter(one -> canTell(one, sought)).isPresent();
    }

    private static boolean isId(Place place, Property property) {
        return place.resource().id().filter(property::equals).isPresent();
    }

    /// A method that answers no more than whether there is one may mean the one itself.
    private static boolean canTell(JavaMethod method, Sought sought) {
        return !sought.exceptOne() || !TypeName.of(method.returnType()).raw().matches("[bB]oolean");
    }

    /// A method of the storage that finds by this property, or tells whether there is one.
    private static Optional<JavaMethod> finder(Place place, Sought sought) {
        String name =
                "(?i)(find|get|load|lookup|fetch|exists|has)(All|One|First)?(By|With)"
                        + sought.by().name()
                        + (sought.ignoresCase() ? "(Ignore(s)?Case)?" : "");
        return place.storage().owner().type().methods().stream()
                .filter(method ->
                        method.name().matches(name)
                                && (!sought.ignoresCase() || looksAtNoCase(method))
                                && method.parameters().size() == 1
                                && TypeName.of(method.parameters().getFirst().type())
                                        .isSameAs(sought.by().typeName()))
                .findFirst();
    }

    private static boolean looksAtNoCase(JavaMethod method) {
        return method.name().matches("(?i).*ignores?case")
                || method.body()
                        .filter(body ->
                                body.matches("(?s).*(equalsIgnoreCase|toLowerCase|lower\\().*"))
                        .isPresent();
    }

    /// The expression that is true where another resource has the value.
    ///
    /// @param value the expression of the value, which is there
    String test(LogicWriter.Code code, Sought sought, String value) {
        if (isId(code.place, sought.by()) && code.storage.can(Operation.Kind.FIND)) {
            return byId(code, sought, value);
        }
        Optional<JavaMethod> finder = finder(code.place, sought);
        return sought.exceptOne()
                ? other(code, sought, value, finder)
                : any(code, sought, value, finder);
    }

    private static String byId(LogicWriter.Code code, Sought sought, String value) {
        Property id = sought.by();
        String call = code.storage.call(Operation.Kind.FIND, value);
        boolean isOptional =
                code.storage.operation(Operation.Kind.FIND).result() == Operation.Result.OPTIONAL;
        String isThere = call + (isOptional ? ".isPresent()" : " != null");
        return sought.exceptOne()
                ? OwnerCode.differs(value, id.type(), code.object + id.read(), id.type())
                        + " && "
                        + isThere
                : isThere;
    }

    private String any(
            LogicWriter.Code code, Sought sought, String value, Optional<JavaMethod> finder) {
        if (finder.filter(one -> !failsOnSeveral(code, sought, one)).isPresent()) {
            String call =
                    "%s.%s(%s)".formatted(code.place.storageName(), finder.get().name(), value);
            return isThere(call, finder.get());
        }
        return counted(code, sought, value).orElseGet(() -> listed(code, sought, value));
    }

    /// Where a repository is to find one and there are two that differ in capitals, it throws.
    private static boolean failsOnSeveral(LogicWriter.Code code, Sought sought, JavaMethod finder) {
        return sought.ignoresCase()
                && code.place.storage().kind() == Storage.Kind.REPOSITORY
                && !finder.returnType().matches("[bB]oolean|(List|Set|Collection)<.*");
    }

    /// The one that is found may be the one itself, and another one stand behind it: what finds one alone comes last.
    private String other(
            LogicWriter.Code code, Sought sought, String value, Optional<JavaMethod> finder) {
        Optional<String> all =
                finder.filter(one -> one.returnType().matches("(List|Set|Collection)<.*"))
                        .map(one ->
                                "%s.%s(%s).stream().anyMatch(other -> %s)"
                                        .formatted(
                                                code.place.storageName(),
                                                one.name(),
                                                value,
                                                isAnother(code)));
        return all.or(() -> counted(code, sought, value))
                .or(() ->
                        code.storage.can(Operation.Kind.LIST)
                                ? Optional.of(listed(code, sought, value))
                                : Optional.empty())
                .orElseGet(() -> found(code, finder.orElseThrow(), value));
    }

    private static String found(LogicWriter.Code code, JavaMethod finder, String value) {
        String call = code.place.storageName() + "." + finder.name() + "(" + value + ")";
        boolean isOptional = TypeName.of(finder.returnType()).raw().equals("Optional");
        if (!isOptional) {
            code.imports.add("java.util.Optional");
        }
        return "%s.filter(other -> %s).isPresent()"
                .formatted(
                        isOptional ? call : "Optional.ofNullable(" + call + ")", isAnother(code));
    }

    /// Whether what is found is not the one itself that is changed, as an expression.
    static String isAnother(LogicWriter.Code code) {
        Property id = code.place.resource().ownId().orElseThrow();
        return OwnerCode.differs(
                "other" + id.read(), id.type(), code.object + id.read(), id.type());
    }

    /// A method of the storage that counts, which is added where it is not there.
    private Optional<String> counted(LogicWriter.Code code, Sought sought, String value) {
        Storage storage = code.place.storage();
        boolean isListed =
                storage.backing() instanceof Backing.Memory
                        && code.storage.can(Operation.Kind.LIST);
        Optional<String> method =
                storage.kind() == Storage.Kind.REPOSITORY
                        ? Optional.of(declared(code.place, sought))
                        : isListed
                                ? Optional.empty()
                                : new StoreWriter(workshop).exists(storage, sought);
        String id =
                sought.exceptOne()
                        ? ", " + code.object + code.place.resource().ownId().orElseThrow().read()
                        : "";
        return method.map(
                name -> "%s.%s(%s%s)".formatted(code.place.storageName(), name, value, id));
    }

    /// A method of a repository, which Spring Data writes by its name.
    private String declared(Place place, Sought sought) {
        String name = sought.method(place.resource());
        boolean isThere =
                workshop.draft().current(place.storage().owner()).type().methods().stream()
                        .anyMatch(method -> method.name().equals(name));
        if (isThere) {
            return name;
        }
        var parameters = new ArrayList<String>();
        var imports = new ArrayList<String>();
        parameter(place, sought.by(), parameters, imports);
        if (sought.exceptOne()) {
            parameter(place, place.resource().ownId().orElseThrow(), parameters, imports);
        }
        workshop.addMethod(
                place.storage().owner(),
                Part.LOGIC,
                "boolean %s(%s);".formatted(name, String.join(", ", parameters)),
                imports);
        return name;
    }

    private void parameter(
            Place place, Property property, List<String> parameters, List<String> imports) {
        parameters.add(property.type() + " " + property.name());
        imports.addAll(RequestWriter.imports(property.type()));
        workshop.project()
                .sources()
                .resolve(property.type(), place.resource().type().file())
                .ifPresent(type -> imports.add(type.qualifiedName()));
    }

    private static String listed(LogicWriter.Code code, Sought sought, String value) {
        Operation all = code.storage.operation(Operation.Kind.LIST);
        String list = code.storage.call(Operation.Kind.LIST, "");
        String stream = all.result() == Operation.Result.STREAM ? list : list + ".stream()";
        return "%s.anyMatch(other -> %s%s)"
                .formatted(
                        stream,
                        sought.exceptOne() ? isAnother(code) + " && " : "",
                        isSame(sought, value));
    }

    /// The expression that is true where another one has the value.
    static String isSame(Sought sought, String value) {
        Property by = sought.by();
        return by.typeName().isPrimitive()
                ? "%s == other%s".formatted(value, by.read())
                : "%s.%s(other%s)"
                        .formatted(
                                value,
                                sought.ignoresCase() ? "equalsIgnoreCase" : "equals",
                                by.read());
    }

    private static String isThere(String call, JavaMethod method) {
        return switch (TypeName.of(method.returnType()).raw()) {
            case "boolean", "Boolean" -> call;
            case "Optional" -> call + ".isPresent()";
            case "List", "Set", "Collection" -> "!" + call + ".isEmpty()";
            default -> call + " != null";
        };
    }
}
