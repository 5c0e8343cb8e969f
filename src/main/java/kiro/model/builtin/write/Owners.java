package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Caller;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.MadeObject;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Paths;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.TypeName;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.HttpMethod;

/// Finds out how a resource says whose it is: by the spec's word for its owner, by what the project's own code compares
/// with the caller or stores of them, else by the names that such properties usually have.
final class Owners {
    private static final List<String> USUAL =
            List.of(
                    "ownerId",
                    "owner",
                    "userId",
                    "user",
                    "authorId",
                    "author",
                    "createdBy",
                    "customerId",
                    "customer",
                    "accountId",
                    "account",
                    "username",
                    "member",
                    "memberId",
                    "organizer",
                    "organizerId",
                    "creatorId",
                    "creator",
                    "reporter",
                    "reporterId",
                    "requester",
                    "requesterId",
                    "submittedBy",
                    "postedBy",
                    "ownerName",
                    "userName");
    private static final List<String> SIGN_IN =
            List.of("username", "userName", "login", "loginName", "email", "name", "subject");
    private static final String PEOPLE =
            "(?i).*(user|account|member|customer|person|profile|player|author|patient|student|employee)s?";
    private static final String CALLER =
            "(?i)(the)?(current|calling|signedIn|logged(In)?)?(caller|user(name|id)?|login|principal|requester|actor|me|who|subject|name|auth(entication)?)(id|name)?";

    private final SpringProject project;

    Owners(SpringProject project) {
        this.project = project;
    }

    Optional<Owner> of(Storage storage, EndpointSpec endpoint) {
        Optional<Caller> caller = project.caller();
        if (caller.isEmpty()) {
            return Optional.empty();
        }
        TypeName callerId = TypeName.of(caller.get().idType());
        List<Property> fitting =
                storage.resource().properties().stream()
                        .filter(property -> property.typeName().isSameAs(callerId))
                        .filter(property -> !isItsId(storage, property))
                        .toList();
        Optional<Property> owner =
                called(fitting, said(endpoint))
                        .or(() ->
                                usual(storage, fitting, endpoint, caller.get())
                                        .filter(one -> isMeant(one, endpoint)));
        if (owner.isPresent()) {
            return owner.map(Owner.ByProperty::new);
        }
        Optional<Owner> object = object(storage, endpoint, callerId);
        if (object.isPresent()) {
            return object;
        }
        boolean isSelf =
                storage.resource().name().matches(PEOPLE)
                        && storage.resource()
                                .id()
                                .filter(id -> id.typeName().isSameAs(callerId))
                                .isPresent();
        return isSelf ? Optional.of(new Owner.Self()) : Optional.empty();
    }

    /// What says whose it is where the spec has no word for that, or another one.
    private Optional<Property> usual(
            Storage storage, List<Property> fitting, EndpointSpec endpoint, Caller caller) {
        boolean isPeople = storage.resource().name().matches(PEOPLE);
        return fitting.stream()
                .filter(this::isCompared)
                .findFirst()
                .or(() -> stored(storage, fitting, caller))
                .or(() -> called(unsent(fitting, endpoint), named(caller)))
                .or(() ->
                        called(unsent(fitting, endpoint), USUAL)
                                .filter(property ->
                                        !isPeople
                                                || !property.name()
                                                        .matches("(?i)user(name)?|.*Name")));
    }

    /// Whether a property can be what a spec calls otherwise: it has one of the usual names, or the spec none of its own. The
    /// "driver" of a request is not its `passengerId`.
    private static boolean isMeant(Property property, EndpointSpec endpoint) {
        List<String> words =
                endpoint.behaviours().stream()
                        .filter(Behaviour.BelongsTo.class::isInstance)
                        .map(one -> ((Behaviour.BelongsTo) one).name())
                        .toList();
        return words.isEmpty()
                || words.contains("caller")
                || property.name().matches("\\w+By")
                || USUAL.contains(property.name())
                || words.stream().anyMatch(word -> USUAL.contains(Names.camel(word)));
    }

    /// The user as an object that the resource has: an entity with the caller's id.
    private Optional<Owner> object(Storage storage, EndpointSpec endpoint, TypeName callerId) {
        List<Owner.ByObject> fitting =
                storage.resource().properties().stream()
                        .flatMap(property -> users(property, callerId))
                        .toList();
        List<Property> properties = fitting.stream().map(Owner.ByObject::property).toList();
        Optional<Property> property =
                called(properties, said(endpoint))
                        .or(() ->
                                fitting.stream()
                                        .filter(one -> isCompared(one.id()))
                                        .map(Owner.ByObject::property)
                                        .filter(one -> isMeant(one, endpoint))
                                        .findFirst())
                        .or(() -> called(properties, USUAL).filter(one -> isMeant(one, endpoint)));
        return fitting.stream()
                .filter(one -> property.filter(one.property()::equals).isPresent())
                .map(Owner.class::cast)
                .findFirst();
    }

    /// The users of whom a property is one: known to callers by their id, or else by what they sign in with.
    private Stream<Owner.ByObject> users(Property property, TypeName callerId) {
        return project.storages().stream()
                .filter(one -> one.kind() != Storage.Kind.MAP)
                .filter(one -> property.type().equals(one.resource().name()))
                .flatMap(users -> {
                    Optional<Property> id =
                            users.resource().id().filter(one -> one.typeName().isSameAs(callerId));
                    return id.isPresent()
                            ? Stream.of(
                                    new Owner.ByObject(
                                            property,
                                            users,
                                            id.get(),
                                            users.operation(Operation.Kind.FIND)))
                            : signedIn(property, users, callerId);
                });
    }

    /// Users known by the property that some code compares with the caller, or by one that is usual and can be looked for.
    private Stream<Owner.ByObject> signedIn(Property property, Storage users, TypeName callerId) {
        List<Owner.ByObject> all =
                users.resource().properties().stream()
                        .filter(key -> key.typeName().isSameAs(callerId))
                        .map(key -> new Owner.ByObject(property, users, key, finding(users, key)))
                        .toList();
        return all.stream()
                .filter(one -> isCompared(one.id()))
                .findFirst()
                .or(() ->
                        SIGN_IN.stream()
                                .flatMap(name ->
                                        all.stream().filter(one -> one.key().name().equals(name)))
                                .filter(one -> one.find().isPresent())
                                .findFirst())
                .stream();
    }

    /// The method that finds a user by a property.
    private static Optional<Operation> finding(Storage users, Property key) {
        String type = users.resource().name();
        return users.owner().type().methods().stream()
                .filter(method -> method.name().equals("findBy" + Names.upper(key.name())))
                .filter(method ->
                        method.parameters().size() == 1
                                && TypeName.of(method.parameters().getFirst().type())
                                        .isSameAs(key.typeName()))
                .flatMap(method -> {
                    TypeName result = TypeName.of(method.returnType());
                    boolean isOptional =
                            result.raw().equals("Optional") && result.element().raw().equals(type);
                    return isOptional
                            ? Stream.of(
                                    new Operation(method.name(), Operation.Result.OPTIONAL, true))
                            : result.raw().equals(type)
                                    ? Stream.of(
                                            new Operation(
                                                    method.name(), Operation.Result.OBJECT, true))
                                    : Stream.<Operation>empty();
                })
                .findFirst();
    }

    /// What a request says itself is not whose the resource is.
    private static List<Property> unsent(List<Property> properties, EndpointSpec endpoint) {
        return properties.stream()
                .filter(property ->
                        endpoint.request().body().stream()
                                .noneMatch(field -> field.name().equals(property.name())))
                .toList();
    }

    /// What a property is called that names a caller by what the project calls them: `driverId` where drivers call.
    private static List<String> named(Caller caller) {
        return caller.type()
                .map(DomainType::name)
                .map(Names::lower)
                .map(Owners::names)
                .orElseGet(List::of);
    }

    /// The spec's words for the one to whom the resource belongs, as the names of properties.
    private static List<String> said(EndpointSpec endpoint) {
        var names = new ArrayList<String>();
        for (Behaviour behaviour : endpoint.behaviours()) {
            if (behaviour instanceof Behaviour.BelongsTo(String word)) {
                names.addAll(names(word));
            }
        }
        if (isMaking(endpoint)) {
            endpoint.behaviours().stream()
                    .filter(Behaviour.SetsField.class::isInstance)
                    .map(Behaviour.SetsField.class::cast)
                    .filter(set -> set.source() == Behaviour.Source.CALLER)
                    .forEach(set -> names.add(set.name()));
        }
        return names;
    }

    /// Whether a request makes a thing, which belongs to whoever sends it.
    private static boolean isMaking(EndpointSpec endpoint) {
        String last = Paths.segments(endpoint.route().path().value()).getLast();
        return endpoint.route().method() == HttpMethod.POST
                && !Paths.isParameter(last)
                && !Names.singular(Names.camel(last)).equals(Names.camel(last));
    }

    /// The names that a property for such a person can have.
    static List<String> names(String word) {
        String name = Names.singular(Names.camel(word));
        return List.of(
                name,
                name + "Id",
                name + "Name",
                name + "Login",
                name + "Username",
                name + "Email");
    }

    private static Optional<Property> called(List<Property> properties, List<String> names) {
        return names.stream()
                .flatMap(name ->
                        properties.stream().filter(property -> property.name().equals(name)))
                .findFirst();
    }

    private static boolean isItsId(Storage storage, Property property) {
        return storage.resource().id().filter(property::equals).isPresent();
    }

    /// Whether some code compares it with the caller.
    private boolean isCompared(Property property) {
        String read = Pattern.quote(property.read());
        var before =
                Pattern.compile("\\w" + read + "\\s*\\.equals\\(\\s*([\\w.]+)(?:\\(\\))?\\s*\\)");
        var after =
                Pattern.compile("([\\w.]+?)(?:\\(\\))?\\s*\\.equals\\(\\s*\\w+" + read + "\\s*\\)");
        return project.sources().main().stream()
                        .map(file -> file.text())
                        .anyMatch(text ->
                                Stream.of(before, after)
                                        .flatMap(pattern -> pattern.matcher(text).results())
                                        .map(found -> found.group(1))
                                        .anyMatch(this::isCaller))
                || methods().stream()
                        .anyMatch(method ->
                                Stream.of(before, after)
                                        .flatMap(pattern ->
                                                pattern.matcher(method.body().orElse("")).results())
                                        .map(found -> found.group(1))
                                        .anyMatch(one ->
                                                isGivenCaller(
                                                        method,
                                                        one,
                                                        project.caller().orElseThrow())));
    }

    /// Whether an expression is the caller by its words: `caller`, `who.getName`, `requester.login`.
    private boolean isCaller(String expression) {
        Caller caller = project.caller().orElseThrow();
        String bare = caller.id().replace("()", "");
        String first = expression.replaceFirst("\\..*", "");
        return expression.equals(bare)
                || first.equals(caller.variable())
                || first.matches(CALLER)
                || first.equalsIgnoreCase(caller.idName());
    }

    /// The property that is given the caller where the project makes such a resource itself.
    private Optional<Property> stored(Storage storage, List<Property> fitting, Caller caller) {
        for (JavaMethod method : methods()) {
            for (MadeObject made : MadeObject.in(method, storage.resource())) {
                for (Property property : fitting) {
                    String argument = made.values().getOrDefault(property.name(), "");
                    boolean isTheirs =
                            argument.equals(caller.id()) || isGivenCaller(method, argument, caller);
                    if (!made.isCopy() && isTheirs) {
                        return Optional.of(property);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// Whether a controller calls the method with the caller in the place of the parameter of this name.
    private boolean isGivenCaller(JavaMethod method, String name, Caller caller) {
        for (int i = 0; i < method.parameters().size(); i++) {
            if (!method.parameters().get(i).name().equals(name)) {
                continue;
            }
            int index = i;
            return methods().stream()
                    .flatMap(other -> other.calls().stream())
                    .filter(call -> call.name().equals(method.name()))
                    .filter(call -> call.arguments().size() == method.parameters().size())
                    .anyMatch(call -> call.arguments().get(index).equals(caller.id()));
        }
        return false;
    }

    private List<JavaMethod> methods() {
        return project.sources().types().stream()
                .flatMap(type -> type.type().methods().stream())
                .toList();
    }
}
