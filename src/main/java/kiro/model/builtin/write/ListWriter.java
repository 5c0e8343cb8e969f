package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Caller;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.TypeName;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Expectation;

/// Writes the list of what is stored: whose, which, in what order, how many.
final class ListWriter {
    private final Workshop workshop;

    ListWriter(Workshop workshop) {
        this.workshop = workshop;
    }

    void list(LogicWriter.Code code, Optional<Caller> caller) {
        Place place = code.place;
        var steps = new ArrayList<String>();
        String call =
                ExistingList.call(place)
                        .orElseGet(() ->
                                code.storage.can(Operation.Kind.LIST)
                                        ? code.storage.call(Operation.Kind.LIST, "")
                                        : "");
        if (place.parent().isPresent()) {
            call = ofParent(code, place.parent().get(), call, steps);
        }
        if (ownOnly(place, code.wants) && place.owner().isPresent() && caller.isPresent()) {
            call = own(code, caller.get(), call, steps);
        }
        Listing listing = ListingReader.read(code.project, place, code.wants).listing();
        var query = new SelectingQuery(workshop, place, code.wants, listing);
        Optional<Listing.Filter> selecting = steps.isEmpty() ? query.filter() : Optional.empty();
        if (selecting.isPresent()) {
            asked(code, listing, selecting.get());
            code.statements.add(
                    "List<%s> found = %s;"
                            .formatted(place.resource().name(), query.call(call, selecting.get())));
            call = "found";
        } else {
            listing.filters().forEach(filter -> filtered(code, listing, filter, steps));
        }
        new SortCode(code).of(listing).ifPresent(steps::add);
        code.wants
                .behaviour(Behaviour.ListsAtMost.class)
                .filter(_ -> listing.paging().isEmpty())
                .ifPresent(most -> steps.add(".limit(" + most.count() + ")"));
        listing.paging()
                .filter(_ -> listing.envelope().isEmpty() && listing.counted().isEmpty())
                .ifPresent(paging -> cut(code, paging, steps));
        code.imports.add("java.util.List");
        code.imports.add(place.resource().type().qualifiedName());
        result(code, call, steps);
    }

    /// What belongs to the caller, and all for those with a role that lets them see it.
    private String own(LogicWriter.Code code, Caller caller, String all, List<String> steps) {
        Optional<String> exempt =
                new Roles(code.project).test(code.wants.exemptRoles()).map(code::takeRoles);
        Optional<String> query = query(code, caller);
        if (query.isEmpty()) {
            owned(code, caller, exempt, steps);
            return all;
        }
        return exempt.map(role -> "(%s ? %s : %s)".formatted(role, all, query.get()))
                .orElseGet(query::get);
    }

    private static void cut(LogicWriter.Code code, Listing.Paging paging, List<String> steps) {
        paging.at()
                .ifPresent(at -> {
                    code.parameters.add(new Logic.Parameter("int", at, QueryType.read(at)));
                    steps.add(".skip(" + paging.skipped(at, paging.size()) + ")");
                });
        code.parameters.add(
                new Logic.Parameter("int", paging.size(), QueryType.read(paging.size())));
        steps.add(".limit(" + paging.size() + ")");
    }

    /// A method of the storage that finds what belongs to a user, as a call.
    private Optional<String> query(LogicWriter.Code code, Caller caller) {
        return finder(code.place)
                .map(JavaMethod::name)
                .or(() -> derived(code.place, caller))
                .map(method -> {
                    String callerName = LogicWriter.callerName(code.place, caller);
                    code.parameters.add(
                            new Logic.Parameter(caller.idType(), callerName, caller.id()));
                    return code.place.storageName() + "." + method + "(" + callerName + ")";
                });
    }

    /// The method that Spring Data makes of its name, which is added; empty where the storage is none of its.
    private Optional<String> derived(Place place, Caller caller) {
        Optional<Property> owned =
                place.owner()
                        .flatMap(Owner::compared)
                        .filter(property ->
                                property.typeName().isSameAs(TypeName.of(caller.idType())));
        if (owned.isEmpty()
                || place.parent().isPresent()
                || place.storage().kind() != Storage.Kind.REPOSITORY) {
            return Optional.empty();
        }
        Property property = owned.get();
        String name = "findBy" + Names.upper(property.name());
        String resource = place.resource().name();
        var imports = new ArrayList<>(RequestWriter.imports(property.type()));
        imports.addAll(List.of("java.util.List", place.resource().type().qualifiedName()));
        workshop.addMethod(
                place.storage().owner(),
                Part.LOGIC,
                "List<%s> %s(%s %s);"
                        .formatted(resource, name, property.typeName().raw(), property.name()),
                imports);
        return Optional.of(name);
    }

    /// The storage's own method that finds what belongs to a user.
    static Optional<JavaMethod> finder(Place place) {
        Optional<Property> owned = place.owner().flatMap(Owner::compared);
        if (owned.isEmpty()) {
            return Optional.empty();
        }
        String name =
                "(?i)((find|get|list|read|query)?(All)?\\w*(By|Of|For)|of|for|by)_?"
                        + owned.get().name().replaceFirst("(?<=\\w)Id$", "")
                        + "(Id)?";
        return place.storage().owner().type().methods().stream()
                .filter(method -> method.name().matches(name))
                .filter(method ->
                        method.parameters().size() == 1
                                && TypeName.of(method.parameters().getFirst().type())
                                        .isSameAs(owned.get().typeName())
                                && TypeName.of(method.returnType()).raw().equals("List"))
                .findFirst();
    }

    private static void result(LogicWriter.Code code, String call, List<String> steps) {
        boolean isStream =
                code.place
                        .storage()
                        .operation(Operation.Kind.LIST)
                        .filter(all -> all.result() == Operation.Result.STREAM)
                        .filter(all -> call.endsWith(all.method() + "()"))
                        .isPresent();
        String type = code.place.resource().name();
        boolean converts = code.form.inHolder();
        var chain = new ArrayList<>(steps);
        if (converts) {
            chain.add(".map(" + code.form.function() + ")");
        }
        String listed = "List<" + (converts ? code.form.type() : type) + ">";
        if (chain.isEmpty() && !isStream) {
            code.result("List.copyOf(" + call + ")", listed);
            return;
        }
        chain.add(".toList()");
        String start = isStream ? call : call + ".stream()";
        code.result(start + "\n        " + String.join("\n        ", chain), listed);
    }

    /// What belongs to one parent: by a method of the storage, else as a selection of all.
    private String ofParent(LogicWriter.Code code, Parent parent, String all, List<String> steps) {
        Optional<String> finder =
                new LinkFinder(workshop).finder(code.place.storage(), parent.family());
        if (finder.isPresent()) {
            return code.place.storageName() + "." + finder.get() + "(" + parent.id() + ")";
        }
        String type = FindWriter.pathType(code.project.sources(), parent.place());
        steps.add(".filter(" + code.object + " -> " + parent.isSame(code.object, type) + ")");
        return all;
    }

    /// Whether there is something that a list does not show: what is another's.
    static boolean hidesOthers(Place place, Wants wants) {
        return place.parent().isPresent() || ownOnly(place, wants);
    }

    /// Whether a list shows the caller's own alone. Rules of ownership that are about a parent keep strangers out.
    static boolean ownOnly(Place place, Wants wants) {
        return isOwnSaid(wants) || (wants.ownerOnly() && !place.isOwnedByParent());
    }

    /// Whether a spec says that a list shows the caller's own alone, or that only owners may ask for it.
    static boolean ownOnly(Wants wants) {
        return isOwnSaid(wants) || wants.ownerOnly();
    }

    private static boolean isOwnSaid(Wants wants) {
        return wants.behaviour(Behaviour.ListsOnlyOwn.class).isPresent()
                || wants.outcomes().stream()
                        .anyMatch(one -> one.expectations().contains(new Expectation.OnlyOwn()));
    }

    /// @param exempt what tells that the caller sees what is others' as well
    private static void owned(
            LogicWriter.Code code, Caller caller, Optional<String> exempt, List<String> steps) {
        String name = LogicWriter.callerName(code.place, caller);
        Property property =
                code.place
                        .owner()
                        .flatMap(Owner::compared)
                        .orElseGet(() -> code.place.resource().id().orElseThrow());
        String differs =
                OwnerCode.differs(
                        name, caller.idType(), code.object + property.read(), property.type());
        String same = differs.startsWith("!") ? differs.substring(1) : differs.replace("!=", "==");
        code.parameters.add(new Logic.Parameter(caller.idType(), name, caller.id()));
        steps.add(
                ".filter(%s -> %s%s)"
                        .formatted(
                                code.object, exempt.map(role -> role + " || ").orElse(""), same));
    }

    private static void asked(LogicWriter.Code code, Listing listing, Listing.Filter filter) {
        String type = filter.property().typeName().boxed();
        code.parameters.add(
                new Logic.Parameter(type, filter.parameter(), argument(code, listing, filter)));
        code.imports.addAll(RequestWriter.imports(type));
    }

    private static void filtered(
            LogicWriter.Code code, Listing listing, Listing.Filter filter, List<String> steps) {
        Property property = filter.property();
        String name = filter.parameter();
        asked(code, listing, filter);
        String value = code.object + property.read();
        String test =
                switch (filter.match()) {
                    case EXACT -> name + ".equals(" + value + ")";
                    case AT_LEAST -> compared(value, name, property, ">=");
                    case AT_MOST -> compared(value, name, property, "<=");
                    case ABOVE -> compared(value, name, property, ">");
                    case BELOW -> compared(value, name, property, "<");
                    case IGNORING_CASE -> name + ".equalsIgnoreCase(" + value + ")";
                    case PART -> {
                        code.imports.add("java.util.Locale");
                        yield value
                                + " != null && "
                                + value
                                + ".toLowerCase(Locale.ROOT).contains("
                                + name
                                + ".toLowerCase(Locale.ROOT))";
                    }
                };
        String whole =
                filter.whole()
                        .map(kept ->
                                "%s%s != null && %s"
                                        .formatted(
                                                code.object,
                                                kept.read(),
                                                test.replace(value + " != null && ", "")))
                        .orElse(test);
        steps.add(
                ".filter(%s -> %s == null || %s)"
                        .formatted(
                                code.object,
                                name,
                                whole.contains(" && ") ? "(" + whole + ")" : whole));
    }

    private static String compared(String value, String name, Property property, String sign) {
        boolean isNumber = property.typeName().boxed().matches("Integer|Long|Short|Double");
        if (isNumber && property.typeName().isPrimitive()) {
            return value + " " + sign + " " + name;
        }
        return value + " != null && " + value + ".compareTo(" + name + ") " + sign + " 0";
    }

    /// What the controller passes for a filter: the parameter, in the type of the domain.
    private static String argument(LogicWriter.Code code, Listing listing, Listing.Filter filter) {
        if (!listing.needsType()) {
            return filter.parameter();
        }
        String read = QueryType.read(filter.parameter());
        String domain = filter.property().typeName().boxed();
        boolean isConverted =
                listing.parameter(filter.parameter())
                        .filter(field ->
                                !QueryWriter.javaType(code.project, code.place, listing, field)
                                        .equals(domain))
                        .isPresent();
        if (!isConverted) {
            return read;
        }
        code.project
                .sources()
                .resolve(domain, code.place.resource().type().file())
                .ifPresent(own -> code.controllerImports.add(own.qualifiedName()));
        return read + " == null ? null : " + domain + ".valueOf(" + read + ")";
    }
}
